using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Code;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>W2: writing DNS responses with one question and four answers, names compressed. The names are at hand as text.</summary>
public class WriteDns : Workload
{
    private const int Messages = 256;
    private const int Room = 512;

    private readonly byte[] _output = new byte[Messages * Room];
    private DnsResponse[] _responses = [];
    private byte[][] _encoded = [];

    /// <inheritdoc/>
    public override string Name => "W2 DNS write, names compressed";

    /// <inheritdoc/>
    public override Span<byte> Output => _output;

    /// <inheritdoc/>
    public override void SetUp()
    {
        _responses = DnsData.Responses(Messages);
        _encoded = [.. _responses.Select(DnsResponse.EncodeNames)];
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Messages)]
    public ulong Spans() => WriteAll<PlainNameWriter>();

    [Benchmark(Description = Best, OperationsPerInvoke = Messages)]
    public ulong Fused() => WriteAll<BestNameWriter>();

    [Benchmark(Description = "DnsName of a text", OperationsPerInvoke = Messages)]
    public ulong Texts()
    {
        var rest = _output.AsSpan();
        foreach (var response in _responses)
            rest = rest[WriteNames(response, rest, response.QuestionText, response.AliasText, response.DomainText, response.MailServerText)..];
        return End(rest);
    }

    [Benchmark(Description = "DnsName of a message", OperationsPerInvoke = Messages)]
    public ulong Received()
    {
        var rest = _output.AsSpan();
        for (int i = 0; i < _responses.Length; i++)
        {
            byte[] names = _encoded[i];
            int at = DnsName.TryParse(names, 0, default, out var question).BytesConsumed;
            at += DnsName.TryParse(names, at, default, out var alias).BytesConsumed;
            at += DnsName.TryParse(names, at, default, out var domain).BytesConsumed;
            DnsName.TryParse(names, at, default, out var mailServer);
            rest = rest[WriteNames(_responses[i], rest, question, alias, domain, mailServer)..];
        }
        return End(rest);
    }

    [Benchmark(Description = "generated: DnsMessage.Writer", OperationsPerInvoke = Messages)]
    public ulong Generated()
    {
        var rest = _output.AsSpan();
        foreach (var response in _responses)
            rest = rest[HotWriting.DnsAnswers(rest, response)..];
        return End(rest);
    }

    private ulong WriteAll<TNames>() where TNames : struct, INameWriting, allows ref struct
    {
        var rest = _output.AsSpan();
        foreach (var response in _responses)
        {
            var names = new TNames();
            rest = rest[DnsWriting.Write(response, rest, ref names)..];
        }
        return End(rest);
    }

    // What comes after a message may have been used while it was written.
    private static ulong End(Span<byte> rest)
    {
        rest[..Room].Clear();
        return (ulong)rest.Length;
    }

    private static int WriteNames(DnsResponse response, Span<byte> message, DnsName question, DnsName alias, DnsName domain, DnsName mailServer)
    {
        var references = new BackReferences();
        var context = default(WriteContext).WithBackReferences(ref references);
        int at = DnsWriting.WriteHeader(message, response.Id);
        at += question.Write(message, at, context);
        at = DnsWriting.WriteQuestion(message, at);

        at += question.Write(message, at, context);
        int data = at = DnsWriting.WriteRecord(message, at, 5, response.TimeToLive);
        at += alias.Write(message, at, context);
        DnsWriting.WriteLength(message, data, at);
        for (uint i = 0; i < 2; i++)
        {
            at += alias.Write(message, at, context);
            at = DnsWriting.WriteRecord(message, at, 1, response.TimeToLive);
            at = DnsWriting.WriteAddress(message, at, response.Address + i);
        }
        at += domain.Write(message, at, context);
        data = at = DnsWriting.WriteRecord(message, at, 15, response.TimeToLive);
        at = DnsWriting.WritePreference(message, at, response.Preference);
        at += mailServer.Write(message, at, context);
        DnsWriting.WriteLength(message, data, at);
        references.Dispose();
        return at;
    }
}
