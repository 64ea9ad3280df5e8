namespace Codecs.Tests.Streams;

/// <summary>A stream put together in the plainest way: a place for each byte, filled by the first segment that has it.</summary>
internal sealed class ReferenceStream(uint first)
{
    private readonly Dictionary<long, byte> _bytes = [];

    public bool HasConflict { get; private set; }

    /// <summary>Set by who adds the segments.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Bytes before the first that is missing.</summary>
    public byte[] Contiguous
    {
        get
        {
            var bytes = new List<byte>();
            while (_bytes.TryGetValue(bytes.Count, out byte value))
                bytes.Add(value);
            return [.. bytes];
        }
    }

    /// <summary>Is something there behind what is missing?</summary>
    public bool HasGap => _bytes.Count > Contiguous.Length;

    /// <summary>All that is there, with <c>_</c> for what is missing.</summary>
    public string Text => new([.. Enumerable.Range(0, _bytes.Count == 0 ? 0 : (int)_bytes.Keys.Max() + 1).Select(at => _bytes.TryGetValue(at, out byte value) ? (char)value : '_')]);

    public void Add(uint number, ReadOnlySpan<byte> payload)
    {
        // No stream of a test is longer than half of the numbers.
        long at = (int)(number - first);
        foreach (byte value in payload)
        {
            if (at >= 0 && !_bytes.TryAdd(at, value))
                HasConflict |= _bytes[at] != value;
            at++;
        }
    }
}
