using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Codecs.Conformance.Dissection;

namespace Codecs.Conformance.Mappings;

/// <summary>The kinds of rules that the tables are made of.</summary>
internal static class Rule
{
    /// <summary>What a rule answers if the message has no such field.</summary>
    public const string Absent = "absent";

    /// <summary>The value is these fields one after the other, those that are there: a number, or bytes as hexadecimal digits.</summary>
    public static FieldRule Same(params string[] paths) => (pair, expected) =>
    {
        var fields = paths.Select(path => pair.Found.Find(path)).OfType<FieldValue>().ToArray();
        if (fields.Length == 0)
            return Absent;
        return expected.ValueKind == JsonValueKind.Number ? SameNumber(Number(pair, fields), expected) : SameText(Hex(pair, fields), expected);
    };

    /// <summary>The value is some bits of these fields one after the other.</summary>
    /// <param name="shift">Bits after them.</param>
    /// <param name="width">How many.</param>
    /// <param name="paths">The fields.</param>
    public static FieldRule Bits(int shift, int width, params string[] paths) => (pair, expected) =>
    {
        var fields = paths.Select(path => pair.Found.Find(path)).OfType<FieldValue>().ToArray();
        return fields.Length != paths.Length ? Absent : SameNumber(Number(pair, fields) >> shift & ((UInt128.One << width) - 1), expected);
    };

    /// <summary>The value is some bits of those of these fields that are there, one after the other.</summary>
    public static FieldRule BitsOfThose(int shift, int width, string[] paths) => (pair, expected) =>
    {
        var fields = paths.Select(path => pair.Found.Find(path)).OfType<FieldValue>().ToArray();
        return fields.Length == 0 ? Absent : SameNumber(Number(pair, fields) >> shift & ((UInt128.One << width) - 1), expected);
    };

    /// <summary>The value is this field, or would be if its bytes had the other order: for what is in the order of the capturing machine.</summary>
    public static FieldRule EitherOrder(params string[] paths) => (pair, expected) =>
    {
        var field = paths.Select(path => pair.Found.Find(path)).FirstOrDefault(field => field is not null);
        if (field?.Number is not { } number)
            return Absent;
        return SameNumber(BinaryPrimitives.ReverseEndianness(number) >> (128 - field.Value.BitWidth), expected) is null ? null : SameNumber(number, expected);
    };

    /// <summary>The value is the first bytes of a field.</summary>
    public static FieldRule Start(string path, int length) => (pair, expected) =>
        pair.Found.Find(path) is not { } field || field.Length < length ? Absent : SameText(Hex(pair.Frame, field.Offset, length), expected);

    /// <summary>The value is as many of the first bytes of a field as another field says; all of them if that is more.</summary>
    public static FieldRule Used(string path, string length) => (pair, expected) => Part(pair, path, length) is not { } part
        ? Absent
        : SameText(Hex(pair.Frame, part.Field.Offset, part.Used), expected);

    /// <summary>The value is what <see cref="Used"/> leaves of the field.</summary>
    public static FieldRule Unused(string path, string length) => (pair, expected) => Part(pair, path, length) is not { } part
        ? Absent
        : SameText(Hex(pair.Frame, part.Field.Offset + part.Used, part.Field.Length - part.Used), expected);

    /// <summary>The value is the number of bytes of a field, or what it would be if the frame were not cut.</summary>
    public static FieldRule LengthOf(string path) => (pair, expected) => pair.Found switch
    {
        { IsCut: true } => null,
        _ when pair.Found.Find(path) is { } field => SameNumber((uint)field.Length, expected),
        _ => Absent,
    };

    /// <summary>The value says whether the checksum is right; null if it cannot be told.</summary>
    public static FieldRule Checksum { get; } = (pair, expected) => expected.ValueKind switch
    {
        JsonValueKind.Null => null,
        _ when pair.Found.ChecksumIsValid is not { } valid => "unknown",
        _ when pair.Found.ChecksumIsValid == expected.GetBoolean() => null,
        _ => pair.Found.ChecksumIsValid.ToString(),
    };

