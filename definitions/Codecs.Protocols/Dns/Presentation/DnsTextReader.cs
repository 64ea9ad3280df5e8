using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Codecs.Protocols;

/// <summary>
/// Reads the data of a record in presentation format (RFC 1035 section 5.1): each field takes the words that are its text. All names are absolute;
/// there is no origin.
/// </summary>
public ref struct DnsTextReader : IFieldSource
{
    private readonly ReadOnlySpan<byte> _text;
    private Span<byte> _scratch;
    private int _at;

    /// <summary>A reader of one record's data, that is, of what follows its type.</summary>
    /// <param name="utf8Text">The text, up to where <see cref="DnsToken.FindEndOfRecord"/> says that the record ends.</param>
    /// <param name="scratch">Memory for what the text stands for, which must live as long as what is read; 65,535 bytes are always enough.</param>
    public DnsTextReader(ReadOnlySpan<byte> utf8Text, Span<byte> scratch)
    {
        _text = utf8Text;
        _scratch = scratch;
        Result = ParseResult.Done(0);
    }

    /// <summary>What became of reading so far: the bytes of text that were taken, or what is wrong and where in the text. <see cref="ParseError.Limit"/>: the scratch memory is too small.</summary>
    public ParseResult Result { get; private set; }

    /// <summary>Is nothing left but blanks and comments?</summary>
    public readonly bool IsEnd => DnsToken.IsEnd(_text[_at..]);

    /// <inheritdoc/>
    public readonly bool IsPresent(scoped in FieldDescription field) => !IsEnd;

    /// <inheritdoc/>
    public bool Scalar<T>(scoped in FieldDescription field, out T value) where T : struct, IUtf8SpanParsable<T>
    {
        value = default;
        // Signs and blanks, which .NET would read in numbers, are none here.
        return TryReadWord(out var token) && (!typeof(T).IsPrimitive || token.Text is [>= (byte)'0' and <= (byte)'9', .., >= (byte)'0' and <= (byte)'9'] or [>= (byte)'0' and <= (byte)'9'])
            && T.TryParse(token.Text, CultureInfo.InvariantCulture, out value) || Fail();
    }

    /// <inheritdoc/>
    public bool Flag(scoped in FieldDescription field, out bool value)
    {
        value = false;
        if (!TryReadWord(out var token) || token.Text is not [(byte)'0' or (byte)'1'])
            return Fail();
        value = token.Text[0] == '1';
        return true;
    }

    /// <inheritdoc/>
    public bool Enum<T>(scoped in FieldDescription field, out T value) where T : struct, Enum
    {
        value = default;
        return TryReadWord(out var token) && TryParseEnum(token.Text, out value) || Fail();
    }

    /// <inheritdoc/>
    public bool Bytes(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        bool isRead = Value(in field, out DnsSalt word);
        value = word.Bytes;
        return isRead;
    }

    /// <inheritdoc/>
    public bool Text(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        bool isRead = Value(in field, out DnsLongString word);
        value = word.Bytes;
        return isRead;
    }

    /// <inheritdoc/>
    public bool Message<T>(scoped in FieldDescription field, out T value) where T : IBuildable<T>, allows ref struct => T.Build(ref this, out value);

    /// <inheritdoc/>
    public bool Payload<T>(scoped in FieldDescription field, out ReadOnlySpan<byte> value) where T : ICodec<T>, IBuildable<T>, allows ref struct
    {
        var list = _scratch;
        int length = 0;
        bool isRead = T.Build(ref this, out var message) && TryAppend(in message, list, ref length);
        value = list[..length];
        return isRead;
    }

    /// <inheritdoc/>
    public bool Messages<T>(scoped in FieldDescription field, out MessageList<T> value) where T : ICodec<T>, IBuildable<T>, allows ref struct
    {
        var list = _scratch;
        int length = 0, count = 0;
        value = default;
        for (; !IsEnd; count++)
        {
            if (!T.Build(ref this, out var item) || !TryAppend(in item, list, ref length))
                return false;
        }
        value = new(list[..length], 0, count);
        return true;
    }

    /// <inheritdoc/>
    public bool Values<T>(scoped in FieldDescription field, out MessageList<T> value) where T : ICodec<T>, allows ref struct
    {
        var list = _scratch;
        int length = 0, count = 0;
        value = default;
        for (; !IsEnd; count++)
        {
            if (!Value(in field, out T item) || !TryAppend(in item, list, ref length))
                return false;
        }
        value = new(list[..length], 0, count);
        return true;
    }

    /// <inheritdoc/>
    public bool Scalars<T>(scoped in FieldDescription field, out ScalarList<T> value) where T : unmanaged, IUtf8SpanParsable<T>
    {
        var list = _scratch;
        int length = 0;
        value = default;
        while (!IsEnd)
        {
            if (!Scalar(in field, out T item))
                return false;
            if (list.Length - length < Unsafe.SizeOf<T>())
                return Fail(ParseError.Limit);
            length += ScalarList.Create([item], list[length..]).Bytes.Length;
        }
        _scratch = list[length..];
        value = new(list[..length]);
        return true;
    }

    /// <inheritdoc/>
    public bool Value<T>(scoped in FieldDescription field, out T value) where T : IPresentable<T>, allows ref struct
    {
        var result = T.TryParseText(_text[_at..], ref _scratch, out value);
        if (!result)
        {
            Result = result.In(0, _at, bounded: false);
            return false;
        }
        _at += result.BytesConsumed;
        Result = ParseResult.Done(_at);
        return true;
    }

    // What an element consists of lies after the list; its encoding goes to the end of the memory first, then behind the list.
    private bool TryAppend<T>(scoped in T item, Span<byte> list, ref int length) where T : IWritable, allows ref struct
    {
        int size = item.GetMaxSize();
        if (_scratch.Length < size)
            return Fail(ParseError.Limit);
        var end = _scratch[^size..];
        int written = item.Write(end, 0, default);
        end[..written].CopyTo(list[length..]);
        length += written;
        _scratch = list[length..];
        return true;
    }

    /// <summary>Is what follows the octets of a record (RFC 3597 section 5)?</summary>
    internal readonly bool IsOctets => DnsPresentation.IsOctets(_text[_at..]);

    /// <summary>Reads the octets of a record, to the end.</summary>
    internal bool Octets(out ReadOnlySpan<byte> value)
    {
        var result = DnsPresentation.TryParseOctets(_text[_at..], _scratch, out value);
        if (!result)
        {
            Result = result.In(0, _at, bounded: false);
            return false;
        }
        _scratch = _scratch[value.Length..];
        _at += result.BytesConsumed;
        Result = ParseResult.Done(_at);
        return true;
    }

    /// <summary>Reads the next word; false if there is none.</summary>
    internal bool TryReadWord(out DnsToken token)
    {
        int used = DnsToken.Read(_text[_at..], out token);
        if (used < 0)
            return false;
        _at += used;
        Result = ParseResult.Done(_at);
        return true;
    }

    /// <summary>Says that the word that was read last is wrong, or that there is none.</summary>
    internal bool Fail(ParseError error = ParseError.Syntax)
    {
        Result = ParseResult.Invalid(error, 0, _at);
        return false;
    }

    private static bool TryParseEnum<T>(ReadOnlySpan<byte> text, out T value) where T : struct, Enum
    {
        value = default;
        if (typeof(T) == typeof(DnsType) && DnsMnemonic.TryParse(text, out DnsType type))
            return Convert((ushort)type, out value);
        if (typeof(T) == typeof(DnsClass) && DnsMnemonic.TryParse(text, out DnsClass @class))
            return Convert((ushort)@class, out value);
        if (typeof(T) == typeof(DnssecAlgorithm) && DnsMnemonic.TryParse(text, out DnssecAlgorithm algorithm))
            return Convert((byte)algorithm, out value);
        if (typeof(T) == typeof(DnsCertificateType) && DnsMnemonic.TryParse(text, out DnsCertificateType certificateType))
            return Convert((ushort)certificateType, out value);
        if (TextInput.TryParseNumber(text, ulong.MaxValue >> (64 - 8 * Unsafe.SizeOf<T>()), out ulong number))
            return Convert(number, out value);
        // The names of other enums, such as TCP.
        Span<char> name = stackalloc char[32];
        return Ascii.ToUtf16(text, name, out int length) == System.Buffers.OperationStatus.Done && length > 0 && char.IsAsciiLetter(name[0]) && !name[..length].Contains(',')
            && System.Enum.TryParse(name[..length], ignoreCase: true, out value);
    }

    private static bool Convert<T>(ulong number, out T value) where T : struct
    {
        value = Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>((byte)number),
            2 => Unsafe.BitCast<ushort, T>((ushort)number),
            4 => Unsafe.BitCast<uint, T>((uint)number),
            _ => Unsafe.BitCast<ulong, T>(number),
        };
        return true;
    }
}
