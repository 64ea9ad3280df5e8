namespace Codecs.Conformance.Mappings;

/// <summary>What the other reader takes for a layer.</summary>
internal enum Extent
{
    /// <summary>The header.</summary>
    Header,

    /// <summary>The header and all that it carries.</summary>
    Message,

    /// <summary>What is no layer of its own here, but a part of a message.</summary>
    Part,
}
