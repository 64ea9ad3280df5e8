using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using Codecs.CompilerServices;

namespace Codecs;

// Lists whose extent depends on their elements.
public readonly ref partial struct MessageList<T>
{
    /// <summary>Parses a list whose extent depends on its elements. For generated code.</summary>
    /// <param name="message">The enclosing message, up to where the list must end.</param>
    /// <param name="offset">Where the list starts.</param>
    /// <param name="count">The number of elements; -1 for as many as fill the message, or as <paramref name="shape"/> allows.</param>
    /// <param name="shape">How the list lies on the wire; null if its elements simply follow each other.</param>
    /// <param name="context">The context of the message that has the list.</param>
    /// <param name="list">The list.</param>
    /// <returns>The bytes of the list and of what ends it.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, int count, ListShape<T>? shape, scoped ParseContext context, out MessageList<T> list)
    {
        // Elements that are as they should be are only passed over.
        ParseMemory memory = default;
        if (shape is null && context.IsPlain && Pass(message, offset, count, ref memory) is var end and >= 0)
        {
            list = new MessageList<T>(message[..end], offset, count);
            return ParseResult.Done(end - offset);
        }
        var result = TryParseEach(message, offset, count, shape, context, out var other);
        list = other;
        return result;
    }

    /// <summary>Passes over elements that simply follow each other and are as they should be. For generated code.</summary>
    /// <param name="message">The enclosing message, up to where the list must end.</param>
    /// <param name="offset">Where the list starts.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="memory">What was found out about earlier bytes of the message, from list to list; the default before the first.</param>
    /// <returns>Where they end; -1 if it takes <see cref="TryParse"/> to find out.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pass(ReadOnlySpan<byte> message, int offset, int count, ref ParseMemory memory) =>
        count == 0 ? offset : (uint)count > ListShape<T>.DefaultLimit ? -1 : PassEach(message, offset, count, ref memory);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int PassEach(ReadOnlySpan<byte> message, int offset, int count, ref ParseMemory known)
    {
        var memory = known;
        int at = offset;
        for (; count > 0 && at >= 0; count--)
            at = T.Skip(message, at, ref memory);
        known = memory;
        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ParseResult TryParseEach(ReadOnlySpan<byte> message, int offset, int count, ListShape<T>? shape, scoped ParseContext context, out MessageList<T> list)
    {
        if (count == 0 && shape is null)
        {
            list = new MessageList<T>(message[..offset], offset, 0).With(context.Options);
            return ParseResult.Done(0);
        }
        list = default;
        var walk = new Walk { At = offset };
        var result = count > (shape ?? ListShape<T>.Plain).Limit ? ParseResult.Invalid(ParseError.Limit, 0, 0)
            : shape is { IsSeparated: true } ? walk.TakeSeparated(message, offset, count, shape, context)
            : walk.TakeConsecutive(message, offset, count, shape ?? ListShape<T>.Plain, context);
        if (result)
            list = new MessageList<T>(message[..walk.At], offset, walk.Found, shape).With(context.Options);
        return result;
    }

    private ref struct Walk
    {
        public int At;
        public int Found;
        private ulong _previous;
        private T _item;

        /// <summary>Elements that follow each other, up to a count, a last one, a terminator, or the end of what there is.</summary>
        public ParseResult TakeConsecutive(ReadOnlySpan<byte> message, int offset, int count, ListShape<T> shape, scoped ParseContext context)
        {
            bool keeps = context.HasProgress && context.Depth == 0;
            // An empty list starts where the next one does: what is known is about a list that can have so many elements.
            if (keeps && context.Progress.ListCount > 0 && context.Progress.ListOffset == offset && (count < 0 || context.Progress.ListCount <= count))
            {
                At = offset + context.Progress.ListLength;
                Found = context.Progress.ListCount;
                _previous = context.Progress.Previous;
            }
            // What is as it should be is only passed over; the first that is not is looked at below.
            ParseMemory memory = default;
            while (Found < count && !keeps && ReferenceEquals(shape, ListShape<T>.Plain) && context.IsPlain && T.Skip(message, At, ref memory) is var end and >= 0)
            {
                At = end;
                Found++;
            }
            bool isEnded = false;
            while (count < 0 || Found < count)
            {
                if (shape.Terminator.Length != 0)
                {
                    var rest = message[At..];
                    isEnded = rest.StartsWith(shape.Terminator);
                    if (isEnded || (shape.IsOptional && rest.IsEmpty))
                        break;
                    if (shape.Terminator.AsSpan().StartsWith(rest))
                        return ParseResult.NeedMore(At - offset + shape.Terminator.Length, 0);
                }
                else if (shape.FewerThan > 0 ? message.Length - At < shape.FewerThan : count < 0 && !shape.HasEnd && At >= message.Length)
                {
                    break;
                }
                if (Take(message, message.Length, offset, shape, keeps ? context.NestedResuming() : context.Nested()) is { Success: false } fault)
                    return fault;
                // The last element is not kept as passed: who goes on behind it would look for another.
                if (IsLast(message, offset, shape))
                    break;
                if (keeps)
                    context.Progress = new() { ListOffset = offset, ListLength = At - offset, ListCount = Found, Previous = _previous };
            }
            return ParseResult.Done(At - offset + (isEnded ? shape.Terminator.Length : 0));
        }

        /// <summary>Elements with something between them, up to a count, a terminator, or the end of what there is.</summary>
        public ParseResult TakeSeparated(ReadOnlySpan<byte> message, int offset, int count, ListShape<T> shape, scoped ParseContext context)
        {
            if (count == 0 || (count < 0 && shape.Terminator.Length == 0 && At == message.Length) || (shape.Terminator.Length != 0 && message[At..].StartsWith(shape.Terminator)))
                return ParseResult.Done(shape.Terminator.Length);
            while (true)
            {
                int end = T.IsWhole ? FindEnd(message, shape) : message.Length;
                if (end < 0)
                    return ParseResult.NeedMore(message.Length - offset + 1, 0);
                var taken = Take(message, end, offset, shape, context.Nested());
                if (!taken)
                    return end < message.Length && taken.Status == OperationStatus.NeedMoreData ? ParseResult.Invalid(ParseError.Length, 0, At - offset) : taken;
                if (T.IsWhole && At != end)
                    return ParseResult.Invalid(ParseError.Syntax, 0, At - offset);
                if (Found == count && shape.Terminator.Length == 0)
                    return ParseResult.Done(At - offset);
                var rest = message[At..];
                if (shape.Terminator.Length != 0 && rest.StartsWith(shape.Terminator))
                    return count >= 0 && Found != count ? ParseResult.Invalid(ParseError.Length, 0, At - offset) : ParseResult.Done(At - offset + shape.Terminator.Length);
                if (Found != count && rest.StartsWith(shape.Separator))
                {
                    At += shape.Separator.Length;
                    continue;
                }
                if (shape.Terminator.Length == 0 && count < 0 && rest.IsEmpty)
                    return ParseResult.Done(At - offset);
                // What must follow may be there in part.
                if (Found != count && shape.Separator.AsSpan().StartsWith(rest))
                    return ParseResult.NeedMore(At - offset + Least(shape, rest), 0);
                if (shape.Terminator.Length != 0 && shape.Terminator.AsSpan().StartsWith(rest))
                    return ParseResult.NeedMore(At - offset + shape.Terminator.Length, 0);
                return ParseResult.Invalid(ParseError.Syntax, 0, At - offset);
            }
        }

        /// <summary>The fewest bytes that may complete what is there of a separator, or of the terminator.</summary>
        private static int Least(ListShape<T> shape, ReadOnlySpan<byte> rest) =>
            shape.Terminator.Length != 0 && shape.Terminator.AsSpan().StartsWith(rest) ? Math.Min(shape.Separator.Length, shape.Terminator.Length) : shape.Separator.Length;

        private ParseResult Take(ReadOnlySpan<byte> message, int end, int offset, ListShape<T> shape, scoped ParseContext context)
        {
            if (Found >= shape.Limit)
                return ParseResult.Invalid(ParseError.Limit, 0, At - offset);
            var result = T.TryParseAfter(_previous, message[..end], At, context, out _item);
            if (!result)
                return result.In(0, At - offset, bounded: false);
            // Elements without bytes are possible only where something else tells them apart.
            if (result.BytesConsumed == 0 && !shape.IsSeparated && Found >= ListShape<T>.MostEmpty)
                return ParseResult.Invalid(ParseError.Length, 0, At - offset);
            At += result.BytesConsumed;
            Found++;
            _previous = T.Next(in _item);
            return result;
        }

        private readonly bool IsLast(ReadOnlySpan<byte> message, int offset, ListShape<T> shape)
        {
            if (shape.End is { } end)
                return end(in _item);
            return shape.EndAfter is { } after && T.TryParse(message, offset, default, out var first) && after(in first, in _item);
        }

        /// <summary>Where an element that takes all there is ends; -1 if that has not arrived.</summary>
        private readonly int FindEnd(ReadOnlySpan<byte> message, ListShape<T> shape)
        {
            var rest = message[At..];
            int separator = rest.IndexOf(shape.Separator);
            if (shape.Terminator.Length == 0)
                return separator < 0 ? message.Length : At + separator;
            int terminator = (separator < 0 ? rest : rest[..Math.Min(rest.Length, separator + shape.Terminator.Length)]).IndexOf(shape.Terminator);
            return terminator >= 0 && (separator < 0 || terminator <= separator) ? At + terminator : separator < 0 ? -1 : At + separator;
        }
    }
}
