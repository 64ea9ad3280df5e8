namespace Codecs.Protocols;

/// <summary>A character string (RFC 1035 section 3.3): an octet with the length, and as many octets of any value. In text it stands between quotes.</summary>
public readonly ref struct DnsCharacterString : ICodec<DnsCharacterString>
{
    /// <summary>Most octets.</summary>
    public const int MaxLength = 255;

    /// <summary>A string of at most 255 octets.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    public DnsCharacterString(ReadOnlySpan<byte> bytes)
    {
        ThrowIfLong(bytes);
        Bytes = bytes;
    }

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <inheritdoc cref="DnsCharacterString(ReadOnlySpan{byte})"/>
    public static implicit operator DnsCharacterString(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The octets.</summary>
    public static implicit operator ReadOnlySpan<byte>(DnsCharacterString value) => value.Bytes;

    /// <summary>Parses an octet with the length, and as many octets.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsCharacterString value)
    {
        value = default;
        var rest = message[offset..];
        if (rest.IsEmpty)
            return ParseResult.NeedMore(1, 0);
        int size = rest[0] + 1;
        if (rest.Length < size)
            return ParseResult.NeedMore(size, 0);
        value = new(rest[1..size]);
        return ParseResult.Done(size);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length + 1;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        message[offset] = (byte)Bytes.Length;
        Bytes.CopyTo(message[(offset + 1)..]);
        return Bytes.Length + 1;
    }

    /// <summary>The text, between quotes.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsCharacterString>.TryFormat(scoped in DnsCharacterString value, Span<byte> utf8Destination, out int bytesWritten) =>
        DnsEscape.TryQuote(value.Bytes, utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsCharacterString>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsCharacterString value)
    {
        var input = new TextInput(utf8Text, scratch);
        var result = Read(ref input, MaxLength, out var bytes);
        value = new(bytes);
        scratch = input.Scratch;
        return result;
    }

    /// <summary>Reads a word, with quotes or without, as the octets that it stands for.</summary>
    internal static ParseResult Read(scoped ref TextInput input, int most, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        if (!input.TryRead(out var token))
            return input.Wrong;
        if (token.Text.Length > input.Scratch.Length)
            return input.Full;
        if (!token.TryUnescape(input.Scratch, out int length) || length > most)
            return input.Wrong;
        input.TryTake(length, out var memory);
        octets = memory;
        return input.Done;
    }

    internal static void ThrowIfLong(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength)
            throw new ArgumentException($"{bytes.Length} octets are more than {MaxLength}.", nameof(bytes));
    }
}
