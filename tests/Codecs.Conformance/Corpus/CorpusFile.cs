using System.IO.Compression;

namespace Codecs.Conformance.Corpus;

/// <summary>A capture and what the other reader says of it.</summary>
/// <param name="Name">The capture's path below the folder of captures, with slashes.</param>
/// <param name="Capture">Its file.</param>
/// <param name="Expectation">The file with a line for each frame; it may be missing.</param>
internal sealed record CorpusFile(string Name, string Capture, string Expectation)
{
    private const string Extension = ".jsonl.gz";

    public static IReadOnlyList<CorpusFile> Find(string captures, string expected) =>
        Names(expected, $"*{Extension}").Select(name => name[..^Extension.Length])
            .Union(Names(captures, "*.pcap*"))
            .Order(StringComparer.Ordinal)
            .Select(name => new CorpusFile(name.Replace('\\', '/'), Path.Combine(captures, name), Path.Combine(expected, name + Extension)))
            .ToArray();

    public IEnumerable<ExpectedFrame> ReadExpectation()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Expectation), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return new ExpectedFrame(line);
    }

    private static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file));
}
