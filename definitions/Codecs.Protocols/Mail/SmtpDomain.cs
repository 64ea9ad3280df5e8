using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

/// <summary>The name of a host or domain, or an address in brackets in place of one (RFC 5321 section 4.1.2): <c>example.org</c>, <c>[192.0.2.1]</c>, <c>[IPv6:2001:db8::1]</c>.</summary>
/// <remarks>
/// Letters, digits, hyphens, dots, underscores (which are wrong, and found) and bytes above 127 (RFC 6531) are accepted in a name, in any order: whether it exists is for DNS to say.
/// In brackets, all visible ASCII is accepted but brackets and the backslash. Nothing else can be written.
/// </remarks>
public readonly ref struct SmtpDomain : ICodec<SmtpDomain>
{
    private const string NameCharacters = "-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<byte> s_name = SearchValues.Create([.. Encoding.ASCII.GetBytes(NameCharacters), .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private static readonly SearchValues<byte> s_literal = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Where(value => value is not ('[' or '\\' or ']')).Select(value => (byte)value)]);

    /// <summary>A name, or an address in its brackets. It is checked when it is written.</summary>
    public SmtpDomain(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The name, or the address with its brackets, as it is on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Is nothing said?</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>Is it an address, or something else in brackets?</summary>
    public bool IsAddressLiteral => Bytes is [(byte)'[', ..];

    /// <summary>A name, or an address in its brackets.</summary>
    public static implicit operator SmtpDomain(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The IPv4 address; false if it is none.</summary>
    public bool TryGetAddress(out IPv4Address address)
    {
        address = default;
        return Bytes is [(byte)'[', .. var text, (byte)']'] && IPv4Address.TryParse(text, out address);
    }

    /// <summary>The IPv6 address; false if it is none.</summary>
    public bool TryGetAddress(out IPv6Address address)
    {
        address = default;
        return Bytes is [(byte)'[', .. var text, (byte)']'] && text.Length > 5 && Ascii.EqualsIgnoreCase(text[..5], "IPv6:"u8) && IPv6Address.TryParse(text[5..], out address);
    }

    /// <summary>Writes an address with its brackets: at most 17 bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryFormat(IPv4Address address, Span<byte> destination, out int bytesWritten) => TryFormat(address, "["u8, destination, out bytesWritten);

    /// <summary>Writes an address with its brackets: at most 52 bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryFormat(IPv6Address address, Span<byte> destination, out int bytesWritten) => TryFormat(address, "[IPv6:"u8, destination, out bytesWritten);

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out SmtpDomain value)
    {
        value = default;
        var text = message[offset..];
        bool isLiteral = text is [(byte)'[', ..];
        int start = isLiteral ? 1 : 0;
        int length = text[start..].IndexOfAnyExcept(isLiteral ? s_literal : s_name);
        if (length < 0)
            length = text.Length - start;
        int end = start + length;
        if (isLiteral && end < text.Length && text[end] != ']')
            return ParseResult.Invalid(ParseError.Syntax, 0, end);
        if (end == text.Length && (isLiteral || length == 0))
            return ParseResult.NeedMore(end + 1, 0);
        if (length == 0)
            return ParseResult.Invalid(ParseError.Syntax, 0, start);
        value = new(text[..(isLiteral ? end + 1 : end)]);
        return ParseResult.Done(value.Bytes.Length);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (IsEmpty || TryParse(Bytes, 0, default, out _).BytesConsumed != Bytes.Length)
            throw new InvalidOperationException("The domain is neither a name nor an address in brackets.");
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    /// <summary>The name, or the address with its brackets.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    private static bool TryFormat<T>(T address, ReadOnlySpan<byte> prefix, Span<byte> destination, out int bytesWritten) where T : IUtf8SpanFormattable
    {
        bytesWritten = 0;
        if (!prefix.TryCopyTo(destination) || !address.TryFormat(destination[prefix.Length..], out int length, default, null) || destination.Length - prefix.Length == length)
            return false;
        destination[prefix.Length + length] = (byte)']';
        bytesWritten = prefix.Length + length + 1;
        return true;
    }
}
