using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Codecs.Fuzz;

/// <summary>Bytes of a message, from an RFC or from a capture.</summary>
/// <param name="Type">Name of the message type: that of the file up to the first dot, so <c>Ethernet.tcp.hex</c> holds Ethernet frames.</param>
/// <param name="Title">Where the bytes are from, and what is special about them.</param>
/// <param name="Bytes">The message.</param>
public sealed record Sample(string Type, string Title, byte[] Bytes)
{
    private const string Extension = ".hex";
    private const string RegressionFolder = "Regressions/";

    /// <summary>All samples there are: every file of <c>tests/Codecs.Protocols.Tests/Samples</c>.</summary>
    public static Sample[] All { get; } = [.. Read(typeof(Sample).Assembly, "")];

    /// <summary>Inputs that broke a contract once, messages or not: every file of <c>tests/Codecs.Fuzz/Regressions</c>.</summary>
    public static Sample[] Regressions { get; } = [.. Read(typeof(Sample).Assembly, RegressionFolder)];

    /// <summary>The sample of a type with that beginning of its title.</summary>
    public static byte[] Get(string type, string title) =>
        All.Where(sample => sample.Type == type && sample.Title.StartsWith(title, StringComparison.Ordinal)).Select(sample => sample.Bytes).Single();

    /// <inheritdoc/>
    public override string ToString() => $"{Type}: {Title}";

    private static IEnumerable<Sample> Read(Assembly assembly, string folder)
    {
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)] != folder)
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var sample in Read(name[folder.Length..name.IndexOf('.', StringComparison.Ordinal)], reader))
                yield return sample;
        }
    }

    /// <summary>
    /// Samples are separated by empty lines. The first line of each is its title, behind a number sign; what is behind one elsewhere is a comment. A line between quotes is text, with the escapes of C#.
    /// </summary>
    private static IEnumerable<Sample> Read(string type, StreamReader reader)
    {
        string title = "", digits = "";
        while (true)
        {
            string? line = reader.ReadLine();
            int comment = line?.IndexOf('#', StringComparison.Ordinal) ?? -1;
            if (string.IsNullOrWhiteSpace(line))
            {
                if (digits != "")
                    yield return new Sample(type, title, Convert.FromHexString(digits));
                if (line is null)
                    yield break;
                title = digits = "";
            }
            else if (comment == 0 && title == "")
            {
                title = line[1..].Trim();
            }
            else if (line.StartsWith('"'))
            {
                digits += Convert.ToHexString(Encoding.Latin1.GetBytes(Regex.Unescape(line[1..line.LastIndexOf('"')])));
            }
            else
            {
                digits += (comment < 0 ? line : line[..comment]).Replace(" ", "", StringComparison.Ordinal);
            }
        }
    }
}
