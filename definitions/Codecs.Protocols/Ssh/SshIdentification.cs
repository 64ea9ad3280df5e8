namespace Codecs.Protocols;

/// <summary>Identification line of SSH (RFC 4253 section 4.2): the first that each end sends. A server may send other lines before it, which do not begin with <c>SSH-</c>.</summary>
/// <remarks>It ends with CR LF; old implementations leave out the CR, which is accepted, and so is a part of <see cref="Software"/>.</remarks>
[Message("RFC 4253"), Terminated("\n")]
public readonly ref partial struct SshIdentification
{
    /// <summary>The most bytes of the line (RFC 4253 section 4.2), with its end.</summary>
    public const int MaxLength = 255;

    [Const("SSH-")] private partial ReadOnlySpan<byte> Prefix { get; }

    /// <summary>2.0; 1.99 if the server speaks older versions too (RFC 4253 section 5.1).</summary>
    [Terminated("-")] public required partial ReadOnlySpan<byte> ProtocolVersion { get; init; }

    /// <summary>Name and version of the program; perhaps, after a space, comments. At the end the CR of the line: <c>"OpenSSH_9.9\r"u8</c>.</summary>
    public required partial ReadOnlySpan<byte> Software { get; init; }

    /// <summary>Name and version of the program.</summary>
    public ReadOnlySpan<byte> SoftwareVersion => Line.IndexOf((byte)' ') is >= 0 and var end ? Line[..end] : Line;

    /// <summary>What is said besides.</summary>
    public ReadOnlySpan<byte> Comments => Line.IndexOf((byte)' ') is >= 0 and var end ? Line[(end + 1)..] : default;

    private ReadOnlySpan<byte> Line => Software is [.. var line, (byte)'\r'] ? line : Software;
}
