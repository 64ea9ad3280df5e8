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
            else if (Upper(layers, i) is { Fault: null, IsCut: false, IsQuoted: false } upper)
                layer.Trailer = s_links.Contains(upper.Message) ? (frameLength, frameLength) : (upper.End, layer.PayloadEnd);
        }
    }

    // Labels do not say where what they carry ends.
    private static FoundLayer? Upper(IReadOnlyList<FoundLayer> layers, int lower) => layers.Skip(lower + 1).FirstOrDefault(layer => layer.Message != nameof(Mpls));
}
