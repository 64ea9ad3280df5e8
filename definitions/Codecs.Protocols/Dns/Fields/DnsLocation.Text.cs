namespace Codecs.Protocols;

// RFC 1876 section 3. Minutes, seconds, the letter m, and what follows the altitude may be left out.
public readonly partial record struct DnsLocation
{
    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsLocation>.TryFormat(scoped in DnsLocation value, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        AppendAngle(ref output, value.Latitude, 'N', 'S');
        output.Append(' ');
        AppendAngle(ref output, value.Longitude, 'E', 'W');
        output.Append(value.Altitude < 0 ? " -"u8 : " "u8);
        AppendMeters(ref output, (ulong)Math.Abs(value.Altitude));
        foreach (byte packed in (ReadOnlySpan<byte>)[value._size, value._horizontal, value._vertical])
        {
            output.Append(' ');
            AppendMeters(ref output, Unpack(packed));
        }
        return output.TryEnd(out bytesWritten);
    }

    static ParseResult IPresentable<DnsLocation>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsLocation value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        if (!TryReadAngle(ref input, 90, 'N', 'S', out int latitude) || !TryReadAngle(ref input, 180, 'E', 'W', out int longitude))
            return input.Wrong;
        if (!TryReadMeters(ref input, out long altitude) || altitude < -(long)Deepest || altitude > (long)uint.MaxValue - Deepest)
            return input.Wrong;
        Span<ulong> sizes = [100, 1_000_000, 1_000];
        for (int i = 0; i < sizes.Length && !input.IsEnd; i++)
        {
            if (!TryReadMeters(ref input, out long size) || size < 0 || size >= 10_000_000_000)
                return input.Wrong;
            sizes[i] = (ulong)size;
        }
        value = new(latitude, longitude, altitude, sizes[0], sizes[1], sizes[2]);
        return input.Done;
    }

    private static void AppendAngle(ref TextOutput output, int thousandths, char positive, char negative)
    {
        uint angle = (uint)Math.Abs((long)thousandths);
        output.Append(angle / DegreeInMilliseconds);
        output.Append(' ');
        output.Append(angle / 60_000 % 60);
        output.Append(' ');
        output.Append(angle / 1_000 % 60);
        output.Append('.');
        output.Append(angle % 1_000, 3);
        output.Append(' ');
        output.Append(thousandths < 0 ? negative : positive);
    }

    private static void AppendMeters(ref TextOutput output, ulong centimeters)
    {
        output.Append(centimeters / 100);
        output.Append('.');
        output.Append(centimeters % 100, 2);
        output.Append('m');
    }

    // Degrees, perhaps minutes, perhaps seconds with up to three decimals, and the direction.
    private static bool TryReadAngle(scoped ref TextInput input, uint most, char positive, char negative, out int thousandths)
    {
        thousandths = 0;
        long angle = 0, unit = DegreeInMilliseconds;
        for (int part = 0; ; part++)
        {
            if (!input.TryRead(out var token))
                return false;
            if (part > 0 && token.Text is [var letter] && (letter & ~0x20) is var direction && (direction == positive || direction == negative))
            {
                thousandths = (int)(direction == negative ? -angle : angle);
                return angle <= most * DegreeInMilliseconds;
            }
            if (part == 3 || !TryParseDecimal(token.Text, part == 2 ? 3 : 0, out long value) || value >= (part == 0 ? most + 1 : part == 1 ? 60 : 60_000))
                return false;
            angle += value * (part == 2 ? 1 : unit);
            unit /= 60;
        }
    }

    private static bool TryReadMeters(scoped ref TextInput input, out long centimeters)
    {
        centimeters = 0;
        if (!input.TryRead(out var token))
            return false;
        var text = token.Text is [.. var number, (byte)'m' or (byte)'M'] ? number : token.Text;
        bool isNegative = text is [(byte)'-', ..];
        if (!TryParseDecimal(isNegative ? text[1..] : text, 2, out centimeters))
            return false;
        centimeters = isNegative ? -centimeters : centimeters;
        return true;
    }

    // A number as an integer, with that many decimals as its last digits.
    private static bool TryParseDecimal(ReadOnlySpan<byte> text, int decimals, out long value)
    {
        value = 0;
        int point = text.IndexOf((byte)'.') is var at and >= 0 ? at : text.Length;
        if (point == 0 || point > 12 || text.Length > point + 1 + decimals || (point < text.Length && decimals == 0))
            return false;
        for (int i = 0; i < point + 1 + decimals; i++)
        {
            if (i == point)
                continue;
            byte digit = i < text.Length ? text[i] : (byte)'0';
            if (!char.IsAsciiDigit((char)digit))
                return false;
            value = value * 10 + digit - '0';
        }
        return true;
    }
}
