using System.Globalization;
using Codecs;

namespace Streamed;

/// <summary>Seven bits in each byte, the least significant first; the top bit says that more follow.</summary>
public readonly record struct VarInt(uint Value) : ICodec<VarInt>, IScalar<VarInt, uint>
{
    public static VarInt FromInteger(uint value) => new(value);

    public uint ToInteger() => Value;

    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out VarInt value)
    {
        value = default;
        uint number = 0;
        for (int i = 0; i < 4; i++)
        {
            if (offset + i == message.Length)
                return ParseResult.NeedMore(i + 1, 0);
            byte b = message[offset + i];
            number |= (uint)(b & 0x7F) << (7 * i);
            if (b < 0x80)
            {
                value = new(number);
                return ParseResult.Done(i + 1);
            }
        }
        return ParseResult.Invalid(ParseError.Value, 0, 3);
    }

    public int GetMaxSize() => Value < 128 ? 1 : Value < 16384 ? 2 : Value < 2097152 ? 3 : 4;

    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (Value > 268_435_455)
            throw new InvalidOperationException("A variable byte integer has at most 28 bits.");
        int i = 0;
        for (uint rest = Value; ; rest >>= 7)
        {
            message[offset + i++] = (byte)(rest < 0x80 ? rest : rest & 0x7F | 0x80);
            if (rest < 0x80)
                return i;
        }
    }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
