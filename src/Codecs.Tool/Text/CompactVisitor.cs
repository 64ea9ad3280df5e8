namespace Codecs.Tool.Text;

/// <summary>Writes the fields of a message in one line, up to a number of characters: what list elements look like if they are small.</summary>
internal ref struct CompactVisitor : IFieldVisitor
{
    private const int MostDepth = 3;

    private readonly TextOutput _output;
    private readonly MessageLabels _labels;
    private readonly int _most;
    private readonly int _depth;
    private int _next;
    private bool _isFirst;

    public CompactVisitor(TextOutput output, MessageLabels labels, int most, int depth = 0, bool isFirst = true)
    {
        _output = output;
        _labels = labels;
        _most = most;
        _depth = depth;
        _isFirst = isFirst;
    }

    /// <summary>Was there something that one line has no room for?</summary>
    public bool IsTooLong { get; private set; }

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        // An element that begins with what it is needs no name for that.
        if (_isFirst && ScalarTypes.TryGetName(value, out _) && !IsTooLong)
            _isFirst = false;
        else if (!Name(field))
            return;
        TextValues.Scalar(_output, field, bitWidth, value);
    }

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if (value.Length > _most / 2)
            IsTooLong = true;
        // Padding and data that are empty are not missed.
        else if (!value.IsEmpty && Name(field))
            Bytes(field, value);
    }

    private readonly void Bytes(in FieldDescription field, ReadOnlySpan<byte> value)
    {
        if (FieldNotes.Find(field, value) is { } address)
            _output.Write(address);
        else
            TextValues.BytesInline(_output, value);
    }

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if (value.Length > _most)
            IsTooLong = true;
        else if (Name(field))
            TextValues.Text(_output, value);
    }

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        if (_depth == MostDepth || QuotedPacket.Is<T>(field))
            IsTooLong = true;
        if (IsTooLong)
            return;
        var inner = new CompactVisitor(_output, MessageLabels.Of<T>(), _most, _depth + 1, _isFirst);
        value.Visit(ref inner);
        _isFirst = inner._isFirst;
        IsTooLong = inner.IsTooLong;
    }

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct =>
        IsTooLong = true;

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct =>
        IsTooLong |= !bytes.IsEmpty;

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        if (!Name(field))
            return;
        string separator = "";
        while (items.MoveNext())
        {
            var item = items.Current;
            _output.Write(separator).Write(item.ToString());
            separator = " ";
            if (_output.Column > _most)
                break;
        }
    }

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
    {
        if (!Name(field))
            return;
        string separator = "";
        foreach (var item in value)
        {
            _output.Write(separator);
            TextValues.Scalar(_output, field, field.BitWidth > 0 ? field.BitWidth : 16, item);
            separator = " ";
            if (_output.Column > _most)
                break;
        }
    }

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct
    {
        if (Name(field))
            _output.Write(value.ToString());
    }

    private bool Name(in FieldDescription field)
    {
        IsTooLong |= _output.Column > _most;
        if (IsTooLong || (field.Role & (FieldRole.Reserved | FieldRole.Padding)) != 0)
            return false;
        if (!_isFirst)
            _output.Write(Ink.Dim, ", ");
        _isFirst = false;
        _output.Write(Ink.Dim, _labels.Inline[_labels.IndexOf(field, ref _next)]).Write(" ");
        return true;
    }
}
