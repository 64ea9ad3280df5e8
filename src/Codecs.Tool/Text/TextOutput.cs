using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Codecs.Capture;

namespace Codecs.Tool.Text;

/// <summary>Text for people, with colours if the reader sees them. Control characters never get through: what stands in packets cannot steer a terminal.</summary>
internal sealed class TextOutput(ByteOutput output, bool isColored)
{
    // Longer texts are worth a call that looks at many characters at a time.
    private const int ShortText = 32;

    private readonly AsciiText _address = new(64);
    private Ink _ink;

    public ByteOutput Bytes => output;

    public bool IsColored => isColored;

    /// <summary>Characters written since the last end of line.</summary>
    public int Column { get; private set; }

    public TextOutput Write(ReadOnlySpan<char> text)
    {
        var bytes = output.GetSpan(text.Length)[..text.Length];
        if (text.Length > ShortText)
        {
            if (text.ContainsAnyExceptInRange(' ', '~'))
                return WriteRunes(text);
            Ascii.FromUtf16(text, bytes, out _);
        }
        else
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                char letter = text[i];
                if (letter is < ' ' or > '~')
                    return WriteRunes(text);
                bytes[i] = (byte)letter;
            }
        }
        output.Advance(bytes.Length);
        Column += bytes.Length;
        return this;
    }

    /// <summary>Text that is known to be printable ASCII.</summary>
    public TextOutput Write(ReadOnlySpan<byte> ascii)
    {
        Raw(ascii);
        Column += ascii.Length;
        return this;
    }

    /// <summary>Seconds with as many decimals.</summary>
    public TextOutput Write(CaptureTimestamp time, int decimals)
    {
        time.TryFormat(output.GetSpan(32), out int written, decimals);
        output.Advance(written);
        Column += written;
        return this;
    }

    public TextOutput Write(Ink ink, ReadOnlySpan<char> text)
    {
        Use(ink);
        Write(text);
        Use(Ink.Plain);
        return this;
    }

    public TextOutput Write(long number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out int written);
        output.Advance(written);
        Column += written;
        return this;
    }

    /// <summary>A number in hexadecimal, with leading zeros.</summary>
    public TextOutput Hex(ulong number, int digits)
    {
        var text = output.GetSpan(16);
        int length = Math.Max(digits, number == 0 ? 1 : (67 - BitOperations.LeadingZeroCount(number)) / 4);
        for (int i = length - 1; i >= 0; i--, number >>= 4)
            text[i] = "0123456789abcdef"u8[(int)(number & 15)];
        output.Advance(length);
        Column += length;
        return this;
    }

    /// <summary>An address, as its type writes it.</summary>
    public TextOutput Address<T>(T value)
    {
        _address.Clear();
        _address.Append(value);
        return Write(_address.Span);
    }

    /// <summary>A number of things, with separators for thousands.</summary>
    public TextOutput Count(long number, string unit) => Grouped(number).Write(" ").Write(unit).Write(number == 1 ? "" : "s");

    /// <summary>A number with separators for thousands.</summary>
    public TextOutput Grouped(long number)
    {
        // The format takes its time, and mostly there is nothing to separate.
        if (number is >= 0 and < 1000)
            return Write(number);
        number.TryFormat(output.GetSpan(40), out int written, "N0", CultureInfo.InvariantCulture);
        output.Advance(written);
        Column += written;
        return this;
    }

    public TextOutput Spaces(int count)
    {
        if (count <= 0)
            return this;
        // As many as are usual are one store, however many are wanted.
        var usual = "                                "u8;
        if (count <= usual.Length)
            usual.CopyTo(output.GetSpan(usual.Length));
        else
            output.GetSpan(count)[..count].Fill((byte)' ');
        output.Advance(count);
        Column += count;
        return this;
    }

    /// <summary>Goes to a column, at least two characters on.</summary>
    public TextOutput Align(int column) => Spaces(Math.Max(column - Column, 2));

    public TextOutput Line()
    {
        output.GetSpan(1)[0] = (byte)'\n';
        output.Advance(1);
        Column = 0;
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Use(Ink ink)
    {
        if (isColored && ink != _ink)
            Change(ink);
    }

    /// <summary>Memory for text that is known to be printable ASCII, in place of a copy.</summary>
    public Span<byte> GetSpan(int length) => output.GetSpan(length);

    /// <summary>Takes what was written there.</summary>
    public TextOutput Advance(int length)
    {
        output.Advance(length);
        Column += length;
        return this;
    }

    /// <summary>Copies what another output of the same kind holds.</summary>
    public TextOutput Append(TextOutput other)
    {
        Raw(other.Bytes.Written);
        Column += other.Column;
        return this;
    }

    public void Clear()
    {
        output.Clear();
        Column = 0;
    }

    private void Change(Ink ink)
    {
        _ink = ink;
        Raw(ink switch
        {
            Ink.Dim => "\e[0;2m"u8,
            Ink.Layer => "\e[0;1;36m"u8,
            Ink.Strong => "\e[0;1m"u8,
            Ink.Symbol => "\e[0;32m"u8,
            Ink.Text => "\e[0;33m"u8,
            Ink.Warning => "\e[0;33m"u8,
            Ink.Fault => "\e[0;1;31m"u8,
            _ => "\e[0m"u8,
        });
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
    }

    private TextOutput WriteRunes(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            Write(rune);
        return this;
    }

    private void Write(Rune rune)
    {
        // Format characters turn the direction of text around or are invisible: either can make a line say what it does not.
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            rune = new Rune('\u00B7');
        output.Advance(rune.EncodeToUtf8(output.GetSpan(4)));
        Column++;
    }
}
