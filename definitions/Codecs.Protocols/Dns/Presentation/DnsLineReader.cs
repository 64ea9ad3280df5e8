using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>Reads a record from a line of a zone file. It is asked in wire order, so the words before the type are kept until they are asked for.</summary>
internal ref struct DnsLineReader : IFieldSource
{
    private DnsTextReader _text;
    private DnsType _type;
    private DnsTimeToLive _timeToLive;

    /// <param name="utf8Text">The line, up to where the record ends.</param>
    /// <param name="scratch">Memory for what it stands for.</param>
    public DnsLineReader(ReadOnlySpan<byte> utf8Text, Span<byte> scratch)
    {
        _text = new(utf8Text, scratch);
        Class = DnsClass.Internet;
    }

    /// <summary>The class of the record. Asked for it as a field, the reader tells that of the form that the data has, which is the Internet's for what updates say.</summary>
    public DnsClass Class { get; private set; }

    /// <inheritdoc cref="DnsTextReader.Result"/>
    public readonly ParseResult Result => _text.Result;

    /// <inheritdoc cref="DnsTextReader.IsEnd"/>
    public readonly bool IsEnd => _text.IsEnd;

    private readonly bool IsOfUpdate => Class is DnsClass.None or DnsClass.Any;

    bool IFieldSource.Value<T>(scoped in FieldDescription field, out T value) => _text.Value(in field, out value);

    bool IFieldSource.Enum<T>(scoped in FieldDescription field, out T value)
    {
        value = default;
        if (typeof(T) == typeof(DnsClass))
        {
            value = Unsafe.BitCast<DnsClass, T>(IsOfUpdate ? DnsClass.Internet : Class);
            return true;
        }
        if (!TryReadHead())
            return false;
        value = Unsafe.BitCast<DnsType, T>(_type);
        return true;
    }

    bool IFieldSource.Scalar<T>(scoped in FieldDescription field, out T value)
    {
        value = Unsafe.BitCast<DnsTimeToLive, T>(_timeToLive);
        return true;
    }

    bool IFieldSource.Payload<T>(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (IsEnd && IsOfUpdate)
            return true;
        if (!_text.IsOctets)
            return _text.Payload<T>(in field, out value);
        return _text.Octets(out value) && ((IsOfUpdate && value.IsEmpty) || T.TryParse(value, 0, default, out _).BytesConsumed == value.Length || _text.Fail());
    }

    bool IFieldSource.Bytes(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        value = default;
        return (IsEnd && IsOfUpdate) || _text.Octets(out value);
    }

    readonly bool IFieldSource.IsPresent(scoped in FieldDescription field) => false;

    readonly bool IFieldSource.Flag(scoped in FieldDescription field, out bool value)
    {
        value = false;
        return false;
    }

    readonly bool IFieldSource.Text(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        value = default;
        return false;
    }

    readonly bool IFieldSource.Message<T>(scoped in FieldDescription field, out T value)
    {
        value = default!;
        return false;
    }

    readonly bool IFieldSource.Messages<T>(scoped in FieldDescription field, out MessageList<T> value)
    {
        value = default;
        return false;
    }

    readonly bool IFieldSource.Values<T>(scoped in FieldDescription field, out MessageList<T> value)
    {
        value = default;
        return false;
    }

    readonly bool IFieldSource.Scalars<T>(scoped in FieldDescription field, out ScalarList<T> value)
    {
        value = default;
        return false;
    }

    // RFC 1035 section 5.1: time to live and class in either order, or only one of them, and the type.
    private bool TryReadHead()
    {
        bool hasTimeToLive = false, hasClass = false;
        while (_text.TryReadWord(out var word))
        {
            // ANY is a class, unless it is the last word: then it is the type.
            if (!hasClass && DnsMnemonic.TryParse(word.Text, out DnsClass @class) && !IsEnd)
            {
                Class = @class;
                hasClass = true;
            }
            else if (!hasTimeToLive && DnsTimeToLive.TryParse(word.Text, null, out _timeToLive))
            {
                hasTimeToLive = true;
            }
            else
            {
                return DnsMnemonic.TryParse(word.Text, out _type) || _text.Fail();
            }
        }
        return _text.Fail();
    }
}
