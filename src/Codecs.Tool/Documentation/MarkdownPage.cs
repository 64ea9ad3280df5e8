using Codecs.Tool.Definitions;
using Codecs.Tool.Diagram;
using static Codecs.Tool.Documentation.Markdown;

namespace Codecs.Tool.Documentation;

/// <summary>Writes about messages in Markdown: of each, what it is, its header diagram and a table of its fields.</summary>
internal sealed class MarkdownPage(TextWriter output)
{
    /// <summary>Writes a page.</summary>
    /// <param name="title">A heading for several messages; one has its own.</param>
    /// <param name="protocols">The messages.</param>
    public void Write(string title, IReadOnlyList<ProtocolInfo> protocols)
    {
        if (protocols.Count == 1)
        {
            Write(protocols[0], "#");
            return;
        }
        Line($"# {Escape(title)}");
        Line();
        foreach (var protocol in protocols)
        {
            string summary = DocComments.Of(protocol.Type);
            Line($"- [{Escape(protocol.Description.Name)}](#{protocol.Description.Name.ToLowerInvariant()}){(summary.Length > 0 ? ": " + summary : "")}");
        }
        foreach (var protocol in protocols)
        {
            Line();
            Write(protocol, "##");
        }
    }

    private void Write(ProtocolInfo protocol, string heading)
    {
        var description = protocol.Description;
        Line($"{heading} {Escape(description.Name)}");
        Line();
        string summary = DocComments.Of(protocol.Type);
        if (summary.Length > 0)
        {
            Line(summary);
            Line();
        }
        foreach (string fact in Facts(protocol))
            Line($"- {fact}");
        Line();
        string picture = HeaderDiagram.Picture(description);
        if (picture.Length > 0)
        {
            Line("```text");
            output.Write(picture);
            Line("```");
            Line();
        }
        WriteTable(protocol);
    }

    private static IEnumerable<string> Facts(ProtocolInfo protocol)
    {
        var description = protocol.Description;
        yield return $"Specification: {Escape(description.Specification ?? "none named")}";
        foreach (var tag in protocol.Carriers)
            yield return $"Carried as {Code(tag.Table)} {Escape(string.Join(", ", tag.Values))}";
        if (description.RoundTrip != RoundTrip.Exact)
            yield return $"Written anew, bytes may differ in: {Differences(description.RoundTrip)}";
    }

    private static string Differences(RoundTrip differences)
    {
        (RoundTrip Flag, string Text)[] all =
        [
            (RoundTrip.Reserved, "reserved fields"),
            (RoundTrip.Checksum, "checksums that were wrong"),
            (RoundTrip.Length, "lengths that were left open"),
            (RoundTrip.Digits, "numbers with more digits than they need"),
            (RoundTrip.Compressed, "how names are compressed"),
        ];
        return string.Join(", ", all.Where(item => (differences & item.Flag) != 0).Select(static item => item.Text));
    }

    private void WriteTable(ProtocolInfo protocol)
    {
        if (protocol.Description.Fields.IsEmpty)
            return;
        Line("| at | size | field | type | definition | meaning |");
        Line("|--:|---|---|---|---|---|");
        foreach (var (row, field) in FieldTable.Rows(protocol.Description).Zip(protocol.Description.Fields))
        {
            var property = protocol.PropertyOf(field);
            string words = property is null ? row.Use : string.Join("; ", DefinitionWords.Of(property).Prepend((field.Role & FieldRole.Optional) != 0 ? "optional" : "").Where(static phrase => phrase.Length > 0));
            Line($"| {row.Place} | {row.Size} | {Code(row.Name)} | {Escape(row.Type)} | {words} | {(property is null ? "" : DocComments.Of(property))} |");
        }
    }

    private void Line(string text = "")
    {
        output.Write(text);
        output.Write('\n');
    }
}
