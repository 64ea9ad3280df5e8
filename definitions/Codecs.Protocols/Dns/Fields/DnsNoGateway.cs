namespace Codecs.Protocols;

/// <summary>No octets, where a record has no gateway or relay (RFC 4025 section 2.5, RFC 8777 section 4.2.4). In text a dot.</summary>
public readonly record struct DnsNoGateway : ICodec<DnsNoGateway>
{
    /// <summary>Takes nothing.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsNoGateway value)
    {
        value = default;
        return ParseResult.Done(0);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => 0;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context) => 0;

    /// <summary>A dot.</summary>
    public override string ToString() => ".";

    static ParseResult IPresentable<DnsNoGateway>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsNoGateway value)
    {
        value = default;
        int used = DnsToken.Read(utf8Text, out var token);
        return used >= 0 && token.Text is [(byte)'.'] ? ParseResult.Done(used) : ParseResult.Invalid(ParseError.Syntax, 0, DnsToken.SkipBlanks(utf8Text));
    }
}
