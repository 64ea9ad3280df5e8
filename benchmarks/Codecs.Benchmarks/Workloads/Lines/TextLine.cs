namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>A line, whatever it says.</summary>
[Message, Terminated("\r\n")]
public readonly ref partial struct TextLine
{
    /// <summary>All of it, without its end.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}
