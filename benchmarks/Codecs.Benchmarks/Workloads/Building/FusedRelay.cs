using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>
/// The fastest way known to relay an IPv4 packet: the checksum follows the one byte that changes (RFC 1624), and small packets are
/// copied as two vectors that overlap.
/// </summary>
/// <remarks>For machines that are little-endian.</remarks>
internal static class FusedRelay
{
    private const int EthernetHeader = 14;
    private const int LeastHeader = 20;

    /// <summary>Writes the packet that an Ethernet frame carries, with one less time to live.</summary>
    /// <returns>The bytes written; 0 if this is no IPv4 without options, or if a length is wrong.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Span<byte> destination, ReadOnlySpan<byte> frame)
    {
        if (frame.Length < EthernetHeader + LeastHeader)
            return 0;
        ref byte start = ref MemoryMarshal.GetReference(frame);
        if ((Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, 12)) & 0xFFFFFF) != 0x450008)
            return 0;
        int total = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref start, 16)));
        if (total < LeastHeader || total > frame.Length - EthernetHeader || total > destination.Length)
            return 0;

        ref byte source = ref Unsafe.Add(ref start, EthernetHeader);
        ref byte copy = ref MemoryMarshal.GetReference(destination);
        if (total is >= 32 and <= 64)
        {
            Vector256.LoadUnsafe(ref source).StoreUnsafe(ref copy);
            Vector256.LoadUnsafe(ref source, (nuint)total - 32).StoreUnsafe(ref copy, (nuint)total - 32);
        }
        else
        {
            frame.Slice(EthernetHeader, total).CopyTo(destination);
        }

        Unsafe.WriteUnaligned(ref Unsafe.Add(ref copy, 8), Hop(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, 8))));
        return total;
    }

    /// <summary>Gives the packet that an Ethernet frame carries one less time to live, where it is.</summary>
    /// <returns>False if this is no IPv4 without options, or if a length is wrong.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryHop(Span<byte> frame)
    {
        if (frame.Length < EthernetHeader + LeastHeader)
            return false;
        ref byte start = ref MemoryMarshal.GetReference(frame);
        if ((Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, 12)) & 0xFFFFFF) != 0x450008)
            return false;
        int total = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref start, 16)));
        if (total < LeastHeader || total > frame.Length - EthernetHeader)
            return false;
        ref byte word = ref Unsafe.Add(ref start, EthernetHeader + 8);
        Unsafe.WriteUnaligned(ref word, Hop(Unsafe.ReadUnaligned<uint>(ref word)));
        return true;
    }

    // Time to live, protocol and checksum: 100 hex less in one word of the header is 100 hex more in the checksum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hop(uint word)
    {
        uint checksum = (word >> 16) + 1;
        checksum += checksum >= 0xFFFF ? 1u : 0;
        return (word & 0xFF00) | (byte)(word - 1) | checksum << 16;
    }
}
