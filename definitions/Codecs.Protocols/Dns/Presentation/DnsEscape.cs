using System.Buffers;

namespace Codecs.Protocols;

/// <summary>Escapes of the presentation format (RFC 1035 section 5.1, RFC 4343 section 2.1): \X for a character, \DDD for any octet.</summary>
internal static class DnsEscape
{
    /// <summary>Most bytes of text for an octet.</summary>
    public const int MaxSize = 4;

    private const byte Mark = (byte)'\\';

    // What is printable and means nothing in a text.
    private static readonly SearchValues<byte> s_plainInNames =
        SearchValues.Create("!#%&'*+,-/0123456789:<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private static readonly SearchValues<byte> s_plainInWords =
        SearchValues.Create("!#%&'*+,-./0123456789:<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private static readonly SearchValues<byte> s_plainInQuotes =
        SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Can the octets stand in a text without quotes and escapes?</summary>
    public static bool IsPlain(ReadOnlySpan<byte> octets) => !octets.IsEmpty && !octets.ContainsAnyExcept(s_plainInWords);

    /// <summary>Writes a label of a name.</summary>
    public static bool TryFormatLabel(ReadOnlySpan<byte> octets, Span<byte> destination, out int bytesWritten) =>
        TryFormat(octets, s_plainInNames, destination, out bytesWritten);

    /// <summary>Writes what stands between quotes.</summary>
    public static bool TryFormatQuoted(ReadOnlySpan<byte> octets, Span<byte> destination, out int bytesWritten) =>
        TryFormat(octets, s_plainInQuotes, destination, out bytesWritten);

    /// <summary>Writes octets between quotes.</summary>
    public static bool TryQuote(ReadOnlySpan<byte> octets, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < 2 || !TryFormatQuoted(octets, destination[1..^1], out int length))
            return false;
        destination[0] = (byte)'"';
        destination[length + 1] = (byte)'"';
        bytesWritten = length + 2;
        return true;
    }

    /// <summary>Resolves escapes.</summary>
    public static bool TryUnescape(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        while (!text.IsEmpty)
        {
            int length = text.IndexOf(Mark) is var plain and >= 0 ? plain : text.Length;
            if (!text[..length].TryCopyTo(destination[bytesWritten..]))
                return false;
            bytesWritten += length;
            text = text[length..];
            if (text.IsEmpty)
                break;
            int used = Read(text, out byte octet);
            if (used == 0 || bytesWritten == destination.Length)
                return false;
            destination[bytesWritten++] = octet;
            text = text[used..];
        }
        return true;
    }

    /// <summary>Reads the escape at the start of a text.</summary>
    /// <returns>Its length; 0 if it is wrong: a number of less than three digits, or more than 255.</returns>
    public static int Read(ReadOnlySpan<byte> text, out byte octet)
    {
        octet = 0;
        if (text.Length < 2)
            return 0;
        octet = text[1];
        if (!char.IsAsciiDigit((char)octet))
            return 2;
        if (text.Length < MaxSize || !char.IsAsciiDigit((char)text[2]) || !char.IsAsciiDigit((char)text[3]))
            return 0;
        int value = (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
        octet = (byte)value;
        return value <= byte.MaxValue ? MaxSize : 0;
    }

    private static bool TryFormat(ReadOnlySpan<byte> octets, SearchValues<byte> plain, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        while (true)
        {
            int length = octets.IndexOfAnyExcept(plain) is var special and >= 0 ? special : octets.Length;
            if (!octets[..length].TryCopyTo(destination[bytesWritten..]))
                return Fail(out bytesWritten);
            bytesWritten += length;
            if (length == octets.Length)
                return true;
            int written = Write(octets[length], destination[bytesWritten..]);
            if (written == 0)
                return Fail(out bytesWritten);
            bytesWritten += written;
            octets = octets[(length + 1)..];
        }
    }

    private static bool Fail(out int bytesWritten)
    {
        bytesWritten = 0;
        return false;
    }

    private static int Write(byte octet, Span<byte> destination)
    {
        bool isPrintable = octet is > 0x20 and < 0x7F;
        int size = isPrintable ? 2 : MaxSize;
        if (destination.Length < size)
            return 0;
        destination[0] = Mark;
        if (isPrintable)
        {
            destination[1] = octet;
        }
        else
        {
            destination[1] = (byte)('0' + octet / 100);
            destination[2] = (byte)('0' + octet / 10 % 10);
            destination[3] = (byte)('0' + octet % 10);
        }
        return size;
    }
}
