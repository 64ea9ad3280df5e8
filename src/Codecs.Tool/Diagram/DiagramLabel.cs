using System.Globalization;

namespace Codecs.Tool.Diagram;

/// <summary>A field's name in as many characters as there is room for.</summary>
internal static class DiagramLabel
{
    /// <summary>The name in words, in one, as initials, or cut: the first that fits.</summary>
    public static string Fit(DiagramField field, int width)
    {
        var description = field.Description;
        string words = Title(Words.Of(description.Name));
        if ((description.Role & FieldRole.Optional) != 0)
            return First(width, $"[{words}]{Size(field)}", $"[{words}]", $"[{description.Name}]", words, description.Name, Initials(description.Name));
        return First(width, words + Size(field), words, description.Name, Initials(description.Name));
    }

    private static string Size(DiagramField field) =>
        !field.IsElastic ? "" : field.Description.BitWidth < 0 ? " (variable)" : string.Create(CultureInfo.InvariantCulture, $" ({field.Description.BitWidth / 8} bytes)");

    private static string First(int width, params ReadOnlySpan<string> candidates)
    {
        foreach (string candidate in candidates)
        {
            if (candidate.Length <= width)
                return candidate;
        }
        string initials = candidates[^1];
        return initials[..Math.Min(width, initials.Length)];
    }

    private static string Title(string words) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words);

    // A single word has one initial; without its vowels it can still be read: RFC 9293 has "Rsrvd".
    private static string Initials(string name)
    {
        string capitals = string.Concat(name.Where(char.IsUpper));
        return capitals.Length > 1 ? capitals : string.Concat(name.Where(static letter => !"aeiou".Contains(letter, StringComparison.Ordinal)));
    }
}
