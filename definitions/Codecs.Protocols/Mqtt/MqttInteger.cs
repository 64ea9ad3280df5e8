namespace Codecs.Protocols;

/// <summary>A number in one to four bytes (MQTT 5 section 1.5.5): seven bits each, the least significant first; the eighth says that another byte follows.</summary>
/// <param name="Value">0 to <see cref="MaxValue"/>.</param>
/// <remarks>Only the shortest form is valid.</remarks>
public readonly record struct MqttInteger(uint Value) : ICodec<MqttInteger>, IScalar<MqttInteger, uint>
{
    /// <summary>The largest number: 268,435,455.</summary>
    public const uint MaxValue = (1 << 28) - 1;

    private const byte More = 0x80;

    /// <summary>A number.</summary>
    public static implicit operator MqttInteger(uint value) => new(value);

    /// <summary>The number.</summary>
    public static implicit operator uint(MqttInteger value) => value.Value;

    /// <inheritdoc/>
    public static MqttInteger FromInteger(uint value) => new(value);

    /// <inheritdoc/>
    public uint ToInteger() => Value;

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out MqttInteger value)
    {
        uint sum = 0;
        value = default;
        for (int length = 0; length < 4; length++)
        {
            if (offset + length == message.Length)
                return ParseResult.NeedMore(length + 1, 0);
            byte next = message[offset + length];
            sum |= (next & 0x7Fu) << 7 * length;
            if (next >= More)
                continue;
            if (next == 0 && length > 0)
                return ParseResult.Invalid(ParseError.Value, 0, length);
            value = new(sum);
            return ParseResult.Done(length + 1);
        }
        return ParseResult.Invalid(ParseError.Value, 0, 3);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Value switch { < 1 << 7 => 1, < 1 << 14 => 2, < 1 << 21 => 3, _ => 4 };

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (Value > MaxValue)
            throw new InvalidOperationException($"{Value} is more than {MaxValue}, the most that fits in four bytes.");
        int length = GetMaxSize();
        for (int i = 0; i < length; i++)
            message[offset + i] = (byte)(Value >> 7 * i & 0x7F | (i < length - 1 ? More : 0u));
        return length;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
