namespace Codecs.Generators.Model;

/// <summary>As what a source of fields is asked for a field.</summary>
internal enum BuildKind
{
    /// <summary>It is not.</summary>
    None,

    Scalar,
    Flag,
    Enum,

    /// <summary>Bytes, text, or the message that a payload is.</summary>
    Bytes,

    Message,
    Messages,
    Values,
    Scalars,
    Value,
}
