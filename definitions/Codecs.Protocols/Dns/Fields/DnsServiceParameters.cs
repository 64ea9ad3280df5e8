using System.Buffers.Binary;

namespace Codecs.Protocols;

/// <summary>
/// The parameters of a service (RFC 9460 section 2.2): numbers of keys with values, in order of the keys. In text words like <c>alpn=h2,h3 port=8443</c>,
/// in any order (section 2.1).
/// </summary>
public readonly ref partial struct DnsServiceParameters : ICodec<DnsServiceParameters>
{
    private const int Header = 4;

    private DnsServiceParameters(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The parameters as they are on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsServiceParameters>.IsWhole => true;

    /// <summary>Parses parameters to the end of what there is. Keys must be in order, and values of the form that their keys ask for, as section 2.2 demands.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsServiceParameters value)
    {
        value = default;
        var rest = message[offset..];
        int at = 0;
        for (int last = -1; at < rest.Length;)
        {
            if (rest.Length - at < Header)
                return ParseResult.Invalid(ParseError.Length, 0, at);
            int key = BinaryPrimitives.ReadUInt16BigEndian(rest[at..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[(at + 2)..]);
            if (length > rest.Length - at - Header)
                return ParseResult.Invalid(ParseError.Length, 0, at);
            if (key <= last || !IsOfForm((DnsServiceParameterKey)key, rest.Slice(at + Header, length)))
                return ParseResult.Invalid(ParseError.Value, 0, at);
            last = key;
            at += Header + length;
        }
        value = new(rest);
        return ParseResult.Done(at);
    }

    /// <summary>The value of a parameter.</summary>
    /// <returns>False if there is no such parameter.</returns>
    public bool TryGet(DnsServiceParameterKey key, out ReadOnlySpan<byte> value)
    {
        foreach (var parameter in this)
        {
            if (parameter.Key != key)
                continue;
            value = parameter.Value;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>Walks the parameters, in order of their keys.</summary>
    public Enumerator GetEnumerator() => new(Bytes);

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    // RFC 9460 section 7 and 8, RFC 9461 section 5, RFC 9540 section 4.
    private static bool IsOfForm(DnsServiceParameterKey key, ReadOnlySpan<byte> value) => key switch
    {
        DnsServiceParameterKey.Mandatory => IsMandatory(value),
        DnsServiceParameterKey.Alpn => IsAlpn(value),
        DnsServiceParameterKey.NoDefaultAlpn or DnsServiceParameterKey.ObliviousHttp => value.IsEmpty,
        DnsServiceParameterKey.Port => value.Length == sizeof(ushort),
        DnsServiceParameterKey.IPv4Hint => !value.IsEmpty && value.Length % 4 == 0,
        DnsServiceParameterKey.IPv6Hint => !value.IsEmpty && value.Length % 16 == 0,
        DnsServiceParameterKey.TlsSupportedGroups => !value.IsEmpty && value.Length % sizeof(ushort) == 0,
        _ => true,
    };

    // Keys in order, without this one.
    private static bool IsMandatory(ReadOnlySpan<byte> value)
    {
        int last = 0;
        for (int at = 0; at < value.Length; at += sizeof(ushort))
        {
            if (value.Length - at < sizeof(ushort) || BinaryPrimitives.ReadUInt16BigEndian(value[at..]) is var key && key <= last)
                return false;
            last = key;
        }
        return !value.IsEmpty;
    }

    private static bool IsAlpn(ReadOnlySpan<byte> value)
    {
        int at = 0;
        while (at < value.Length && value[at] != 0)
            at += value[at] + 1;
        return at == value.Length && at > 0;
    }

    /// <summary>One parameter.</summary>
    public readonly ref struct Parameter
    {
        internal Parameter(DnsServiceParameterKey key, ReadOnlySpan<byte> value)
        {
            Key = key;
            Value = value;
        }

        /// <summary>What it is.</summary>
        public DnsServiceParameterKey Key { get; }

        /// <summary>The value as it is on the wire.</summary>
        public ReadOnlySpan<byte> Value { get; }
    }

    /// <summary>Walks parameters.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(ReadOnlySpan<byte> bytes) => _rest = bytes;

        /// <summary>The parameter.</summary>
        public Parameter Current { get; private set; }

        /// <summary>Goes to the next parameter; false after the last.</summary>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
                return false;
            int end = Header + BinaryPrimitives.ReadUInt16BigEndian(_rest[2..]);
            Current = new((DnsServiceParameterKey)BinaryPrimitives.ReadUInt16BigEndian(_rest), _rest[Header..end]);
            _rest = _rest[end..];
            return true;
        }
    }
}
