using System.Globalization;
using System.Text.Json;
using Codecs.Tool.Streams;

namespace Codecs.Tool.Text;

/// <summary>
/// Messages for people. It takes the lines that <see cref="StreamMessages"/> writes for programs, whatever the protocol, and writes of each a line with what can be told in one, and lists below it.
/// </summary>
internal sealed class TextMessages(TextOutput output) : Stream
{
    private const int Step = TextFieldVisitor.Step;
    private const int MostCharacters = 160;

    private readonly MemoryStream _line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.IndexOf((byte)'\n') is >= 0 and var end)
        {
            _line.Write(buffer[..end]);
            buffer = buffer[(end + 1)..];
            using (var json = JsonDocument.Parse(_line.GetBuffer().AsMemory(0, (int)_line.Length)))
                WriteObject(json.RootElement);
            _line.SetLength(0);
            output.Bytes.FlushIfLarge();
        }
        _line.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => output.Bytes.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void WriteObject(JsonElement json)
    {
        string number = json.GetProperty("connection").ToString();
        output.Spaces(TextDissector.NumberWidth - number.Length).Write(Ink.Strong, number).Spaces(2);
        if (json.TryGetProperty("type", out var type))
            WriteMessage(json, type.GetString()!);
        else
            WriteConnection(json);
    }

    private void WriteMessage(JsonElement json, string type)
    {
        output.Write(Ink.Dim, json.GetProperty("dir").GetString() == "c2s" ? "client  " : "server  ").Write(Ink.Layer, type);
        output.Write(Ink.Dim, string.Create(CultureInfo.InvariantCulture, $"  at {json.GetProperty("off").GetInt64()}, {json.GetProperty("len").GetInt64():N0} bytes"));
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Array && property.Name is not ("connection" or "dir" or "type" or "off" or "len"))
                WriteProperty(property);
        }
        output.Line();
        foreach (var property in json.EnumerateObject().Where(static property => property.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (var item in property.Value.EnumerateArray())
                WriteItem(item);
        }
    }

    private void WriteProperty(JsonProperty property)
    {
        output.Write("  ").Write(Ink.Dim, property.Name).Write(" ");
        WriteValue(property.Value, property.Name == "error" ? Ink.Fault : property.Name == "incomplete" ? Ink.Warning : property.Value.ValueKind == JsonValueKind.String ? Ink.Text : Ink.Plain);
    }

    private void WriteItem(JsonElement item)
    {
        output.Spaces(2 * Step);
        if (item.ValueKind != JsonValueKind.Object)
        {
            WriteValue(item, Ink.Text);
        }
        else if (item.TryGetProperty("name", out var name) && item.TryGetProperty("value", out var value))
        {
            WriteValue(name, Ink.Dim);
            output.Write(": ");
            WriteValue(value, Ink.Text);
        }
        else
        {
            foreach (var property in item.EnumerateObject())
                WriteProperty(property);
        }
        output.Line();
    }

    private void WriteValue(JsonElement value, Ink ink)
    {
        string text = value.ToString();
        output.Write(ink, text.Length <= MostCharacters ? text : text.AsSpan(0, MostCharacters));
        if (text.Length > MostCharacters)
            output.Write(Ink.Dim, string.Create(CultureInfo.InvariantCulture, $"\u2026 ({text.Length:N0} characters)"));
    }

    private void WriteConnection(JsonElement json)
    {
        output.Write(Ink.Layer, "connection").Write("  ").Write(End("client")).Write(Ink.Dim, " > ").Write(End("server")).Write("  ").Write(json.GetProperty("ending").GetString());
        if (json.TryGetProperty("messages", out var messages))
            output.Write(", ").Count(messages.GetInt64(), "message");
        else
            output.Write(", not dissected");
        if (json.TryGetProperty("error", out var error))
            output.Write("  ").Write(Ink.Fault, error.GetString());
        output.Line();

        string End(string name)
        {
            var end = json.GetProperty(name);
            return $"{end.GetProperty("address").GetString()}:{end.GetProperty("port").GetInt32()}";
        }
    }
}
