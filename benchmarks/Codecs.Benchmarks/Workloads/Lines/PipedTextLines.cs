using BenchmarkDotNet.Attributes;
using Codecs.Pipelines;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>W7: lines, from a pipe that is full.</summary>
public class PipedTextLines : PipedLines
{
    private MessageReader<TextLine>? _reader;

    /// <inheritdoc/>
    public override string Name => "W7 lines, full pipe";

    /// <inheritdoc/>
    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Batch)]
    public override ulong ByHand() => ReadByHand();

    /// <inheritdoc/>
    [Benchmark(Description = Best, OperationsPerInvoke = Batch)]
    public override ulong FromMemory()
    {
        ulong sum = 0;
        var rest = Memory.Unread;
        while (true)
        {
            var result = TextLine.TryParse(rest, out var line);
            if (result)
            {
                sum += PlainLines.Digest(line.Text);
                rest = rest[result.BytesConsumed..];
            }
            else if (result.IsMalformed && LineMemory.FindEnd(rest) is > 0 and var end)
            {
                rest = rest[end..];
            }
            else
            {
                Memory.Keep(rest.Length);
                return sum;
            }
        }
    }

    /// <inheritdoc/>
    [Benchmark(Description = "generated: MessageReader", OperationsPerInvoke = Batch)]
    public override ulong Reader()
    {
        ulong sum = 0;
        _reader!.WaitToReadAsync().GetAwaiter().GetResult();
        while (_reader.TryRead(out var line, out var result) || TrySkip(result))
        {
            if (result)
                sum += PlainLines.Digest(line.Text);
        }
        return sum;
    }

    /// <inheritdoc/>
    protected override byte[] MakeLines(int count) => LineData.Commands(count);

    /// <inheritdoc/>
    protected override ulong ReadLine(ReadOnlySpan<byte> line) => PlainLines.Digest(line);

    /// <inheritdoc/>
    protected override void Open()
    {
        _reader?.Dispose();
        _reader = Pipe.Reader.AsMessageReader<TextLine>(PlainLines.MostBytes);
    }

    private bool TrySkip(ParseResult result)
    {
        if (!result.IsMalformed)
            return false;
        _reader!.SkipPast("\r\n"u8);
        return true;
    }
}
