namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>What is done with each name of a message. The decoders are made once for each.</summary>
internal interface INameReading
{
    /// <summary>Reads a name.</summary>
    /// <param name="message">The message, up to where the name must end.</param>
    /// <param name="at">Where the name is.</param>
    /// <param name="scratch">Memory of the caller for a name.</param>
    /// <param name="sum">What was found is added to it.</param>
    /// <returns>Where the name ends; -1 if it is none.</returns>
    static abstract int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum);
}
