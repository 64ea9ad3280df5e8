using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>Unmasking as a good C# programmer writes it: eight bytes at a time, then one by one.</summary>
internal static class PlainMask
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(Span<byte> payload, ReadOnlySpan<byte> key)
    {
        uint word = MemoryMarshal.Read<uint>(key);
        ulong words = (ulong)word << 32 | word;
        var whole = MemoryMarshal.Cast<byte, ulong>(payload);
        for (int i = 0; i < whole.Length; i++)
            whole[i] ^= words;
        for (int i = whole.Length * sizeof(ulong); i < payload.Length; i++)
            payload[i] ^= key[i & 3];
    }
}
