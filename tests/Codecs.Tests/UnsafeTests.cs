using System.Globalization;
using System.Text.RegularExpressions;
using Codecs.Tests.Streams;

namespace Codecs.Tests;

/// <summary>What the compiler does not check is listed in src/UNSAFE.md, all of it, and there is no more.</summary>
public sealed partial class UnsafeTests
{
    [Fact]
    public void TheListIsComplete()
    {
        var listed = File.ReadLines(Path.Combine(Repository.Root, "src", "UNSAFE.md")).Select(line => Row().Match(line)).Where(match => match.Success)
            .ToDictionary(match => (File: match.Groups["file"].Value, Operation: match.Groups["operation"].Value), match => int.Parse(match.Groups["uses"].Value, CultureInfo.InvariantCulture));
        var found = new Dictionary<(string File, string Operation), int>();
        foreach (var (file, text) in Sources())
        {
            foreach (Match match in (file.StartsWith("generators", StringComparison.Ordinal) ? Emitted() : Written()).Matches(text))
            {
                string type = match.Groups["type"].Value == "Marshal" && file.StartsWith("generators", StringComparison.Ordinal) ? "MemoryMarshal" : match.Groups["type"].Value;
                var key = (file, $"{type}.{match.Groups["name"].Value}");
                found[key] = found.GetValueOrDefault(key) + 1;
            }
        }
        var wrong = listed.Keys.Union(found.Keys).Where(key => listed.GetValueOrDefault(key) != found.GetValueOrDefault(key)).Order()
            .Select(key => $"{key.File} | {key.Operation}: {found.GetValueOrDefault(key)}, listed {listed.GetValueOrDefault(key)}");
        Assert.Equal("", string.Join("\n", wrong));
        Assert.InRange(found.Count, 20, 1000);
    }

    // Pointers, memory that is not set, and members that are not accessible have no place in what ships, or in what is generated.
    [Fact]
    public void NothingIsUnsafe() => Assert.All(Sources(), source =>
    {
        if (!source.File.StartsWith("generators", StringComparison.Ordinal))
            Assert.DoesNotMatch(@"\bunsafe\b|\bfixed\s*\(|SkipLocalsInit|UnsafeAccessor|CollectionsMarshal|GetUninitializedObject|\bMarshal\.(?!SizeOf\b)", source.Text);
        Assert.DoesNotMatch(@"""[^""]*\b(unsafe (static|class|struct|void)|SkipLocalsInit|UnsafeAccessor|CollectionsMarshal)\b", source.Text);
    });

    [Fact]
    public void NoProjectThatShipsAllowsIt() => Assert.All(
        ((string[])["src", "definitions", "generators"]).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)),
        path => Assert.DoesNotContain("AllowUnsafeBlocks", File.ReadAllText(path), StringComparison.Ordinal));

    // Without comments, which may speak of anything.
    private static IEnumerable<(string File, string Text)> Sources() =>
        new[] { "src", "definitions", "generators" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => (File: Path.GetRelativePath(Repository.Root, path).Replace(Path.DirectorySeparatorChar, '/'), Path: path))
            .Where(source => !source.File.Contains("/obj/", StringComparison.Ordinal) && !source.File.Contains("/bin/", StringComparison.Ordinal))
            .Select(source => (source.File, string.Join('\n', File.ReadLines(source.Path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))));

    [GeneratedRegex(@"^\| (?<file>\S+\.cs) \| (?<operation>[\w.]+) \| (?<uses>\d+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(?<type>Unsafe|MemoryMarshal)\.(?<name>\w+)")]
    private static partial Regex Written();

    [GeneratedRegex(@"\{(?<type>Unsafe|Marshal)\}(?<name>\w+)")]
    private static partial Regex Emitted();
}
