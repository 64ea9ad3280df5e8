namespace Codecs.Pipelines;

/// <summary>A stream does not hold what is read from it. <see cref="Error"/> says which of three things went wrong.</summary>
/// <example><code>catch (MessageReadException e) when (e.Error == MessageReadError.TooLong)</code></example>
public sealed class MessageReadException : IOException
{
    internal MessageReadException(MessageReadError error, string what, long messageOffset, long offset, ParseResult result = default, string? field = null)
        : base($"{what} (byte {offset} of the stream)")
    {
        Error = error;
        MessageOffset = messageOffset;
        Offset = offset;
        Result = result;
        Field = field;
    }

    /// <summary>What went wrong.</summary>
    public MessageReadError Error { get; }

    /// <summary>Where the message starts, in bytes from where its reader began.</summary>
    public long MessageOffset { get; }

    /// <summary>Where the fault is, in bytes from where the reader began: at a field, at the limit, or at the end of the input.</summary>
    public long Offset { get; }

    /// <summary>What parsing said last; the default if nothing was parsed.</summary>
    public ParseResult Result { get; }

    /// <summary>The field at fault, or the first that is not there; null if there is none.</summary>
    public string? Field { get; }

    internal static MessageReadException Faulty(MessageDescription type, long start, ParseResult result, int most) =>
        new(
            result.Error == ParseError.Limit ? MessageReadError.TooLong : MessageReadError.Invalid,
            result.Error == ParseError.Limit && result.Offset == most ? $"{type.Name}: more than {most} bytes" : result.Describe(type),
            start,
            start + result.Offset,
            result,
            type.GetFieldName(result));

    internal static MessageReadException Incomplete(MessageDescription type, long start, long end, ParseResult result) =>
        new(MessageReadError.Incomplete, $"{type.Name}: the input ends after {end - start} bytes of at least {result.BytesNeeded}", start, end, result, type.GetFieldName(result));
}
