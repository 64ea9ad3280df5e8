using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>The same with vectors: one search finds the end of a line and what may not be in it; a verb is a number, and a multiplication leads to its place in a table.</summary>
internal static class BestMail
{
    private const int Bits = 7;

    private static readonly ulong s_multiplier;
    private static readonly uint[] s_keys = new uint[1 << Bits];
    private static readonly SmtpVerb[] s_verbs = new SmtpVerb[1 << Bits];

    static BestMail()
    {
        (string Word, SmtpVerb Verb)[] words =
        [
            ("MAIL", SmtpVerb.Mail), ("RCPT", SmtpVerb.Recipient), ("DATA", SmtpVerb.Data), ("EHLO", SmtpVerb.ExtendedHello), ("HELO", SmtpVerb.Hello), ("QUIT", SmtpVerb.Quit), ("RSET", SmtpVerb.Reset),
            ("NOOP", SmtpVerb.NoOperation), ("AUTH", SmtpVerb.Authenticate), ("BDAT", SmtpVerb.BinaryData), ("VRFY", SmtpVerb.Verify), ("EXPN", SmtpVerb.Expand), ("HELP", SmtpVerb.Help), ("LHLO", SmtpVerb.LocalHello),
            ("ETRN", SmtpVerb.ExtendedTurn), ("ATRN", SmtpVerb.AuthenticatedTurn), ("BURL", SmtpVerb.BinaryUrl), ("TURN", SmtpVerb.Turn), ("SEND", SmtpVerb.Send), ("SOML", SmtpVerb.SendOrMail), ("SAML", SmtpVerb.SendAndMail),
        ];
        var random = new Random(1);
        do
        {
            s_multiplier = (ulong)random.NextInt64() | 1;
            Array.Clear(s_keys);
        }
        while (!words.All(word => TryPut(Key(word.Word), word.Verb)));

        static uint Key(string word) => BinaryPrimitives.ReadUInt32LittleEndian(System.Text.Encoding.ASCII.GetBytes(word));
    }

    /// <summary>Reads all complete commands.</summary>
    public static ulong Commands(ReadOnlySpan<byte> source)
    {
        ulong sum = 0;
        int start = 0;
        while (true)
        {
            int length = FindNear(source[start..], (byte)'\r', (byte)'\n', (byte)0);
            int end = start + length;
            if (length < 0)
                return sum;
            if (end + 1 >= source.Length || source[end] != '\r' || source[end + 1] != '\n')
            {
                if (!TrySkip(source, ref start))
                    return sum;
                continue;
            }
            var line = source[start..end];
            start = end + 2;
            if (length >= 5 && line[4] == ' ')
                sum += PlainMail.Digest(Verb(MemoryMarshal.Read<uint>(line)), length - 5);
            else if (length == 4 && !line.Contains((byte)' '))
                sum += PlainMail.Digest(Verb(MemoryMarshal.Read<uint>(line)), 0);
            else
                sum += Other(line);
        }
    }

    /// <summary>Reads all complete lines of replies.</summary>
    public static ulong SmtpReplies(ReadOnlySpan<byte> source)
    {
        ulong sum = 0;
        int start = 0;
        while (true)
        {
            int length = FindNear(source[start..], (byte)'\r', (byte)'\n', (byte)0);
            int end = start + length;
            if (length < 0)
                return sum;
            if (end + 1 >= source.Length || source[end] != '\r' || source[end + 1] != '\n' || length < 3 || !TryCode(source[start..], out int code))
            {
                if (!TrySkip(source, ref start))
                    return sum;
                continue;
            }
            byte mark = source[start + 3];
            int at = start + (mark is (byte)' ' or (byte)'-' ? 4 : 3);
            int text = at;
            int status = end - at >= 6 && source[at + 1] == '.' ? Status(source[at..end], code, ref text) : 0;
            sum += PlainMail.Digest(code, mark != '-', status, end - text);
            start = end + 2;
        }
    }

    /// <summary>The same of FTP.</summary>
    public static ulong FtpReplies(ReadOnlySpan<byte> source)
    {
        ulong sum = 0;
        int start = 0;
        while (true)
        {
            int length = FindNear(source[start..], (byte)'\n') - 1;
            int end = start + length;
            if (length < -1)
                return sum;
            if (length < 0 || source[end] != '\r')
            {
                if (!TrySkip(source, ref start))
                    return sum;
                continue;
            }
            if (length >= 3 && TryCode(source[start..], out int code) && code != 0)
            {
                byte mark = source[start + 3];
                sum += PlainMail.Digest(code, mark != '-', 0, length - (mark is (byte)' ' or (byte)'-' ? 4 : 3));
            }
            else
            {
                sum += PlainMail.Digest(0, true, 0, length);
            }
            start = end + 2;
        }
    }