    /// <summary>The value is what is behind the packet.</summary>
    public static FieldRule Trailer { get; } = (pair, expected) =>
        pair.Found.Trailer is not { } trailer ? null : SameText(Hex(pair.Frame, trailer.Start, trailer.End - trailer.Start), expected);

    /// <summary>The value is a list of options: compared up to the end of the list, or to where either reader found a broken one.</summary>
    /// <param name="path">The list.</param>
    /// <param name="kind">Name of the field of an option that says what it is.</param>
    /// <param name="end">The kind after which there is nothing but padding; -1 if there is none.</param>
    public static FieldRule Options(string path, string kind, int end = 0) => (pair, expected) =>
    {
        var found = FoundOptions(pair, path, kind).TakeWhile(option => option.Kind != end).ToArray();
        var other = expected.EnumerateArray().Select(ExpectedOption).TakeWhile(option => option.Kind != end).ToArray();
        for (int i = 0; i < Math.Min(found.Length, other.Length); i++)
        {
            // The last one that the other reader shows may be broken: then it has no data.
            if (found[i] != other[i] && !(other[i].Data is null && found[i] with { Data = null } == other[i]))
                return $"[{i}] {found[i]} instead of {other[i]}";
        }
        // Of a broken option the other reader may show the beginning.
        bool isSame = found.Length == other.Length || (pair.Found.HasBrokenList && found.Length >= other.Length - 1);
        return isSame ? null : $"{found.Length} options instead of {other.Length}";
    };

    private readonly record struct Option(int Kind, int? Length, string? Data);

    private static Option ExpectedOption(JsonElement option) => new(
        option.GetProperty("kind").GetInt32(),
        option.TryGetProperty("len", out var length) ? length.GetInt32() : null,
        option.TryGetProperty("data", out var data) ? data.GetString() : null);

    private static List<Option> FoundOptions(LayerPair pair, string path, string kind)
    {
        var options = new List<Option>();
        foreach (var field in pair.Found.Fields)
        {
            if (field.Path == $"{path}.{kind}")
                options.Add(new((int)field.Number!, null, null));
            else if (field.Path == $"{path}.Length")
                options[^1] = options[^1] with { Length = (int)field.Number! };
            else if (field.Path == $"{path}.Data")
                options[^1] = options[^1] with { Data = Hex(pair.Frame, field.Offset, field.Length) };
        }
        return options;
    }

    private static (FieldValue Field, int Used)? Part(LayerPair pair, string path, string length) =>
        pair.Found.Find(path) is { } field && pair.Found.Find(length)?.Number is { } used
            ? (field, (int)UInt128.Min(used, (uint)field.Length))
            : null;

    private static UInt128 Number(LayerPair pair, IEnumerable<FieldValue> fields)
    {
        UInt128 number = 0;
        foreach (var field in fields)
        {
            if (field.Number is { } value)
                number = number << field.BitWidth | value;
            else
                number = number << field.BitWidth | UInt128.Parse("0" + Hex(pair.Frame, field.Offset, field.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        return number;
    }

    private static string Hex(LayerPair pair, IEnumerable<FieldValue> fields) =>
        string.Concat(fields.Select(field => field.Number is { } number
            ? number.ToString($"x{field.BitWidth / 4}", CultureInfo.InvariantCulture)
            : Hex(pair.Frame, field.Offset, field.Length)));

    private static string Hex(byte[] frame, int offset, int length) => Convert.ToHexStringLower(frame.AsSpan(offset, length));

    private static string? SameNumber(UInt128 found, JsonElement expected) =>
        found == expected.GetUInt64() ? null : found.ToString(CultureInfo.InvariantCulture);

    private static string? SameText(string found, JsonElement expected) => found == expected.GetString() ? null : found.Length == 0 ? "empty" : found;
}
