namespace Codecs.Protocols;

/// <summary>Octets of a known length, in text one word of base 64: the key of a host identity (RFC 8005 section 6).</summary>
public readonly ref struct DnsBase64Word : ICodec<DnsBase64Word>
{
    /// <summary>Octets that are base 64 in text.</summary>
    public DnsBase64Word(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsBase64Word>.IsWhole => true;

    /// <inheritdoc cref="DnsBase64Word(ReadOnlySpan{byte})"/>
    public static implicit operator DnsBase64Word(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsBase64Word value) => value.Bytes;

    /// <summary>Takes all there is.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsBase64Word value)
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

    static bool IPresentable<DnsBase64Word>.TryFormat(scoped in DnsBase64Word value, Span<byte> utf8Destination, out int bytesWritten) =>
        OctetText.TryFormatBase64(value.Bytes, utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsBase64Word>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsBase64Word value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = OctetText.ReadBase64(ref input, isOneWord: true, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
