namespace Codecs.Protocols;

/// <summary>Appends the options of an OPT record to a line, as <c>; COOKIE: 0102030405060708</c>.</summary>
internal ref struct EdnsLineWriter(TextOutput output) : IFieldVisitor
{
    private TextOutput _output = output;

    /// <summary>The line.</summary>
    public readonly TextOutput Output => _output;

    /// <summary>Is there an option that could not be read?</summary>
    public bool IsMalformed { get; private set; }

    void IFieldVisitor.Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        while (items.MoveNext())
            items.Current.Visit(ref this);
        IsMalformed |= !items.Result;
    }

    void IFieldVisitor.Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        if (value is not EdnsOptionCode code)
            return;
        _output.Append("; "u8);
        var name = NameOf(code);
        _output.Append(name.IsEmpty ? "OPT="u8 : name);
        if (name.IsEmpty)
            _output.Append((ulong)code);
        _output.Append(": "u8);
    }

    void IFieldVisitor.Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value)
    {
        var data = new DnsTextWriter(_output.Rest);
        value.Visit(ref data);
        _output.Advance(data.TryEnd(out int length), length);
        IsMalformed |= data.IsMalformed;
    }

    void IFieldVisitor.Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => _output.AppendHex(value);

    void IFieldVisitor.Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) => IsMalformed = true;

    void IFieldVisitor.Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
    }

    void IFieldVisitor.Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
    }

    void IFieldVisitor.Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value)
    {
    }

    void IFieldVisitor.Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value)
    {
    }

    private static ReadOnlySpan<byte> NameOf(EdnsOptionCode code) => code switch
    {
        EdnsOptionCode.NameServerIdentifier => "NSID"u8,
        EdnsOptionCode.ClientSubnet => "CLIENT-SUBNET"u8,
        EdnsOptionCode.Expire => "EXPIRE"u8,
        EdnsOptionCode.Cookie => "COOKIE"u8,
        EdnsOptionCode.TcpKeepalive => "TCP-KEEPALIVE"u8,
        EdnsOptionCode.Padding => "PAD"u8,
        EdnsOptionCode.KeyTag => "KEY-TAG"u8,
        EdnsOptionCode.ExtendedError => "EDE"u8,
        _ => default,
    };
}
