namespace Codecs.Protocols;

/// <summary>What kind of value it is (RFC 9051 section 4).</summary>
public enum ImapValueKind : byte
{
    /// <summary>Nothing that can be read.</summary>
    None,

    /// <summary>A word: a number, a name, a flag, the name of a part with its brackets.</summary>
    Atom,

    /// <summary>NIL.</summary>
    Nil,

    /// <summary>Text between quotes, in which a backslash is before quotes and backslashes.</summary>
    Quoted,

    /// <summary>Bytes, whose number was announced.</summary>
    Literal,

    /// <summary>Values between parentheses.</summary>
    List,
}

/// <summary>A value (RFC 9051 section 4).</summary>
public readonly ref struct ImapValue
{
    internal ImapValue(ImapValueKind kind, ReadOnlySpan<byte> bytes)
    {
        Kind = kind;
        Bytes = bytes;
    }

    /// <summary>What kind of value it is.</summary>
    public ImapValueKind Kind { get; }

    /// <summary>What it consists of: of a quoted text what is between the quotes, of a literal its bytes, of a list what is between the parentheses; empty for NIL.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The values of a list; none of other values.</summary>
    public ImapValues Items => Kind == ImapValueKind.List ? new(Bytes) : default;

    /// <summary>Is it this word, in either case?</summary>
    public bool Is(ReadOnlySpan<byte> word) => Kind == ImapValueKind.Atom && System.Text.Ascii.EqualsIgnoreCase(Bytes, word);

    /// <summary>The number that the word is.</summary>
    public bool TryGetNumber(out ulong number)
    {
        number = 0;
        return Kind == ImapValueKind.Atom && System.Buffers.Text.Utf8Parser.TryParse(Bytes, out number, out int read) && read == Bytes.Length;
    }

    /// <summary>The text without the backslashes that quote, in UTF-8.</summary>
    public bool TryGetText(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (Kind is not (ImapValueKind.Atom or ImapValueKind.Quoted or ImapValueKind.Literal))
            return false;
        for (int at = 0; at < Bytes.Length; at++)
        {
            if (Kind == ImapValueKind.Quoted && Bytes[at] == '\\' && at + 1 < Bytes.Length)
                at++;
            if (bytesWritten == destination.Length)
                return false;
            destination[bytesWritten++] = Bytes[at];
        }
        return true;
    }

    /// <summary>The value as it is written.</summary>
    public override string ToString()
    {
        string text = System.Text.Encoding.UTF8.GetString(Bytes);
        return Kind switch
        {
            ImapValueKind.Nil => "NIL",
            ImapValueKind.Quoted => $"\"{text}\"",
            ImapValueKind.List => $"({text})",
            ImapValueKind.Literal => $"{{{Bytes.Length}}}",
            _ => text,
        };
    }
}

/// <summary>Quoted text (RFC 9051 section 4.3).</summary>
[Message("RFC 9051")]
public readonly ref partial struct ImapQuoted
{
    [Const("\"")] private partial ReadOnlySpan<byte> Quote { get; }

    /// <summary>The text, with a backslash before quotes and backslashes.</summary>
    [Terminated("\"", Escape = '\\'), Require(nameof(IsOneLine))] public partial ReadOnlySpan<byte> Text { get; init; }

    private bool IsOneLine => !Text.ContainsAny("\r\n"u8);
}

