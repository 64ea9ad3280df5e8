namespace Codecs.Protocols;

/// <summary>Octets to the end of a record, in text hexadecimal digits, which may be divided by blanks: digests, for example (RFC 4034 section 5.3).</summary>
public readonly ref struct DnsHex : ICodec<DnsHex>
{
    /// <summary>Octets that are hexadecimal digits in text.</summary>
    public DnsHex(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsHex>.IsWhole => true;

    /// <inheritdoc cref="DnsHex(ReadOnlySpan{byte})"/>
    public static implicit operator DnsHex(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsHex value) => value.Bytes;

    /// <summary>Takes all there is.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsHex value)
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

    static bool IPresentable<DnsHex>.TryFormat(scoped in DnsHex value, Span<byte> utf8Destination, out int bytesWritten) =>
        Convert.TryToHexStringLower(value.Bytes, utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsHex>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsHex value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = OctetText.ReadHex(ref input, isOneWord: false, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
