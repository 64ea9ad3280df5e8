namespace Codecs.Protocols;

/// <summary>Octets to the end of a record, in text base 64, which may be divided by blanks: keys and signatures (RFC 4034 sections 2.2 and 3.2).</summary>
public readonly ref struct DnsBase64 : ICodec<DnsBase64>
{
    /// <summary>Octets that are base 64 in text.</summary>
    public DnsBase64(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsBase64>.IsWhole => true;

    /// <inheritdoc cref="DnsBase64(ReadOnlySpan{byte})"/>
    public static implicit operator DnsBase64(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsBase64 value) => value.Bytes;

    /// <summary>Takes all there is.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsBase64 value)
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

    static bool IPresentable<DnsBase64>.TryFormat(scoped in DnsBase64 value, Span<byte> utf8Destination, out int bytesWritten) =>
        OctetText.TryFormatBase64(value.Bytes, utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsBase64>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsBase64 value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = OctetText.ReadBase64(ref input, isOneWord: false, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }
}
