using Codecs;

namespace Own;

/// <summary>A number of seven bits a byte, the lowest first, of at most four bytes (MQTT 3.1.1 section 2.2.3).</summary>
public readonly record struct RemainingLength(uint Value) : ICodec<RemainingLength>, IScalar<RemainingLength, uint>
{
    public static RemainingLength FromInteger(uint value) => new(value);

    public uint ToInteger() => Value;

    public int GetMaxSize() => Value < 1 << 7 ? 1 : Value < 1 << 14 ? 2 : Value < 1 << 21 ? 3 : 4;

    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        int at = offset;
        for (uint rest = Value; ; rest >>= 7)
        {
            message[at++] = (byte)(rest >= 0x80 ? rest | 0x80 : rest);
            if (rest < 0x80)
                return at - offset;
        }
    }

    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out RemainingLength value)
    {
        value = default;
        uint sum = 0;
        for (int i = 0; i < 4; i++)
        {
            if (offset + i == message.Length)
                return ParseResult.NeedMore(i + 1, 0);
            byte next = message[offset + i];
            sum |= (next & 0x7FU) << (7 * i);
            if (next >= 0x80)
                continue;
            value = new(sum);
            return ParseResult.Done(i + 1);
        }
        return ParseResult.Invalid(ParseError.Value, 0, 0);
    }
}
