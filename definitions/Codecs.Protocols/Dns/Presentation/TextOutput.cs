using System.Buffers.Text;

namespace Codecs.Protocols;

/// <summary>Text that is put together in memory of a caller. When it does not fit, nothing more is written, and the end says so.</summary>
internal ref struct TextOutput(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;
    private int _written;
    private bool _isFull;

    /// <summary>What is left of the destination.</summary>
    public readonly Span<byte> Rest => _destination[_written..];

    /// <summary>The length of the text so far. Setting it takes back what is longer.</summary>
    public int Length
    {
        readonly get => _written;
        set => _written = value;
    }

    /// <summary>Appends text.</summary>
    public void Append(scoped ReadOnlySpan<byte> text)
    {
        if (text.TryCopyTo(Rest))
            _written += text.Length;
        else
            _isFull = true;
    }

    /// <summary>Appends a character.</summary>
    public void Append(char ascii) => Append([(byte)ascii]);

    /// <summary>Appends a number.</summary>
    public void Append(ulong number) => Advance(Utf8Formatter.TryFormat(number, Rest, out int length), length);

    /// <summary>Appends a number, with zeros before it.</summary>
    public void Append(ulong number, int digits) => Advance(Utf8Formatter.TryFormat(number, Rest, out int length, new('D', (byte)digits)), length);

    /// <summary>Appends octets in hexadecimal digits.</summary>
    public void AppendHex(scoped ReadOnlySpan<byte> octets) =>
        Advance(Convert.TryToHexStringLower(octets, Rest, out int length), length);

    /// <summary>Appends what somebody else has formatted into <see cref="Rest"/>.</summary>
    public void Advance(bool fits, int length)
    {
        if (fits)
            _written += length;
        else
            _isFull = true;
    }

    /// <summary>Is all of it there?</summary>
    public readonly bool TryEnd(out int bytesWritten)
    {
        bytesWritten = _isFull ? 0 : _written;
        return !_isFull;
    }
}
