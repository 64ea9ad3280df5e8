using System.Globalization;

namespace Codecs.Tool.Diagram;

/// <summary>The fields of a message as rows of a table.</summary>
internal static class FieldTable
{
    /// <summary>A row for each field.</summary>
    public static IEnumerable<FieldRow> Rows(MessageDescription description) => Places(description).Zip(description.Fields, static (place, field) => Row(field, place));

    /// <summary>One field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="place">Where it starts, in bits; -1 if that varies.</param>
    public static FieldRow Row(in FieldDescription field, int place) => new(Place(place), Size(field), field.Name, Type(field.Type), Use(field.Role));

    /// <summary>The rows as lines with aligned columns.</summary>
    public static IEnumerable<string> Lines(MessageDescription description)
    {
        string[][] rows = [.. Rows(description).Select(static row => new[] { row.Place, row.Size, row.Name, row.Type, row.Use })];
        int[] widths = [.. Enumerable.Range(0, 5).Select(column => rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max())];
        foreach (string[] row in rows)
            yield return $"{row[0].PadLeft(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadRight(widths[3])}  {row[4]}";
    }

    // In bits; -1 from the first field on whose size varies, or which may be absent.
    private static IEnumerable<int> Places(MessageDescription description)
    {
        int place = 0;
        foreach (var field in description.Fields)
        {
            yield return field.BitOffset >= 0 ? field.BitOffset : place;
            bool isFixed = place >= 0 && field.BitWidth >= 0 && (field.Role & FieldRole.Optional) == 0;
            place = isFixed ? place + field.BitWidth : -1;
        }
    }

    private static string Place(int bits) => bits switch
    {
        < 0 => "",
        _ when bits % 8 == 0 => string.Create(CultureInfo.InvariantCulture, $"{bits / 8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bits / 8}.{bits % 8}"),
    };

    private static string Size(FieldDescription field) => field.BitWidth switch
    {
        < 0 => "variable",
        1 => "1 bit",
        8 => "1 byte",
        var bits when bits % 8 == 0 => string.Create(CultureInfo.InvariantCulture, $"{bits / 8} bytes"),
        var bits => string.Create(CultureInfo.InvariantCulture, $"{bits} bits"),
    };

    // C# types in words, without namespaces.
    private static string Type(string type)
    {
        if (type.Contains("ReadOnlySpan<byte>", StringComparison.Ordinal))
            return "bytes";
        string[] parts = type.TrimEnd('?').Split('<', '>');
        string name = parts.Last(static part => part.Length > 0);
        string simple = name[(name.LastIndexOf('.') + 1)..];
        return parts.Any(static part => part.EndsWith("List", StringComparison.Ordinal)) ? "list of " + simple : simple;
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

/// <summary>What a table tells of a field.</summary>
/// <param name="Place">Bytes from the start, and bits behind a point; empty if that varies.</param>
/// <param name="Size">Bits or bytes.</param>
/// <param name="Name">Name of the property.</param>
/// <param name="Type">Its type, for people.</param>
/// <param name="Use">What it is for.</param>
internal sealed record FieldRow(string Place, string Size, string Name, string Type, string Use);
