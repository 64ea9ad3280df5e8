using Codecs.Protocols;

namespace Codecs.Tool;

/// <summary>IP packets within messages: what ICMP errors quote. They are walked like the packet around them.</summary>
internal static class QuotedPacket
{
    /// <summary>Deepest nesting that is shown decoded. A quote may quote a quote; a packet made for the purpose could do so hundreds of times.</summary>
    public const int MostDepth = 24;

    /// <summary>Is a field of type <typeparamref name="T"/> such a packet?</summary>
    public static bool Is<T>(in FieldDescription field) where T : allows ref struct => typeof(T) == typeof(IPv4) || typeof(T) == typeof(IPv6);

    /// <summary>Shows the layers of a packet that starts with <typeparamref name="T"/>.</summary>
    public static void Walk<T, TVisitor>(ReadOnlySpan<byte> packet, ref TVisitor visitor)
        where T : allows ref struct
        where TVisitor : ILayerVisitor, allows ref struct =>
        Packet.Walk(typeof(T) == typeof(IPv6) ? EtherType.IPv6 : EtherType.IPv4, packet, ref visitor);
}
