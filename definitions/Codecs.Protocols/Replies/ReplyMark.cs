using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>What stands behind the code of a reply line and says whether another line follows (RFC 959 section 4.2, RFC 5321 section 4.2.1): a space, a hyphen, or neither.</summary>
public readonly record struct ReplyMark : ICodec<ReplyMark>
{
    private const byte Space = (byte)' ';
    private const byte Hyphen = (byte)'-';

    private readonly Kind _kind;

    private ReplyMark(Kind kind) => _kind = kind;

    private enum Kind : byte
    {
        Last,
        More,
        None,
    }

    /// <summary>A space: the last line. The default.</summary>
    public static ReplyMark Last => default;

    /// <summary>A hyphen: another line follows.</summary>
    public static ReplyMark More => new(Kind.More);

    /// <summary>
    /// Neither: the last line, which ends behind its code, or lacks the space before its text. To be accepted, and not sent (RFC 5321 section 4.2); the second is refused by
    /// <see cref="ParseOptions.IsStrict"/>.
    /// </summary>
    public static ReplyMark None => new(Kind.None);

    /// <summary>Does another line follow?</summary>
    public bool IsMore => _kind == Kind.More;

    /// <summary>Is there neither space nor hyphen?</summary>
    public bool IsNone => _kind == Kind.None;

    /// <summary>The mark as it is on the wire: a space, a hyphen, or nothing.</summary>
    public ReadOnlySpan<byte> Bytes => _kind switch
    {
        Kind.Last => " "u8,
        Kind.More => "-"u8,
        _ => default,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out ReplyMark value)
    {
        byte mark = (uint)offset < (uint)message.Length ? message[offset] : (byte)0;
        value = new(mark == Space ? Kind.Last : mark == Hyphen ? Kind.More : Kind.None);
        return value.IsNone && context.Options.IsStrict && offset != message.Length ? ParseResult.Invalid(ParseError.Syntax, 0, 0) : ParseResult.Done(value.IsNone ? 0 : 1);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => _kind == Kind.None ? 0 : 1;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (_kind != Kind.None)
            message[offset] = _kind == Kind.More ? Hyphen : Space;
        return GetMaxSize();
    }

    /// <summary>Last, More or None.</summary>
    public override string ToString() => _kind.ToString();
}
