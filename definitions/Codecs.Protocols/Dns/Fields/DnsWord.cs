namespace Codecs.Protocols;

/// <summary>A character string that in text stands without quotes where it can: the tag of a CAA record (RFC 8659 section 4.1), numbers in digits (RFC 1712 section 3).</summary>
public readonly ref struct DnsWord : ICodec<DnsWord>
{
    /// <summary>A word of at most 255 octets.</summary>
    /// <exception cref="ArgumentException">There are more than 255.</exception>
    public DnsWord(ReadOnlySpan<byte> bytes)
    {
        DnsCharacterString.ThrowIfLong(bytes);
        Bytes = bytes;
    }

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <inheritdoc cref="DnsWord(ReadOnlySpan{byte})"/>
    public static implicit operator DnsWord(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsWord value) => value.Bytes;

    /// <summary>Parses an octet with the length, and as many octets.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsWord value)
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

    static bool IPresentable<DnsWord>.TryFormat(scoped in DnsWord value, Span<byte> utf8Destination, out int bytesWritten)
    {
        if (!DnsEscape.IsPlain(value.Bytes))
            return DnsEscape.TryQuote(value.Bytes, utf8Destination, out bytesWritten);
        bytesWritten = value.Bytes.TryCopyTo(utf8Destination) ? value.Bytes.Length : 0;
        return bytesWritten != 0;
    }

    static ParseResult IPresentable<DnsWord>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsWord value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = DnsCharacterString.Read(ref input, DnsCharacterString.MaxLength, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
