namespace Codecs.Package.Tests;

/// <summary>The packages promise what they promised before. A change that is meant is accepted with <c>ACCEPT_SNAPSHOTS=1</c>, and read in the difference.</summary>
[Collection("Feed")]
public sealed class PublicApiTests(Feed feed)
{
    [Theory]
    [InlineData("Codecs", true)]
    [InlineData("Codecs.Capture", true)]
    [InlineData("Codecs.Protocols", false)]
    public void Is_that_of_the_baseline(string package, bool isWhole)
    {
        string folder = Path.Combine(feed.Root, "api");
        Directory.CreateDirectory(folder);
        foreach (string name in (string[])["Codecs", "Codecs.Protocols", "Codecs.Capture"])
        {
            using var archive = feed.Open(name);
            using var assembly = archive.GetEntry($"lib/net10.0/{name}.dll")!.Open();
            using var file = new FileStream(Path.Combine(folder, name + ".dll"), FileMode.OpenOrCreate);
            assembly.CopyTo(file);
        }
        string baseline = Path.Combine(Repository.Root, "tests", "Codecs.Package.Tests", "Baselines", $"PublicApiTests.{package}.verified.txt");
        string found = string.Join('\n', PublicApi.Of(Path.Combine(folder, package + ".dll"), isWhole)) + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(baseline, found);
        string expected = File.ReadAllText(baseline).ReplaceLineEndings("\n");
        var differences = found.Split('\n').Except(expected.Split('\n')).Select(l => "+ " + l).Concat(expected.Split('\n').Except(found.Split('\n')).Select(l => "- " + l)).Take(40).ToList();
        Assert.True(found == expected, "The public API differs:\n" + string.Join('\n', differences));
    }
}
