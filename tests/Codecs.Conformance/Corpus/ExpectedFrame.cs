using System.Text.Json;

namespace Codecs.Conformance.Corpus;

/// <summary>A frame as the other reader found it: one line of an expectation.</summary>
internal sealed class ExpectedFrame
{
    private readonly JsonElement _json;

    public ExpectedFrame(string line)
    {
        _json = JsonSerializer.Deserialize<JsonElement>(line);
        Layers = _json.GetProperty("layers").EnumerateArray().Select(layer => new ExpectedLayer(layer)).ToArray();
    }

    public int Number => _json.GetProperty("n").GetInt32();

    public IReadOnlyList<ExpectedLayer> Layers { get; }

    /// <summary>False where frame n of one reader is not frame n of the other.</summary>
    public bool IsPaired => !(_json.TryGetProperty("pairing", out var pairing) && pairing.ValueKind == JsonValueKind.False);

    public int? LinkType => Integer("dlt");

    public int? OriginalLength => Integer("len");

    public int? CapturedLength => Integer("caplen");

    /// <summary>Seconds since 1970 with nine decimals; empty if the capture has no time.</summary>
    public string? Time => _json.TryGetProperty("time", out var time) ? time.GetString() : null;

    /// <summary>The bytes, as hexadecimal digits.</summary>
    public string? Data => _json.TryGetProperty("data", out var data) ? data.GetString() : null;

    /// <summary>Did the other reader stop before the end of what it would have read: malformed, cut, or going on in other frames?</summary>
    public bool IsStopped => Flag("malformed") || Flag("short") || Flag("truncated") || Flag("unreassembled");

    /// <summary>Did it make a complaint that contains this text?</summary>
    public bool HasError(string text) =>
        _json.TryGetProperty("errors", out var errors) && errors.EnumerateArray().Any(error => error[2].GetString()?.Contains(text, StringComparison.Ordinal) == true);

    private int? Integer(string key) => _json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private bool Flag(string key) => _json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;
}
