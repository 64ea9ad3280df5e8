using System.Buffers;
using System.Buffers.Text;

namespace Codecs.Protocols;

/// <summary>Octets as digits: base 16, 32 and 64 (RFC 4648), over one word or over all that follow.</summary>
internal static class OctetText
{
    private const int Base32Bits = 5;

    /// <summary>Reads hexadecimal digits; blanks between words mean nothing.</summary>
    public static ParseResult ReadHex(scoped ref TextInput input, bool isOneWord, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        var memory = input.Scratch;
        int digits = 0;
        do
        {
            if (!input.TryRead(out var token))
                return isOneWord || digits > 0 ? input.Wrong : input.Done;
            foreach (byte digit in token.Text)
            {
                if (!AddressText.TryHexDigit(digit, out uint value))
                    return input.Wrong;
                if (digits / 2 == memory.Length)
                    return input.Full;
                ref byte octet = ref memory[digits / 2];
                octet = (byte)(digits % 2 == 0 ? value << 4 : octet | value);
                digits++;
            }
        }
        while (!isOneWord && !input.IsEnd);
        if (digits % 2 != 0)
            return input.Wrong;
        input.TryTake(digits / 2, out memory);
        octets = memory;
        return input.Done;
    }

    /// <summary>Reads base 64; blanks between words mean nothing.</summary>
    public static ParseResult ReadBase64(scoped ref TextInput input, bool isOneWord, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        int length = 0;
        do
        {
            if (!input.TryRead(out var token))
                return isOneWord || length > 0 ? input.Wrong : input.Done;
            if (!token.Text.TryCopyTo(input.Scratch[length..]))
                return input.Full;
            length += token.Text.Length;
        }
        while (!isOneWord && !input.IsEnd);
        if (Base64.DecodeFromUtf8InPlace(input.Scratch[..length], out int written) != OperationStatus.Done)
            return input.Wrong;
        input.TryTake(written, out var memory);
        octets = memory;
        return input.Done;
    }

    /// <summary>Writes base 64.</summary>
    public static bool TryFormatBase64(ReadOnlySpan<byte> octets, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        return Base64.EncodeToUtf8(octets, destination, out _, out bytesWritten) == OperationStatus.Done || Fail(out bytesWritten);
    }

    /// <summary>Reads a word of base 32 with the extended hexadecimal alphabet, without padding (RFC 4648 section 7).</summary>
    public static bool TryParseBase32Hex(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        uint bits = 0;
        int count = 0;
        foreach (byte digit in text)
        {
            int value = (digit | 0x20) is var letter and >= 'a' and <= 'v' ? letter - 'a' + 10 : digit is >= (byte)'0' and <= (byte)'9' ? digit - '0' : -1;
            if (value < 0)
                return false;
            bits = bits << Base32Bits | (uint)value;
            count += Base32Bits;
            if (count < 8)
                continue;
            if (bytesWritten == destination.Length)
                return false;
            count -= 8;
            destination[bytesWritten++] = (byte)(bits >> count);
        }
        // What is left over is less than a digit, and zero.
        return count < Base32Bits && (bits & ((1u << count) - 1)) == 0;
    }

    /// <summary>Writes base 32 with the extended hexadecimal alphabet, without padding, in small letters.</summary>
    public static bool TryFormatBase32Hex(ReadOnlySpan<byte> octets, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = (octets.Length * 8 + Base32Bits - 1) / Base32Bits;
        if (bytesWritten > destination.Length)
            return Fail(out bytesWritten);
        uint bits = 0;
        int count = 0, written = 0;
        foreach (byte octet in octets)
        {
            bits = bits << 8 | octet;
            for (count += 8; count >= Base32Bits; count -= Base32Bits)
                destination[written++] = Digit(bits >> (count - Base32Bits));
        }
        if (count > 0)
            destination[written] = Digit(bits << (Base32Bits - count));
        return true;

        static byte Digit(uint value) => "0123456789abcdefghijklmnopqrstuv"u8[(int)(value & 31)];
    }

    private static bool Fail(out int bytesWritten)
    {
        bytesWritten = 0;
        return false;
    }
}
