using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.CompilerServices;

// Bytes of a message.
public static partial class Wire
{
    /// <summary>The bytes from one place to another, which the caller has tested.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Window(scoped ref readonly byte start, int from, int to) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in start), (nuint)(uint)from), to - from);

    /// <summary>The same, to write to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<byte> WritableWindow(ref byte start, int from, int to) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref start, (nuint)(uint)from), to - from);

    /// <summary>Where <paramref name="part"/> starts in <paramref name="whole"/>; <paramref name="otherwise"/> if it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OffsetOf(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part, int otherwise)
    {
        nint offset = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(whole), ref MemoryMarshal.GetReference(part));
        return !part.IsEmpty && (nuint)offset < (nuint)whole.Length ? (int)offset : otherwise;
    }
}
