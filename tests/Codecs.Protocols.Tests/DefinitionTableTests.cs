using System.Globalization;
using System.Text.RegularExpressions;
using Codecs.Conformance;

namespace Codecs.Protocols.Tests;

/// <summary>The table in definitions/README.md says what is there: each message in one row, with its specification; lines and field types; what was compared with another reader.</summary>
public sealed partial class DefinitionTableTests
{
    private sealed record Row(string Protocol, string Specifications, string[] Files, int Lines, string[] FieldTypes, string Compared);

    private static readonly string s_folder = Path.Combine(Repository.Root, "definitions");

    private static readonly Row[] s_rows =
    [
        .. RowPattern().Matches(File.ReadAllText(Path.Combine(s_folder, "README.md")).ReplaceLineEndings("\n")).Select(row => new Row(
            row.Groups["protocol"].Value,
            row.Groups["specifications"].Value,
            [.. LinkPattern().Matches(row.Groups["files"].Value).SelectMany(link => FilesOf(link.Groups[1].Value)).Order(StringComparer.Ordinal)],
            int.Parse(row.Groups["lines"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
            [.. CodePattern().Matches(row.Groups["types"].Value).Select(type => type.Groups[1].Value).Order(StringComparer.Ordinal)],
            row.Groups["compared"].Value)),
    ];

    public static TheoryData<string> Protocols => [.. s_rows.Select(row => row.Protocol)];

    [Fact]
    public void Every_message_is_in_one_row()
    {
        Assert.True(s_rows.Length > 30);
        string[] folders = [Path.Combine(s_folder, "Codecs.Protocols"), Path.Combine(Repository.Root, "src", "Codecs.Capture", "Formats")];
        var defining = folders.SelectMany(FilesOf).Where(file => Definitions(file).Any());
        Assert.Equal(defining.Order(StringComparer.Ordinal), s_rows.SelectMany(row => row.Files).Where(file => Definitions(file).Any()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_row_is_true(string protocol)
    {
        var row = s_rows.Single(row => row.Protocol == protocol);
        Assert.Equal(row.Files.SelectMany(Definitions).Count(), row.Lines);
        Assert.Equal(row.Files.SelectMany(file => FieldTypePattern().Matches(File.ReadAllText(file))).Select(type => type.Groups[1].Value).Order(StringComparer.Ordinal), row.FieldTypes);
        Assert.All(
            row.Files.SelectMany(Definitions).Select(line => SpecificationPattern().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct(),
            specification => Assert.Matches($@"\b{Regex.Escape(specification.Replace("RFC ", "", StringComparison.Ordinal))}\b", row.Specifications));
    }

    /// <summary>Where a row names layers, the numbers are those of the comparison with the corpus.</summary>
    [CorpusFact]
    public void What_was_compared_is_what_the_conformance_counts()
    {
        var report = new StringWriter();
        ConformanceRun.Run(Path.Combine(Repository.Corpus, "captures"), Path.Combine(Repository.Corpus, "expected"), report);
        var counted = ReportPattern().Matches(report.ToString().ReplaceLineEndings("\n")).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);
        var named = s_rows.SelectMany(row => ComparedPattern().Matches(row.Compared)).ToList();
        Assert.True(named.Count > 30);
        Assert.All(named, name => Assert.Equal((name.Groups[1].Value, counted[name.Groups[1].Value]), (name.Groups[1].Value, name.Groups[2].Value)));
        // A layer that is compared is named.
        Assert.Equal([], counted.Where(layer => layer.Value != "0" && layer.Key is not "frame").Select(layer => layer.Key).Except(named.Select(name => name.Groups[1].Value)));
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        string full = Path.GetFullPath(Path.Combine(s_folder, path));
        return (File.Exists(full) ? [full] : Directory.EnumerateFiles(full, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(s_folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
    }

    /// <summary>The lines of messages: from the attribute to the brace that ends the struct, without blank ones and comments.</summary>
    private static IEnumerable<string> Definitions(string file)
    {
        bool isWithin = false;
        foreach (string line in File.ReadLines(file))
        {
            isWithin |= line.StartsWith("[Message", StringComparison.Ordinal);
            if (isWithin && line.AsSpan().Trim() is { Length: > 0 } text && !text.StartsWith("//"))
                yield return line;
            isWithin &= line != "}";
        }
    }

    [GeneratedRegex(@"^\| (?<protocol>[^|\n]+?) \| (?<specifications>[^|\n]+?) \| (?<files>\[[^|\n]+\)) \| (?<lines>[\d,]+) \| (?<types>[^|\n]*?) ?\| (?<compared>[^|\n]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^public (?:readonly )?(?:ref )?(?:partial )?(?:record )?struct (\w+)[^{;]*: [^{]*?\b(?:ICodec|IScalar|IChecksum|IIncrementalChecksum|ISumChecksum|IDigest)<", RegexOptions.Multiline)]
    private static partial Regex FieldTypePattern();

    [GeneratedRegex("""^\[Message\("([^"]+)"\)""")]
    private static partial Regex SpecificationPattern();

    [GeneratedRegex(@"`(\w+)` ([\d,]*\d)")]
    private static partial Regex ComparedPattern();

    [GeneratedRegex(@"^(\w+) +[\d,]+ +([\d,]+) ", RegexOptions.Multiline)]
    private static partial Regex ReportPattern();
}
