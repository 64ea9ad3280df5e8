using System.Buffers;
using System.Globalization;

namespace Codecs.Tool.Text;

/// <summary>Writes the layers of a packet with their fields.</summary>
internal ref struct TextLayerVisitor : ILayerVisitor
{
    private readonly TextPen _pen;
    private readonly ReadOnlySpan<byte> _frame;
    private readonly int _start;
    private readonly int _indent;
    private readonly bool _isQuote;

    // Whether a layer's payload is shown with it turns out when a next layer comes, or none.
    private string? _payload;
    private Range _payloadPlace;
    private int _width;
    private bool _any;

    /// <param name="pen">Where to write.</param>
    /// <param name="frame">The whole frame.</param>
    /// <param name="start">Where the packet starts in it.</param>
    /// <param name="indent">Spaces before the name of each layer.</param>
    /// <param name="isQuote">Is it within another packet? Then it is no fault that it is cut short.</param>
    public TextLayerVisitor(TextPen pen, ReadOnlySpan<byte> frame, int start, int indent, bool isQuote)
    {
        _pen = pen;
        _frame = frame;
        _start = start;
        _indent = indent;
        _isQuote = isQuote;
    }

    private readonly TextOutput Output => _pen.Output;

    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        int at = _start + offset;
        int length = result ? result.BytesConsumed : _frame.Length - at;
        var labels = MessageLabels.Of<T>();
        if (result)
            Trailer(at + length);
        Title(labels, at, length);
        var fields = new TextFieldVisitor(_pen, _frame, at, labels, _indent + TextFieldVisitor.Step, isLayer: true) { IsCut = !result };
        message.Visit(ref fields);
        _payload = fields.Payload;
        _payloadPlace = fields.PayloadPlace;
        _width = labels.Width;
        _any = true;
        if (!result && !_isQuote)
            Output.Spaces(_indent + TextFieldVisitor.Step).Write(Ink.Warning, CutShort(result, length)).Line();
    }

    void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
    {
        int at = _start + offset;
        var labels = MessageLabels.Of<T>();
        _payload = null;
        bool isCut = result.Status == OperationStatus.NeedMoreData;
        Title(labels, at, bytes.Length);
        Output.Spaces(_indent + TextFieldVisitor.Step)
            .Write(isCut ? Ink.Warning : Ink.Fault, $"{(isCut ? "" : "malformed: ")}{Faults.Describe<T>(at, bytes.Length, result)}").Line();
        if (_isQuote && isCut)
            PartialMessage.Visit(labels.Description, bytes, new TextFieldVisitor(_pen, _frame, at, labels, _indent + TextFieldVisitor.Step, isLayer: true));
        else if (!bytes.IsEmpty)
            TextFieldVisitor.Bytes(Output, "Bytes", bytes, _indent + TextFieldVisitor.Step, labels.Width);
    }

    void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
    {
        // The payload of a layer is shown with that layer; here it is a frame of which not even the first layer is known.
        if (!bytes.IsEmpty && !_any)
            TextFieldVisitor.Bytes(Output, "Bytes", bytes, _indent + TextFieldVisitor.Step, "Bytes".Length);
    }

    /// <summary>Ends the last layer, with its payload if no other layer was that.</summary>
    public readonly void Close()
    {
        var bytes = _frame[_payloadPlace];
        if (_payload is not null && !bytes.IsEmpty)
            TextFieldVisitor.Bytes(Output, _payload, bytes, _indent + TextFieldVisitor.Step, _width);
    }

    // What a carrier has behind the layer that it carries: padding, mostly. It is shown with the carrier, whose fields come last before this.
    private readonly void Trailer(int end)
    {
        if (_payload is not null && end < _payloadPlace.End.Value)
            TextFieldVisitor.Bytes(Output, "Trailer", _frame[end.._payloadPlace.End], _indent + TextFieldVisitor.Step, _width);
    }

    private readonly void Title(MessageLabels labels, int offset, int length)
    {
        Output.Spaces(_indent).Write(Ink.Layer, labels.Description.Name);
        Output.Use(Ink.Dim);
        if (labels.Description.Specification is { } specification)
            Output.Write("  ").Write(specification).Write(",");
        Output.Write(" at ").Write(offset).Write(", ").Count(length, "byte");
        Output.Use(Ink.Plain);
        Output.Line();
    }

    private static string CutShort(ParseResult result, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"cut short: {length:N0} of {result.BytesNeeded:N0} bytes are there");
}
