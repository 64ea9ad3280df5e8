using System.Globalization;
using System.Text;

namespace Codecs.Tool.Text;

/// <summary>Writes single values.</summary>
internal static class TextValues
{
    private const int MostTextBytes = 1024;
    private const int BytesInLine = 16;
    private const int MostDumpLines = 16;

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
            string number = isHex && integer >= 0 ? "0x" + ((UInt128)integer).ToString("x" + (bitWidth + 3) / 4, CultureInfo.InvariantCulture) : integer.ToString(CultureInfo.InvariantCulture);
            if (ScalarTypes.TryGetName(value, out string? name))
                output.Write(Ink.Symbol, name).Write(" (").Write(number).Write(")");
            else
                output.Write(number);
        }
        else
        {
            output.Write(ScalarTypes.ToText(value));
        }
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
        output.Write(Ink.Dim, string.Create(CultureInfo.InvariantCulture, $"{value.Length:N0} bytes")).Line();
        int shown = Math.Min(value.Length, value.Length <= (MostDumpLines + 1) * BytesInLine ? value.Length : MostDumpLines * BytesInLine);
        for (int i = 0; i < shown; i += BytesInLine)
        {
            output.Spaces(indent).Write(Ink.Dim, i.ToString("x4", CultureInfo.InvariantCulture)).Spaces(2);
            DumpLine(output, value[i..Math.Min(i + BytesInLine, shown)], pad: true);
            output.Line();
        }
        if (shown < value.Length)
            output.Spaces(indent).Write(Ink.Dim, string.Create(CultureInfo.InvariantCulture, $"and {value.Length - shown:N0} more bytes")).Line();
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
        Span<char> hex = stackalloc char[HexWidth], text = stackalloc char[BytesInLine];
        hex.Fill(' ');
        for (int i = 0; i < bytes.Length; i++)
        {
            // Eight and eight: a space more in the middle.
            bytes[i].TryFormat(hex[(i * 3 + i / 8)..], out _, "x2", CultureInfo.InvariantCulture);
            text[i] = bytes[i] is >= 0x20 and < 0x7F ? (char)bytes[i] : '.';
        }
        output.Write(pad ? hex : hex.TrimEnd()).Spaces(3).Write(Ink.Dim, text[..bytes.Length]);
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
