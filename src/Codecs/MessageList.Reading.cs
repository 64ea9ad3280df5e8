using System.ComponentModel;
using System.Runtime.CompilerServices;
using Codecs.CompilerServices;

namespace Codecs;

// Elements one by one, in a message that was not looked at before.
public readonly ref partial struct MessageList<T>
{
    /// <summary>Reads one element of a list of which only the number of its elements is known. For generated code.</summary>
    /// <param name="message">The enclosing message, up to where the list must end.</param>
    /// <param name="offset">Where the element starts.</param>
    /// <param name="memory">What was found out about the bytes before.</param>
    /// <param name="item">The element; anything if there is none.</param>
    /// <returns>Where it ends; -1 if it does not parse.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<byte> message, int offset, scoped ref ParseMemory memory, out T item)
    {
        if (T.IsRestorable)
            return T.Take(message, offset, ref memory, out item);
        return ReadOther(message, offset, out item);
    }

    /// <summary>Passes over elements as <see cref="Read"/> would read them. For generated code.</summary>
    /// <param name="message">As for <see cref="Read"/>.</param>
    /// <param name="offset">Where the first starts.</param>
    /// <param name="count">How many.</param>
    /// <param name="memory">As for <see cref="Read"/>.</param>
    /// <returns>Where the last ends; -1 if one does not parse, and for a negative number.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int ReadPast(ReadOnlySpan<byte> message, int offset, int count, scoped ref ParseMemory memory)
    {
        int at = count < 0 ? -1 : offset;
        for (; count > 0 && at >= 0; count--)
        {
            at = T.IsRestorable ? T.Skip(message, at, ref memory) : ReadOther(message, at, out _);
        }
        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadOther(ReadOnlySpan<byte> message, int offset, out T item) =>
        T.TryParse(message, offset, default(ParseContext).Nested(), out item) is { Success: true } result ? offset + result.BytesConsumed : -1;
}
