using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

// A record as a line of a zone file.
public readonly ref partial struct DnsRecord
{
    private const int ShortLine = 512;
    private const int MaxLine = 16_384;

    /// <summary>Reads a record from a line of a zone file: <c>example.com. 300 IN A 192.0.2.1</c> (RFC 1035 section 5.1).</summary>
    /// <remarks>
    /// Names are absolute, there is no origin. Time to live and class may be in either order; without them they are 0 and IN. Data is in the form of its type,
    /// or octets (RFC 3597 section 5); with class ANY or NONE there may be none, as in a dynamic update.
    /// </remarks>
    /// <param name="utf8Text">The line and what follows it. A record between parentheses goes on over several lines.</param>
    /// <param name="scratch">Memory for what the text stands for, which must live as long as the record; 66,000 bytes are always enough.</param>
    /// <param name="record">The record.</param>
    /// <returns>The bytes of text before the end of the line, or what is wrong and where in the text. <see cref="ParseError.Limit"/>: the scratch memory is too small.</returns>
    public static ParseResult TryParseText(ReadOnlySpan<byte> utf8Text, Span<byte> scratch, out DnsRecord record)
    {
        record = default;
        int end = DnsToken.FindEndOfRecord(utf8Text);
        if (end < 0)
            return ParseResult.Invalid(ParseError.Syntax, 0, utf8Text.Length);
        var reader = new DnsLineReader(utf8Text[..end], scratch);
        if (!Build(ref reader, out DnsRecord built))
            return reader.Result;
        if (!reader.IsEnd)
            return ParseResult.Invalid(ParseError.Syntax, 0, reader.Result.BytesConsumed);
        record = built with { Class = reader.Class };
        return ParseResult.Done(end);
    }

    /// <summary>Writes the record as a line of a zone file, without the end of the line: <c>example.com. 300 IN A 192.0.2.1</c>.</summary>
    /// <remarks>Data of a type that is not known, or that is malformed, is octets (RFC 3597 section 5). An OPT record, which is in no zone, is a comment.</remarks>
    /// <param name="utf8Destination">Where the line goes.</param>
    /// <param name="bytesWritten">Its length; 0 if it did not fit.</param>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        var line = new DnsLineWriter(utf8Destination);
        line.Write(in this);
        if (!line.IsMalformed && !IsCutWithin)
            return line.TryEnd(out bytesWritten);
        // A list that is broken is found out when it is walked: too late for octets.
        line = new(utf8Destination);
        line.Write(Name, TimeToLive, Class, Type, Data);
        return line.TryEnd(out bytesWritten);
    }

    /// <summary>The line, as <see cref="TryFormat"/> writes it; an ellipsis for one of more than 16,384 bytes.</summary>
    public override string ToString()
    {
        Span<byte> line = stackalloc byte[ShortLine];
        if (TryFormat(line, out int length))
            return Encoding.UTF8.GetString(line[..length]);
        byte[] rented = ArrayPool<byte>.Shared.Rent(MaxLine);
        string text = TryFormat(rented.AsSpan(0, MaxLine), out length) ? Encoding.UTF8.GetString(rented, 0, length) : "\u2026";
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    // Data that has less than its own lengths promise is shown as far as it goes, like a message that was cut.
    private bool IsCutWithin => Type switch
    {
        DnsType.Hip => !TryGet(out HipRecord _),
        DnsType.Tsig => !TryGet(out TsigRecord _),
        DnsType.Tkey => !TryGet(out TkeyRecord _),
        _ => false,
    };

    private static bool Build<T, TSource>(scoped ref TSource source, out T record) where T : IBuildable<T>, allows ref struct where TSource : IFieldSource, allows ref struct =>
        T.Build(ref source, out record);
}
