using System.Buffers;
using System.Text.Json;

namespace Codecs.Tool.Json;

/// <summary>What is wrong with a frame: the place where parsing stopped; or else the first thing noticed on the way.</summary>
internal sealed class JsonErrors
{
    private Fault? _stopped;
    private Fault? _noticed;
    private Fault? _cut;

    /// <summary>Forgets what was wrong with the frame before.</summary>
    public void Clear() => _stopped = _noticed = _cut = null;

    /// <summary>A layer that does not parse: nothing above it is known.</summary>
    public void Stopped<T>(int offset, int length, ParseResult result) where T : IVisitable<T>, allows ref struct => _stopped ??= Fault.Of<T>(offset, length, result);

    /// <summary>A part of a layer that does not parse.</summary>
    public void Noticed<T>(int offset, int length, ParseResult result) where T : IVisitable<T>, allows ref struct => _noticed ??= Fault.Of<T>(offset, length, result);

    /// <summary>A layer that is longer than what there is of it; the topmost of several is where parsing stopped.</summary>
    public void Cut<T>(int offset, int length, ParseResult result) where T : IVisitable<T>, allows ref struct => _cut = Fault.Of<T>(offset, length, result);

    /// <summary>Writes the property <c>error</c>, if there is one.</summary>
    public void Write(Utf8JsonWriter writer) => (_stopped ?? _noticed ?? _cut)?.Write(writer);

    private sealed record Fault(JsonEncodedText Protocol, JsonEncodedText? Field, int Offset, ParseError Kind)
    {
        public static Fault Of<T>(int offset, int length, ParseResult result) where T : IVisitable<T>, allows ref struct
        {
            var labels = MessageLabels.Of<T>();
            // What is not there has no offset of its own: it would be where the bytes end.
            bool isCut = result.Status == OperationStatus.NeedMoreData;
            int field = isCut ? Truncation.FieldAt(labels.Description, length, result) : result.Field;
            bool hasField = result.Error != ParseError.NotCarried && field < labels.Json.Length;
            return new(labels.Protocol, hasField ? labels.Json[field] : null, offset + (isCut ? length : result.Offset), result.Error);
        }

        public void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject("error"u8);
            writer.WriteString("protocol"u8, Protocol);
            if (Field is { } field)
                writer.WriteString("field"u8, field);
            writer.WriteNumber("offset"u8, Offset);
            writer.WriteString("kind"u8, JsonNamingPolicy.CamelCase.ConvertName(Kind.ToString()));
            writer.WriteEndObject();
        }
    }
}
