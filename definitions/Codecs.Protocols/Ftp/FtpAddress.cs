using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

/// <summary>An IPv4 address and a port, number by number (RFC 959 section 4.1.2): <c>192,0,2,1,20,162</c>.</summary>
[Message("RFC 959"), Tag(FtpVerb.DataPort)]
public readonly partial record struct FtpHostPort
{
    /// <summary>First number of the address.</summary>
    [Digits, Terminated(",")] public partial byte H1 { get; init; }

    /// <summary>Second number of the address.</summary>
    [Digits, Terminated(",")] public partial byte H2 { get; init; }

    /// <summary>Third number of the address.</summary>
    [Digits, Terminated(",")] public partial byte H3 { get; init; }

    /// <summary>Fourth number of the address.</summary>
    [Digits, Terminated(",")] public partial byte H4 { get; init; }

    /// <summary>The port divided by 256.</summary>
    [Digits, Terminated(",")] public partial byte P1 { get; init; }

    /// <summary>The rest of it.</summary>
    [Digits] public partial byte P2 { get; init; }

    /// <summary>The address. A client that is behind address translation is better connected to where it comes from (RFC 2577 section 3).</summary>
    public IPv4Address Address
    {
        get => new(H1, H2, H3, H4);
        init => (H1, H2, H3, H4) = ((byte)(value.Value >> 24), (byte)(value.Value >> 16), (byte)(value.Value >> 8), (byte)value.Value);
    }

    /// <summary>The port.</summary>
    public ushort Port
    {
        get => (ushort)(P1 << 8 | P2);
        init => (P1, P2) = ((byte)(value >> 8), (byte)value);
    }
}

/// <summary>An address of any family and a port (RFC 2428 section 2): <c>|2|2001:db8::1|5282|</c>.</summary>
[Message("RFC 2428"), Tag(FtpVerb.ExtendedPort)]
public readonly ref partial struct FtpExtendedPort
{
    /// <summary>What stands before, between and behind the others: better <c>|</c>, or another visible character.</summary>
    public required partial byte Delimiter { get; init; }

    /// <summary>The family. A server that does not have it answers 522.</summary>
    [Digits, Terminated(Field = nameof(Delimiter))] public partial FtpAddressFamily Family { get; init; }

    /// <summary>The address.</summary>
    [Terminated(Field = nameof(Delimiter))] public partial FtpNetworkAddress Address { get; init; }

    /// <summary>The port.</summary>
    [Digits, Terminated(Field = nameof(Delimiter))] public partial ushort Port { get; init; }

    /// <summary>An IPv4 address and a port.</summary>
    public static FtpExtendedPort Create(IPv4Address address, ushort port) => new() { Delimiter = (byte)'|', Family = FtpAddressFamily.IPv4, Address = address, Port = port };

    /// <summary>An IPv6 address and a port.</summary>
    public static FtpExtendedPort Create(IPv6Address address, ushort port) => new() { Delimiter = (byte)'|', Family = FtpAddressFamily.IPv6, Address = address, Port = port };
}

/// <summary>Families of addresses (RFC 2428 section 2; IANA address family numbers).</summary>
public enum FtpAddressFamily : ushort
{
    /// <summary>IPv4.</summary>
    IPv4 = 1,

    /// <summary>IPv6.</summary>
    IPv6 = 2,
}

/// <summary>An address in text (RFC 2428 section 2): IPv4 with dots, IPv6 with colons, or one of a family that is not known.</summary>
public readonly ref struct FtpNetworkAddress : ICodec<FtpNetworkAddress>
{
    private const int MostText = 45;

    private static readonly SearchValues<byte> s_text = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.:%-_"u8);

    // As it was read; or empty, and one of the two below.
    private readonly ReadOnlySpan<byte> _text;
    private readonly IPv4Address? _v4;
    private readonly IPv6Address? _v6;

    /// <summary>An address in text.</summary>
    public FtpNetworkAddress(ReadOnlySpan<byte> text) => _text = text;

    private FtpNetworkAddress(IPv4Address address) => _v4 = address;

    private FtpNetworkAddress(IPv6Address address) => _v6 = address;

    /// <summary>An IPv4 address.</summary>
    public static implicit operator FtpNetworkAddress(IPv4Address address) => new(address);

    /// <summary>An IPv6 address.</summary>
    public static implicit operator FtpNetworkAddress(IPv6Address address) => new(address);

    /// <summary>The IPv4 address; false if it is none.</summary>
    public bool TryGet(out IPv4Address address)
    {
        address = _v4.GetValueOrDefault();
        return _v4.HasValue || IPv4Address.TryParse(_text, out address);
    }

    /// <summary>The IPv6 address; false if it is none.</summary>
    public bool TryGet(out IPv6Address address)
    {
        address = _v6.GetValueOrDefault();
        return _v6.HasValue || IPv6Address.TryParse(_text, out address);
    }

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out FtpNetworkAddress value)
    {
        var text = message[offset..];
        int length = text.IndexOfAnyExcept(s_text);
        value = new(length < 0 ? text : text[..length]);
        return length < 0 ? ParseResult.NeedMore(text.Length + 1, 0) : ParseResult.Done(length);
    }

    /// <inheritdoc/>
    public int GetMaxSize()
    {
        Span<byte> scratch = stackalloc byte[MostText];
        return _v4.HasValue || _v6.HasValue ? Format(scratch) : _text.Length;
    }

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (_v4.HasValue || _v6.HasValue)
            return Format(message[offset..]);
        if (_text.ContainsAnyExcept(s_text))
            throw new InvalidOperationException("The text is no address.");
        _text.CopyTo(message[offset..]);
        return _text.Length;
    }

    /// <summary>The address in text.</summary>
    public override string ToString() => _v4?.ToString() ?? _v6?.ToString() ?? Encoding.Latin1.GetString(_text);

    private int Format(Span<byte> destination)
    {
        int written;
        if (_v4 is { } v4)
            v4.TryFormat(destination, out written);
        else
            _v6.GetValueOrDefault().TryFormat(destination, out written);
        return written;
    }
}

/// <summary>Which family the server is to listen with (RFC 2428 section 3); nothing for that of the control connection.</summary>
[Message("RFC 2428"), Tag(FtpVerb.ExtendedPassive)]
public readonly ref partial struct FtpExtendedPassive
{
    /// <summary>The family, or <see cref="FtpExtendedPassiveCode.All"/>.</summary>
    public partial Token<FtpExtendedPassiveCode> Argument { get; init; }
}

/// <summary>What EPSV asks for (RFC 2428 section 3).</summary>
[Token(IgnoreCase = true)]
public enum FtpExtendedPassiveCode : byte
{
    /// <summary>IPv4.</summary>
    [Token("1")] IPv4 = 1,

    /// <summary>IPv6.</summary>
    [Token("2")] IPv6,

    /// <summary>From now on, all data connections are made so: the server refuses PORT and PASV.</summary>
    [Token("ALL")] All,
}
