using System.Text.Json;

namespace Codecs.Tool.Json;

/// <summary>Writes the layers of a packet as the elements of an array.</summary>
internal ref struct JsonLayerVisitor : ILayerVisitor
{
    private readonly JsonValues _values;
    // null within a quoted packet: that it is cut short is no fault of the frame
    private readonly JsonErrors? _errors;
    private readonly ReadOnlySpan<byte> _frame;
    private readonly int _start;
    private readonly int _depth;

    // The object of the last layer stays open: whether its payload belongs into it shows when a next layer comes, or none.
    private bool _isOpen;
    private JsonEncodedText? _payload;
    private Range _payloadPlace;

    /// <param name="values">Where to write.</param>
    /// <param name="errors">What is told of faults; null for a quoted packet.</param>
    /// <param name="frame">The whole frame.</param>
    /// <param name="start">Where the packet starts in it.</param>
    /// <param name="depth">How many messages the packet is nested in.</param>
    public JsonLayerVisitor(JsonValues values, JsonErrors? errors, ReadOnlySpan<byte> frame, int start, int depth)
    {
        _values = values;
        _errors = errors;
        _frame = frame;
        _start = start;
        _depth = depth;
    }

    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        int at = _start + offset;
        var labels = MessageLabels.Of<T>();
        if (result)
            Trailer(at + result.BytesConsumed);
        _payload = null;
        Close();
        Open(labels, at, result ? result.BytesConsumed : _frame.Length - at);
        var fields = new JsonFieldVisitor(_values, _errors, _frame, at, labels, isLayer: true, _depth + 1) { IsCut = !result };
        message.Visit(ref fields);
        _payload = fields.Payload;
        _payloadPlace = fields.PayloadPlace;
        if (!result)
            _errors?.Cut<T>(at, _frame.Length - at, result);
    }

    void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
    {
        int at = _start + offset;
        if (_errors is not null)
        {
            Close();
            _errors.Stopped<T>(at, bytes.Length, result);
            return;
        }
        // Of a quoted packet there are often only the first bytes of the header above IP: show what they hold.
        _payload = null;
        Close();
        var labels = MessageLabels.Of<T>();
        Open(labels, at, bytes.Length);
        PartialMessage.Visit(labels.Description, bytes, new JsonFieldVisitor(_values, null, _frame, at, labels, isLayer: true, _depth + 1));
    }

    void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
    {
        // It is the payload of the layer that is still open.
    }

    /// <summary>Ends the layer that is still open, with its payload if no other layer was that.</summary>
    public void Close()
    {
        if (!_isOpen)
            return;
        if (_payload is { } name)
        {
            _values.Writer.WritePropertyName(name);
            _values.Hex(_frame[_payloadPlace]);
        }
        _values.Writer.WriteEndObject();
        _values.Writer.WriteEndObject();
        _isOpen = false;
        _payload = null;
    }

    private void Open(MessageLabels labels, int offset, int length)
    {
        var writer = _values.Writer;
        writer.WriteStartObject();
        writer.WriteString("protocol"u8, labels.Protocol);
        writer.WriteNumber("offset"u8, offset);
        writer.WriteNumber("length"u8, length);
        writer.WriteStartObject("fields"u8);
        _isOpen = true;
    }

    // What a carrier has behind the layer that it carries: padding, mostly.
    private readonly void Trailer(int end)
    {
        if (!_isOpen || _payload is null || end >= _payloadPlace.End.Value)
            return;
        _values.Writer.WritePropertyName("trailer"u8);
        _values.Hex(_frame[end.._payloadPlace.End]);
    }
}
