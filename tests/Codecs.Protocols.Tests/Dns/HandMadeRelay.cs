using System.Buffers.Binary;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Reads a DNS message by hand and writes it anew, name by name: what names need of a message, and nothing else.</summary>
internal static class HandMadeRelay
{
    private const int Header = 12;

    // Octets before the first name in the data of a record, and how many names there are.
    private static (int Before, int Names, bool IsPlain) NamesOf(int type) => type switch
    {
        2 or 5 or 12 or 7 or 8 or 9 => (0, 1, false),
        6 or 14 => (0, 2, false),
        15 => (2, 1, false),
        17 => (0, 2, true),
        18 or 21 or 36 => (2, 1, true),
        26 => (2, 2, true),
        33 => (6, 1, true),
        39 or 47 or 30 => (0, 1, true),
        46 or 24 => (18, 1, true),
        _ => default,
    };

    /// <summary>Writes a message anew.</summary>
    /// <param name="source">The message.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="mode">How it is written.</param>
    /// <param name="isCompressed">Is there a table of what was written?</param>
    /// <returns>The bytes written; -1 if there is not enough room; -2 if the message is not what it should be.</returns>
    public static int Write(ReadOnlySpan<byte> source, Span<byte> destination, WriteMode mode = WriteMode.Compute, bool isCompressed = true)
    {
        var references = new BackReferences();
        try
        {
            var plain = new WriteContext { Mode = mode };
            return Write(source, destination, isCompressed ? plain.WithBackReferences(ref references) : plain);
        }
        finally
        {
            references.Dispose();
        }
    }

    /// <summary>Where the names of a message stand, and which are not to be compressed when written.</summary>
    public static List<(int Offset, bool IsPlain)> NamesIn(ReadOnlySpan<byte> message)
    {
        var found = new List<(int, bool)>();
        if (message.Length < Header)
            return found;
        int at = Header;
        for (int i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(message[4..]) && Find(message, ref at, false, found); i++)
            at += 4;
        int records = BinaryPrimitives.ReadUInt16BigEndian(message[6..]) + BinaryPrimitives.ReadUInt16BigEndian(message[8..]) + BinaryPrimitives.ReadUInt16BigEndian(message[10..]);
        for (int i = 0; i < records && Find(message, ref at, false, found) && at + 10 <= message.Length; i++)
        {
            var (before, names, isPlain) = NamesOf(BinaryPrimitives.ReadUInt16BigEndian(message[at..]));
            int data = at + 10, end = data + BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
            if (end > message.Length)
                break;
            at = data + before;
            while (names-- > 0 && Find(message[..end], ref at, isPlain, found))
            {
            }
            at = end;
        }
        return found;

        static bool Find(ReadOnlySpan<byte> message, ref int at, bool isPlain, List<(int, bool)> found)
        {
            var result = DnsName.TryParse(message, Math.Min(at, message.Length), default, out _);
            if (result)
                found.Add((at, isPlain));
            at += result.BytesConsumed;
            return result;
        }
    }

    private static int Write(ReadOnlySpan<byte> source, Span<byte> destination, WriteContext context)
    {
        if (source.Length < Header)
            return -2;
        if (destination.Length < Header)
            return -1;
        source[..Header].CopyTo(destination);
        int from = Header, to = Header;
        for (int i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(source[4..]); i++)
        {
            if (WriteName(source, ref from, destination, ref to, context, false) is var fault and < 0 || Copy(source, ref from, 4, destination, ref to) is < 0 and var other && (fault = other) < 0)
                return fault;
        }
        int records = BinaryPrimitives.ReadUInt16BigEndian(source[6..]) + BinaryPrimitives.ReadUInt16BigEndian(source[8..]) + BinaryPrimitives.ReadUInt16BigEndian(source[10..]);
        for (int i = 0; i < records; i++)
        {
            if (WriteRecord(source, ref from, destination, ref to, context) is var fault and < 0)
                return fault;
        }
        return to;
    }

    private static int WriteRecord(ReadOnlySpan<byte> source, ref int from, Span<byte> destination, ref int to, WriteContext context)
    {
        int fault = WriteName(source, ref from, destination, ref to, context, false);
        if (fault < 0)
            return fault;
        int type = from + 10 <= source.Length ? BinaryPrimitives.ReadUInt16BigEndian(source[from..]) : 0;
        fault = Copy(source, ref from, 10, destination, ref to);
        if (fault < 0)
            return fault;
        int end = from + BinaryPrimitives.ReadUInt16BigEndian(source[(from - 2)..]), data = to;
        if (end > source.Length)
            return -2;
        var (before, names, isPlain) = NamesOf(type);
        if (end > from)
        {
            fault = Copy(source[..end], ref from, before, destination, ref to);
            for (; fault >= 0 && names > 0; names--)
                fault = WriteName(source[..end], ref from, destination, ref to, context, isPlain);
            if (fault >= 0)
                fault = Copy(source, ref from, end - from, destination, ref to);
        }
        if (fault >= 0)
            BinaryPrimitives.WriteUInt16BigEndian(destination[(data - 2)..], (ushort)(to - data));
        return fault;
    }

    private static int WriteName(ReadOnlySpan<byte> source, ref int from, Span<byte> destination, ref int to, WriteContext context, bool isPlain)
    {
        var result = DnsName.TryParse(source, from, default, out var name);
        if (!result)
            return -2;
        from += result.BytesConsumed;
        int written = isPlain ? ((DnsPlainName)name).Write(destination, to, context) : name.Write(destination, to, context);
        to += Math.Max(written, 0);
        return written;
    }

    private static int Copy(ReadOnlySpan<byte> source, ref int from, int length, Span<byte> destination, ref int to)
    {
        if (from + length > source.Length)
            return -2;
        if (to + length > destination.Length)
            return -1;
        source.Slice(from, length).CopyTo(destination[to..]);
        from += length;
        to += length;
        return 0;
    }
}
