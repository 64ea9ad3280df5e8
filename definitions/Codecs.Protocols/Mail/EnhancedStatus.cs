using System.Globalization;
using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>An enhanced status code (RFC 3463), as mail servers put it before the text of a reply (RFC 2034): <c>5.1.1</c>.</summary>
/// <remarks>
/// The default is none, and takes no bytes. In a reply, the class is that of the reply's code; three numbers that do not begin with it, have leading zeros, or are not followed by a space,
/// belong to the text.
/// </remarks>
/// <param name="Class">2: success; 4: not now; 5: never.</param>
/// <param name="Subject">What it is about: 0 to 999.</param>
/// <param name="Detail">What exactly: 0 to 999. See <see cref="EnhancedStatusDetail"/>.</param>
public readonly record struct EnhancedStatus(byte Class, ushort Subject, ushort Detail) : ICodec<EnhancedStatus, SmtpReplyCode>, IWritable
{
    private const int Most = 999;

    // 2.0.0 and a space.
    private const int Least = 6;

    /// <summary>A code by its name.</summary>
    /// <param name="class">2: success; 4: not now; 5: never.</param>
    /// <param name="detail">Subject and detail.</param>
    public EnhancedStatus(byte @class, EnhancedStatusDetail detail) : this(@class, (ushort)((int)detail / 1000), (ushort)((int)detail % 1000))
    {
    }

    /// <summary>Is there none?</summary>
    public bool IsNone => Class == 0;

    /// <summary>Subject and detail together.</summary>
    public EnhancedStatusDetail Meaning => (EnhancedStatusDetail)(Subject * 1000 + Detail);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, SmtpReplyCode argument, scoped ParseContext context, out EnhancedStatus value)
    {
        // Most texts do not begin with a number.
        if (message.Length - offset >= Least && message[offset + 1] == '.')
            return ParseResult.Done(Take(message[offset..], argument, out value));
        value = default;
        return ParseResult.Done(0);
    }

    /// <inheritdoc/>
    public int GetMaxSize(SmtpReplyCode argument) => GetMaxSize();

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, SmtpReplyCode argument, scoped WriteContext context) =>
        IsNone || Class == ClassOf(argument)
            ? Write(message, offset, context)
            : throw new InvalidOperationException($"The status {this} cannot stand in a reply with the code {(ushort)argument}.");

    /// <inheritdoc/>
    public int GetMaxSize() => IsNone ? 0 : 4 + Digits(Subject) + Digits(Detail);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (IsNone)
            return 0;
        if (Class is not (2 or 4 or 5) || Subject > Most || Detail > Most)
            throw new InvalidOperationException($"{this} is no enhanced status.");
        int at = offset;
        message[at++] = (byte)('0' + Class);
        message[at++] = (byte)'.';
        Subject.TryFormat(message[at..], out int length, default, CultureInfo.InvariantCulture);
        at += length;
        message[at++] = (byte)'.';
        Detail.TryFormat(message[at..], out length, default, CultureInfo.InvariantCulture);
        at += length;
        message[at++] = (byte)' ';
        return at - offset;
    }

    /// <summary>Three numbers with dots; empty for none.</summary>
    public override string ToString() => IsNone ? "" : string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static int ClassOf(SmtpReplyCode code) => (ushort)code / 100;

    private static int Digits(ushort value) => value < 10 ? 1 : value < 100 ? 2 : value <= Most ? 3 : 5;

    // The bytes of a status; 0 if the text does not begin with one.
    private static int Take(ReadOnlySpan<byte> text, SmtpReplyCode code, out EnhancedStatus value)
    {
        value = default;
        int at = 2, @class = text[0] - '0';
        if (@class is not (2 or 4 or 5) || @class != ClassOf(code) || !TryTake(text, '.', ref at, out ushort subject) || !TryTake(text, ' ', ref at, out ushort detail))
            return 0;
        value = new((byte)@class, subject, detail);
        return at;
    }

    private static bool TryTake(ReadOnlySpan<byte> text, char end, ref int at, out ushort value)
    {
        int start = at;
        value = 0;
        while (at < text.Length && at < start + 3 && char.IsAsciiDigit((char)text[at]))
            value = (ushort)(value * 10 + text[at++] - '0');
        bool isNumber = at > start && (text[start] != '0' || at == start + 1);
        return isNumber && at < text.Length && text[at++] == end;
    }
}
