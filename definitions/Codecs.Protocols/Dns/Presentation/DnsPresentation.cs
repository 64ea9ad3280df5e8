using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

/// <summary>Data of records in presentation format (RFC 1035 section 5.1), and of any record as octets (RFC 3597 section 5): <c>\# 4 c0000201</c>.</summary>
public static class DnsPresentation
{
    private const int MaxData = ushort.MaxValue;
    private const int ShortText = 512;
    private const int MaxText = 8192;

    /// <summary>The text of a value of a field type, for people: an ellipsis where it is longer than 8,192 characters.</summary>
    public static string ToString<T>(scoped in T value) where T : IPresentable<T>, allows ref struct
    {
        Span<byte> text = stackalloc byte[ShortText];
        if (T.TryFormat(in value, text, out int length))
            return Encoding.UTF8.GetString(text[..length]);
        byte[] rented = ArrayPool<byte>.Shared.Rent(MaxText);
        string result = T.TryFormat(in value, rented.AsSpan(0, MaxText), out length) ? Encoding.UTF8.GetString(rented, 0, length) : "\u2026";
        ArrayPool<byte>.Shared.Return(rented);
        return result;
    }

    /// <summary>Writes the data of a record; data that is malformed, as octets.</summary>
    /// <param name="data">The data.</param>
    /// <param name="utf8Destination">Where the text goes.</param>
    /// <param name="bytesWritten">Its length; 0 if it did not fit.</param>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryFormat<T>(scoped in T data, Span<byte> utf8Destination, out int bytesWritten) where T : IVisitable<T>, IWritable, allows ref struct
    {
        var writer = new DnsTextWriter(utf8Destination);
        data.Visit(ref writer);
        if (!writer.IsMalformed)
            return writer.TryEnd(out bytesWritten);
        byte[] rented = ArrayPool<byte>.Shared.Rent(data.GetMaxSize());
        int length = data.Write(rented, 0, new WriteContext { Mode = WriteMode.Preserve });
        bool fits = TryFormatOctets(rented.AsSpan(0, length), utf8Destination, out bytesWritten);
        ArrayPool<byte>.Shared.Return(rented);
        return fits;
    }

    /// <summary>Writes the data of a record of any type as octets.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryFormatOctets(ReadOnlySpan<byte> data, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        output.Append(@"\# "u8);
        output.Append((ulong)data.Length);
        if (!data.IsEmpty)
            output.Append(' ');
        output.AppendHex(data);
        return output.TryEnd(out bytesWritten);
    }

    /// <summary>Reads the data of a record, in the presentation format of its type or as octets.</summary>
    /// <param name="utf8Text">The text, from after the type of the record. It ends with the line, unless that is between parentheses.</param>
    /// <param name="scratch">Memory for what the text stands for, which must live as long as the data; 65,535 bytes are always enough.</param>
    /// <param name="data">The data; default if the text is wrong.</param>
    /// <returns>The bytes of text before the end of the line, or what is wrong and where in the text. <see cref="ParseError.Limit"/>: the scratch memory is too small.</returns>
    public static ParseResult TryParse<T>(ReadOnlySpan<byte> utf8Text, Span<byte> scratch, out T data) where T : ICodec<T>, IBuildable<T>, allows ref struct
    {
        data = default!;
        int end = DnsToken.FindEndOfRecord(utf8Text);
        if (end < 0)
            return ParseResult.Invalid(ParseError.Syntax, 0, utf8Text.Length);
        var text = utf8Text[..end];
        if (IsOctets(text))
        {
            var octets = TryParseOctets(text, scratch, out var bytes);
            if (!octets)
                return octets;
            return T.TryParse(bytes, 0, default, out data).BytesConsumed == bytes.Length ? ParseResult.Done(end) : Wrong(0, out data);
        }
        var reader = new DnsTextReader(text, scratch);
        if (!T.Build(ref reader, out data))
            return reader.Result;
        return reader.IsEnd ? ParseResult.Done(end) : Wrong(reader.Result.BytesConsumed, out data);
    }

    /// <summary>Reads the data of a record of any type that is given as octets.</summary>
    /// <param name="utf8Text">The text, from after the type of the record. It ends with the line, unless that is between parentheses.</param>
    /// <param name="scratch">Memory for the octets.</param>
    /// <param name="data">The octets.</param>
    /// <returns>The bytes of text before the end of the line, or what is wrong and where in the text. <see cref="ParseError.Limit"/>: the scratch memory is too small.</returns>
    public static ParseResult TryParseOctets(ReadOnlySpan<byte> utf8Text, Span<byte> scratch, out ReadOnlySpan<byte> data)
    {
        data = default;
        int end = DnsToken.FindEndOfRecord(utf8Text);
        var input = new TextInput(utf8Text[..Math.Max(end, 0)], scratch);
        if (end < 0 || !input.TryRead(out var mark) || !IsMark(mark) || !input.TryReadNumber(MaxData, out ulong length))
            return input.Wrong;
        var result = OctetText.ReadHex(ref input, isOneWord: false, out var octets);
        if (!result || (ulong)octets.Length != length)
            return result ? input.Wrong : result;
        data = octets;
        return ParseResult.Done(end);
    }

    /// <summary>Is the data of a record given as octets?</summary>
    public static bool IsOctets(ReadOnlySpan<byte> utf8Text) => DnsToken.Read(utf8Text, out var token) >= 0 && IsMark(token);

    private static bool IsMark(DnsToken token) => !token.IsQuoted && token.Text.SequenceEqual(@"\#"u8);

    private static ParseResult Wrong<T>(int offset, out T data) where T : allows ref struct
    {
        data = default!;
        return ParseResult.Invalid(ParseError.Syntax, 0, offset);
    }
}
