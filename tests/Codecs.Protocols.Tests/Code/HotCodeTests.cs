namespace Codecs.Protocols.Tests.Code;

/// <summary>
/// The code of the hot paths is what it was, to the instruction, and they allocate nothing: what makes them slower is seen without a clock. A change that is meant is accepted with
/// <c>ACCEPT_SNAPSHOTS=1</c>, and read in the difference; <c>dotnet run -c Release --project benchmarks/Codecs.Benchmarks -- code --listing FILE</c> shows the instructions.
/// </summary>
public sealed class HotCodeTests
{
    [HotCodeFact]
    public void Is_that_of_the_baseline()
    {
        string found = HotCode.Count();
        if (HotCode.IsAccepted)
            File.WriteAllText(HotCode.Baseline, found);
        var differences = Differences(found);
        // Where others keep the machine busy, the compiler may not have been done in time.
        if (differences.Count > 0)
            differences = Differences(HotCode.Count());
        Assert.True(differences.Count == 0, "The code of the hot paths differs (method, bytes, instructions):\n" + string.Join('\n', differences));
    }

    // A count that finds nothing would find no difference either.
    [Fact]
    public void Paths_of_all_kinds_are_counted()
    {
        string[] lines = File.ReadAllLines(HotCode.Baseline);
        foreach (string path in (string[])["HotReading:Chain(", "HotReading:PacketTcpOverIPv6(", "HotWriting:Build(", "HotWriting:Translate(", "HotStreams:Lines(", "MessageReader:TryFindWindow("])
            Assert.Contains(lines, line => line.Contains(path, StringComparison.Ordinal) && int.Parse(line.Split('\t')[2]) > 10);
    }

    private static List<string> Differences(string found)
    {
        string[] expected = File.ReadAllText(HotCode.Baseline).ReplaceLineEndings("\n").Split('\n'), lines = found.Split('\n');
        return [.. expected.Except(lines).Select(line => "- " + line), .. lines.Except(expected).Select(line => "+ " + line)];
    }
}
