using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>Messages from a <see cref="ReadOnlySequence{T}"/>.</summary>
public static class SequenceParsing
{
    extension<T>(T) where T : IMessage<T>, allows ref struct
    {
        /// <summary>
        /// Parses a message at the start of a sequence: in place if it lies in the first segment, otherwise copied to <paramref name="scratch"/> as far as needed. The result is that of
        /// the same bytes in one piece, however they are cut.
        /// </summary>
        /// <param name="source">The bytes. A message that takes whatever there is takes all of them.</param>
        /// <param name="scratch">Room for a message that goes on in the next segment. The message is then a window into it. As many bytes as <paramref name="source"/> has are always enough.</param>
        /// <param name="message">The message; default if it was not parsed.</param>
        /// <returns>As when parsing a span; <see cref="ParseError.Limit"/> if the message has more bytes than <paramref name="scratch"/>.</returns>
        public static ParseResult TryParse(scoped in ReadOnlySequence<byte> source, Span<byte> scratch, out T message)
        {
            var first = source.FirstSpan;
            var result = T.TryParse(first, out message);
            return IsFinal<T>(result, first.Length, source.Length) ? result : TryParseAcross(source, scratch, result, out message);
        }
    }

    // Is what so many bytes gave what all of them give? A message that ended before they did is that message, whatever follows; one that took all of them may be one that
    // takes whatever there is. What is broken may be whole with more bytes if its fields are found from its end.
    private static bool IsFinal<T>(ParseResult result, int length, long all) where T : IMessage<T>, allows ref struct =>
        length == all || (result ? result.BytesConsumed < length : result.Status == OperationStatus.InvalidData && !T.IsWhole);

    private static ParseResult TryParseAcross<T>(scoped in ReadOnlySequence<byte> source, Span<byte> scratch, ParseResult result, out T message) where T : IMessage<T>, allows ref struct
    {
        const int FirstLook = 128;
        int most = (int)Math.Min(source.Length, scratch.Length);
        int length = 0;
        long wanted = Math.Max(source.FirstSpan.Length + (long)FirstLook, result.BytesNeeded);
        var progress = default(ParseProgress);
        while (length < most)
        {
            int next = (int)Math.Min(wanted, most);
            source.Slice(length, next - length).CopyTo(scratch[length..]);
            length = next;
            result = T.TryParse(scratch[..length], 0, ParseContext.Resuming(ref progress), out message);
            if (IsFinal<T>(result, length, source.Length))
                return result;
            if (result.Status != OperationStatus.NeedMoreData)
                progress = default;
            wanted = Math.Max(2L * length, result.BytesNeeded);
        }
        message = default!;
        return ParseResult.Invalid(ParseError.Limit, result.Field, scratch.Length);
    }
}
