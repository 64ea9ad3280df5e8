using System.Buffers.Text;
using System.Text;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>How one reads lines of SMTP and FTP by hand: the end of the line, then a word or a number after the other. A bare CR or LF, and NUL, make a line of SMTP invalid.</summary>
internal static class PlainMail
{
    /// <summary>What is found in a command: the verb, and how long its arguments are.</summary>
    public static ulong Digest(SmtpVerb verb, int arguments) => (ulong)verb * 31 + (uint)arguments;

    /// <summary>What is found in a line of a reply.</summary>
    public static ulong Digest(int code, bool isLast, int status, int text) => (ulong)code * 31 + (ulong)status * 7 + (uint)text + (isLast ? 1UL : 0);

    /// <summary>Reads all complete commands.</summary>
    public static ulong Commands(ReadOnlySpan<byte> source)
    {
        ulong sum = 0;
        while (true)
        {
            int length = source.IndexOf("\r\n"u8);
            if (length < 0)
                return sum;
            sum += Command(source[..length]);
            source = source[(length + 2)..];
        }
    }

    /// <summary>Reads a command; nothing is found in one that is invalid.</summary>
    /// <param name="line">Without its end.</param>
    public static ulong Command(ReadOnlySpan<byte> line)
    {
        if (line.IndexOfAny((byte)'\r', (byte)'\n', (byte)0) >= 0)
            return 0;
        int space = line.IndexOf((byte)' ');
        return Digest(Verb(space < 0 ? line : line[..space]), space < 0 ? 0 : line.Length - space - 1);
    }

    /// <summary>Reads all complete lines of replies.</summary>
    public static ulong SmtpReplies(ReadOnlySpan<byte> source)
    {
        ulong sum = 0;
        while (true)
        {
            int length = source.IndexOf("\r\n"u8);
            if (length < 0)
                return sum;
            sum += SmtpReply(source[..length]);
            source = source[(length + 2)..];
        }
    }

    /// <summary>Reads a line of a reply; nothing is found in one that is invalid.</summary>
    /// <param name="line">Without its end.</param>
    public static ulong SmtpReply(ReadOnlySpan<byte> line)
    {
        if (line.IndexOfAny((byte)'\r', (byte)'\n', (byte)0) >= 0 || !TryCode(line, out int code))
            return 0;
        int mark = Mark(line), at = 3 + Math.Min(mark, 1);
        int status = Status(line[at..], code, out int used);
        return Digest(code, mark != 2, status, line.Length - at - used);
    }

    /// <summary>The same of FTP: a bare LF is invalid, a line without code is one with the code 0.</summary>
    public static ulong FtpReplies(ReadOnlySpan<byte> source)
    {
        ulong sum = 0;
        while (true)
        {
            int length = source.IndexOf("\r\n"u8);
            if (length < 0)
                return sum;
            sum += FtpReply(source[..length]);
            source = source[(length + 2)..];
        }
    }

    /// <summary>Reads a line of a reply of FTP.</summary>
    /// <param name="line">Without its end.</param>
    public static ulong FtpReply(ReadOnlySpan<byte> line)
    {
        if (line.Contains((byte)'\n'))
            return 0;
        bool hasCode = TryCode(line, out int code) && code != 0;
        int mark = hasCode ? Mark(line) : 1;
        return Digest(hasCode ? code : 0, mark != 2, 0, hasCode ? line.Length - 3 - Math.Min(mark, 1) : line.Length);
    }

    private static SmtpVerb Verb(ReadOnlySpan<byte> verb)
    {
        switch (verb.Length)
        {
            case 4:
                return Is(verb, "MAIL"u8) ? SmtpVerb.Mail : Is(verb, "RCPT"u8) ? SmtpVerb.Recipient : Is(verb, "DATA"u8) ? SmtpVerb.Data : Is(verb, "EHLO"u8) ? SmtpVerb.ExtendedHello
                    : Is(verb, "HELO"u8) ? SmtpVerb.Hello : Is(verb, "QUIT"u8) ? SmtpVerb.Quit : Is(verb, "RSET"u8) ? SmtpVerb.Reset : Is(verb, "NOOP"u8) ? SmtpVerb.NoOperation
                    : Is(verb, "AUTH"u8) ? SmtpVerb.Authenticate : Is(verb, "BDAT"u8) ? SmtpVerb.BinaryData : Is(verb, "VRFY"u8) ? SmtpVerb.Verify : Is(verb, "EXPN"u8) ? SmtpVerb.Expand
                    : Is(verb, "HELP"u8) ? SmtpVerb.Help : Is(verb, "LHLO"u8) ? SmtpVerb.LocalHello : Is(verb, "ETRN"u8) ? SmtpVerb.ExtendedTurn : Is(verb, "ATRN"u8) ? SmtpVerb.AuthenticatedTurn
                    : Is(verb, "BURL"u8) ? SmtpVerb.BinaryUrl : Is(verb, "TURN"u8) ? SmtpVerb.Turn : Is(verb, "SEND"u8) ? SmtpVerb.Send : Is(verb, "SOML"u8) ? SmtpVerb.SendOrMail
                    : Is(verb, "SAML"u8) ? SmtpVerb.SendAndMail : default;
            case 8:
                return Is(verb, "STARTTLS"u8) ? SmtpVerb.StartTls : default;
            default:
                return default;
        }
    }

    private static bool Is(ReadOnlySpan<byte> verb, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(verb, word);

    private static bool TryCode(ReadOnlySpan<byte> line, out int code)
    {
        code = 0;
        return line.Length >= 3 && char.IsAsciiDigit((char)line[0]) && Utf8Parser.TryParse(line[..3], out code, out int used) && used == 3;
    }

    // 0: nothing, 1: a space, 2: a hyphen.
    private static int Mark(ReadOnlySpan<byte> line) => line.Length == 3 ? 0 : line[3] == '-' ? 2 : line[3] == ' ' ? 1 : 0;

    private static int Status(ReadOnlySpan<byte> text, int code, out int used)
    {
        used = 0;
        if (text.Length < 6 || text[1] != '.' || text[0] - '0' != code / 100 || code / 100 is not (2 or 4 or 5))
            return 0;
        int dot = text[2..].IndexOf((byte)'.'), space = text.IndexOf((byte)' ');
        if (dot < 0 || space < dot + 3 || !TryNumber(text.Slice(2, dot), out int subject) || !TryNumber(text[(dot + 3)..space], out int detail))
            return 0;
        used = space + 1;
        return subject * 1000 + detail;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        return digits.Length is >= 1 and <= 3 && (digits[0] != '0' || digits.Length == 1) && char.IsAsciiDigit((char)digits[0]) && Utf8Parser.TryParse(digits, out number, out int used) && used == digits.Length;
    }
}
