using Codecs.Conformance;

namespace Codecs.Protocols.Tests;

/// <summary>Every field of every frame, compared with what another reader finds.</summary>
public class ConformanceTests
{
    [Fact]
    public void Our_own_captures_read_as_another_reader_reads_them() =>
        Compare(Path.Combine(Repository.Root, "tests", "Codecs.Conformance"), "Captures", "Expected");

    [CorpusFact]
    public void The_corpus_beside_the_repository_reads_as_another_reader_reads_it() => Compare(Repository.Corpus, "captures", "expected");

    private static void Compare(string folder, string captures, string expected)
    {
        var report = new StringWriter();
        bool isSame = ConformanceRun.Run(Path.Combine(folder, captures), Path.Combine(folder, expected), report);
        Assert.True(isSame, report.ToString());
    }
}
