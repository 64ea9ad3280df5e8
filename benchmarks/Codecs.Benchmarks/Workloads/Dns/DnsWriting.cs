using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>What of a response is not names.</summary>
internal static class DnsWriting
{
    private const int HeaderSize = 12;

    public static int Write<TNames>(DnsResponse response, Span<byte> message, ref TNames names) where TNames : struct, INameWriting, allows ref struct
    {
        int at = WriteHeader(message, response.Id);
        at = names.Write(message, at, response.QuestionText);
        if (at < 0)
            return -1;
        at = WriteQuestion(message, at);

        at = names.Write(message, at, response.QuestionText);
        if (at < 0)
            return -1;
        int data = WriteRecord(message, at, 5, response.TimeToLive);
        at = names.Write(message, data, response.AliasText);
        if (at < 0)
            return -1;
        WriteLength(message, data, at);
        for (uint i = 0; i < 2; i++)
        {
            at = names.Write(message, at, response.AliasText);
            if (at < 0)
                return -1;
            at = WriteRecord(message, at, 1, response.TimeToLive);
            at = WriteAddress(message, at, response.Address + i);
        }
        at = names.Write(message, at, response.DomainText);
        if (at < 0)
            return -1;
        data = at = WriteRecord(message, at, 15, response.TimeToLive);
        at = WritePreference(message, at, response.Preference);
        at = names.Write(message, at, response.MailServerText);
        if (at < 0)
            return -1;
        WriteLength(message, data, at);
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteHeader(Span<byte> message, ushort id)
    {
        var header = message[..HeaderSize];
        BinaryPrimitives.WriteUInt16BigEndian(header, id);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], 0x8180);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], 0);
        return HeaderSize;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteQuestion(Span<byte> message, int at)
    {
        BinaryPrimitives.WriteUInt32BigEndian(message[at..], 0x0001_0001);
        return at + 4;
    }

    /// <summary>Type, class, time to live, and room for the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteRecord(Span<byte> message, int at, ushort type, uint timeToLive)
    {
        var record = message.Slice(at, 10);
        BinaryPrimitives.WriteUInt16BigEndian(record, type);
        BinaryPrimitives.WriteUInt16BigEndian(record[2..], 1);
        BinaryPrimitives.WriteUInt32BigEndian(record[4..], timeToLive);
        BinaryPrimitives.WriteUInt16BigEndian(record[8..], 4);
        return at + 10;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteLength(Span<byte> message, int data, int end) =>
        BinaryPrimitives.WriteUInt16BigEndian(message[(data - 2)..], (ushort)(end - data));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteAddress(Span<byte> message, int at, uint address)
    {
        BinaryPrimitives.WriteUInt32BigEndian(message[at..], address);
        return at + 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WritePreference(Span<byte> message, int at, ushort preference)
    {
        BinaryPrimitives.WriteUInt16BigEndian(message[at..], preference);
        return at + 2;
    }
}
