using System.Text;

namespace Codecs.Tool.Documentation;

/// <summary>Text as Markdown writes it.</summary>
internal static class Markdown
{
    /// <summary>Text in which no character means anything to Markdown.</summary>
    public static string Escape(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '&' or '#')
                output.Append('\\');
            output.Append(letter);
        }
        return output.ToString();
    }

    /// <summary>Text as code. In a table, a bar would end the cell even there.</summary>
    public static string Code(string text)
    {
        if (text.Length == 0)
            return "";
        string bar = text.Replace("|", "\\|", StringComparison.Ordinal);
        return text.Contains('`', StringComparison.Ordinal) ? $"`` {bar} ``" : $"`{bar}`";
    }
}
