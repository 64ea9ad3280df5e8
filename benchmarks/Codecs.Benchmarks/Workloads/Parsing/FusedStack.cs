using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>
/// The fastest way known to read frames of several kinds: one test of the length up to the transport, everything at constant distances from where the network layer starts, constants compared in wire order.
/// </summary>
/// <remarks>For machines that are little-endian: the constants below are swapped by hand.</remarks>
internal static class FusedStack
{
    // Ethernet with a tag, and as much as IPv6 or IPv4 and TCP have at least.
    private const int Headers = 58;

    /// <inheritdoc cref="PlainStack.Flow"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Flow(ReadOnlySpan<byte> frame)
    {
        int length = frame.Length;
        if (length < Headers)
            return PlainStack.FlowRarely(frame);
        ref byte network = ref Unsafe.Add(ref MemoryMarshal.GetReference(frame), 14);
        int rest = length - 14;
        uint vlan = 0;
        ushort type = Read16(ref network, -2);
        if (type == 0x0081)
        {
            vlan = Big16(ref network, 0) & 0xFFF;
            network = ref Unsafe.Add(ref network, 4);
            type = Read16(ref network, -2);
            rest -= 4;
        }
        if (type == 0x0008 && network == 0x45 && (Read16(ref network, 6) & 0xFF1F) == 0)
        {
            int total = (int)Big16(ref network, 2);
            if (total <= rest && TryFinish(ref Unsafe.Add(ref network, 20), Unsafe.Add(ref network, 9), total - 20, out uint sum))
                return sum + Big32(ref network, 12) + Big32(ref network, 16) * 3 + vlan;
        }
        else if (type == 0xDD86 && (network & 0xF0) == 0x60)
        {
            int payload = (int)Big16(ref network, 4);
            if (payload <= rest - 40 && TryFinish(ref Unsafe.Add(ref network, 40), Unsafe.Add(ref network, 6), payload, out uint sum))
                return sum + Big32(ref network, 20) + Big32(ref network, 36) * 3 + vlan;
        }
        return PlainStack.FlowRarely(frame);
    }

    // Ports, and flags or the length; the addresses are added by the caller.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFinish(ref byte transport, byte protocol, int length, out uint sum)
    {
        uint last;
        Unsafe.SkipInit(out sum);
        if (protocol == 6 && length >= 20)
        {
            int header = Unsafe.Add(ref transport, 12) >> 2 & 0x3C;
            if (header < 20 || header > length)
                return false;
            last = Big16(ref transport, 12) & 0x1FF;
        }
        else
        {
            if (protocol != 17 || length < 8)
                return false;
            last = Big16(ref transport, 4);
            if (last < 8 || (int)last > length)
                return false;
        }
        sum = Big16(ref transport, 0) * 5 + Big16(ref transport, 2) + last;
        return true;
    }

    private static ushort Read16(ref byte at, int offset) => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref at, offset));

    private static uint Big16(ref byte at, int offset) => BinaryPrimitives.ReverseEndianness(Read16(ref at, offset));

    private static uint Big32(ref byte at, int offset) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref at, offset)));
}