/// <summary>Values with blanks between them (RFC 9051 section 4). Nothing is checked before it is walked, and a list within a list takes no stack.</summary>
public readonly ref struct ImapValues
{
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>The values in a text.</summary>
    public ImapValues(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Are there none?</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    /// <summary>Walks them.</summary>
    public Enumerator GetEnumerator() => new(_bytes);

    /// <summary>Walks values.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private int _at;

        internal Enumerator(ReadOnlySpan<byte> bytes) => _bytes = bytes;

        /// <summary>The value.</summary>
        public ImapValue Current { get; private set; }

        /// <summary>Did the walk end before the text, at something that is no value?</summary>
        public bool IsMalformed { get; private set; }

        /// <summary>What was not walked yet.</summary>
        public readonly ReadOnlySpan<byte> Rest => _bytes[_at..];

        /// <summary>Goes to the next value.</summary>
        public bool MoveNext()
        {
            while (_at < _bytes.Length && _bytes[_at] == ' ')
                _at++;
            Current = default;
            if (_at == _bytes.Length || IsMalformed)
                return false;
            IsMalformed = !TryRead(_bytes[_at..], out var value, out int length);
            if (IsMalformed)
                return false;
            Current = value;
            _at += length;
            return true;
        }

        private static bool TryRead(ReadOnlySpan<byte> text, out ImapValue value, out int length)
        {
            value = default;
            length = Skip(text, 0);
            if (length <= 0)
                return false;
            switch (text[0])
            {
                case (byte)'"':
                    value = new(ImapValueKind.Quoted, text[1..(length - 1)]);
                    return true;
                case (byte)'{':
                case (byte)'~' when text is [_, (byte)'{', ..]:
                    value = new(ImapValueKind.Literal, text[(text.IndexOf((byte)'\n') + 1)..length]);
                    return true;
                case (byte)'(':
                    length = SkipList(text);
                    if (length < 0)
                        return false;
                    value = new(ImapValueKind.List, text[1..(length - 1)]);
                    return true;
                default:
                    var atom = text[..length];
                    value = System.Text.Ascii.EqualsIgnoreCase(atom, "NIL"u8) ? new(ImapValueKind.Nil, default) : new(ImapValueKind.Atom, atom);
                    return true;
            }
        }

        /// <summary>Where the list that the text begins with ends; -1 if it does not.</summary>
        private static int SkipList(ReadOnlySpan<byte> text)
        {
            int depth = 0;
            for (int at = 0; at < text.Length;)
            {
                switch (text[at])
                {
                    case (byte)'(':
                        depth++;
                        at++;
                        break;
                    case (byte)')':
                        at++;
                        if (--depth == 0)
                            return at;
                        break;
                    case (byte)' ':
                        at++;
                        break;
                    default:
                        at = Skip(text, at);
                        if (at < 0)
                            return -1;
                        break;
                }
            }
            return -1;
        }

        /// <summary>Where the quoted text, literal or word at that place ends; behind the parenthesis if it is one; -1 if it is none of these.</summary>
        private static int Skip(ReadOnlySpan<byte> text, int at)
        {
            switch (text[at])
            {
                case (byte)'(':
                    return at + 1;
                case (byte)')' or (byte)'\r' or (byte)'\n':
                    return -1;
                case (byte)'"':
                    return ImapQuoted.TryParse(text[at..], out _) is { Success: true } quoted ? at + quoted.BytesConsumed : -1;
                case (byte)'{':
                case (byte)'~' when at + 1 < text.Length && text[at + 1] == '{':
                    int line = text[at..].IndexOf("\r\n"u8);
                    return line > 0 && ImapText.TryGetLiteral(text.Slice(at, line), out long length) && length <= text.Length - at - line - 2 ? at + line + 2 + (int)length : -1;
                default:
                    return SkipAtom(text, at);
            }
        }

        // Brackets within a word may hold blanks and parentheses: BODY[HEADER.FIELDS (DATE FROM)]<0>.
        private static int SkipAtom(ReadOnlySpan<byte> text, int at)
        {
            bool isBracketed = false;
            for (; at < text.Length; at++)
            {
                byte value = text[at];
                if (value is (byte)'\r' or (byte)'\n' || (!isBracketed && value is (byte)' ' or (byte)'(' or (byte)')' or (byte)'"'))
                    break;
                if (value is (byte)'[' or (byte)']')
                    isBracketed = value == '[';
            }
            return isBracketed ? -1 : at;
        }
    }
}
