using System.Buffers.Binary;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>How one reads a DNS message by hand: a position, every length checked, names by a loop over labels.</summary>
internal static class PlainDns
{
    private const int HeaderSize = 12;
    private const int RecordSize = 10;

    /// <summary>Reads a message.</summary>
    /// <returns>A number of all that was found; 0 if anything is wrong.</returns>
    public static ulong Read<TNames>(ReadOnlySpan<byte> message, Span<byte> scratch) where TNames : INameReading
    {
        if (message.Length < HeaderSize)
            return 0;
        int questions = BinaryPrimitives.ReadUInt16BigEndian(message[4..]);
        int records = BinaryPrimitives.ReadUInt16BigEndian(message[6..])
            + BinaryPrimitives.ReadUInt16BigEndian(message[8..])
            + BinaryPrimitives.ReadUInt16BigEndian(message[10..]);
        ulong sum = DnsSums.Header(BinaryPrimitives.ReadUInt16BigEndian(message), Flags(BinaryPrimitives.ReadUInt16BigEndian(message[2..])), questions, records);
        int at = HeaderSize;
        for (int i = 0; i < questions; i++)
        {
            at = TNames.Read(message, at, scratch, ref sum);
            if (at < 0 || message.Length - at < 4)
                return 0;
            sum += DnsSums.Question(BinaryPrimitives.ReadUInt16BigEndian(message[at..]), BinaryPrimitives.ReadUInt16BigEndian(message[(at + 2)..]));
            at += 4;
        }
        for (int i = 0; i < records; i++)
        {
            at = TNames.Read(message, at, scratch, ref sum);
            if (at < 0 || message.Length - at < RecordSize)
                return 0;
            var header = message.Slice(at, RecordSize);
            int type = BinaryPrimitives.ReadUInt16BigEndian(header);
            int length = BinaryPrimitives.ReadUInt16BigEndian(header[8..]);
            sum += DnsSums.Record(type, BinaryPrimitives.ReadUInt16BigEndian(header[2..]), BinaryPrimitives.ReadUInt32BigEndian(header[4..]), length);
            at += RecordSize;
            if (message.Length - at < length)
                return 0;
            if (!ReadData<TNames>(message[..(at + length)], at, type, scratch, ref sum))
                return 0;
            at += length;
        }
        return sum;
    }

    private static int Flags(int flags) => DnsSums.Flags(
        (flags & 0x8000) != 0, flags >> 11 & 0xF, (flags & 0x0400) != 0, (flags & 0x0200) != 0, (flags & 0x0100) != 0, (flags & 0x0080) != 0, (flags & 0x0020) != 0, (flags & 0x0010) != 0, flags & 0xF);

    private static bool ReadData<TNames>(ReadOnlySpan<byte> message, int at, int type, Span<byte> scratch, ref ulong sum) where TNames : INameReading
    {
        switch (type)
        {
            case 1:
                if (message.Length - at != 4)
                    return false;
                sum += BinaryPrimitives.ReadUInt32BigEndian(message[at..]);
                return true;
            case 5:
                return TNames.Read(message, at, scratch, ref sum) == message.Length;
            case 15:
                if (message.Length - at < 2)
                    return false;
                sum += BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
                return TNames.Read(message, at + 2, scratch, ref sum) == message.Length;
            default:
                return true;
        }
    }

    /// <summary>Names are checked to their end, and that is all.</summary>
    public readonly struct Skip : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var labels = new PlainLabels(message, at);
            while (labels.MoveNext())
            {
            }
            return labels.End;
        }
    }

    /// <summary>Names are copied as they are uncompressed.</summary>
    public readonly struct Expand : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var labels = new PlainLabels(message, at);
            int length = 0;
            while (labels.MoveNext())
            {
                scratch[length] = (byte)labels.Current.Length;
                labels.Current.CopyTo(scratch[(length + 1)..]);
                length += labels.Current.Length + 1;
            }
            if (labels.End < 0)
                return -1;
            scratch[length] = 0;
            sum += DnsSums.Name(scratch[..(length + 1)]);
            return labels.End;
        }
    }

    /// <summary>Labels are looked at where they are.</summary>
    public readonly struct Labels : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var labels = new PlainLabels(message, at);
            while (labels.MoveNext())
                sum += DnsSums.Label(labels.Current);
            return labels.End;
        }
    }
}
