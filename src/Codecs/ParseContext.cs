using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>What a part that is being parsed may need to know of the whole. The default is right for a part parsed by itself.</summary>
public readonly ref struct ParseContext
{
    /// <summary>Deepest nesting of a type within itself, unless its <see cref="LimitAttribute.Depth"/> says otherwise.</summary>
    public const int DefaultDepth = 32;

    private readonly ref ParseProgress _progress;

    /// <summary>How strictly to read.</summary>
    public ParseOptions Options { get; init; }

    /// <summary>May what a length bounds be cut short by the end of the source? (TryParseHeader.)</summary>
    public bool HeaderOnly { get; init; }

    /// <summary>How many messages enclose this one by field or list: 0 to 65,535.</summary>
    public ushort Depth { get; init; }

    private ParseContext(ref ParseProgress progress) => _progress = ref progress;

    /// <summary>The context of a parse that goes on where an earlier one, over the same bytes, ran out of data.</summary>
    /// <param name="progress">What is known of the message; the default if nothing is.</param>
    /// <param name="options">How strictly to read.</param>
    public static ParseContext Resuming(ref ParseProgress progress, ParseOptions options = default) => new(ref progress) { Options = options };

    /// <summary>The context for a message that is a field or an element of this one.</summary>
    public ParseContext Nested() => new() { Options = Options, Depth = (ushort)(Depth + 1) };

    /// <summary>The same for the one part in which the parse that ran out of data had got to.</summary>
    internal ParseContext NestedResuming() => new(ref _progress) { Options = Options, Depth = (ushort)(Depth + 1) };

    /// <summary>Is it read as the RFCs ask of a receiver, all of it, and from its start? For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsPlain => !HasProgress && !HeaderOnly && Options == default;

    /// <summary>Is there an earlier parse to go on from, or a later one to prepare?</summary>
    internal bool HasProgress => !Unsafe.IsNullRef(ref _progress);

    internal ref ParseProgress Progress => ref _progress;
}
