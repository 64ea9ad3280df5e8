using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Reading names as fast as it can be done: no spans within a name, whole runs of labels copied sixteen bytes at a time.</summary>
internal static class BestDns
{
    private const int Step = 16;

    /// <summary>Walks a name to its end.</summary>
    /// <returns>Where it ends; -1 if it is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Walk<TRun>(ReadOnlySpan<byte> message, int at, ref TRun runs) where TRun : struct, IRunReading, allows ref struct
    {
        ref byte first = ref MemoryMarshal.GetReference(message);
        int run = at, limit = message.Length, end = 0, length = 0, pointers = 0;
        while (true)
        {
            int start = at;
            uint octet;
            while (true)
            {
                if ((uint)at >= (uint)limit)
                    return -1;
                octet = Unsafe.Add(ref first, (nint)(uint)at);
                if (octet - 1 > 62)
                    break;
                runs.Label(ref first, at, (int)octet);
                at += (int)octet + 1;
            }
            length += at - start;
            if (length > 254)
                return -1;
            runs.Run(ref first, start, at - start, message.Length);
            if (octet == 0)
                return end == 0 ? at + 1 : end;
            if (octet < 0xC0 || at + 1 >= limit)
                return -1;
            if (end == 0)
                end = at + 2;
            int target = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, at))) & 0x3FFF;
            if (target >= run || ++pointers > 127)
                return -1;
            limit = run;
            run = at = target;
        }
    }

    private interface IRunReading
    {
        void Label(ref byte message, int at, int length);

        void Run(ref byte message, int start, int length, int end);
    }

    /// <inheritdoc cref="PlainDns.Skip"/>
    public readonly struct Skip : INameReading
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var nothing = default(Nothing);
            return Walk(message, at, ref nothing);
        }

        private struct Nothing : IRunReading
        {
            public readonly void Label(ref byte message, int at, int length)
            {
            }

            public readonly void Run(ref byte message, int start, int length, int end)
            {
            }
        }
    }

    /// <inheritdoc cref="PlainDns.Expand"/>
    /// <remarks>The scratch memory has room for what is copied too much.</remarks>
    public readonly struct Expand : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var copy = new Copy { Scratch = ref MemoryMarshal.GetReference(scratch) };
            int end = Walk(message, at, ref copy);
            if (end < 0)
                return -1;
            Unsafe.Add(ref copy.Scratch, copy.Length) = 0;
            sum += DnsSums.Name(scratch[..(copy.Length + 1)]);
            return end;
        }

        private ref struct Copy : IRunReading
        {
            public ref byte Scratch;
            public int Length;

            public readonly void Label(ref byte message, int at, int length)
            {
            }

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public void Run(ref byte message, int start, int length, int end)
            {
                ref byte destination = ref Unsafe.Add(ref Scratch, Length);
                ref byte source = ref Unsafe.Add(ref message, start);
                Length += length;
                if (end - start - length < Step)
                {
                    Unsafe.CopyBlockUnaligned(ref destination, ref source, (uint)length);
                    return;
                }
                for (int i = 0; i < length; i += Step)
                    Vector128.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
            }
        }
    }

    /// <inheritdoc cref="PlainDns.Labels"/>
    public readonly struct Labels : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var labels = new Sum { Length = message.Length };
            int end = Walk(message, at, ref labels);
            sum += labels.Value;
            return end;
        }

        private struct Sum : IRunReading
        {
            public ulong Value;
            public int Length;

            // A label that goes on past the end is found out afterwards.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public void Label(ref byte message, int at, int length)
            {
                if (at + length < Length)
                    Value += (ulong)(length * 3 + Unsafe.Add(ref message, at + 1) + Unsafe.Add(ref message, at + length) * 5);
            }

            public readonly void Run(ref byte message, int start, int length, int end)
            {
            }
        }
    }
}
