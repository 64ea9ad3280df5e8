using System.Runtime.CompilerServices;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>The whole message with the generated definitions: parsed and then walked record by record, or read record by record at once.</summary>
internal static class GeneratedDns
{
    /// <inheritdoc cref="PlainDns.Read"/>
    public static ulong Read<TNames>(ReadOnlySpan<byte> source, Span<byte> scratch) where TNames : INameSumming
    {
        if (!DnsMessage.TryParse(source, out var message))
            return 0;
        ulong sum = DnsSums.Header(message.Id, Flags(in message), message.QuestionCount, message.AnswerCount + message.AuthorityCount + message.AdditionalCount);
        foreach (var question in message.Questions)
            sum += TNames.Sum(question.Name, scratch) + DnsSums.Question((int)question.Type, (int)question.Class);
        return TryRead<TNames>(message.Answers, scratch, ref sum)
            && (message.Authorities.IsEmpty || TryRead<TNames>(message.Authorities, scratch, ref sum))
            && (message.Additionals.IsEmpty || TryRead<TNames>(message.Additionals, scratch, ref sum)) ? sum : 0;
    }

    // A method of its own, so that the compiler's budget for inlining is not spent elsewhere.
    /// <inheritdoc cref="PlainDns.Read"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong ReadOnce<TNames>(ReadOnlySpan<byte> source, Span<byte> scratch) where TNames : INameSumming
    {
        var reader = new DnsMessage.Reader(source);
        int others = reader.AuthorityCount + reader.AdditionalCount;
        ulong sum = DnsSums.Header(reader.Id, Flags(in reader), reader.QuestionCount, reader.AnswerCount + others);
        while (reader.TryReadFromQuestions(out var question))
            sum += TNames.Sum(question.Name, scratch) + DnsSums.Question((int)question.Type, (int)question.Class);
        while (reader.TryReadFromAnswers(out var record))
        {
            if (!TryReadRecord<TNames>(in record, scratch, ref sum))
                return 0;
        }
        if (others > 0 && !TryReadOthers<TNames>(reader, scratch, ref sum))
            return 0;
        return reader.Complete() ? sum : 0;
    }

    // Most responses have no others.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadOthers<TNames>(DnsMessage.Reader reader, Span<byte> scratch, ref ulong sum) where TNames : INameSumming
    {
        while (reader.TryReadFromAuthorities(out var record))
        {
            if (!TryReadRecord<TNames>(in record, scratch, ref sum))
                return false;
        }
        while (reader.TryReadFromAdditionals(out var record))
        {
            if (!TryReadRecord<TNames>(in record, scratch, ref sum))
                return false;
        }
        return true;
    }

    private static bool TryReadRecord<TNames>(in DnsRecord record, Span<byte> scratch, ref ulong sum) where TNames : INameSumming
    {
        sum += TNames.Sum(record.Name, scratch) + DnsSums.Record((int)record.Type, (int)record.Class, record.TimeToLive.Seconds, record.Data.Length);
        return TryReadData<TNames>(in record, scratch, ref sum);
    }

    private static bool TryRead<TNames>(MessageList<DnsRecord> section, Span<byte> scratch, ref ulong sum) where TNames : INameSumming
    {
        foreach (var record in section)
        {
            if (!TryReadRecord<TNames>(in record, scratch, ref sum))
                return false;
        }
        return true;
    }

    private static bool TryReadData<TNames>(in DnsRecord record, Span<byte> scratch, ref ulong sum) where TNames : INameSumming
    {
        ParseResult result;
        switch (record.Type)
        {
            case DnsType.A:
                // Of another class it would be another address.
                result = ARecord.TryParse(record.Data, out var a);
                if (!result || result.BytesConsumed != record.Data.Length)
                    return false;
                sum += a.Address.Value;
                return true;
            case DnsType.Cname:
                result = record.TryGet(out CnameRecord cname);
                if (!result || result.BytesConsumed != record.Data.Length)
                    return false;
                sum += TNames.Sum(cname.CanonicalName, scratch);
                return true;
            case DnsType.Mx:
                result = record.TryGet(out MxRecord mx);
                if (!result || result.BytesConsumed != record.Data.Length)
                    return false;
                sum += mx.Preference + TNames.Sum(mx.Exchange, scratch);
                return true;
            default:
                return true;
        }
    }

    private static int Flags(scoped in DnsMessage message) => DnsSums.Flags(
        message.IsResponse, (int)message.Opcode, message.AuthoritativeAnswer, message.Truncation, message.RecursionDesired, message.RecursionAvailable, message.AuthenticData, message.CheckingDisabled, (int)message.ResponseCode);

    private static int Flags(scoped in DnsMessage.Reader reader) => DnsSums.Flags(
        reader.IsResponse, (int)reader.Opcode, reader.AuthoritativeAnswer, reader.Truncation, reader.RecursionDesired, reader.RecursionAvailable, reader.AuthenticData, reader.CheckingDisabled, (int)reader.ResponseCode);

    /// <inheritdoc cref="PlainDns.Skip"/>
    public readonly struct Skip : INameSumming
    {
        public static ulong Sum(DnsName name, Span<byte> scratch) => 0;
    }

    /// <inheritdoc cref="PlainDns.Expand"/>
    public readonly struct Expand : INameSumming
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Sum(DnsName name, Span<byte> scratch)
        {
            name.TryExpand(scratch, out int length);
            return DnsSums.Name(scratch[..length]);
        }
    }

    /// <inheritdoc cref="PlainDns.Labels"/>
    public readonly struct Labels : INameSumming
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Sum(DnsName name, Span<byte> scratch)
        {
            ulong sum = 0;
            foreach (var label in name)
                sum += DnsSums.Label(label);
            return sum;
        }
    }
}
