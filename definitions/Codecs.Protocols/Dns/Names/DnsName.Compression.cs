using System.Buffers.Binary;
using System.Numerics;

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
    public int Write(Span<byte> message, int offset, scoped WriteContext context) => Write(message, offset, context, isPlain: false);

    /// <summary>Writes the name uncompressed, so that those after it can refer to it.</summary>
    internal int WritePlain(Span<byte> message, int offset, scoped WriteContext context) => Write(message, offset, context, isPlain: true);

    private int Write(Span<byte> message, int offset, scoped WriteContext context, bool isPlain)
    {
        if (IsUnmeasured)
            return Measure().Write(message, offset, context, isPlain);
        if (context.Mode == WriteMode.Preserve && WriteAsReceived(message, offset) is var kept and not 0)
        {
            if (kept > 0 && context.HasBackReferences)
                RememberHead(message, offset, ref context.BackReferences);
            return kept;
        }
        if (!context.HasBackReferences)
            return TryExpand(message[offset..], out int expanded) ? expanded : -1;
        if (IsContiguous)
            return WriteContiguous(message, offset, isPlain, ref context.BackReferences);
        // Where there is room for all of the name it is written first, and then cut.
        if (!TryExpand(message[offset..], out int length))
            return isPlain ? -1 : WriteInLittleRoom(message, offset, ref context.BackReferences);
        int head = FindKnownEnd(message[..offset], message.Slice(offset, length), offset, ref context.BackReferences, out int place);
        if (place < 0 || isPlain)
            return length;
        BinaryPrimitives.WriteUInt16BigEndian(message[(offset + head)..], (ushort)(PointerMark << 8 | place));
        return head + PointerSize;
    }

    private int WriteContiguous(Span<byte> message, int offset, bool isPlain, ref BackReferences written)
    {
        var name = Contiguous;
        int head = FindKnownEnd(message[..offset], name, offset, ref written, out int place);
        bool isWhole = place < 0 || isPlain;
        int size = isWhole ? name.Length : head + PointerSize;
        if (size > message.Length - offset)
            return -1;
        Copy(_bytes, Start, message, offset, isWhole ? size : head);
        if (!isWhole)
            BinaryPrimitives.WriteUInt16BigEndian(message[(offset + head)..], (ushort)(PointerMark << 8 | place));
        return size;
    }

    private int WriteInLittleRoom(Span<byte> message, int offset, ref BackReferences written)
    {
        Span<byte> name = stackalloc byte[MaxLength];
        TryExpand(name, out int length);
        int head = FindKnownEnd(message[..offset], name[..length], offset, ref written, out int place);
        if (place < 0 || head + PointerSize > message.Length - offset)
            return -1;
        WriteWithPointer(message[offset..], name[..head], PointerMark << 8 | place);
        return head + PointerSize;
    }

    /// <summary>Finds the longest end of a name that stands in a message already, and remembers those that are longer.</summary>
    /// <param name="message">What is written of the message.</param>
    /// <param name="name">The uncompressed name.</param>
    /// <param name="offset">Where it will stand.</param>
    /// <param name="written">What was written.</param>
    /// <param name="place">Where the end stands; -1 if there is none.</param>
    /// <returns>The octets of the name before that end.</returns>
    private static int FindKnownEnd(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name, int offset, ref BackReferences written, out int place)
    {
        int at = 0;
        for (; name[at] != 0; at += name[at] + 1)
        {
            var end = name[at..];
            uint hash = HashOf(end);
            int cursor = 0;
            for (int tries = 0; tries < MostTries && written.TryFind(hash, ref cursor, out place); tries++)
            {
                if (StandsAt(message, place, end))
                    return at;
            }
            // What cannot be reached by a pointer is not remembered.
            if (offset + at <= MaxPointer)
                written.Add(hash, offset + at);
        }
        place = -1;
        return at;
    }

    // Is what stands in the message at that place, perhaps with pointers, this uncompressed name in the same spelling?
    private static bool StandsAt(ReadOnlySpan<byte> message, int place, ReadOnlySpan<byte> name)
    {
        if (place <= message.Length - name.Length && message.Slice(place, name.Length).SequenceEqual(name))
            return true;
        int limit = message.Length;
        for (int at = 0; at < name.Length;)
        {
            if (place >= limit)
                return false;
            int octet = message[place];
            if (octet >= PointerMark)
            {
                if (place + 1 >= limit)
                    return false;
                limit = place;
                place = PointerAt(message, place) & MaxPointer;
                continue;
            }
            int size = octet + 1;
            if (octet != name[at] || place + size > limit || !message.Slice(place, size).SequenceEqual(name.Slice(at, size)))
                return false;
            place += size;
            at += size;
        }
        return true;
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
            written.Add(HashOf(name[at..length]), offset + at);
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
    private static uint HashOf(ReadOnlySpan<byte> name)
    {
        uint hash = (uint)name.Length;
        if (name.Length < sizeof(ulong))
        {
            foreach (byte octet in name)
                hash = BitOperations.Crc32C(hash, octet);
            return hash;
        }
        for (int at = 0; at <= name.Length - sizeof(ulong); at += sizeof(ulong))
            hash = BitOperations.Crc32C(hash, BinaryPrimitives.ReadUInt64LittleEndian(name[at..]));
        return BitOperations.Crc32C(hash, BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]));
    }
}
