using Codecs.CompilerServices;

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
    static abstract ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out TSelf value);

    /// <summary>Finds the end of a value that is as it should be, without making it: for lists of many.</summary>
    /// <param name="message">As for <see cref="TryParse"/>.</param>
    /// <param name="offset">As for <see cref="TryParse"/>.</param>
    /// <param name="memory">What was found out about earlier bytes of the message, from value to value; the default before the first.</param>
    /// <returns>Where it ends in <paramref name="message"/>; -1 if <see cref="TryParse"/> finds it wrong, or if this is not overridden.</returns>
    static virtual int Skip(ReadOnlySpan<byte> message, int offset, ref ParseMemory memory) => -1;

    /// <summary>Makes a value that is as it should be, without telling what is wrong with others.</summary>
    /// <param name="message">As for <see cref="TryParse"/>.</param>
    /// <param name="offset">As for <see cref="TryParse"/>.</param>
    /// <param name="memory">As for <see cref="Skip"/>: of bytes before <paramref name="offset"/>.</param>
    /// <param name="value">The value; anything if there is none.</param>
    /// <returns>As for <see cref="Skip"/>.</returns>
    static virtual int Take(ReadOnlySpan<byte> message, int offset, scoped ref ParseMemory memory, out TSelf value)
    {
        value = default!;
        return -1;
    }

    /// <summary>Makes a value again that was found right at that place: what was found is not looked at once more.</summary>
    /// <param name="message">As for <see cref="TryParse"/>. What it holds may have changed since: the value may become another one, but must be as safe to use.</param>
    /// <param name="offset">As for <see cref="TryParse"/>.</param>
    /// <param name="value">As for <see cref="Take"/>.</param>
    /// <returns>As for <see cref="Skip"/>.</returns>
    static virtual int Restore(ReadOnlySpan<byte> message, int offset, out TSelf value)
    {
        ParseMemory memory = default;
        return TSelf.Take(message, offset, ref memory, out value);
    }

    /// <summary>Are <see cref="Skip"/>, <see cref="Take"/> and <see cref="Restore"/> there, which are less work than parsing? Then what they say is no value, <see cref="TryParse"/> says is none.</summary>
    static virtual bool IsRestorable => false;

    /// <summary>Does a value take all there is, so that only what encloses it says where it ends?</summary>
    static virtual bool IsWhole => false;

    /// <summary>Parses an element of a list whose encoding depends on the element before it (<see cref="DeltaAttribute"/>).</summary>
    /// <param name="previous">What <see cref="Next"/> said of the element before; 0 before the first.</param>
    /// <param name="message">As for <see cref="TryParse"/>.</param>
    /// <param name="offset">As for <see cref="TryParse"/>.</param>
    /// <param name="context">As for <see cref="TryParse"/>.</param>
    /// <param name="value">As for <see cref="TryParse"/>.</param>
    static virtual ParseResult TryParseAfter(ulong previous, ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out TSelf value) =>
        TSelf.TryParse(message, offset, context, out value);

    /// <summary>What the encoding of the element after this one depends on.</summary>
    static virtual ulong Next(scoped in TSelf value) => 0;

    /// <summary>The most bytes that writing an element takes after one of which <see cref="Next"/> said <paramref name="previous"/>.</summary>
    static virtual int GetMaxSizeAfter(ulong previous, scoped in TSelf value) => value.GetMaxSize();

    /// <summary>Writes an element after one of which <see cref="Next"/> said <paramref name="previous"/>; as <see cref="IWritable.Write"/>.</summary>
    static virtual int WriteAfter(ulong previous, scoped in TSelf value, Span<byte> message, int offset, scoped WriteContext context) => value.Write(message, offset, context);
}

/// <summary>A field type, or a message with a <see cref="ParameterAttribute"/>, whose encoding depends on a value that it does not hold.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TArgument">What it must be told.</typeparam>
public interface ICodec<TSelf, TArgument> : IPresentable<TSelf>
    where TSelf : ICodec<TSelf, TArgument>, allows ref struct
    where TArgument : allows ref struct
{
    /// <summary>Parses a value at <paramref name="offset"/> of the enclosing message; as <see cref="ICodec{TSelf}.TryParse"/>.</summary>
    static abstract ParseResult TryParse(ReadOnlySpan<byte> message, int offset, TArgument argument, scoped ParseContext context, out TSelf value);

    /// <summary>The most bytes that writing this takes.</summary>
    int GetMaxSize(TArgument argument);

    /// <summary>Writes this at <paramref name="offset"/> of the enclosing message; as <see cref="IWritable.Write"/>.</summary>
    int Write(Span<byte> message, int offset, TArgument argument, scoped WriteContext context);
}
