using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Codecs.Protocols;

// Writing, with the end of the name replaced by a pointer to where it stands in the message already (RFC 1035 section 4.1.4).
public readonly ref partial struct DnsName
{
    // Names that have the same hash and are not the same are made by an attacker; a longer message is all that he shall gain.
    private const int MostTries = 8;

    /// <summary>Writes the name, as short as what the message already has allows. Only the same spelling is referred to, so that none is lost.</summary>
    /// <param name="message">The DNS message from its start. Room for what is written is enough; what is after it may be overwritten.</param>
    /// <param name="offset">Where to write.</param>
    /// <param name="context">Without a table of what was written, the name is written uncompressed; with <see cref="WriteMode.Preserve"/>, with the pointer that it was received with.</param>
    /// <returns>The bytes written; -1 if there is not enough room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(Span<byte> message, int offset, scoped WriteContext context) =>
        context.HasBackReferences && context.Mode == WriteMode.Compute
            ? WriteReferring(_bytes, _shape, message, offset, isPlain: false, ref context.BackReferences)
            : WriteOther(_bytes, _shape, message, offset, context, isPlain: false);

    /// <summary>Writes the name uncompressed, so that those after it can refer to it.</summary>
    internal int WritePlain(Span<byte> message, int offset, scoped WriteContext context) => WriteOther(_bytes, _shape, message, offset, context, isPlain: true);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteOther(ReadOnlySpan<byte> bytes, ulong shape, Span<byte> message, int offset, scoped WriteContext context, bool isPlain)
    {
        var name = new DnsName(bytes, shape).Measured;
        if (context.Mode == WriteMode.Preserve && name.WriteAsReceived(message, offset) is var kept and not 0)
        {
            if (kept > 0 && context.HasBackReferences)
                name.RememberHead(message, offset, ref context.BackReferences);
            return kept;
        }
        if (context.HasBackReferences)
            return WriteReferring(name._bytes, name._shape, message, offset, isPlain, ref context.BackReferences);
        return name.TryExpand(message[offset..], out int expanded) ? expanded : -1;
    }

    // Where there is room for all of the name it is written first, and then cut. All but the table goes in by value, so that the name need not be in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteReferring(ReadOnlySpan<byte> bytes, ulong shape, Span<byte> message, int offset, bool isPlain, ref BackReferences written)
    {
        var rest = message[offset..];
        if (rest.Length < MaxLength && !Fits(bytes, shape, rest.Length))
            return isPlain ? -1 : WriteInLittleRoom(bytes, shape, message, offset, ref written);
        int length = Expand(bytes, shape, rest);
        int head = FindKnownEnd(message, offset, length, ref written, out int place);
        if (place < 0 || isPlain)
            return length;
        BinaryPrimitives.WriteUInt16BigEndian(rest[head..], (ushort)(PointerMark << 8 | place));
        return head + PointerSize;
    }

    // The name is compared where it has room, behind what is written of the message.
    private static int WriteInLittleRoom(ReadOnlySpan<byte> bytes, ulong shape, Span<byte> message, int offset, ref BackReferences written)
    {
        const int Small = 1024;
        int size = offset + MaxLength;
        byte[]? rented = size > Small ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> scratch = rented ?? stackalloc byte[Small];
        message[..offset].CopyTo(scratch);
        int length = Expand(bytes, shape, scratch[offset..]);
        int head = FindKnownEnd(scratch, offset, length, ref written, out int place);
        bool fits = place >= 0 && head + PointerSize <= message.Length - offset;
        if (fits)
            WriteWithPointer(message[offset..], scratch.Slice(offset, head), PointerMark << 8 | place);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return fits ? head + PointerSize : -1;
    }

    /// <summary>Finds the longest end of a name that stands in a message already, and remembers those that are longer.</summary>
    /// <param name="message">What is written of the message, and behind that the uncompressed name.</param>
    /// <param name="start">Where the name is.</param>
    /// <param name="length">Its octets.</param>
    /// <param name="written">What was written.</param>
    /// <param name="place">Where the end stands; -1 if there is none.</param>
    /// <returns>The octets of the name before that end.</returns>
    private static int FindKnownEnd(ReadOnlySpan<byte> message, int start, int length, ref BackReferences written, out int place)
    {
        int at = start, end = start + length;
        for (int label; (label = message[at]) != 0; at += label + 1)
        {
            // Without the length of the first label, and without the root.
            uint hash = HashOf(message, at + 1, end - 1);
            int cursor = 0;
            for (int tries = 0; tries < MostTries && written.TryFind(hash, ref cursor, out place); tries++)
            {
                if (StandsAt(message, place, start, at, end))
                    return at - start;
            }
            // What cannot be reached by a pointer is not remembered.
            if (at <= MaxPointer)
                written.Add(hash, at);
        }
        place = -1;
        return at - start;
    }

    // Does what stands in the message at that place, before a limit and perhaps with pointers, have the same spelling as the rest of the uncompressed name?
    private static bool StandsAt(ReadOnlySpan<byte> message, int place, int limit, int at, int end)
    {
        while (place < limit)
        {
            int same = message[place] == message[at] ? CommonLength(message, place + 1, at + 1, end - at - 1) + 1 : 0;
            if (at + same == end)
                return place + same <= limit;
            // A pointer, where a label of the name begins; what it leads to lies before the run that it ends.
            int pointer = place + same;
            if (pointer + 1 >= limit || message[pointer] < PointerMark)
                return false;
            int differs = at + same;
            while (at < differs)
                at += message[at] + 1;
            if (at != differs)
                return false;
            limit = place;
            place = PointerAt(message, pointer) & MaxPointer;
        }
        return false;
    }

    // How many octets are the same at two places, of which the second is the later one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CommonLength(ReadOnlySpan<byte> message, int one, int other, int length)
    {
        if (length > Step || message.Length - other < Step)
            return message.Slice(one, length).CommonPrefixLength(message.Slice(other, length));
        // No more than is needed: what was stored at once is loaded without waiting, if nothing else is loaded with it.
        uint differs = length <= Step / 2
            ? ~Vector128.Equals(Vector128.Create(message.Slice(one, Step / 2)), Vector128.Create(message.Slice(other, Step / 2))).ExtractMostSignificantBits()
            : ~Vector256.Equals(Vector256.Create(message.Slice(one, Step)), Vector256.Create(message.Slice(other, Step))).ExtractMostSignificantBits();
        return Math.Min(length, BitOperations.TrailingZeroCount(differs));
    }

    // The name with the pointer that it was received with, if it leads to the same in this message; 0 if not.
    private int WriteAsReceived(Span<byte> message, int offset)
    {
        if (IsText || _bytes.IsEmpty)
            return 0;
        // A name without labels may be a pointer to the root.
        int head = Pointer != 0 ? 0 : Head != 0 ? Head : Length - 1;
        int pointer = Pointer != 0 ? Pointer : Head != 0 ? PointerAt(_bytes, Start + Head) : 0;
        int size = head + (pointer == 0 ? 1 : PointerSize);
        if (size > message.Length - offset)
            return -1;
        if (pointer != 0)
            WriteWithPointer(message[offset..], _bytes.Slice(Start, head), pointer);
        else
            Contiguous.CopyTo(message[offset..]);
        return TryParse(message[..(offset + size)], offset, default, out var written) && IsSpelledAs(written) ? size : 0;
    }

    // Remembers the ends of a name that was written with a pointer, as far as they begin before it.
    private void RememberHead(Span<byte> message, int offset, ref BackReferences written)
    {
        Span<byte> name = stackalloc byte[MaxLength];
        TryExpand(name, out int length);
        for (int at = 0; message[offset + at] is not 0 and <= MaxLabelLength && offset + at <= MaxPointer; at += name[at] + 1)
            written.Add(HashOf(name, at + 1, length - 1), offset + at);
    }

    private static void WriteWithPointer(Span<byte> destination, ReadOnlySpan<byte> head, int pointer)
    {
        head.CopyTo(destination);
        BinaryPrimitives.WriteUInt16BigEndian(destination[head.Length..], (ushort)pointer);
    }

    private bool IsSpelledAs(DnsName other)
    {
        if (Length != other.Length || LabelCount != other.LabelCount)
            return false;
        var others = other.GetEnumerator();
        foreach (var label in this)
        {
            others.MoveNext();
            if (!label.SequenceEqual(others.Current))
                return false;
        }
        return true;
    }

    // Eight octets at a time; the last eight may overlap those before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOf(ReadOnlySpan<byte> message, int from, int to)
    {
        int length = to - from;
        uint hash = (uint)length;
        if (length < sizeof(ulong))
            return BitOperations.Crc32C(hash, FewOctets(message, from, length));
        for (; from <= to - sizeof(ulong); from += sizeof(ulong))
            hash = BitOperations.Crc32C(hash, BinaryPrimitives.ReadUInt64LittleEndian(message.Slice(from, sizeof(ulong))));
        return BitOperations.Crc32C(hash, BinaryPrimitives.ReadUInt64LittleEndian(message.Slice(to - sizeof(ulong), sizeof(ulong))));
    }

    // Less than eight octets, with zeros behind them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FewOctets(ReadOnlySpan<byte> message, int from, int length)
    {
        if (message.Length - from >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64LittleEndian(message.Slice(from, sizeof(ulong))) & (1UL << 8 * length) - 1;
        ulong octets = 0;
        for (int i = 0; i < length; i++)
            octets |= (ulong)message[from + i] << 8 * i;
        return octets;
    }
}
