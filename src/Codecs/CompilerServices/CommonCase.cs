using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.CompilerServices;

/// <summary>How the code of a stack goes through the common cases of its layers. Only generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CommonCase
{
    /// <summary>Bytes of the fixed part of a layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FixedSize<T>() where T : ICommonCase<T>, allows ref struct => T.FixedSize;

    /// <summary>Parses the common case of a layer at <paramref name="at"/>, of which the fixed part is in <paramref name="source"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse<T>(ReadOnlySpan<byte> source, int at, int available, out T message, out int header, out int size) where T : ICommonCase<T>, allows ref struct =>
        T.TryParse(in Unsafe.Add(ref MemoryMarshal.GetReference(source), (nuint)(uint)at), available, out message, out header, out size);

    /// <summary>Parses a message that is the common case, whole.</summary>
    /// <param name="start">The first byte; the fixed part can be read.</param>
    /// <param name="available">Bytes that may belong to the message.</param>
    /// <param name="message">The message. Undefined if the result is false.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse<T>(ref readonly byte start, int available, out T message) where T : ICommonCase<T>, allows ref struct
    {
        if (!TryMeasure<T>(in start, available, out int header, out int size))
        {
            Unsafe.SkipInit(out message);
            return false;
        }
        T.Restore(in start, header, size, size, out message);
        return true;
    }

    /// <summary>Where a message that is the common case has its payload and its end.</summary>
    /// <param name="start">The first byte; the fixed part can be read.</param>
    /// <param name="available">Bytes that may belong to the message.</param>
    /// <param name="header">Bytes before the payload.</param>
    /// <param name="size">Bytes of the message, at most <paramref name="available"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMeasure<T>(scoped ref readonly byte start, int available, out int header, out int size) where T : ICommonCase<T>, allows ref struct =>
        T.TryParse(in start, available, out _, out header, out size);

    /// <summary>Where a message that was parsed at <paramref name="start"/> of a packet has its payload.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure<T>(scoped in T message, int start, out int header, out int payloadEnd) where T : ICommonCase<T>, allows ref struct
    {
        T.Measure(in message, out header, out payloadEnd);
        header += start;
        payloadEnd += start;
    }

    /// <summary>A layer again, of which the parts are at these places of a packet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Restore<T>(ReadOnlySpan<byte> source, nint start, int header, int payloadEnd, int end, out T message) where T : ICommonCase<T>, allows ref struct =>
        T.Restore(in Unsafe.Add(ref MemoryMarshal.GetReference(source), start), header - (int)start, payloadEnd - (int)start, end - (int)start, out message);

    /// <summary>Does the tag of a carrier say that it carries such a message?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Leads<TCarrier, TTag, TUpper>(scoped in TCarrier carrier)
        where TCarrier : ICarrier<TTag>, allows ref struct
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct =>
        TCarrier.TagCount == 1 && carrier.TryGetTag(0, out var tag) && Wire.IsCarried<TUpper, TTag, TCarrier>(tag, TCarrier.GetTagField(0));

    /// <summary>How many fields of a carrier are tags of that table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TagCount<TCarrier, TTag>() where TCarrier : ICarrier<TTag>, allows ref struct where TTag : struct, Enum => TCarrier.TagCount;

    /// <summary>The tag of a carrier that has one such field. Undefined if the result is false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetTag<TCarrier, TTag>(scoped in TCarrier carrier, out TTag tag)
        where TCarrier : ICarrier<TTag>, allows ref struct
        where TTag : struct, Enum
    {
        tag = default;
        return TCarrier.TagCount == 1 && carrier.TryGetTag(0, out tag);
    }

    /// <summary>Does that tag of a carrier which has one say that it carries such a message?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Leads<TCarrier, TTag, TUpper>(TTag tag)
        where TCarrier : ICarrier<TTag>, allows ref struct
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct =>
        Wire.IsCarried<TUpper, TTag, TCarrier>(tag, TCarrier.GetTagField(0));
}
