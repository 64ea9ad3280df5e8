using Codecs.Capture;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Json;

/// <summary>
/// Writes frames as JSON, one object a line: <c>frame</c>, <c>time</c>, <c>length</c>, <c>captured</c>, <c>layers</c> and, where
/// parsing stopped, <c>error</c>.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>time</c>: a number, seconds since 1970 with as many decimals as the capture has; all digits are written, of which a reader
/// that keeps numbers as doubles loses the nanoseconds. Null if the capture has no time.</item>
/// <item>A layer: <c>protocol</c>, <c>offset</c> in the frame, <c>length</c> with what it carries, <c>fields</c>.</item>
/// <item>Fields: names in camelCase; integers and enums are numbers, bytes and addresses lower-case hex, text a string with one
/// character for each byte, names as their protocol writes them, lists arrays, messages within messages objects. Absent fields are left out.</item>
/// <item>The payload of a layer is left out where the next layer is it; what is left of it behind that layer, such as padding, is <c>trailer</c>.</item>
/// <item>A packet within a message, as ICMP errors quote it, is an array of layers.</item>
/// <item><c>error</c>: <c>protocol</c>, <c>field</c>, <c>offset</c> in the frame, <c>kind</c> (a <see cref="ParseError"/>, in camelCase). A frame that
/// ends too early has the kind <c>truncated</c>; <c>captured</c> tells whether it was only captured so.</item>
/// </list>
/// </remarks>
public sealed class JsonDissector : IDisposable
{
    private readonly JsonLines _lines;
    private readonly PacketStack _stack;
    private readonly JsonErrors _errors = new();

    /// <summary>Writes to a stream, which stays open.</summary>
    public JsonDissector(Stream output)
        : this(output, PacketStack.Shipped)
    {
    }

    internal JsonDissector(Stream output, PacketStack stack)
    {
        ArgumentNullException.ThrowIfNull(output);
        _lines = new JsonLines(output);
        _stack = stack;
    }

    /// <summary>Writes one frame.</summary>
    public void Write(in CapturedFrame frame)
    {
        var writer = _lines.Writer;
        writer.WriteStartObject();
        writer.WriteNumber("frame"u8, frame.Number);
        writer.WritePropertyName("time"u8);
        if (frame.Timestamp is { } time)
            _lines.Values.Time(time, frame.Interface.TimestampDecimals);
        else
            writer.WriteNullValue();
        writer.WriteNumber("length"u8, frame.OriginalLength);
        writer.WriteNumber("captured"u8, frame.Data.Length);
        writer.WriteStartArray("layers"u8);
        _errors.Clear();
        var visitor = new JsonLayerVisitor(_lines.Values, _errors, frame.Data, start: 0, depth: 0);
        _stack.Walk(frame.LinkType, frame.Data, ref visitor);
        visitor.Close();
        writer.WriteEndArray();
        _errors.Write(writer);
        writer.WriteEndObject();
        _lines.End();
    }

    /// <summary>Passes on what has been written so far.</summary>
    public void Flush() => _lines.Flush();

    /// <summary>Gives back the memory; what was not flushed is lost.</summary>
    public void Dispose() => _lines.Dispose();
}
