using System.Globalization;
using System.Text.Json;
using Codecs.Capture.Streams;
using Codecs.Tool.Json;

namespace Codecs.Tool.Streams;

/// <summary>
/// Writes the messages of one connection as JSON, one object a line: <c>connection</c>, <c>dir</c> (<c>c2s</c> or <c>s2c</c>), <c>type</c>,
/// <c>off</c> and <c>len</c> in bytes of that stream, and what the protocol tells.
/// </summary>
public sealed class MessageWriter
{
    private readonly JsonLines _lines;
    private readonly long _connection;

    internal MessageWriter(JsonLines lines, long connection)
    {
        _lines = lines;
        _connection = connection;
    }

    /// <summary>Messages so far.</summary>
    public long Count { get; private set; }

    /// <summary>Begins a message. What the protocol tells is written to the result, as further properties; <see cref="End"/> ends it.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="type">What kind of message it is.</param>
    /// <param name="offset">Where it starts in the stream, missing bytes counted.</param>
    /// <param name="length">Its bytes in the stream.</param>
    public Utf8JsonWriter Begin(TcpRole sender, string type, long offset, long length)
    {
        var writer = _lines.Writer;
        writer.WriteStartObject();
        writer.WriteNumber("connection"u8, _connection);
        writer.WriteString("dir"u8, sender == TcpRole.Client ? "c2s"u8 : "s2c"u8);
        writer.WriteString("type"u8, type);
        writer.WriteNumber("off"u8, offset);
        writer.WriteNumber("len"u8, length);
        Count++;
        return writer;
    }

    /// <summary>A property that is text, with one character for each byte.</summary>
    public void Text(string name, ReadOnlySpan<byte> bytes)
    {
        _lines.Writer.WritePropertyName(name);
        _lines.Values.Text(bytes);
    }

    /// <summary>A property that is bytes, in lower-case hex.</summary>
    public void Hex(string name, ReadOnlySpan<byte> bytes)
    {
        _lines.Writer.WritePropertyName(name);
        _lines.Values.Hex(bytes);
    }

    /// <summary>A property that is a number.</summary>
    public void Number(string name, UInt128 value)
    {
        _lines.Writer.WritePropertyName(name);
        if (value <= ulong.MaxValue)
            _lines.Writer.WriteNumberValue((ulong)value);
        else
            _lines.Writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    /// <summary>A property that is so or not.</summary>
    public void Flag(string name, bool value) => _lines.Writer.WriteBoolean(name, value);

    /// <summary>The property <c>fields</c>: all fields of a message, as <c>codecs dissect --format json</c> has them.</summary>
    internal void Fields<T>(scoped in T message) where T : IVisitable<T>, allows ref struct
    {
        _lines.Writer.WriteStartObject("fields"u8);
        var fields = new JsonFieldVisitor(_lines.Values, errors: null, frame: default, offset: 0, MessageLabels.Of<T>(), isLayer: false, depth: 0);
        message.Visit(ref fields);
        _lines.Writer.WriteEndObject();
    }

    /// <summary>Ends the message that was begun.</summary>
    public void End()
    {
        _lines.Writer.WriteEndObject();
        _lines.End();
    }
}