    // Sixty-four bytes at once hold the end of most lines, and no call is needed to find it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindNear(ReadOnlySpan<byte> source, byte a, byte b, byte c)
    {
        ref byte first = ref MemoryMarshal.GetReference(source);
        ulong found = 0;
        if (Vector512.IsHardwareAccelerated && source.Length >= 64)
        {
            var bytes = Vector512.LoadUnsafe(ref first);
            found = (Vector512.Equals(bytes, Vector512.Create(a)) | Vector512.Equals(bytes, Vector512.Create(b)) | Vector512.Equals(bytes, Vector512.Create(c))).ExtractMostSignificantBits();
        }
        else if (Vector256.IsHardwareAccelerated && source.Length >= 64)
        {
            Vector256<byte> near = Vector256.LoadUnsafe(ref first), far = Vector256.LoadUnsafe(ref first, 32);
            found = (Vector256.Equals(near, Vector256.Create(a)) | Vector256.Equals(near, Vector256.Create(b)) | Vector256.Equals(near, Vector256.Create(c))).ExtractMostSignificantBits()
                | (ulong)(Vector256.Equals(far, Vector256.Create(a)) | Vector256.Equals(far, Vector256.Create(b)) | Vector256.Equals(far, Vector256.Create(c))).ExtractMostSignificantBits() << 32;
        }
        return found != 0 ? BitOperations.TrailingZeroCount(found) : source.IndexOfAny(a, b, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindNear(ReadOnlySpan<byte> source, byte value)
    {
        ref byte first = ref MemoryMarshal.GetReference(source);
        ulong found = 0;
        if (Vector512.IsHardwareAccelerated && source.Length >= 64)
        {
            found = Vector512.Equals(Vector512.LoadUnsafe(ref first), Vector512.Create(value)).ExtractMostSignificantBits();
        }
        else if (Vector256.IsHardwareAccelerated && source.Length >= 64)
        {
            found = Vector256.Equals(Vector256.LoadUnsafe(ref first), Vector256.Create(value)).ExtractMostSignificantBits()
                | (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref first, 32), Vector256.Create(value)).ExtractMostSignificantBits() << 32;
        }
        return found != 0 ? BitOperations.TrailingZeroCount(found) : source.IndexOf(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SmtpVerb Verb(uint word)
    {
        uint key = word & 0xDFDFDFDF;
        int slot = (int)(key * s_multiplier >> (64 - Bits));
        return s_keys[slot] == key ? s_verbs[slot] : default;
    }

    private static bool TryPut(uint key, SmtpVerb verb)
    {
        int slot = (int)(key * s_multiplier >> (64 - Bits));
        if (s_keys[slot] != 0)
            return false;
        (s_keys[slot], s_verbs[slot]) = (key, verb);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Other(ReadOnlySpan<byte> line)
    {
        int space = line.IndexOf((byte)' ');
        var verb = space < 0 ? line : line[..space];
        bool isTls = verb.Length == 8 && (MemoryMarshal.Read<ulong>(verb) & 0xDFDFDFDFDFDFDFDF) == BinaryPrimitives.ReadUInt64LittleEndian("STARTTLS"u8);
        return PlainMail.Digest(isTls ? SmtpVerb.StartTls : default, space < 0 ? 0 : line.Length - space - 1);
    }

    // Three digits and one byte more, which is there: a line has its end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCode(ReadOnlySpan<byte> line, out int code)
    {
        uint digits = MemoryMarshal.Read<uint>(line) & 0xFFFFFF ^ 0x303030;
        code = (int)((digits & 0xFF) * 100 + (digits >> 8 & 0xFF) * 10 + (digits >> 16));
        return ((digits + 0x767676 | digits) & 0x808080) == 0;
    }

    private static int Status(ReadOnlySpan<byte> text, int code, ref int start)
    {
        int @class = code / 100;
        if (text[0] - '0' != @class || @class is not (2 or 4 or 5))
            return 0;
        int at = 2;
        if (!TryNumber(text, '.', ref at, out int subject) || !TryNumber(text, ' ', ref at, out int detail))
            return 0;
        start += at;
        return subject * 1000 + detail;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, char end, ref int at, out int number)
    {
        int first = at;
        number = 0;
        for (; at < text.Length && at < first + 3 && char.IsAsciiDigit((char)text[at]); at++)
            number = number * 10 + text[at] - '0';
        return at > first && (text[first] != '0' || at == first + 1) && at < text.Length && text[at++] == end;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TrySkip(ReadOnlySpan<byte> source, ref int start)
    {
        int end = source[start..].IndexOf("\r\n"u8);
        start += end + 2;
        return end >= 0;
    }
}
