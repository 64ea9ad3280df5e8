using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Packets;

/// <summary>Frames of captures, and their beginnings: no exception, no allocation, every layer where it says. The fuzzer's option <c>--captures</c> takes every beginning.</summary>
public sealed class CaptureFrameTests
{
    private const int Step = 7;

    [Fact]
    public void EveryFrameOfOurCaptures() => Check(Repository.Captures, step: 1, least: 500);

    [CorpusFact]
    public void EveryFrameOfOthers() => Check(Path.Combine(Repository.Corpus, "captures"), Step, least: 30_000);

    private static void Check(string folder, int step, int least)
    {
        var frames = new CaptureFrames();
        frames.Check(folder, step);
        Assert.Equal("", string.Join("\n", frames.Faults.Take(10)));
        Assert.InRange(frames.Frames, least, int.MaxValue);
    }
}
