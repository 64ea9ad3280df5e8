using System.Runtime.CompilerServices;

namespace Codecs.CompilerServices;

// Values that refer to earlier bytes of the message, of which something is remembered from one to the next.
public static partial class Wire
{
    /// <summary>Can values be made again without being looked at?</summary>
    public static bool IsRestorable<T>() where T : ICodec<T>, allows ref struct => T.IsRestorable;

    /// <summary>Finds the end of a value that is as it should be; -1 for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Skip<T>(ReadOnlySpan<byte> message, int offset, ref ParseMemory memory) where T : ICodec<T>, allows ref struct => T.Skip(message, offset, ref memory);

    /// <summary>Makes a value that is as it should be; -1 for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Take<T>(ReadOnlySpan<byte> message, int offset, scoped ref ParseMemory memory, out T value) where T : ICodec<T>, allows ref struct => T.Take(message, offset, ref memory, out value);

    /// <summary>Makes a value again that was found right at that place; -1 if it is not there any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Restore<T>(ReadOnlySpan<byte> message, int offset, out T value) where T : ICodec<T>, allows ref struct => T.Restore(message, offset, out value);

    /// <summary>Parses a payload that may refer to the message around it, of which something is remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult ParseRemembering<T>(ReadOnlySpan<byte> message, int offset, ParseMemory memory, out T value) where T : ICodec<T>, allows ref struct
    {
        if (T.IsRestorable)
        {
            if (T.Take(message, offset, ref memory, out value) is var end and >= 0)
                return ParseResult.Done(end - offset);
            value = default!;
            return Explain<T>(message, offset);
        }
        return T.TryParse(message, offset, default, out value);
    }

    // Why a value is not as it should be. What it would be stays here, so that the caller need not have room for another.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ParseResult Explain<T>(ReadOnlySpan<byte> message, int offset) where T : ICodec<T>, allows ref struct =>
        T.TryParse(message, offset, default, out _);
}
