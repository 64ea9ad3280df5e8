using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

/// <summary>Text of addresses, in UTF-16 and UTF-8, on top of <see cref="IAddress{TSelf}"/>.</summary>
internal static class AddressText
{
    public static T Parse<T>(ReadOnlySpan<char> text) where T : struct, IAddress<T> =>
        TryParse(text, out T address) ? address : throw new FormatException($"'{text}' is not an {typeof(T).Name}.");

    public static T Parse<T>(ReadOnlySpan<byte> utf8Text) where T : struct, IAddress<T> =>
        T.TryParse(utf8Text, out var address) ? address : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is not an {typeof(T).Name}.");

    public static bool TryParse<T>(ReadOnlySpan<char> text, out T address) where T : struct, IAddress<T>
    {
        Span<byte> ascii = stackalloc byte[T.MaxTextLength];
        if (Ascii.FromUtf16(text, ascii, out int length) == OperationStatus.Done)
            return T.TryParse(ascii[..length], out address);
        address = default;
        return false;
    }

    public static bool TryFormat<T>(in T address, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) where T : struct, IAddress<T>
    {
        ThrowIfFormat(format);
        Span<byte> ascii = stackalloc byte[T.MaxTextLength];
        int length = address.Format(ascii);
        charsWritten = 0;
        return destination.Length >= length && Ascii.ToUtf16(ascii[..length], destination, out charsWritten) == OperationStatus.Done;
    }

    public static bool TryFormat<T>(in T address, Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format) where T : struct, IAddress<T>
    {
        ThrowIfFormat(format);
        Span<byte> ascii = stackalloc byte[T.MaxTextLength];
        int length = address.Format(ascii);
        bool fits = ascii[..length].TryCopyTo(utf8Destination);
        bytesWritten = fits ? length : 0;
        return fits;
    }

    public static string ToString<T>(in T address, ReadOnlySpan<char> format = default) where T : struct, IAddress<T>
    {
        ThrowIfFormat(format);
        Span<byte> ascii = stackalloc byte[T.MaxTextLength];
        return Encoding.ASCII.GetString(ascii[..address.Format(ascii)]);
    }

    /// <summary>The value of a hexadecimal digit of either case; false if it is none.</summary>
    public static bool TryHexDigit(byte digit, out uint value)
    {
        value = (uint)((digit & 0xF) + (digit >> 6) * 9);
        return char.IsAsciiHexDigit((char)digit);
    }

    // An address has one text form. A format that is ignored would look as if it had been obeyed.
    private static void ThrowIfFormat(ReadOnlySpan<char> format)
    {
        if (!format.IsEmpty)
            throw new FormatException("Addresses have no format strings.");
    }
}
