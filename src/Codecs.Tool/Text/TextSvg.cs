using System.Globalization;
using System.Net;
using System.Text;

namespace Codecs.Tool.Text;

/// <summary>Draws coloured text as SVG: what a terminal shows, for pages that have none, in colours that follow the reader's light or dark page.</summary>
internal static class TextSvg
{
    /// <summary>Lines in a picture; what follows is left out.</summary>
    public const int MostLines = 500;

    private const int Margin = 16;
    private const int LineHeight = 18;
    // From the top of a line down to where its letters stand.
    private const int Baseline = 13;
    // Of a fixed-width font of 12 pixels, rounded up.
    private const double LetterWidth = 7.3;

    // A reader that cannot be asked gets the light colours.
    private const string Style = """
        text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; white-space: pre }
        .page { fill: #ffffff; stroke: #d1d9e0 }
        .dim { fill: #59636e }
        .strong { font-weight: bold }
        .layer { fill: #0550ae; font-weight: bold }
        .symbol { fill: #116329 }
        .text { fill: #953800 }
        .fault { fill: #cf222e; font-weight: bold }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .page { fill: #0d1117; stroke: #3d444d }
        .dim { fill: #9198a1 }
        .layer { fill: #79c0ff }
        .symbol { fill: #7ee787 }
        .text { fill: #ffa657 }
        .fault { fill: #ff7b72 }
        }
        """;

    /// <summary>A whole SVG document, with a line feed after each line.</summary>
    /// <param name="command">What was typed to get the text.</param>
    /// <param name="text">Lines of UTF-8 with the escape sequences of <see cref="TextOutput"/>, and no others.</param>
    public static string Draw(string command, ReadOnlySpan<byte> text)
    {
        var lines = new List<List<Piece>> { new() { new("dim", "$ "), new("strong", command) } };
        var written = Encoding.UTF8.GetString(text).TrimEnd('\n').Split('\n');
        lines.AddRange(written.Take(MostLines).Select(Pieces));
        if (written.Length > MostLines)
            lines.Add([new("dim", "\u2026")]);
        int width = Margin * 2 + (int)Math.Ceiling(lines.Max(static line => line.Sum(static piece => piece.Text.Length)) * LetterWidth), height = Margin * 2 + lines.Count * LineHeight;
        string name = WebUtility.HtmlEncode(command);
        var output = new StringBuilder();
        Append(output, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="Output of {name}">""");
        Append(output, $"<style>\n{Style.ReplaceLineEndings("\n")}\n</style>");
        Append(output, $"""<rect class="page" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6"/>""");
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Count > 0)
                Append(output, $"""<text xml:space="preserve" x="{Margin}" y="{Margin + i * LineHeight + Baseline}">{string.Concat(lines[i].Select(Markup))}</text>""");
        }
        Append(output, "</svg>");
        return output.ToString();
    }

    /// <summary>Has a text more lines than a picture shows?</summary>
    public static bool IsFull(ReadOnlySpan<byte> text) => text.Count((byte)'\n') > MostLines;

    // All parts but the first begin with what is left of an escape sequence: the codes, and an m.
    private static List<Piece> Pieces(string line)
    {
        string[] parts = line.Split("\e[");
        var pieces = new List<Piece> { new("", parts[0]) };
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf('m', StringComparison.Ordinal);
            pieces.Add(new(Class(part.AsSpan(0, end)), part[(end + 1)..]));
        }
        pieces.RemoveAll(static piece => piece.Text.Length == 0);
        return pieces;
    }

    private static string Class(ReadOnlySpan<char> codes) => codes switch
    {
        "0;2" => "dim",
        "0;1" => "strong",
        "0;1;36" => "layer",
        "0;32" => "symbol",
        "0;33" => "text",
        "0;1;31" => "fault",
        _ => "",
    };

    private static string Markup(Piece piece)
    {
        string text = WebUtility.HtmlEncode(piece.Text);
        return piece.Class.Length == 0 ? text : $"""<tspan class="{piece.Class}">{text}</tspan>""";
    }

    private static void Append(StringBuilder output, string line) => output.Append(CultureInfo.InvariantCulture, $"{line}\n");

    private sealed record Piece(string Class, string Text);
}
