using System.Text;

namespace Codecs.Protocols;

/// <summary>Where the server listens (RFC 959 section 4.1.2): <c>Entering Passive Mode (192,0,2,1,20,162).</c></summary>
/// <remarks>What stands around the numbers differs, and the parentheses are often missing: the numbers begin with the first digit (RFC 1123 section 4.1.2.6).</remarks>
[Message("RFC 959"), Tag(FtpReplyCode.EnteringPassiveMode)]
public readonly ref partial struct FtpPassiveText
{
    /// <summary>Words, without a digit.</summary>
    [While(nameof(IsNoDigit))] public partial ReadOnlySpan<byte> Before { get; init; }

    /// <summary>Address and port.</summary>
    public partial FtpHostPort HostPort { get; init; }

    /// <summary>What stands behind it.</summary>
    public partial ReadOnlySpan<byte> After { get; init; }

    /// <summary>The text as most servers send it.</summary>
    public static FtpPassiveText Create(IPv4Address address, ushort port) =>
        new() { Before = "Entering Passive Mode ("u8, HostPort = new() { Address = address, Port = port }, After = ")."u8 };

    private static bool IsNoDigit(byte value) => value is < (byte)'0' or > (byte)'9';
}

/// <summary>At which port the server listens, under the address that it has for the client (RFC 2428 section 3): <c>Entering Extended Passive Mode (|||6446|)</c>.</summary>
[Message("RFC 2428"), Tag(FtpReplyCode.EnteringExtendedPassiveMode)]
public readonly ref partial struct FtpExtendedPassiveText
{
    /// <summary>Words, without a parenthesis.</summary>
    [Terminated("(")] public partial ReadOnlySpan<byte> Before { get; init; }

    /// <summary>What stands before, between and behind the others: better <c>|</c>.</summary>
    public required partial byte Delimiter { get; init; }

    /// <summary>Empty (RFC 2428), and to be ignored.</summary>
    [Terminated(Field = nameof(Delimiter))] public partial ReadOnlySpan<byte> Family { get; init; }

    /// <summary>Empty (RFC 2428), and to be ignored: the address is that of the control connection.</summary>
    [Terminated(Field = nameof(Delimiter))] public partial ReadOnlySpan<byte> Address { get; init; }

    /// <summary>The port.</summary>
    [Digits, Terminated(Field = nameof(Delimiter))] public partial ushort Port { get; init; }

    /// <summary>A closing parenthesis, and words.</summary>
    public partial ReadOnlySpan<byte> After { get; init; }

    /// <summary>The text as RFC 2428 has it.</summary>
    public static FtpExtendedPassiveText Create(ushort port) => new() { Before = "Entering Extended Passive Mode "u8, Delimiter = (byte)'|', Port = port, After = ")"u8 };
}

/// <summary>A pathname in quotes, and words (RFC 959 appendix II): <c>"/home/anna" is the current directory</c>.</summary>
[Message("RFC 959"), Tag(FtpReplyCode.PathnameCreated)]
public readonly ref partial struct FtpPathnameText
{
    /// <summary>The pathname.</summary>
    public partial FtpQuotedPathname Pathname { get; init; }

    /// <summary>What is said of it.</summary>
    public partial ReadOnlySpan<byte> After { get; init; }
}

/// <summary>A pathname in quotes, in which a quote is doubled (RFC 959 appendix II).</summary>
public readonly ref struct FtpQuotedPathname : ICodec<FtpQuotedPathname>
{
    private const byte Quote = (byte)'"';

    /// <summary>A pathname as it stands between the quotes: quotes in it are doubled already (<see cref="TryQuote"/>).</summary>
    public FtpQuotedPathname(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The pathname as it stands between the quotes.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>A pathname as it stands between the quotes.</summary>
    public static implicit operator FtpQuotedPathname(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>Doubles the quotes of a pathname: at most twice as many bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryQuote(ReadOnlySpan<byte> pathname, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        foreach (byte value in pathname)
        {
            if (destination.Length - bytesWritten < (value == Quote ? 2 : 1))
                return false;
            destination[bytesWritten++] = value;
            if (value == Quote)
                destination[bytesWritten++] = value;
        }
        return true;
    }

    /// <summary>The pathname itself: at most as many bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryUnquote(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        for (int at = 0; at < Bytes.Length; at += Bytes[at] == Quote ? 2 : 1)
        {
            if (bytesWritten == destination.Length)
                return false;
            destination[bytesWritten++] = Bytes[at];
        }
        return true;
    }

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out FtpQuotedPathname value)
    {
        value = default;
        var text = message[offset..];
        if (text.IsEmpty || text[0] != Quote)
            return text.IsEmpty ? ParseResult.NeedMore(1, 0) : ParseResult.Invalid(ParseError.Syntax, 0, 0);
        int length = Measure(text[1..]);
        if (length < 0)
            return ParseResult.NeedMore(text.Length + 1, 0);
        value = new(text.Slice(1, length));
        return ParseResult.Done(length + 2);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length + 2;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        message[offset] = Quote;
        Bytes.CopyTo(message[(offset + 1)..]);
        message[offset + 1 + Bytes.Length] = Quote;
        return Measure(message.Slice(offset + 1, Bytes.Length + 1)) == Bytes.Length ? GetMaxSize() : throw new InvalidOperationException("There is a quote in the pathname that is not doubled.");
    }

    /// <summary>The pathname as it stands between the quotes.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    // Up to the first quote that is not doubled; -1 if there is none.
    private static int Measure(ReadOnlySpan<byte> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != Quote)
                continue;
            if (at + 1 == text.Length || text[at + 1] != Quote)
                return at;
            at++;
        }
        return -1;
    }
}
