using System.Buffers;
using System.Text;
using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Writes the fields of a message, a line each, and what is nested in them indented.</summary>
internal ref struct TextFieldVisitor : IFieldVisitor
{
    public const int Step = 4;
    private const int MostInLine = 110;
    private const int MostInDnsLine = 2048;

    private readonly TextPen _pen;
    private readonly ReadOnlySpan<byte> _frame;
    private readonly int _offset;
    private readonly MessageLabels _labels;
    private readonly int _indent;
    private readonly bool _isLayer;
    private int _next;

    /// <param name="pen">Where to write.</param>
    /// <param name="frame">The whole frame.</param>
    /// <param name="offset">Where the message starts in it.</param>
    /// <param name="labels">Names of the message's fields.</param>
    /// <param name="indent">Spaces before each line.</param>
    /// <param name="isLayer">Is what the message carries a layer of its own?</param>
    public TextFieldVisitor(TextPen pen, ReadOnlySpan<byte> frame, int offset, MessageLabels labels, int indent, bool isLayer)
    {
        _pen = pen;
        _frame = frame;
        _offset = offset;
        _labels = labels;
        _indent = indent;
        _isLayer = isLayer;
    }

    /// <summary>Is there less of the layer than there should be? Then a list that ends with the frame is no broken list.</summary>
    public bool IsCut { private get; init; }

    /// <summary>The name of the payload that was left out because it may be a layer of its own; null if there was none.</summary>
    public string? Payload { get; private set; }

    /// <summary>Where that payload is in the frame.</summary>
    public Range PayloadPlace { get; private set; }

    private readonly TextOutput Output => _pen.Output;

    private readonly bool IsTooDeep => _indent >= QuotedPacket.MostDepth * Step;

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        // Reserved fields are there to be looked at when they are not what they should be.
        if ((field.Role & FieldRole.Reserved) != 0 && EqualityComparer<T>.Default.Equals(value, default))
            return;
        Name(field);
        if (!FieldNotes.TryWrite(Output, _labels.Description, field, value))
            TextValues.Scalar(Output, field, bitWidth, value);
        Output.Line();
    }

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        string name = _labels.Text[_labels.IndexOf(field, ref _next)];
        if (FieldNotes.Find(field, value) is { } address)
        {
            Name(Output, name, _indent, _labels.Width);
            Output.Write(address).Line();
        }
        else if (_isLayer && (field.Role & FieldRole.Payload) != 0)
            (Payload, PayloadPlace) = (name, FrameBytes.Place(_frame, _offset + bitOffset / 8, value.Length));
        else if (!value.IsEmpty)
            Bytes(Output, name, value, _indent, _labels.Width);
    }

    /// <summary>Bytes with a name before them.</summary>
    public static void Bytes(TextOutput output, string name, ReadOnlySpan<byte> value, int indent, int width)
    {
        Name(output, name, indent, width);
        TextValues.Bytes(output, value, indent + Step);
    }

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        Name(field);
        TextValues.Text(Output, value);
        Output.Line();
    }

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        Name(field);
        int at = _offset + bitOffset / 8;
        var bytes = FrameBytes.Slice(_frame, at, byteLength);
        if (IsTooDeep)
            TextValues.Bytes(Output, bytes, _indent + Step);
        else if (QuotedPacket.Is<T>(field))
            Quote<T>(at, bytes);
        else if (!TryCompact(in value))
            Nested(at, in value);
    }

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct
    {
        Name(field);
        int at = _offset + bitOffset / 8;
        if (QuotedPacket.Is<T>(field) && !IsTooDeep)
        {
            Quote<T>(at, value);
            return;
        }
        bool isCut = result.Status == OperationStatus.NeedMoreData;
        Output.Write(isCut ? Ink.Warning : Ink.Fault, $"{(isCut ? "" : "malformed ")}{Words.Of(T.Description.Name)}: {Faults.Describe<T>(at, value.Length, result)}").Line();
        Output.Spaces(_indent + Step);
        TextValues.Bytes(Output, value, _indent + Step);
    }

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        if (bytes.IsEmpty)
        {
            None(field);
            return;
        }
        int at = _offset + bitOffset / 8;
        if (IsTooDeep)
        {
            Name(field);
            TextValues.Bytes(Output, bytes, _indent + Step);
            return;
        }
        Output.Spaces(_indent).Write(Ink.Dim, _labels.Text[_labels.IndexOf(field, ref _next)]).Line();
        while (items.MoveNext())
        {
            Output.Spaces(_indent + Step - 2).Write(Ink.Dim, "- ");
            var item = items.Current;
            if (!TryCompact(in item))
                Nested(at + items.Offset, in item);
        }
        if (!items.Result)
            Broken<T>(at, items.Offset, bytes, items.Result);
    }

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        if (bytes.IsEmpty)
        {
            None(field);
            return;
        }
        Name(field);
        int column = Output.Column;
        string separator = "";
        while (items.MoveNext())
        {
            var item = items.Current;
            Output.Write(separator);
            Wrap(column);
            Output.Write(item.ToString());
            separator = ", ";
        }
        Output.Line();
    }

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
    {
        if (value.Count == 0)
        {
            None(field);
            return;
        }
        Name(field);
        int column = Output.Column, bits = value.Bytes.Length / value.Count * 8;
        string separator = "";
        foreach (var item in value)
        {
            Output.Write(separator);
            Wrap(column);
            TextValues.Scalar(Output, field, bits, item);
            separator = ", ";
        }
        Output.Line();
    }

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct
    {
        Name(field);
        Output.Write(Ink.Text, value.ToString()).Line();
    }

    private static void Name(TextOutput output, string name, int indent, int width) =>
        output.Spaces(indent).Write(Ink.Dim, name).Align(indent + width + 2);

    private void Name(in FieldDescription field) => Name(Output, _labels.Text[_labels.IndexOf(field, ref _next)], _indent, _labels.Width);

    private void None(in FieldDescription field)
    {
        Name(field);
        Output.Write(Ink.Dim, "none").Line();
    }

    private readonly void Wrap(int column)
    {
        if (Output.Column > MostInLine)
            Output.Line().Spaces(column);
    }

    private readonly bool TryCompact<T>(scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        if (DnsLineWriter.Shows<T>())
            return TryDnsLine(in value);
        var scratch = _pen.Scratch;
        scratch.Clear();
        var visitor = new CompactVisitor(scratch, MessageLabels.Of<T>(), MostInLine);
        value.Visit(ref visitor);
        if (visitor.IsTooLong || scratch.Column > MostInLine)
            return false;
        Output.Append(scratch).Line();
        return true;
    }

    // As in a zone file, and as dig has it; one that is broken, or longer than a screen, is shown field by field.
    private readonly bool TryDnsLine<T>(scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        Span<byte> line = stackalloc byte[MostInDnsLine];
        var writer = new DnsLineWriter(line);
        writer.Write(in value);
        if (writer.IsMalformed || !writer.TryEnd(out int length))
            return false;
        Output.Use(Ink.Text);
        if (line[..length].ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            Output.Write(Encoding.UTF8.GetString(line[..length]));
        else
            Output.Write(line[..length]);
        Output.Use(Ink.Plain);
        Output.Line();
        return true;
    }

    private readonly void Nested<T>(int offset, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        var labels = MessageLabels.Of<T>();
        Output.Write(Ink.Symbol, Words.Of(labels.Description.Name)).Line();
        var visitor = new TextFieldVisitor(_pen, _frame, offset, labels, _indent + Step, isLayer: false) { IsCut = IsCut };
        value.Visit(ref visitor);
    }

    private readonly void Quote<T>(int offset, ReadOnlySpan<byte> packet) where T : IVisitable<T>, allows ref struct
    {
        Output.Write(Ink.Dim, "the beginning of a packet").Line();
        var visitor = new TextLayerVisitor(_pen, _frame, offset, _indent + Step, isQuote: true);
        QuotedPacket.Walk<T, TextLayerVisitor>(packet, ref visitor);
        visitor.Close();
    }

    private readonly void Broken<T>(int at, int offset, ReadOnlySpan<byte> list, ParseResult result) where T : IVisitable<T>, allows ref struct
    {
        if (IsCut && at + list.Length >= _frame.Length)
            Output.Spaces(_indent + Step - 2).Write(Ink.Dim, "- ").Write(Ink.Warning, "cut short").Line();
        else
            Output.Spaces(_indent + Step - 2).Write(Ink.Fault, $"! {Faults.Describe<T>(at, list.Length - offset, result)}").Line();
        Output.Spaces(_indent + Step);
        TextValues.Bytes(Output, list[Math.Min(offset, list.Length)..], _indent + Step);
    }
}
