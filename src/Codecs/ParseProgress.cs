namespace Codecs;

/// <summary>
/// What is known of a message that has not all arrived: a parse that asks for more data leaves it here, and the next one, over the
/// same bytes with more behind them, does not look again at what was looked at. The default value says that nothing is known.
/// </summary>
/// <remarks>For whoever feeds messages from a stream: keep one beside the bytes, pass it by <see cref="ParseContext.Resuming"/>, and set it to the default for the next message.</remarks>
public struct ParseProgress
{
    // Bytes, from the start of the line at hand, that do not contain its end.
    internal int Examined;

    // The list at hand: where it starts in the message, and what of it is whole elements.
    internal int ListOffset;
    internal int ListLength;
    internal int ListCount;
    internal ulong Previous;
}
