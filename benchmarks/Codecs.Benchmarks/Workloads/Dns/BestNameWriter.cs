using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>
/// As fast as it can be done: the ends of a name, from the whole of it on, are looked for in a small table by a hash of their text;
/// the labels before the end that was found are copied at once.
/// </summary>
internal struct BestNameWriter : INameWriting
{
    private Places _places;
    private int _count;

    public int Write(Span<byte> message, int at, ReadOnlySpan<byte> text)
    {
        if (text.Length > 253 || message.Length - at < text.Length + 2)
            return WriteNearTheEnd(message, at, text);
        ref byte first = ref MemoryMarshal.GetReference(text);
        ref byte start = ref MemoryMarshal.GetReference(message);
        ref byte destination = ref Unsafe.Add(ref start, at);
        int label = 0;
        while (label < text.Length)
        {
            uint hash = Hash(ref Unsafe.Add(ref first, label), text.Length - label);
            uint slot = hash;
            for (; _places[(int)(slot & (Places.Length - 1))] is var entry and not 0; slot++)
            {
                if (entry >> 16 == hash >> 16 && IsAt(ref start, (int)(entry & 0xFFFF), ref first, label, text.Length))
                {
                    if (label > 0)
                        Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref destination, 1), ref first, (uint)label - 1);
                    SetLengths(ref destination, ref first, label);
                    Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, label), BinaryPrimitives.ReverseEndianness((ushort)(0xC000 | entry & 0x3FFF)));
                    return at + label + 2;
                }
            }
            if (_count < Places.Length / 2 && at + label < 0x4000)
            {
                _places[(int)(slot & (Places.Length - 1))] = hash & 0xFFFF_0000 | (uint)(at + label);
                _count++;
            }
            int dot = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, label), text.Length - label).IndexOf((byte)'.');
            int length = dot < 0 ? text.Length - label : dot;
            if (length is 0 or > 63)
                return -1;
            label += length + 1;
        }
        Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref destination, 1), ref first, (uint)text.Length);
        SetLengths(ref destination, ref first, text.Length + 1);
        Unsafe.Add(ref destination, text.Length + 1) = 0;
        return at + text.Length + 2;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int WriteNearTheEnd(Span<byte> message, int at, ReadOnlySpan<byte> text)
    {
        if (text.Length > 253)
            return -1;
        Span<byte> scratch = stackalloc byte[message.Length + 256];
        message[..at].CopyTo(scratch);
        int end = Write(scratch, at, text);
        if (end < 0 || end > message.Length)
            return -1;
        scratch[at..end].CopyTo(message[at..]);
        return end;
    }

    // The dots of the text before that label are lengths in the message.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetLengths(ref byte destination, ref byte text, int end)
    {
        for (int from = 0; from < end;)
        {
            int dot = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, from), end - 1 - from).IndexOf((byte)'.');
            int length = dot < 0 ? end - 1 - from : dot;
            Unsafe.Add(ref destination, from) = (byte)length;
            from += length + 1;
        }
    }

    // Does the end of the text from that label on stand there?
    private static bool IsAt(ref byte message, int place, ref byte text, int label, int end)
    {
        while (label < end)
        {
            int length = Unsafe.Add(ref message, place);
            while (length >= 0xC0)
            {
                place = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref message, place))) & 0x3FFF;
                length = Unsafe.Add(ref message, place);
            }
            if (length > end - label || (length < end - label && Unsafe.Add(ref text, label + length) != (byte)'.'))
                return false;
            if (!MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, label), length).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref message, place + 1), length)))
                return false;
            place += length + 1;
            label += length + 1;
        }
        while (Unsafe.Add(ref message, place) >= 0xC0)
            place = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref message, place))) & 0x3FFF;
        return Unsafe.Add(ref message, place) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ref byte text, int length)
    {
        uint hash = (uint)length;
        if (length < 8)
        {
            for (int i = 0; i < length; i++)
                hash = BitOperations.Crc32C(hash, Unsafe.Add(ref text, i));
            return hash;
        }
        for (int i = 0; i <= length - 8; i += 8)
            hash = BitOperations.Crc32C(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, i)));
        return BitOperations.Crc32C(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, length - 8)));
    }

    [InlineArray(Length)]
    private struct Places
    {
        public const int Length = 32;

        private uint _first;
    }
}
