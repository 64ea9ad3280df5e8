namespace Codecs.Protocols;

/// <summary>Identification line of SSH (RFC 4253 section 4.2): the first that each end sends. A server may send other lines before it, which do not begin with <c>SSH-</c>.</summary>
/// <remarks>It ends with CR LF; old implementations leave out the CR, which is accepted.</remarks>
[Message("RFC 4253"), Terminated("\n")]
public readonly ref partial struct SshIdentification
{
    /// <summary>The most bytes of the line (RFC 4253 section 4.2), with its end.</summary>
    public const int MaxLength = 255;

    [Const("SSH-")] private partial ReadOnlySpan<byte> Prefix { get; }

    /// <summary>2.0; 1.99 if the server speaks older versions too (RFC 4253 section 5.1).</summary>
    [Terminated("-")] public required partial ReadOnlySpan<byte> ProtocolVersion { get; init; }

    /// <summary>Name and version of the program; perhaps, after a space, comments.</summary>
    public required partial ReadOnlySpan<byte> Software { get; init; }

    [While(nameof(IsCarriageReturn)), Limit(1), Reserved("\r")] private partial ReadOnlySpan<byte> CarriageReturn { get; }

    /// <summary>Name and version of the program.</summary>
    public ReadOnlySpan<byte> SoftwareVersion => Software.IndexOf((byte)' ') is >= 0 and var end ? Software[..end] : Software;

    /// <summary>What is said besides.</summary>
    public ReadOnlySpan<byte> Comments => Software.IndexOf((byte)' ') is >= 0 and var end ? Software[(end + 1)..] : default;

    private static bool IsCarriageReturn(byte value) => value == (byte)'\r';
}
