using System.Globalization;

namespace Codecs.Tool.Diagram;

/// <summary>The fields of a message as lines of a table: place, size, name, type and use.</summary>
internal static class FieldTable
{
    public static IEnumerable<string> Lines(MessageDescription description)
    {
        string[][] rows = [.. description.Fields.Select(static field => new[] { Place(field), Size(field), field.Name, Type(field.Type), Use(field.Role) })];
        int[] widths = [.. Enumerable.Range(0, 5).Select(column => rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max())];
        foreach (string[] row in rows)
            yield return $"{row[0].PadLeft(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadRight(widths[3])}  {row[4]}";
    }

    private static string Place(FieldDescription field) => field.BitOffset < 0
        ? ""
        : field.BitOffset % 8 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{field.BitOffset / 8}")
            : string.Create(CultureInfo.InvariantCulture, $"{field.BitOffset / 8}.{field.BitOffset % 8}");

    private static string Size(FieldDescription field) => field.BitWidth switch
    {
        < 0 => "variable",
        1 => "1 bit",
        8 => "1 byte",
        var bits when bits % 8 == 0 => string.Create(CultureInfo.InvariantCulture, $"{bits / 8} bytes"),
        var bits => string.Create(CultureInfo.InvariantCulture, $"{bits} bits"),
    };

    // The C# types that hold several values, in words.
    private static string Type(string type)
    {
        if (type.Contains("ReadOnlySpan<byte>", StringComparison.Ordinal))
            return "bytes";
        int start = type.IndexOf("List<", StringComparison.Ordinal), end = type.LastIndexOf('>');
        return start >= 0 && end > start ? "list of " + type[(start + "List<".Length)..type.IndexOf('>', start)] : type.Replace("Optional<", "", StringComparison.Ordinal).TrimEnd('>', '?');
    }

    private static string Use(FieldRole role)
    {
        (FieldRole Role, string Text)[] uses =
        [
            (FieldRole.Optional, "optional"),
            (FieldRole.Const, "always the same"),
            (FieldRole.Reserved, "reserved"),
            (FieldRole.Length, "says a length"),
            (FieldRole.Count, "says a count"),
            (FieldRole.Tag, "says what the payload is"),
            (FieldRole.Presence, "says what is there"),
            (FieldRole.Checksum, "checksum"),
            (FieldRole.Payload, "payload"),
            (FieldRole.Padding, "padding"),
        ];
        return string.Join(", ", uses.Where(use => (role & use.Role) != 0).Select(static use => use.Text));
    }
}
