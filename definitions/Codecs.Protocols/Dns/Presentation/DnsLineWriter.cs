namespace Codecs.Protocols;

/// <summary>
/// Writes a question or a record as a line of a zone file (RFC 1035 section 5.1), as <c>dig</c> shows it: name, time to live, class, type, and data. What it
/// is given is one of <see cref="DnsQuestion"/>, <see cref="DnsRecord"/> and those of multicast DNS, of which bits that are no class are comments.
/// </summary>
public ref struct DnsLineWriter : IFieldVisitor
{
    private TextOutput _output;
    private DnsType _type;
    private DnsClass _class;
    private uint? _timeToLive;
    private bool _isHeadWritten;
    private string? _comment;

    /// <summary>A writer into memory of the caller.</summary>
    public DnsLineWriter(Span<byte> utf8Destination) => _output = new(utf8Destination);

    /// <summary>Is there something in the data that could not be read, and is not in the text?</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Is the type one of those that have such a line?</summary>
    public static bool Shows<T>() where T : allows ref struct =>
        typeof(T) == typeof(DnsRecord) || typeof(T) == typeof(DnsQuestion) || typeof(T) == typeof(MulticastDnsRecord) || typeof(T) == typeof(MulticastDnsQuestion);

    /// <summary>Writes the line of a question or a record. A writer writes one.</summary>
    public void Write<T>(scoped in T value) where T : IVisitable<T>, allows ref struct => value.Visit(ref this);

    /// <summary>Is all of the line there?</summary>
    /// <param name="bytesWritten">Its length; 0 if it did not fit.</param>
    public bool TryEnd(out int bytesWritten)
    {
        Head();
        if (_comment is not null)
        {
            _output.Append(" ; "u8);
            foreach (char letter in _comment)
                _output.Append(letter);
        }
        return _output.TryEnd(out bytesWritten);
    }

    /// <summary>Writes a record whose data is octets.</summary>
    internal void Write(DnsName name, DnsTimeToLive timeToLive, DnsClass @class, DnsType type, ReadOnlySpan<byte> data)
    {
        _output.Advance(name.TryFormat(_output.Rest, out int length), length);
        (_timeToLive, _class, _type) = (timeToLive.Seconds, @class, type);
        Octets(data);
    }

    void IFieldVisitor.Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        if (value is DnsType type)
            _type = type;
        else if (value is DnsClass @class)
            _class = @class;
        else if (value is DnsTimeToLive timeToLive)
            _timeToLive = timeToLive.Seconds;
        else if (value is true)
            _comment = field.Name == nameof(MulticastDnsRecord.CacheFlush) ? "cache-flush" : "unicast-response";
    }

    void IFieldVisitor.Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) =>
        _output.Advance(T.TryFormat(in value, _output.Rest, out int length), length);

    void IFieldVisitor.Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Octets(value);

    void IFieldVisitor.Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result)
    {
        IsMalformed = true;
        Octets(value);
    }

    void IFieldVisitor.Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value)
    {
        if (_type == DnsType.Opt)
        {
            Options(in value);
            return;
        }
        Head();
        int start = _output.Length;
        if (!_output.Rest.IsEmpty)
            _output.Append(' ');
        var data = new DnsTextWriter(_output.Rest);
        value.Visit(ref data);
        _output.Advance(data.TryEnd(out int length), length);
        IsMalformed |= data.IsMalformed;
        // A blank before nothing is taken back.
        if (length == 0)
            _output.Length = start;
    }

    void IFieldVisitor.Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
    }

    void IFieldVisitor.Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
    }

    void IFieldVisitor.Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
    }

    void IFieldVisitor.Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value)
    {
    }

    private void Octets(ReadOnlySpan<byte> value)
    {
        Head();
        _output.Append(' ');
        _output.Advance(DnsPresentation.TryFormatOctets(value, _output.Rest, out int length), length);
    }

    private void Head()
    {
        if (_isHeadWritten)
            return;
        _isHeadWritten = true;
        _output.Append(' ');
        if (_timeToLive is { } seconds)
        {
            _output.Append(seconds);
            _output.Append(' ');
        }
        _output.Advance(DnsMnemonic.TryFormat(_class, _output.Rest, out int length), length);
        _output.Append(' ');
        _output.Advance(DnsMnemonic.TryFormat(_type, _output.Rest, out length), length);
    }

    // An OPT record is in no zone. dig shows it as a comment.
    private void Options<T>(scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        _isHeadWritten = true;
        _output.Length = 0;
        var edns = Edns.From(_class, _timeToLive ?? 0);
        _output.Append("; EDNS: version: "u8);
        _output.Append(edns.Version);
        _output.Append(", flags:"u8);
        _output.Append(edns.DnssecOk ? " do"u8 : default);
        _output.Append(edns.CompactAnswersOk ? " co"u8 : default);
        _output.Append("; udp: "u8);
        _output.Append(edns.UdpPayloadSize);
        var options = new EdnsLineWriter(_output);
        value.Visit(ref options);
        _output = options.Output;
        IsMalformed |= options.IsMalformed;
    }
}
