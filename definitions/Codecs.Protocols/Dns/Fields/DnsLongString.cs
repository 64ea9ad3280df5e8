namespace Codecs.Protocols;

/// <summary>Octets to the end of a record, in text one word between quotes: a URI (RFC 7553 section 4.4), the value of a CAA record (RFC 8659 section 4.1).</summary>
public readonly ref struct DnsLongString : ICodec<DnsLongString>
{
    /// <summary>Octets that are a quoted word in text.</summary>
    public DnsLongString(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsLongString>.IsWhole => true;

    /// <inheritdoc cref="DnsLongString(ReadOnlySpan{byte})"/>
    public static implicit operator DnsLongString(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsLongString value) => value.Bytes;

    /// <summary>Takes all there is.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsLongString value)
    {
        value = new(message[offset..]);
        return ParseResult.Done(value.Bytes.Length);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsLongString>.TryFormat(scoped in DnsLongString value, Span<byte> utf8Destination, out int bytesWritten) =>
        DnsEscape.TryQuote(value.Bytes, utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsLongString>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsLongString value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = DnsCharacterString.Read(ref input, int.MaxValue, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
