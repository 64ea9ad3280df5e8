using System.Buffers.Text;

namespace Codecs.Protocols;

/// <summary>Words of a text that are read one after the other, and memory for what they stand for.</summary>
internal ref struct TextInput(ReadOnlySpan<byte> text, Span<byte> scratch)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private Span<byte> _scratch = scratch;
    private int _at;

    // Where the last word begins.
    private int _word;

    /// <summary>What is left of the memory.</summary>
    public readonly Span<byte> Scratch => _scratch;

    /// <summary>Does no further word follow?</summary>
    public readonly bool IsEnd => DnsToken.IsEnd(_text[_at..]);

    /// <summary>The result if the text is what it should be, up to here.</summary>
    public readonly ParseResult Done => ParseResult.Done(_at);

    /// <summary>The result if the last word is not what it should be.</summary>
    public readonly ParseResult Wrong => ParseResult.Invalid(ParseError.Syntax, 0, _word);

    /// <summary>The result if what the last word stands for does not fit into the memory.</summary>
    public readonly ParseResult Full => ParseResult.Invalid(ParseError.Limit, 0, _word);

    /// <summary>Reads the next word.</summary>
    public bool TryRead(out DnsToken token)
    {
        var rest = _text[_at..];
        _word = _at + DnsToken.SkipBlanks(rest);
        int used = DnsToken.Read(rest, out token);
        _at += Math.Max(used, 0);
        return used >= 0;
    }

    /// <summary>Reads a word that is a number in digits.</summary>
    public bool TryReadNumber(ulong most, out ulong number)
    {
        number = 0;
        return TryRead(out var token) && TryParseNumber(token.Text, most, out number);
    }

    /// <summary>Takes memory.</summary>
    public bool TryTake(int length, out Span<byte> memory)
    {
        bool fits = length <= _scratch.Length;
        memory = fits ? _scratch[..length] : default;
        if (fits)
            _scratch = _scratch[length..];
        return fits;
    }

    /// <summary>A number in digits and nothing else.</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> text, ulong most, out ulong number) =>
        Utf8Parser.TryParse(text, out number, out int used) && used == text.Length && char.IsAsciiDigit((char)text[0]) && number <= most;
}
