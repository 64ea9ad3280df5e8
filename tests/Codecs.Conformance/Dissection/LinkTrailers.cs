using Codecs.Protocols;

namespace Codecs.Conformance.Dissection;

/// <summary>Finds what is behind the packet in a frame: padding, mostly.</summary>
internal static class LinkTrailers
{
    private static readonly string[] s_links = [nameof(Ethernet), nameof(Vlan), nameof(LinuxSll), nameof(LinuxSll2)];

    /// <summary>A trailer belongs to the innermost link header. A frame with a length says itself where it starts; else it starts where the packet ends.</summary>
    public static void Find(IReadOnlyList<FoundLayer> layers, int frameLength)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            if (!s_links.Contains(layer.Message) || layer.Fault is not null)
                continue;
            if (layer.Find(nameof(Ethernet.Trailer)) is { } trailer)
                layer.Trailer = (trailer.Offset, trailer.Offset + trailer.Length);
            else if (i + 1 < layers.Count && layers[i + 1] is { Fault: null, IsCut: false } upper && !upper.IsQuoted)
                layer.Trailer = s_links.Contains(upper.Message) ? (frameLength, frameLength) : (upper.End, layer.PayloadEnd);
        }
    }
}
