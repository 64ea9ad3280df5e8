namespace Codecs.Protocols;

/// <summary>Octets of a known length, in text one word of hexadecimal digits: a host identity tag (RFC 8005 section 6).</summary>
public readonly ref struct DnsHexWord : ICodec<DnsHexWord>
{
    /// <summary>Octets that are hexadecimal digits in text.</summary>
    public DnsHexWord(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsHexWord>.IsWhole => true;

    /// <inheritdoc cref="DnsHexWord(ReadOnlySpan{byte})"/>
    public static implicit operator DnsHexWord(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsHexWord value) => value.Bytes;

    /// <summary>Takes all there is.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsHexWord value)
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

    static bool IPresentable<DnsHexWord>.TryFormat(scoped in DnsHexWord value, Span<byte> utf8Destination, out int bytesWritten) =>
        Convert.TryToHexStringLower(value.Bytes, utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsHexWord>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsHexWord value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = OctetText.ReadHex(ref input, isOneWord: true, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
