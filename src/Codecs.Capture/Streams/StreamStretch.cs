using System.IO.Pipelines;

namespace Codecs.Capture.Streams;

/// <summary>Bytes of a stream without a gap among them, on their way to who reads them.</summary>
internal sealed class StreamStretch
{
    // Small, for there may be many streams with little in each; a segment gets a block of its size.
    private static readonly PipeOptions s_options = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: 512, useSynchronizationContext: false);

    public Pipe Pipe { get; } = new(s_options);

    /// <summary>What is missing in front of it; of length 0 for the first.</summary>
    public TcpGap Gap { get; set; }

    public bool HasData { get; set; }

    /// <summary>Bytes that were not read yet.</summary>
    public long Unread { get; set; }

    public void Close()
    {
        Pipe.Writer.Complete();
        Pipe.Reader.Complete();
    }
}
