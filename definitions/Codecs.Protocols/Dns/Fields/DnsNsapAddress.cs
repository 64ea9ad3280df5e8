namespace Codecs.Protocols;

/// <summary>An NSAP address to the end of a record (RFC 1706 section 5). In text hexadecimal digits after 0x, between which dots mean nothing.</summary>
public readonly ref struct DnsNsapAddress : ICodec<DnsNsapAddress>
{
    /// <summary>An address by its octets.</summary>
    public DnsNsapAddress(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsNsapAddress>.IsWhole => true;

    /// <summary>Takes all there is.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsNsapAddress value)
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

    static bool IPresentable<DnsNsapAddress>.TryFormat(scoped in DnsNsapAddress value, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        output.Append("0x"u8);
        output.AppendHex(value.Bytes);
        return output.TryEnd(out bytesWritten);
    }

    static ParseResult IPresentable<DnsNsapAddress>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsNsapAddress value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        if (!input.TryRead(out var token) || token.Text is not [(byte)'0', (byte)'x' or (byte)'X', ..])
            return input.Wrong;
        int digits = 0;
        foreach (byte digit in token.Text[2..])
        {
            if (digit == '.')
                continue;
            if (!AddressText.TryHexDigit(digit, out uint part))
                return input.Wrong;
            if (digits / 2 == scratch.Length)
                return input.Full;
            scratch[digits / 2] = (byte)(digits % 2 == 0 ? part << 4 : scratch[digits / 2] | part);
            digits++;
        }
        if (digits % 2 != 0)
            return input.Wrong;
        value = new(scratch[..(digits / 2)]);
        scratch = scratch[(digits / 2)..];
        return input.Done;
    }
}
