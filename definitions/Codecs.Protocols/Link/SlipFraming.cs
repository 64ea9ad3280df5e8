using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>IP on serial lines (SLIP, RFC 1055): END between packets, ESC before a byte that stands for one of the two. What is between the ENDs is an IP packet, as <see cref="RawIp"/> reads it.</summary>
public static class SlipFraming
{
    private const byte End = 0xC0;
    private const byte Esc = 0xDB;
    private const byte EscEnd = 0xDC;
    private const byte EscEsc = 0xDD;

    /// <summary>How the bytes are stuffed.</summary>
    public static ByteStuffing Stuffing { get; } = new(End, Esc, (End, EscEnd), (Esc, EscEsc));
}
