using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>A short text of ASCII in memory of its own, which is used again for the next one: addresses, numbers, a few words.</summary>
internal sealed class AsciiText(int most)
{
    private readonly byte[] _bytes = new byte[most];

    public int Length { get; private set; }

    public bool IsEmpty => Length == 0;

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Appends as much as there is room for.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        int count = Math.Min(text.Length, _bytes.Length - Length);
        if (System.Text.Ascii.FromUtf16(text[..count], _bytes.AsSpan(Length), out int written) != System.Buffers.OperationStatus.Done)
        {
            written = 0;
            foreach (char letter in text[..count])
                _bytes[Length + written++] = char.IsAscii(letter) ? (byte)letter : (byte)'?';
        }
        Length += written;
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{char})"/>
    public void Append(ReadOnlySpan<byte> ascii)
    {
        int count = Math.Min(ascii.Length, _bytes.Length - Length);
        ascii[..count].CopyTo(_bytes.AsSpan(Length));
        Length += count;
    }

    /// <summary>Appends a value as its type writes it.</summary>
    public void Append<T>(T value)
    {
        // Decided when this is compiled for T: of what is in every frame, nothing is put into a box.
        int written = 0;
        var rest = _bytes.AsSpan(Length);
        if (typeof(T) == typeof(IPv4Address))
            Unsafe.As<T, IPv4Address>(ref value).TryFormat(rest, out written);
        else if (typeof(T) == typeof(IPv6Address))
            Unsafe.As<T, IPv6Address>(ref value).TryFormat(rest, out written);
        else if (typeof(T) == typeof(MacAddress))
            Unsafe.As<T, MacAddress>(ref value).TryFormat(rest, out written);
        else if (typeof(T) == typeof(ushort))
            Utf8Formatter.TryFormat(Unsafe.As<T, ushort>(ref value), rest, out written);
        else
            Append(ScalarTypes.ToText(value).AsSpan());
        Length += written;
    }
}
