namespace Codecs.Protocols;

/// <summary>
/// Packet under a block cipher with a code of its own (RFC 4253 section 6), after it was decrypted or before it is encrypted. What comes before the first key exchange is an <see cref="SshPacket"/>.
/// </summary>
/// <remarks>All but the code is encrypted, and is a multiple of the cipher's block. The code covers the number of the packet and all that is before it (section 6.4).</remarks>
[Message("RFC 4253")]
public readonly ref partial struct SshCipherPacket
{
    private const int LeastPadding = 4;

    /// <summary>Block of the cipher in bytes, or 8 if that is more.</summary>
    [Parameter] public partial int BlockSize { get; init; }

    /// <summary>Length of the code in bytes: 20 of hmac-sha1, 32 of hmac-sha2-256.</summary>
    [Parameter] public partial int MacLength { get; init; }

    /// <summary>Length of the packet in bytes, without this field and without the code.</summary>
    [LengthOf(nameof(PaddingLength), nameof(Padding))] public partial uint PacketLength { get; }

    /// <summary>Length of the padding in bytes, at least 4.</summary>
    [LengthOf(nameof(Padding)), Require(nameof(IsPadded))] public partial byte PaddingLength { get; }

    /// <summary>The message, perhaps compressed.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Up to the end of a block; it ought to be random. Zeros if it is empty.</summary>
    [Align(nameof(BlockSize), Min = LeastPadding)] public partial ReadOnlySpan<byte> Padding { get; init; }

    /// <summary>Authenticates the packet.</summary>
    [Bytes(nameof(MacLength))] public partial ReadOnlySpan<byte> Mac { get; init; }

    private bool IsPadded => PaddingLength >= LeastPadding;
}

/// <summary>Packet under AES in Galois counter mode (RFC 5647 section 7), after it was decrypted or before it is encrypted: its length is not.</summary>
[Message("RFC 5647")]
public readonly ref partial struct SshGcmPacket
{
    private const int LeastPadding = 4;

    /// <summary>Length of what is encrypted in bytes: a multiple of 16.</summary>
    [LengthOf(nameof(PaddingLength), nameof(Padding))] public partial uint PacketLength { get; }

    /// <summary>Length of the padding in bytes, at least 4.</summary>
    [LengthOf(nameof(Padding)), Require(nameof(IsPadded))] public partial byte PaddingLength { get; }

    /// <summary>The message, perhaps compressed.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Up to the end of a block, counted from behind the length; it ought to be random. Zeros if it is empty.</summary>
    [Align(16, Min = LeastPadding, From = nameof(PaddingLength))] public partial ReadOnlySpan<byte> Padding { get; init; }

    /// <summary>Authenticates the packet.</summary>
    [Bytes(16)] public partial ReadOnlySpan<byte> AuthenticationTag { get; init; }

    private bool IsPadded => PaddingLength >= LeastPadding;
}
