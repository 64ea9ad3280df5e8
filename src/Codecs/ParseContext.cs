namespace Codecs;

/// <summary>What a part that is being parsed may need to know of the whole. The default is right for a part parsed by itself.</summary>
public readonly struct ParseContext
{
    /// <summary>Deepest nesting of a type within itself, unless its <see cref="LimitAttribute.Depth"/> says otherwise.</summary>
    public const int DefaultDepth = 32;

    /// <summary>How strictly to read.</summary>
    public ParseOptions Options { get; init; }

    /// <summary>May what a length bounds be cut short by the end of the source? (TryParseHeader.)</summary>
    public bool HeaderOnly { get; init; }

    /// <summary>How many messages enclose this one by field or list.</summary>
    public int Depth { get; init; }

    /// <summary>The context for a message that is a field or an element of this one.</summary>
    public ParseContext Nested() => new() { Options = Options, Depth = Depth + 1 };
}
