namespace Codecs.Protocols;

/// <summary>Numbers in groups of hexadecimal digits, all of the same length, with something between them.</summary>
internal static class HexGroups
{
    /// <summary>Eight groups of two digits.</summary>
    public const int MaxLength = 23;

    private const int BitsOfDigit = 4;

    public static bool TryFormat(ulong value, int bits, int digitsOfGroup, char separator, Span<byte> destination, out int bytesWritten)
    {
        int digits = bits / BitsOfDigit, length = digits + digits / digitsOfGroup - 1;
        bytesWritten = 0;
        if (destination.Length < length)
            return false;
        for (int i = 0; i < digits; i++)
        {
            if (i > 0 && i % digitsOfGroup == 0)
                destination[bytesWritten++] = (byte)separator;
            destination[bytesWritten++] = "0123456789abcdef"u8[(int)(value >> (bits - BitsOfDigit * (i + 1))) & 0xF];
        }
        return true;
    }

    /// <summary>Groups may lack zeros at their start where they are longer than two digits, as in an IPv6 address.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, int bits, int digitsOfGroup, char separator, out ulong value)
    {
        value = 0;
        int groups = bits / BitsOfDigit / digitsOfGroup;
        for (int group = 1; ; group++)
        {
            int length = text.IndexOf((byte)separator) is var end and >= 0 ? end : text.Length;
            if (length == 0 || length > digitsOfGroup || (digitsOfGroup == 2 && length != 2) || group > groups)
                return false;
            value <<= BitsOfDigit * digitsOfGroup;
            uint part = 0;
            foreach (byte digit in text[..length])
            {
                if (!AddressText.TryHexDigit(digit, out uint number))
                    return false;
                part = part << BitsOfDigit | number;
            }
            value |= part;
            if (length == text.Length)
                return group == groups;
            text = text[(length + 1)..];
        }
    }
}
