using System.Globalization;
using System.Text;
using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Writes single values.</summary>
internal static class TextValues
{
    private const int MostTextBytes = 1024;
    private const int BytesInLine = 16;
    private const int MostDumpLines = 16;

    private static ReadOnlySpan<byte> Digits => "0123456789abcdef"u8;

    /// <summary>A scalar: an enum as its name and number, a truth value as yes or no, a checksum in hexadecimal.</summary>
    public static void Scalar<T>(TextOutput output, in FieldDescription field, int bitWidth, T value)
    {
        if (value is bool truth)
        {
            output.Write(truth ? Ink.Plain : Ink.Dim, truth ? "yes" : "no");
        }
        else if (ScalarTypes.TryGetInteger(value, out var integer))
        {
            bool isHex = (field.Role & FieldRole.Checksum) != 0 || (typeof(T).IsEnum && (bitWidth > 8 || ScalarTypes.IsFlags<T>()));
            if (ScalarTypes.TryGetName(value, out string? name))
            {
                output.Write(Ink.Symbol, name).Write(" ("u8);
                Number(output, integer, isHex, bitWidth);
                output.Write(")"u8);
            }
            else
            {
                Number(output, integer, isHex, bitWidth);
            }
        }
        else if (typeof(T) == typeof(IPv4Address) || typeof(T) == typeof(IPv6Address) || typeof(T) == typeof(MacAddress))
        {
            output.Address(value);
        }
        else
        {
            output.Write(ScalarTypes.ToText(value));
        }
    }

    private static void Number(TextOutput output, Int128 value, bool isHex, int bitWidth)
    {
        if (isHex && value >= 0)
            output.Write("0x"u8).Hex((ulong)value, (bitWidth + 3) / 4);
        else if (value == (long)value)
            output.Write((long)value);
        else
            output.Write(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Text in quotation marks, with escapes for what is not text.</summary>
    public static void Text(TextOutput output, ReadOnlySpan<byte> value)
    {
        output.Use(Ink.Text);
        output.Write("\"");
        var rest = value[..Math.Min(value.Length, MostTextBytes)];
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out int length) != System.Buffers.OperationStatus.Done || Rune.IsControl(rune) || rune.Value is '"' or '\\')
                Escape(output, rest[..length]);
            else
                output.Write(rune.ToString());
            rest = rest[length..];
        }
        output.Write("\"");
        output.Use(Ink.Plain);
        if (value.Length > MostTextBytes)
            output.Write(Ink.Dim, string.Create(CultureInfo.InvariantCulture, $" and {value.Length - MostTextBytes:N0} more bytes"));
    }

    /// <summary>A few bytes in one line, or the beginning of more in several.</summary>
    /// <param name="output">Where to write; what names the bytes is already on the line.</param>
    /// <param name="value">The bytes.</param>
    /// <param name="indent">Spaces before further lines.</param>
    public static void Bytes(TextOutput output, ReadOnlySpan<byte> value, int indent)
    {
        if (value.Length <= BytesInLine)
        {
            if (value.IsEmpty)
                output.Write(Ink.Dim, "empty");
            else
                DumpLine(output, value, pad: false);
            output.Line();
            return;
        }
        output.Use(Ink.Dim);
        output.Count(value.Length, "byte").Use(Ink.Plain);
        output.Line();
        int shown = Math.Min(value.Length, value.Length <= (MostDumpLines + 1) * BytesInLine ? value.Length : MostDumpLines * BytesInLine);
        for (int i = 0; i < shown; i += BytesInLine)
        {
            output.Spaces(indent).Use(Ink.Dim);
            output.Hex((uint)i, 4).Use(Ink.Plain);
            output.Spaces(2);
            DumpLine(output, value[i..Math.Min(i + BytesInLine, shown)], pad: true);
            output.Line();
        }
        if (shown == value.Length)
            return;
        output.Spaces(indent).Use(Ink.Dim);
        output.Write("and "u8).Grouped(value.Length - shown).Write(" more bytes"u8).Use(Ink.Plain);
        output.Line();
    }

    /// <summary>A few bytes within a line.</summary>
    public static void BytesInline(TextOutput output, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            output.Write(Ink.Dim, "empty");
        else if (value.Length <= BytesInLine)
            output.Write(Convert.ToHexStringLower(value));
        else
            output.Write(Convert.ToHexStringLower(value[..BytesInLine])).Write(Ink.Dim, string.Create(CultureInfo.InvariantCulture, $"\u2026 ({value.Length:N0} bytes)"));
    }

    private static void DumpLine(TextOutput output, ReadOnlySpan<byte> bytes, bool pad)
    {
        const int HexWidth = BytesInLine * 3;
        int width = pad ? HexWidth : bytes.Length * 3 - 1 + (bytes.Length - 1) / 8;
        var line = output.GetSpan(HexWidth);
        line[..HexWidth].Fill((byte)' ');
        for (int i = 0, at = 0; i < bytes.Length; i++, at += 3)
        {
            // Eight and eight: a space more in the middle.
            at += i == 8 ? 1 : 0;
            line[at] = Digits[bytes[i] >> 4];
            line[at + 1] = Digits[bytes[i] & 15];
        }
        output.Advance(width).Spaces(3).Use(Ink.Dim);
        var text = output.GetSpan(BytesInLine);
        for (int i = 0; i < bytes.Length; i++)
            text[i] = bytes[i] is >= 0x20 and < 0x7F ? bytes[i] : (byte)'.';
        output.Advance(bytes.Length).Use(Ink.Plain);
    }

    private static void Escape(TextOutput output, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            output.Write(b switch
            {
                (byte)'\r' => "\\r",
                (byte)'\n' => "\\n",
                (byte)'\t' => "\\t",
                (byte)'"' => "\\\"",
                (byte)'\\' => "\\\\",
                _ => "\\x" + b.ToString("x2", CultureInfo.InvariantCulture),
            });
        }
    }
}
