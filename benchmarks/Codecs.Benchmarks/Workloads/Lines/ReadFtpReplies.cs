using BenchmarkDotNet.Attributes;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>W5: a million reply lines of FTP: code, mark and text.</summary>
public class ReadFtpReplies : Workload
{
    private const int Lines = 1_000_000;
    private const int DamagedLines = 40_000;
    private const int MostBytes = 16386;

    private readonly LinePipe _pipe = new();
    private byte[] _bytes = [];
    private MessageReader<FtpReplyLine>? _reader;

    /// <inheritdoc/>
    public override string Name => "W5 FTP replies";

    /// <inheritdoc/>
    public override void SetUp() => SetUp(LineData.FtpReplies(Lines));

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        SetUp(LineData.Damaged(LineData.FtpReplies(DamagedLines), DamagedLines));
        return true;
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Lines)]
    public ulong ByHand() => PlainMail.FtpReplies(_bytes);

    [Benchmark(Description = Best, OperationsPerInvoke = Lines)]
    public ulong Vectors() => BestMail.FtpReplies(_bytes);

    [Benchmark(Description = "generated: from memory", OperationsPerInvoke = Lines)]
    public ulong Memory()
    {
        ulong sum = 0;
        ReadOnlySpan<byte> rest = _bytes;
        while (true)
        {
            var result = FtpReplyLine.TryParse(rest, out var line);
            if (result)
            {
                sum += PlainMail.Digest((int)line.Code, !line.Mark.IsMore, 0, line.Text.Length);
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
                    sum += PlainMail.Digest((int)line.Code, !line.Mark.IsMore, 0, line.Text.Length);
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
        _reader = _pipe.Reader.AsMessageReader<FtpReplyLine>(MostBytes);
    }
}
