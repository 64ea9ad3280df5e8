using System.Globalization;
using Codecs.Capture.Streams;
using Codecs.Tool.Streams;

namespace Codecs.Tool.Json;

/// <summary>
/// Writes the messages of one connection as JSON, one object a line: <c>connection</c>, <c>dir</c> (<c>c2s</c> or <c>s2c</c>), <c>type</c>, <c>off</c> and <c>len</c> in bytes of that stream, and
/// what the protocol tells.
/// </summary>
internal sealed class JsonMessageWriter(JsonLines lines, long connection) : MessageWriter
{
    public override void Text(string name, ReadOnlySpan<byte> bytes, bool isDetail = false)
    {
        lines.Writer.WritePropertyName(name);
        lines.Values.Text(bytes);
    }

    public override void Hex(string name, ReadOnlySpan<byte> bytes, bool isDetail = false)
    {
        lines.Writer.WritePropertyName(name);
        lines.Values.Hex(bytes);
    }

    public override void Number(string name, UInt128 value, bool isDetail = false)
    {
        lines.Writer.WritePropertyName(name);
        if (value <= ulong.MaxValue)
            lines.Writer.WriteNumberValue((ulong)value);
        else
            lines.Writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    public override void Flag(string name, bool value, bool isDetail = false) => lines.Writer.WriteBoolean(name, value);

    public override void End()
    {
        lines.Writer.WriteEndObject();
        lines.End();
    }

    protected override void Start(TcpRole sender, string type, long offset, long length)
    {
        var writer = lines.Writer;
        writer.WriteStartObject();
        writer.WriteNumber("connection"u8, connection);
        writer.WriteString("dir"u8, sender == TcpRole.Client ? "c2s"u8 : "s2c"u8);
        writer.WriteString("type"u8, type);
        writer.WriteNumber("off"u8, offset);
        writer.WriteNumber("len"u8, length);
    }
}
