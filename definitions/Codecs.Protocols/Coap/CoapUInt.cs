using System.Buffers.Binary;
using System.Numerics;

namespace Codecs.Protocols;

/// <summary>A number in as many bytes as it needs, the most significant first (RFC 7252 section 3.2): none for 0.</summary>
/// <param name="Value">The number.</param>
/// <remarks>What encloses it says where it ends. Zeros at the front are accepted up to four bytes in all, and relayed.</remarks>
public readonly record struct CoapUInt(uint Value) : ICodec<CoapUInt>, IScalar<CoapUInt, uint>
{
    private readonly byte _zeros;

    private CoapUInt(uint value, int zeros) : this(value) => _zeros = (byte)zeros;

    static bool ICodec<CoapUInt>.IsWhole => true;

    /// <summary>A number.</summary>
    public static implicit operator CoapUInt(uint value) => new(value);

    /// <summary>The number.</summary>
    public static implicit operator uint(CoapUInt value) => value.Value;

    /// <inheritdoc/>
    public static CoapUInt FromInteger(uint value) => new(value);

    /// <inheritdoc/>
    public uint ToInteger() => Value;

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out CoapUInt value)
    {
        var digits = message[offset..];
        value = default;
        if (digits.Length > sizeof(uint))
            return ParseResult.Invalid(ParseError.Value, 0, 0);
        uint number = 0;
        foreach (byte digit in digits)
            number = number << 8 | digit;
        value = new(number, digits.Length - SizeOf(number));
        return ParseResult.Done(digits.Length);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => _zeros + SizeOf(Value);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Value);
        int size = GetMaxSize();
        bytes[^size..].CopyTo(message[offset..]);
        return size;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int SizeOf(uint value) => (39 - BitOperations.LeadingZeroCount(value)) / 8;
}
