using System.Globalization;
using System.Text.Json;

namespace Codecs.Tool.Text;

/// <summary>Writes application messages for people, one a line: the connection, who sent it, where it is in that stream, what it is, and what it says.</summary>
internal sealed class TextMessages(TextOutput output)
{
    private const int OffsetWidth = 9;
    private const int TypeWidth = 13;

    // Only of use to programs.
    private static readonly HashSet<string> s_details =
        ["connection", "dir", "type", "off", "len", "eol", "sep", "last", "body_len", "terminated", "unstuffed_len", "unstuffed_sha256", "complete", "maskingKey"];

    // These say by themselves what they are.
    private static readonly HashSet<string> s_plain =
        ["command", "arg", "code", "text", "method", "target", "version", "status", "reason", "name", "value", "why", "error"];

    /// <summary>Writes a message as it is for programs.</summary>
    public void Write(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var message = document.RootElement;
        string number = message.GetProperty("connection").GetRawText(), place = message.GetProperty("off").GetRawText(), type = message.GetProperty("type").GetString()!;
        output.Spaces(TextDissector.NumberWidth - number.Length).Write(Ink.Strong, number).Write(message.GetProperty("dir").GetString() == "c2s" ? "  > " : "  < ");
        output.Spaces(OffsetWidth - place.Length).Write(Ink.Dim, place).Spaces(2).Write(Ink.Layer, type.Replace('_', ' ')).Spaces(TypeWidth - type.Length);
        Write(message);
        output.Line();
        output.Bytes.FlushIfLarge();
    }

    private void Write(JsonElement message)
    {
        foreach (var property in message.EnumerateObject())
        {
            if (!s_details.Contains(property.Name))
                Write(property.Name, property.Value);
        }
    }

    private void Write(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Write(name, item);
                break;
            case JsonValueKind.Object:
                Write(value);
                break;
            case JsonValueKind.True:
                output.Spaces(1).Write(Ink.Symbol, name);
                break;
            case JsonValueKind.Number when !s_plain.Contains(name):
                output.Spaces(1).Write(Ink.Dim, name).Write(" ").Write(value.TryGetInt64(out long number) ? number.ToString("N0", CultureInfo.InvariantCulture) : value.GetRawText());
                break;
            case JsonValueKind.Number or JsonValueKind.String when value.ToString() is { Length: > 0 } text:
                if (!s_plain.Contains(name))
                    output.Spaces(1).Write(Ink.Dim, name);
                output.Spaces(1).Write(Ink.Text, text);
                break;
        }
    }
}
