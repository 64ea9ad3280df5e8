using System.Text.Json;
using Codecs.Protocols;

namespace Codecs.Tool.Json;

/// <summary>Writes the fields of a message as the properties of an object.</summary>
internal ref struct JsonFieldVisitor : IFieldVisitor
{
    private readonly JsonValues _values;
    private readonly JsonErrors? _errors;
    private readonly ReadOnlySpan<byte> _frame;
    private readonly int _offset;
    private readonly MessageLabels _labels;
    private readonly bool _isLayer;
    private readonly int _depth;
    private int _next;

    /// <param name="values">Where to write.</param>
    /// <param name="errors">What is told of faults; null for a quoted packet.</param>
    /// <param name="frame">The whole frame.</param>
    /// <param name="offset">Where the message starts in it.</param>
    /// <param name="labels">Names of the message's fields.</param>
    /// <param name="isLayer">Is what the message carries a layer of its own?</param>
    /// <param name="depth">How many messages this one is nested in.</param>
    public JsonFieldVisitor(JsonValues values, JsonErrors? errors, ReadOnlySpan<byte> frame, int offset, MessageLabels labels, bool isLayer, int depth)
    {
        _values = values;
        _errors = errors;
        _frame = frame;
        _offset = offset;
        _labels = labels;
        _isLayer = isLayer;
        _depth = depth;
    }

    /// <summary>Is there less of the layer than there should be? Then a list that ends with the frame is no broken list.</summary>
    public bool IsCut { private get; init; }

    /// <summary>The name of the payload that was left out because it may be a layer of its own; null if there was none.</summary>
    public JsonEncodedText? Payload { get; private set; }

    /// <summary>Where that payload is in the frame.</summary>
    public Range PayloadPlace { get; private set; }

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        Name(field);
        _values.Scalar(value, (bitOffset | bitWidth) % 8 == 0 ? FrameBytes.Slice(_frame, _offset + bitOffset / 8, bitWidth / 8) : default);
    }

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if (_isLayer && (field.Role & FieldRole.Payload) != 0)
        {
            Payload = _labels.Json[_labels.IndexOf(field, ref _next)];
            PayloadPlace = FrameBytes.Place(_frame, _offset + bitOffset / 8, value.Length);
            return;
        }
        Name(field);
        _values.Hex(value);
    }

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        Name(field);
        _values.Text(value);
    }

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        Name(field);
        int at = _offset + bitOffset / 8;
        if (_depth >= QuotedPacket.MostDepth)
            _values.Hex(FrameBytes.Slice(_frame, at, byteLength));
        else if (QuotedPacket.Is<T>(field))
            Quote<T>(at, FrameBytes.Slice(_frame, at, byteLength));
        else
            Object(at, in value);
    }

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct
    {
        Name(field);
        int at = _offset + bitOffset / 8;
        if (QuotedPacket.Is<T>(field) && _depth < QuotedPacket.MostDepth)
        {
            Quote<T>(at, value);
            return;
        }
        _values.Hex(value);
        _errors?.Noticed<T>(at, value.Length, result);
    }

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        Name(field);
        int at = _offset + bitOffset / 8;
        if (_depth >= QuotedPacket.MostDepth)
        {
            _values.Hex(bytes);
            return;
        }
        _values.Writer.WriteStartArray();
        while (items.MoveNext())
            Object(at + items.Offset, items.Current);
        _values.Writer.WriteEndArray();
        if (!items.Result && !(IsCut && at + bytes.Length >= _frame.Length))
            _errors?.Noticed<T>(at, bytes.Length, items.Result);
    }

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        Name(field);
        _values.Writer.WriteStartArray();
        while (items.MoveNext())
            _values.Presented(items.Current);
        _values.Writer.WriteEndArray();
    }

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
    {
        Name(field);
        _values.Writer.WriteStartArray();
        int width = value.Count == 0 ? 0 : value.Bytes.Length / value.Count;
        for (int i = 0; i < value.Count; i++)
            _values.Scalar(value[i], value.Bytes.Slice(i * width, width));
        _values.Writer.WriteEndArray();
    }

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct
    {
        Name(field);
        if (T.TryGetInteger(in value, out var integer))
            _values.Integer(integer);
        else
            _values.Presented(in value);
    }

    private void Name(in FieldDescription field) => _values.Writer.WritePropertyName(_labels.Json[_labels.IndexOf(field, ref _next)]);

    private readonly void Object<T>(int offset, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        _values.Writer.WriteStartObject();
        var visitor = new JsonFieldVisitor(_values, _errors, _frame, offset, MessageLabels.Of<T>(), isLayer: false, _depth + 1) { IsCut = IsCut };
        value.Visit(ref visitor);
        _values.Writer.WriteEndObject();
    }

    private readonly void Quote<T>(int offset, ReadOnlySpan<byte> packet) where T : allows ref struct
    {
        _values.Writer.WriteStartArray();
        var visitor = new JsonLayerVisitor(_values, errors: null, _frame, offset, _depth + 1);
        QuotedPacket.Walk<T, JsonLayerVisitor>(packet, ref visitor);
        visitor.Close();
        _values.Writer.WriteEndArray();
    }
}
