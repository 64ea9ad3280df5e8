using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Codecs.Capture;

namespace Codecs.Tool.Json;

/// <summary>Writes single values.</summary>
internal sealed class JsonValues(Utf8JsonWriter writer)
{
    private const int StackBytes = 512;
    private const int ShortBytes = 16;

    public Utf8JsonWriter Writer => writer;

    public void Time(CaptureTimestamp time, int decimals)
    {
        Span<byte> buffer = stackalloc byte[32];
        time.TryFormat(buffer, out int written, decimals);
        writer.WriteRawValue(buffer[..written], skipInputValidation: true);
    }

    /// <summary>A scalar. What is neither number nor truth value is written as its bytes on the wire.</summary>
    /// <param name="value">The value.</param>
    /// <param name="wire">The bytes that hold it; empty if it does not fill whole bytes.</param>
    public void Scalar<T>(T value, ReadOnlySpan<byte> wire)
    {
        // Decided when this is compiled for T: each instance is one line.
        if (typeof(T) == typeof(bool))
            writer.WriteBooleanValue(Unsafe.As<T, bool>(ref value));
        else if (typeof(T) == typeof(byte))
            writer.WriteNumberValue((uint)Unsafe.As<T, byte>(ref value));
        else if (typeof(T) == typeof(ushort))
            writer.WriteNumberValue((uint)Unsafe.As<T, ushort>(ref value));
        else if (typeof(T) == typeof(uint))
            writer.WriteNumberValue(Unsafe.As<T, uint>(ref value));
        else if (typeof(T) == typeof(ulong))
            writer.WriteNumberValue(Unsafe.As<T, ulong>(ref value));
        else if (value is UInt128 or System.Int128)
            writer.WriteRawValue(ScalarTypes.ToText(value), skipInputValidation: true);
        else if (ScalarTypes.TryGetInteger(value, out var integer))
            Integer(integer);
        else if (!wire.IsEmpty)
            Hex(wire);
        else
            writer.WriteStringValue(ScalarTypes.ToText(value));
    }

    public void Hex(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ShortBytes)
        {
            LongHex(bytes);
            return;
        }
        // Addresses, mostly: memory on the stack is set to zero first, and that costs more than the digits.
        Span<byte> digits = stackalloc byte[2 * ShortBytes];
        Convert.TryToHexStringLower(bytes, digits, out int written);
        writer.WriteStringValue(digits[..written]);
    }

    public void Text(ReadOnlySpan<byte> bytes)
    {
        char[]? rented = null;
        Span<char> characters = bytes.Length <= StackBytes ? stackalloc char[StackBytes] : rented = ArrayPool<char>.Shared.Rent(bytes.Length);
        int written = Encoding.Latin1.GetChars(bytes, characters);
        writer.WriteStringValue(characters[..written]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
    }

    /// <summary>The text of a value. A string is made only of what is long, or not in UTF-8.</summary>
    public void Presented<T>(scoped in T value) where T : IPresentable<T>, allows ref struct
    {
        Span<byte> text = stackalloc byte[StackBytes];
        if (T.TryFormat(in value, text, out int written) && Utf8.IsValid(text[..written]))
            writer.WriteStringValue(text[..written]);
        else
            writer.WriteStringValue(value.ToString());
    }

    /// <summary>A number of at most 64 bits, signed or not.</summary>
    public void Integer(Int128 value)
    {
        if (value >= 0)
            writer.WriteNumberValue((ulong)value);
        else
            writer.WriteNumberValue((long)value);
    }

    private void LongHex(ReadOnlySpan<byte> bytes)
    {
        byte[]? rented = null;
        int length = bytes.Length * 2;
        Span<byte> digits = length <= StackBytes ? stackalloc byte[StackBytes] : rented = ArrayPool<byte>.Shared.Rent(length);
        Convert.TryToHexStringLower(bytes, digits, out int written);
        writer.WriteStringValue(digits[..written]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
