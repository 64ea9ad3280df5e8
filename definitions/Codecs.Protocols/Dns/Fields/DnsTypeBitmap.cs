using System.Numerics;

namespace Codecs.Protocols;

/// <summary>Which types of records there are (RFC 4034 section 4.1.2): blocks of up to 256 bits behind their number and their length. In text the words for the types.</summary>
public readonly ref struct DnsTypeBitmap : ICodec<DnsTypeBitmap>
{
    private const int BlockHeader = 2;
    private const int MaxBlock = 32;

    private DnsTypeBitmap(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The blocks as they are on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsTypeBitmap>.IsWhole => true;

    /// <summary>Makes a bitmap of these types, in any order, on the heap.</summary>
    public static DnsTypeBitmap Create(params ReadOnlySpan<DnsType> types) => Create(types, new byte[(BlockHeader + MaxBlock) * types.Length]);

    /// <summary>Makes a bitmap of these types, in any order, in memory that must live as long as the bitmap: 34 bytes for each are enough.</summary>
    /// <exception cref="ArgumentException">The memory is too small.</exception>
    public static DnsTypeBitmap Create(scoped ReadOnlySpan<DnsType> types, Span<byte> scratch)
    {
        var builder = new Builder(scratch);
        foreach (var type in types)
        {
            if (!builder.TryAdd(type))
                throw new ArgumentException($"{(BlockHeader + MaxBlock) * types.Length} bytes are enough.", nameof(scratch));
        }
        return new(builder.End());
    }

    /// <summary>Parses blocks to the end of what there is. They must be in order, and none empty or too long.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsTypeBitmap value)
    {
        value = default;
        var rest = message[offset..];
        int at = 0;
        for (int last = -1; at < rest.Length;)
        {
            if (rest.Length - at < BlockHeader)
                return ParseResult.Invalid(ParseError.Length, 0, at);
            if (rest[at] <= last)
                return ParseResult.Invalid(ParseError.Value, 0, at);
            last = rest[at];
            int length = rest[at + 1];
            if (length is 0 or > MaxBlock || length > rest.Length - at - BlockHeader)
                return ParseResult.Invalid(ParseError.Length, 0, at);
            at += BlockHeader + length;
        }
        value = new(rest);
        return ParseResult.Done(at);
    }

    /// <summary>Is the type in the bitmap?</summary>
    public bool Contains(DnsType type)
    {
        for (var rest = Bytes; !rest.IsEmpty; rest = rest[(BlockHeader + rest[1])..])
        {
            if (rest[0] == (int)type >> 8)
                return ((int)type & 0xFF) / 8 is var octet && octet < rest[1] && (rest[BlockHeader + octet] & 0x80 >> ((int)type & 7)) != 0;
        }
        return false;
    }

    /// <summary>Walks the types in order of their numbers.</summary>
    public Enumerator GetEnumerator() => new(Bytes);

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsTypeBitmap>.TryFormat(scoped in DnsTypeBitmap value, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        bool isFirst = true;
        foreach (var type in value)
        {
            if (!isFirst)
                output.Append(' ');
            isFirst = false;
            output.Advance(DnsMnemonic.TryFormat(type, output.Rest, out int length), length);
        }
        return output.TryEnd(out bytesWritten);
    }

    static ParseResult IPresentable<DnsTypeBitmap>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsTypeBitmap value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        var builder = new Builder(scratch);
        while (!input.IsEnd)
        {
            if (!input.TryRead(out var token) || !DnsMnemonic.TryParse(token.Text, out DnsType type))
                return input.Wrong;
            if (!builder.TryAdd(type))
                return input.Full;
        }
        value = new(builder.End());
        scratch = scratch[value.Bytes.Length..];
        return input.Done;
    }

    /// <summary>Walks the types of a bitmap.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;
        private int _next;

        internal Enumerator(ReadOnlySpan<byte> bytes) => _rest = bytes;

        /// <summary>The type.</summary>
        public DnsType Current { get; private set; }

        /// <summary>Goes to the next type; false after the last.</summary>
        public bool MoveNext()
        {
            for (; !_rest.IsEmpty; _rest = _rest[(BlockHeader + _rest[1])..], _next = 0)
            {
                while (_next < _rest[1] * 8)
                {
                    // What is left of the octet, with the next bit first.
                    byte bits = (byte)(_rest[BlockHeader + _next / 8] << _next % 8);
                    if (bits == 0)
                    {
                        _next = (_next | 7) + 1;
                        continue;
                    }
                    _next += BitOperations.LeadingZeroCount((uint)bits << 24);
                    Current = (DnsType)(_rest[0] << 8 | _next++);
                    return true;
                }
            }
            return false;
        }
    }

    // Blocks of full length, in order, until the end cuts them.
    private ref struct Builder(Span<byte> memory)
    {
        private const int Size = BlockHeader + MaxBlock;
        private readonly Span<byte> _memory = memory;
        private int _length;

        public bool TryAdd(DnsType type)
        {
            int block = (int)type >> 8, at = 0;
            while (at < _length && _memory[at] < block)
                at += Size;
            if (at == _length || _memory[at] != block)
            {
                if (_memory.Length - _length < Size)
                    return false;
                _memory[at.._length].CopyTo(_memory[(at + Size)..]);
                _memory.Slice(at, Size).Clear();
                _memory[at] = (byte)block;
                _length += Size;
            }
            _memory[at + BlockHeader + ((int)type & 0xFF) / 8] |= (byte)(0x80 >> ((int)type & 7));
            return true;
        }

        public readonly ReadOnlySpan<byte> End()
        {
            int written = 0;
            for (int at = 0; at < _length; at += Size)
            {
                var bits = _memory.Slice(at + BlockHeader, MaxBlock);
                int length = bits.LastIndexOfAnyExcept((byte)0) + 1;
                _memory[written] = _memory[at];
                _memory[written + 1] = (byte)length;
                bits[..length].CopyTo(_memory[(written + BlockHeader)..]);
                written += BlockHeader + length;
            }
            return _memory[..written];
        }
    }
}
