using System.Text;

namespace Codecs;

/// <summary>
/// A value with a text of its own that people write and read, such as the presentation format of DNS records. Every field type
/// has one; those that say nothing about it are shown as <see cref="IWritable.ToString"/> has them, and are not read from text.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IPresentable<TSelf> : IWritable where TSelf : IPresentable<TSelf>, allows ref struct
{
    /// <summary>Writes the text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="utf8Destination">Where the text goes.</param>
    /// <param name="bytesWritten">Length of the text; 0 if it did not fit.</param>
    /// <returns>False if the destination is too small. Its contents are then undefined.</returns>
    static virtual bool TryFormat(scoped in TSelf value, Span<byte> utf8Destination, out int bytesWritten) =>
        Encoding.UTF8.TryGetBytes(value.ToString(), utf8Destination, out bytesWritten);

    /// <summary>
    /// The bytes that the value takes where it was parsed: fewer than <see cref="IWritable.GetMaxSize"/> says if it <see cref="IWritable.IsCompressed"/>,
    /// else the same. Fields are shown at their places by it.
    /// </summary>
    static virtual int GetParsedSize(scoped in TSelf value) => value.GetMaxSize();

    /// <summary>Reads the value from the start of a text.</summary>
    /// <param name="utf8Text">The text of the value and of what follows it. Some values are one word of it, others take all of it.</param>
    /// <param name="scratch">Memory for what the value consists of, which must live as long as the value. On return, what is left of it.</param>
    /// <param name="value">The value; default if there is none.</param>
    /// <returns>The bytes of the text that the value takes, or what is wrong with the text and where. <see cref="ParseError.Limit"/>: the scratch memory is too small.</returns>
    static virtual ParseResult TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out TSelf value)
    {
        value = default!;
        return ParseResult.Invalid(ParseError.Syntax, 0, 0);
    }
}
