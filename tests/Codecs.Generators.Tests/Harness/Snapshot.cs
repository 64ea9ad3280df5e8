using System.Text;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Tests;

/// <summary>Generated files, kept beside the tests as <c>Class.Method#Hint.verified.cs</c>. ACCEPT_SNAPSHOTS=1 accepts them as they are.</summary>
internal static class Snapshot
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Codecs.Generators.Tests", "Snapshots");

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>New files, files that differ, and files that are generated no more are failures.</summary>
    public static void Verify(GeneratorDriver driver, string test, Func<GeneratedSourceResult, bool> which)
    {
        bool accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";
        var stale = Directory.EnumerateFiles(s_folder, $"{test}#*.cs").ToHashSet(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var source in driver.GetRunResult().Results[0].GeneratedSources.Where(which).OrderBy(s => s.HintName, StringComparer.Ordinal))
        {
            string name = $"{test}#{Path.GetFileNameWithoutExtension(source.HintName)}";
            string verified = Path.Combine(s_folder, name + ".verified.cs"), received = Path.Combine(s_folder, name + ".received.cs");
            string text = $"//HintName: {source.HintName}\n" + source.SourceText.ToString().TrimEnd('\n');
            string? expected = File.Exists(verified) ? File.ReadAllText(verified, Encoding) : null;
            stale.Remove(verified);
            if (text == expected || accept)
                stale.Add(received);
            else
                faults.Add($"{name}: {(expected is null ? "new" : "differs")}");
            if (text != expected)
                File.WriteAllText(accept ? verified : received, text, Encoding);
            else if (stale.Remove(received))
                File.Delete(received);
        }
        foreach (string file in stale.Where(File.Exists))
        {
            if (accept || file.EndsWith(".received.cs", StringComparison.Ordinal))
                File.Delete(file);
            else
                faults.Add($"{Path.GetFileName(file)}: generated no more");
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
