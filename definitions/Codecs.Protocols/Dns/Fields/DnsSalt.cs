namespace Codecs.Protocols;

/// <summary>Octets behind their length, in text hexadecimal digits, or "-" where there are none: the salt of hashed names (RFC 5155 section 3.3).</summary>
public readonly ref struct DnsSalt : ICodec<DnsSalt>
{
    /// <summary>A salt of at most 255 octets.</summary>
    /// <exception cref="ArgumentException">There are more than 255.</exception>
    public DnsSalt(ReadOnlySpan<byte> bytes)
    {
        DnsCharacterString.ThrowIfLong(bytes);
        Bytes = bytes;
    }

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <inheritdoc cref="DnsSalt(ReadOnlySpan{byte})"/>
    public static implicit operator DnsSalt(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsSalt value) => value.Bytes;

    /// <summary>Parses an octet with the length, and as many octets.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsSalt value)
    {
        var result = DnsCharacterString.TryParse(message, offset, context, out var text);
        value = new(text.Bytes);
        return result;
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length + 1;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context) => new DnsCharacterString(Bytes).Write(message, offset, context);

    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsSalt>.TryFormat(scoped in DnsSalt value, Span<byte> utf8Destination, out int bytesWritten)
    {
        if (!value.Bytes.IsEmpty)
            return Convert.TryToHexStringLower(value.Bytes, utf8Destination, out bytesWritten);
        bytesWritten = "-"u8.TryCopyTo(utf8Destination) ? 1 : 0;
        return bytesWritten != 0;
    }

    static ParseResult IPresentable<DnsSalt>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsSalt value)
    {
        value = default;
        int used = DnsToken.Read(utf8Text, out var token);
        if (used >= 0 && token.Text is [(byte)'-'])
            return ParseResult.Done(used);
        var input = new TextInput(utf8Text, scratch);
        var result = OctetText.ReadHex(ref input, isOneWord: true, out var bytes);
        if (bytes.Length > DnsCharacterString.MaxLength)
            return input.Wrong;
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
