namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Writes names into one message, compressed against those that it has written.</summary>
internal interface INameWriting
{
    /// <summary>Writes a name.</summary>
    /// <returns>Where it ends; -1 if there is not enough room, or if the text is no name.</returns>
    int Write(Span<byte> message, int at, ReadOnlySpan<byte> text);
}
