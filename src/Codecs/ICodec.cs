namespace Codecs;

/// <summary>The one interface between generated code, the runtime, and field types that are written by hand.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ICodec<TSelf> : IPresentable<TSelf> where TSelf : ICodec<TSelf>, allows ref struct
{
    /// <summary>Parses a value at <paramref name="offset"/> of the enclosing message.</summary>
    /// <param name="message">The enclosing message, from its start to the end of what the value may occupy.</param>
    /// <param name="offset">Where the value starts.</param>
    /// <param name="context">How strictly to read, and how deep we are.</param>
    /// <param name="value">The value; default if it was not parsed. Its spans are windows into <paramref name="message"/>.</param>
    /// <returns>Counts and offsets are from <paramref name="offset"/>, not from the start of the enclosing message.</returns>
    static abstract ParseResult TryParse(ReadOnlySpan<byte> message, int offset, ParseContext context, out TSelf value);

    /// <summary>Does a value take all there is, so that only what encloses it says where it ends?</summary>
    static virtual bool IsWhole => false;
}

/// <summary>A field type, or a message with a <see cref="ParameterAttribute"/>, whose encoding depends on a value that it does not hold.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TArgument">What it must be told.</typeparam>
public interface ICodec<TSelf, TArgument> : IPresentable<TSelf>
    where TSelf : ICodec<TSelf, TArgument>, allows ref struct
    where TArgument : allows ref struct
{
    /// <summary>Parses a value at <paramref name="offset"/> of the enclosing message; as <see cref="ICodec{TSelf}.TryParse"/>.</summary>
    static abstract ParseResult TryParse(ReadOnlySpan<byte> message, int offset, TArgument argument, ParseContext context, out TSelf value);

    /// <summary>The most bytes that writing this takes.</summary>
    int GetMaxSize(TArgument argument);

    /// <summary>Writes this at <paramref name="offset"/> of the enclosing message; as <see cref="IWritable.Write"/>.</summary>
    int Write(Span<byte> message, int offset, TArgument argument, scoped WriteContext context);
}
