using System.Globalization;
using System.Text.Json;
using Codecs.Conformance.Dissection;
using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>A question or a record of a message: where it is, and its fields by their names from there.</summary>
internal sealed class DnsSection
{
    private readonly List<FieldValue> _fields = [];
    private readonly LayerPair _pair;
    private readonly string _path;

    private DnsSection(LayerPair pair, string path)
    {
        _pair = pair;
        _path = path + ".";
    }

    /// <summary>The value is a list of questions or records: what they say is compared, and the bytes that say it.</summary>
    /// <param name="paths">Where the list may be.</param>
    public static FieldRule Rule(string[] paths) => (pair, expected) =>
    {
        var found = paths.SelectMany(path => Find(pair, path)).ToArray();
        int index = 0;
        foreach (var other in expected.EnumerateArray())
        {
            // Where the frame ends, or the message is broken, the other reader shows less, and so does this one.
            if (index == found.Length)
                return pair.Found.IsCut || pair.Found.HasBrokenList ? null : $"{found.Length} instead of {expected.GetArrayLength()}";
            if (found[index].Compare(other) is { } difference)
                return $"[{index}] {difference}";
            index++;
        }
        return index == found.Length ? null : $"{found.Length} instead of {index}";
    };

    private static List<DnsSection> Find(LayerPair pair, string path)
    {
        var records = new List<DnsSection>();
        foreach (var field in pair.Found.Fields)
        {
            if (field.Path == path + "." + nameof(DnsRecord.Name))
                records.Add(new(pair, path));
            if (records.Count > 0 && field.Path.StartsWith(records[^1]._path, StringComparison.Ordinal))
                records[^1]._fields.Add(field with { Path = field.Path[records[^1]._path.Length..] });
        }
        return records;
    }

    // What is different, in words; null if nothing is.
    private string? Compare(JsonElement other)
    {
        foreach (var property in other.EnumerateObject())
        {
            string expected = property.Value.ToString();
            string? found = property.Name switch
            {
                "name" => IsSameName(expected, Find(nameof(DnsRecord.Name))?.Text) ? expected : Find(nameof(DnsRecord.Name))?.Text,
                "name_raw" => Hex(nameof(DnsRecord.Name)),
                "type" => Number(nameof(DnsRecord.Type)),
                "class" or "udp_size" => Class,
                "ttl" => Number(nameof(DnsRecord.TimeToLive)),
                "rdlength" => Number(nameof(DnsRecord.DataLength)),
                "rdata" => Hex(nameof(DnsRecord.Data)),
                "ext_rcode" => TimeToLive(24, 0xFF),
                "version" => TimeToLive(16, 0xFF),
                "z" => TimeToLive(0, 0xFFFF),
                "options" => Options(property.Value),
                "text" => Text() is not { } text || IsSameName(expected, text) ? expected : text,
                _ => "no rule for it",
            };
            if (found != expected)
                return $"{property.Name} {found ?? Mappings.Rule.Absent} instead of {expected}";
        }
        return null;
    }

    // Multicast DNS has a bit before the class.
    private string? Class
    {
        get
        {
            if (Find(nameof(DnsRecord.Class))?.Number is not { } number)
                return null;
            var bit = Find(nameof(MulticastDnsRecord.CacheFlush)) ?? Find(nameof(MulticastDnsQuestion.UnicastResponse));
            return ((bit?.Number ?? 0) << 15 | number).ToString(CultureInfo.InvariantCulture);
        }
    }

    // The fields of the data that have a text, with the numbers between them: MX, SOA, SRV, and what is but a name. Others are compared by their bytes.
    private string? Text()
    {
        var fields = _fields.Where(field => field.Path.StartsWith(nameof(DnsRecord.Data) + ".", StringComparison.Ordinal)).ToArray();
        return fields.Any(field => field.Text is not null) && fields.All(field => field.Text is not null || field.Number is not null)
            ? string.Join(' ', fields.Select(field => field.Text ?? field.Number!.Value.ToString(CultureInfo.InvariantCulture)))
            : null;
    }

    // The other reader has no text for octets that do not print, and words of its own for the root and for names that are too long.
    private static bool IsSameName(string expected, string? found) =>
        expected == found || found?.Contains('\\') == true || (found == "." && expected is "<Root>." or "." or "<Root>") || expected.Replace("<Root>", ".", StringComparison.Ordinal) == found;

    // The list as it was, if it is the same.
    private string Options(JsonElement expected)
    {
        var codes = All("Data.Options.Code");
        var lengths = All("Data.Options.Length");
        var data = All("Data.Options.Data");
        string found = string.Join(' ', codes.Select((code, i) => $"{code.Number} {lengths[i].Number} {(i < data.Length ? Hex(data[i]) : "")}"));
        string other = string.Join(' ', expected.EnumerateArray().Select(option =>
            $"{option.GetProperty("code").GetInt32()} {option.GetProperty("len").GetInt32()} {(option.TryGetProperty("data", out var bytes) ? bytes.GetString() : "")}"));
        return found == other ? expected.ToString() : found;
    }

    private string? TimeToLive(int shift, uint mask) =>
        Find(nameof(DnsRecord.TimeToLive))?.Number is { } number ? ((uint)number >> shift & mask).ToString(CultureInfo.InvariantCulture) : null;

    private FieldValue? Find(string path) => _fields.Cast<FieldValue?>().FirstOrDefault(field => field!.Value.Path == path);

    private FieldValue[] All(string path) => [.. _fields.Where(field => field.Path == path)];

    private string? Number(string path) => Find(path)?.Number?.ToString(CultureInfo.InvariantCulture);

    private string? Hex(string path) => Find(path) is { } field ? Hex(field) : null;

    private string Hex(FieldValue field) => Convert.ToHexStringLower(_pair.Frame.AsSpan(field.Offset, field.Length));
}
