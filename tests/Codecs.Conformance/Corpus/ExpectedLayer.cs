using System.Text.Json;

namespace Codecs.Conformance.Corpus;

/// <summary>A layer as the other reader found it.</summary>
internal sealed class ExpectedLayer
{
    public ExpectedLayer(JsonElement json)
    {
        Name = json.GetProperty("l").GetString()!;
        Offset = json.GetProperty("off").GetInt32();
        Length = json.GetProperty("len").GetInt32();
        Fields = json.TryGetProperty("f", out var fields) ? fields : null;
        Raw = json.TryGetProperty("raw", out var raw) ? raw : null;
        IsDerived = json.TryGetProperty("derived", out var derived) && derived.GetBoolean();
        IsQuoted = json.TryGetProperty("in", out _);
    }

    public string Name { get; }

    /// <summary>Where it is in the frame, unless <see cref="IsDerived"/>.</summary>
    public int Offset { get; }

    public int Length { get; }

    /// <summary>Values by their normalised names; null for protocols that have none.</summary>
    public JsonElement? Fields { get; }

    /// <summary>Some protocols: <c>[name, offset, size, hex]</c> of every field that was shown.</summary>
    public JsonElement? Raw { get; }

    /// <summary>Are its bytes not those of the frame, but decrypted, unpacked or put together?</summary>
    public bool IsDerived { get; }

    /// <summary>Does it belong to a packet that an ICMP error quotes?</summary>
    public bool IsQuoted { get; }

    /// <summary>Did the other reader show a value, or a field, of that name?</summary>
    public bool Has(string key) =>
        (Fields is { } fields && fields.TryGetProperty(key, out _)) || (Raw is { } raw && raw.EnumerateArray().Any(field => field[0].GetString() == key));
}
