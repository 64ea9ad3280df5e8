using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>
/// PPP in HDLC-like framing on asynchronous lines (RFC 1662 section 4): flags between frames, and an escape before the complement of the sixth bit of a byte. What is between the flags is a <see cref="PppFrame"/>.
/// </summary>
public static class PppFraming
{
    private const byte Flag = 0x7E;
    private const byte Escape = 0x7D;
    private const byte Mask = 0x20;

    /// <summary>As a link begins: all bytes below 32 are escaped, and those that are not are left out when read (RFC 1662 section 7.1). Frames of LCP are always sent so.</summary>
    public static ByteStuffing Default { get; } = Create(uint.MaxValue, uint.MaxValue);

    /// <summary>Only flag and escape are escaped, and nothing is left out: for lines that let everything pass.</summary>
    public static ByteStuffing Transparent { get; } = Create(0, 0);

    /// <summary>As two ends have negotiated it (<see cref="LcpControlCharacterMap"/>).</summary>
    /// <param name="sendMap">The bytes below 32 that are escaped; the least significant bit is for 0.</param>
    /// <param name="receiveMap">The bytes below 32 that the line may put in by itself.</param>
    public static ByteStuffing Create(uint sendMap, uint receiveMap) => ByteStuffing.Masked(Flag, Escape, Mask, Bytes(sendMap), Bytes(receiveMap));

    private static byte[] Bytes(uint map) => [.. Enumerable.Range(0, 32).Where(bit => (map >> bit & 1) != 0).Select(bit => (byte)bit)];
}
