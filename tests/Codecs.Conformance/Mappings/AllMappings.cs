namespace Codecs.Conformance.Mappings;

/// <summary>All protocols that both readers know.</summary>
internal static class AllMappings
{
    private static readonly Dictionary<string, ProtocolMapping> s_byLayer =
        new[] { LinkMappings.All, InternetMappings.All, TransportMappings.All, ControlMappings.All, DnsMappings.All }
            .SelectMany(mappings => mappings)
            .ToDictionary(mapping => mapping.Layer);

    private static readonly ILookup<string, ProtocolMapping> s_byMessage = s_byLayer.Values
        .SelectMany(mapping => mapping.Messages.Select(message => (message, mapping)))
        .ToLookup(pair => pair.message, pair => pair.mapping);

    /// <summary>Is it a layer without bytes: the comment of a frame, or that there is no link header?</summary>
    public static bool IsNoHeader(string name) => name is "pkt_comment" or "raw";

    /// <summary>By the other reader's name of a layer; null for a protocol that this library has no definition for.</summary>
    public static ProtocolMapping? OfLayer(string name) => s_byLayer.GetValueOrDefault(name);

    /// <summary>By the name of a message type: the other reader may have several names for it. None if it has no such layer.</summary>
    public static IEnumerable<ProtocolMapping> OfMessage(string name) => s_byMessage[name];
}
