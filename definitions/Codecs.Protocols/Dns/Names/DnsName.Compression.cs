using System.Buffers.Binary;

namespace Codecs.Protocols;

// Writing, with the end of the name replaced by a pointer to where it stands in the message already (RFC 1035 section 4.1.4).
public readonly ref partial struct DnsName
{
    /// <summary>Writes the name, as short as what the message already has allows. Only the same spelling is referred to, so that none is lost.</summary>
    /// <param name="message">The DNS message from its start; only room for what is written is needed.</param>
    /// <param name="offset">Where to write.</param>
    /// <param name="context">Without a table of what was written, the name is written uncompressed; with <see cref="WriteMode.Preserve"/>, with the pointer that it was received with.</param>
    /// <returns>The bytes written; -1 if there is not enough room.</returns>
    public int Write(Span<byte> message, int offset, scoped WriteContext context) => Write(message, offset, context, isPlain: false);

    /// <summary>Writes the name uncompressed, so that those after it can refer to it.</summary>
    internal int WritePlain(Span<byte> message, int offset, scoped WriteContext context) => Write(message, offset, context, isPlain: true);

    private int Write(Span<byte> message, int offset, scoped WriteContext context, bool isPlain)
    {
        int size = 0;
        if (context.Mode == WriteMode.Preserve)
            size = WriteAsReceived(message, offset);
        if (size == 0 && !context.HasBackReferences)
            size = TryExpand(message[offset..], out int expanded) ? expanded : -1;
        if (size < 0 || !context.HasBackReferences)
            return size;
        if (IsContiguous)
            return WriteAfterOthers(message, offset, Contiguous, isPlain, size, ref context.BackReferences);
        Span<byte> name = stackalloc byte[MaxLength];
        TryExpand(name, out int length);
        return WriteAfterOthers(message, offset, name[..length], isPlain, size, ref context.BackReferences);
    }

    /// <summary>
    /// Writes an uncompressed name, if it was not written yet, and remembers it. The ends of a name are remembered under a hash of a
    /// label and the place of what follows it: going from the last label to the first, each is looked at once.
    /// </summary>
    private int WriteAfterOthers(Span<byte> message, int offset, ReadOnlySpan<byte> name, bool isPlain, int size, ref BackReferences written)
    {
        Span<byte> labels = stackalloc byte[MaxLabels + 1];
        int labelCount = LabelCount, at = 0;
        for (int i = 0; i < labelCount; i++)
        {
            labels[i] = (byte)at;
            at += name[at] + 1;
        }

        // From that label on the name stands in the message, at that place.
        int known = labelCount, place = NameInMessage.Root;
        uint hash = 0;
        var names = new NameInMessage(message[..offset]);
        while (known > 0)
        {
            var label = LabelAt(name, labels[known - 1]);
            hash = HashOf(label, place);
            if (!names.TryFind(label, place, hash, in written, out int found))
                break;
            place = found;
            known--;
        }

        int own = size == 0 ? known : Math.Min(known, OwnLabels(message, offset));
        if (size == 0)
        {
            int head = known == labelCount ? at : labels[known];
            size = isPlain || place == NameInMessage.Root ? name.Length : head + PointerSize;
            if (size > message.Length - offset)
                return -1;
            if (size == name.Length)
                name.CopyTo(message[offset..]);
            else
                WriteWithPointer(message[offset..], name[..head], PointerMark << 8 | place);
        }
        if (own == known)
            Remember(offset, name, labels[..known], place, hash, ref written);
        return size;
    }

    // What cannot be reached by a pointer is not remembered.
    private static void Remember(int offset, ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels, int place, uint hash, ref BackReferences written)
    {
        for (int i = labels.Length - 1; i >= 0 && offset + labels[i] <= MaxPointer; i--)
        {
            if (i < labels.Length - 1)
                hash = HashOf(LabelAt(name, labels[i]), place);
            place = offset + labels[i];
            written.Add(hash, place);
        }
    }

    // The name with the pointer that it was received with, if it leads to the same in this message; 0 if not.
    private int WriteAsReceived(Span<byte> message, int offset)
    {
        if (IsText || _bytes.IsEmpty)
            return 0;
        int head = 0, pointer = _pointer;
        if (pointer == 0)
        {
            int at = _start;
            for (int left = LabelCount; left > 0 && _bytes[at] <= MaxLabelLength; left--)
                at += _bytes[at] + 1;
            head = at - _start;
            if (_bytes[at] >= PointerMark)
                pointer = PointerAt(_bytes, at);
        }
        int size = head + (pointer == 0 ? 1 : PointerSize);
        if (size > message.Length - offset)
            return -1;
        if (pointer != 0)
            WriteWithPointer(message[offset..], _bytes.Slice(_start, head), pointer);
        else
            Contiguous.CopyTo(message[offset..]);
        return TryParse(message[..(offset + size)], offset, default, out var written) && IsSpelledAs(written) ? size : 0;
    }

    private static void WriteWithPointer(Span<byte> destination, ReadOnlySpan<byte> head, int pointer)
    {
        head.CopyTo(destination);
        BinaryPrimitives.WriteUInt16BigEndian(destination[head.Length..], (ushort)pointer);
    }

    // The labels of a written name before its pointer.
    private static int OwnLabels(ReadOnlySpan<byte> message, int offset)
    {
        int labels = 0;
        for (; message[offset] is not 0 and <= MaxLabelLength; offset += message[offset] + 1)
            labels++;
        return labels;
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

    private static ReadOnlySpan<byte> LabelAt(ReadOnlySpan<byte> name, int at) => name.Slice(at + 1, name[at]);

    // All of a label of up to 32 octets; two labels that differ only in the middle of more than that are told apart by comparing.
    private static uint HashOf(ReadOnlySpan<byte> label, int place)
    {
        ulong hash = (ulong)label.Length << 32 | (uint)place;
        if (label.Length >= sizeof(ulong))
        {
            hash = hash * Multiplier ^ BinaryPrimitives.ReadUInt64LittleEndian(label);
            hash = hash * Multiplier ^ BinaryPrimitives.ReadUInt64LittleEndian(label[^8..]);
            if (label.Length > 2 * sizeof(ulong))
            {
                hash = hash * Multiplier ^ BinaryPrimitives.ReadUInt64LittleEndian(label[8..]);
                hash = hash * Multiplier ^ BinaryPrimitives.ReadUInt64LittleEndian(label[^16..]);
            }
        }
        else if (label.Length >= sizeof(uint))
        {
            hash = hash * Multiplier ^ ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(label) << 32 | BinaryPrimitives.ReadUInt32LittleEndian(label[^4..]));
        }
        else
        {
            foreach (byte octet in label)
                hash = hash * Multiplier ^ octet;
        }
        return (uint)(hash * Multiplier >> 32);
    }

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
}
