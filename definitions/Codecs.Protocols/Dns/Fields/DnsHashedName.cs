namespace Codecs.Protocols;

/// <summary>Octets behind their length, in text base 32: the hash of the next name (RFC 5155 section 3.3).</summary>
public readonly ref struct DnsHashedName : ICodec<DnsHashedName>
{
    /// <summary>A hash of at most 255 octets.</summary>
    /// <exception cref="ArgumentException">There are more than 255.</exception>
    public DnsHashedName(ReadOnlySpan<byte> bytes)
    {
        DnsCharacterString.ThrowIfLong(bytes);
        Bytes = bytes;
    }

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <inheritdoc cref="DnsHashedName(ReadOnlySpan{byte})"/>
    public static implicit operator DnsHashedName(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsHashedName value) => value.Bytes;

    /// <summary>Parses an octet with the length, and as many octets.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsHashedName value)
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

    static bool IPresentable<DnsHashedName>.TryFormat(scoped in DnsHashedName value, Span<byte> utf8Destination, out int bytesWritten)
    {
        return OctetText.TryFormatBase32Hex(value.Bytes, utf8Destination, out bytesWritten);
    }

    static ParseResult IPresentable<DnsHashedName>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsHashedName value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        if (!input.TryRead(out var token) || token.Text.Length > (DnsCharacterString.MaxLength * 8 + 4) / 5)
            return input.Wrong;
        if (token.Text.Length > input.Scratch.Length)
            return input.Full;
        if (!OctetText.TryParseBase32Hex(token.Text, input.Scratch, out int length))
            return input.Wrong;
        input.TryTake(length, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return input.Done;
    }
}
