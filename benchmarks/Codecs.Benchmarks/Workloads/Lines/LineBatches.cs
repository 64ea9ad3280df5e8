namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>Lines as they come through a network: 2,000 at a time, about 60 KiB, and the beginning of the next line with them.</summary>
/// <param name="bytes">All lines. Behind the last batch comes the first again.</param>
internal sealed class LineBatches(byte[] bytes)
{
    /// <summary>Lines that end in a batch.</summary>
    public const int Lines = 2000;

    private const int BytesOfTheNext = 3;

    private readonly int[] _ends = FindEnds(bytes);
    private int _next;

    /// <summary>How many there are.</summary>
    public int Count => _ends.Length;

    /// <summary>The next batch.</summary>
    public ReadOnlySpan<byte> Next()
    {
        int start = _next == 0 ? 0 : _ends[_next - 1], end = _ends[_next];
        _next = (_next + 1) % _ends.Length;
        return bytes.AsSpan(start, end - start);
    }

    private static int[] FindEnds(ReadOnlySpan<byte> bytes)
    {
        var ends = new List<int>();
        for (int at = 0, lines = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != '\n' || ++lines % Lines != 0)
                continue;
            ends.Add(Math.Min(at + 1 + BytesOfTheNext, bytes.Length));
        }
        if (ends.Count == 0 || ends[^1] < bytes.Length)
            ends.Add(bytes.Length);
        return [.. ends];
    }
}
