using BenchmarkDotNet.Attributes;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>W5: a million command lines of SMTP: verb and arguments.</summary>
public class ReadSmtpCommands : Workload
{
    private const int Lines = 1_000_000;
    private const int DamagedLines = 40_000;
    private const int MostBytes = 12290;

    private readonly LinePipe _pipe = new();
    private byte[] _bytes = [];
    private MessageReader<SmtpCommand>? _reader;

    /// <inheritdoc/>
    public override string Name => "W5 SMTP commands";

    /// <inheritdoc/>
    public override void SetUp() => SetUp(LineData.Commands(Lines));

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        SetUp(LineData.Damaged(LineData.Commands(DamagedLines), DamagedLines));
        return true;
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Lines)]
    public ulong ByHand() => PlainMail.Commands(_bytes);

    [Benchmark(Description = Best, OperationsPerInvoke = Lines)]
    public ulong Vectors() => BestMail.Commands(_bytes);

    [Benchmark(Description = "generated: from memory", OperationsPerInvoke = Lines)]
    public ulong Memory()
    {
        ulong sum = 0;
        ReadOnlySpan<byte> rest = _bytes;
        while (true)
        {
            var result = SmtpCommand.TryParse(rest, out var line);
            if (result)
            {
                sum += PlainMail.Digest(line.Verb.Value, line.Arguments.Length);
                rest = rest[result.BytesConsumed..];
            }
            else if (!TrySkip(result, ref rest))
            {
                return sum;
            }
        }
    }

    [Benchmark(Description = "generated: MessageReader, with filling the pipe", OperationsPerInvoke = Lines)]
    public ulong Reader()
    {
        ulong sum = 0;
        int at = 0;
        while (_pipe.TryWrite(_bytes, ref at))
        {
            _reader!.WaitToReadAsync().GetAwaiter().GetResult();
            while (_reader.TryRead(out var line, out var result) || TrySkip(result))
            {
                if (result)
                    sum += PlainMail.Digest(line.Verb.Value, line.Arguments.Length);
            }
        }
        return sum;
    }

    private static bool TrySkip(ParseResult result, ref ReadOnlySpan<byte> rest)
    {
        if (!result.IsMalformed)
            return false;
        rest = rest[(rest.IndexOf("\r\n"u8) + 2)..];
        return true;
    }

    private bool TrySkip(ParseResult result)
    {
        if (!result.IsMalformed)
            return false;
        _reader!.SkipPast("\r\n"u8);
        return true;
    }

    private void SetUp(byte[] bytes)
    {
        _bytes = bytes;
        _reader?.Dispose();
        _reader = _pipe.Reader.AsMessageReader<SmtpCommand>(MostBytes);
    }
}
