namespace Codecs.Protocols;

/// <summary>Reads Sec-WebSocket-Extensions (RFC 6455 section 9.1): extensions between commas, each with parameters behind semicolons.</summary>
/// <example><code>
/// var reader = new WebSocketExtensionReader(field);
/// while (reader.ReadExtension())
/// {
///     while (reader.ReadParameter()) …
/// }
/// if (reader.IsMalformed) …
/// </code></example>
public ref struct WebSocketExtensionReader
{
    private ReadOnlySpan<byte> _rest;

    // Is an extension being read? Then its parameters come next.
    private bool _isWithin;

    /// <summary>A reader of one field; where it came several times, of all its values with commas between them.</summary>
    public WebSocketExtensionReader(ReadOnlySpan<byte> field) => _rest = field;

    /// <summary>Name of the extension.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Name of the parameter.</summary>
    public ReadOnlySpan<byte> Parameter { get; private set; }

    /// <summary>Value of the parameter, without the quotes around it; empty if it has none.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Has the parameter a value?</summary>
    public bool HasValue { get; private set; }

    /// <summary>Does the field not have the form that it must have? Then the connection is to be failed, whatever was read before.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Goes on to the next extension; false if there is none, or if the field is malformed.</summary>
    public bool ReadExtension()
    {
        while (_isWithin && ReadParameter())
        {
        }
        if (IsMalformed)
            return false;
        _rest = _rest.TrimStart(", \t"u8);
        if (_rest.IsEmpty)
            return false;
        Name = ReadToken();
        _isWithin = !IsMalformed;
        return _isWithin;
    }

    /// <summary>Goes on to the next parameter of the extension; false if there is none, or if the field is malformed.</summary>
    public bool ReadParameter()
    {
        if (!_isWithin || IsMalformed || !TryEat((byte)';'))
        {
            // Behind an extension comes another, or nothing.
            IsMalformed |= _isWithin && !_rest.IsEmpty && _rest[0] != ',';
            _isWithin = false;
            return false;
        }
        _rest = _rest.TrimStart(" \t"u8);
        Parameter = ReadToken();
        HasValue = !IsMalformed && TryEat((byte)'=');
        Value = HasValue ? ReadValue() : default;
        return !IsMalformed;
    }

    private bool TryEat(byte delimiter)
    {
        _rest = _rest.TrimStart(" \t"u8);
        if (_rest.IsEmpty || _rest[0] != delimiter)
            return false;
        _rest = _rest[1..];
        return true;
    }

    private ReadOnlySpan<byte> ReadToken()
    {
        int length = HeaderList.TokenLength(_rest);
        IsMalformed = length == 0;
        return Take(length);
    }

    // RFC 6455 section 9.1: what is between quotes must be a token too, so there is nothing that a backslash would have to protect.
    private ReadOnlySpan<byte> ReadValue()
    {
        _rest = _rest.TrimStart(" \t"u8);
        if (_rest.IsEmpty || _rest[0] != '"')
            return ReadToken();
        _rest = _rest[1..];
        var value = ReadToken();
        IsMalformed |= _rest.IsEmpty || _rest[0] != '"';
        _rest = IsMalformed ? default : _rest[1..];
        return value;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
