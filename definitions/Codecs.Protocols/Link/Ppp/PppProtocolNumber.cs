using System.Globalization;

namespace Codecs.Protocols;

/// <summary>
/// The protocol field of PPP (RFC 1661 section 2). Its last byte is odd and the one before is even, so that a first byte of 0 may be left out where that was negotiated
/// (protocol-field compression, section 6.5), and who reads can tell. In a message it is relayed as it came.
/// </summary>
public readonly record struct PppProtocolNumber : ICodec<PppProtocolNumber>
{
    /// <summary>A number in two bytes or in one.</summary>
    /// <param name="value">The protocol.</param>
    /// <param name="isCompressed">In one byte? Possible for odd numbers up to 0xFF.</param>
    /// <exception cref="ArgumentException">There is no form of one byte.</exception>
    public PppProtocolNumber(PppProtocol value, bool isCompressed = false)
    {
        if (isCompressed && ((ushort)value > 0xFF || ((ushort)value & 1) == 0))
            throw new ArgumentException($"0x{(ushort)value:x4} has no form of one byte.", nameof(isCompressed));
        Value = value;
        IsCompressed = isCompressed;
    }

    /// <summary>The protocol.</summary>
    public PppProtocol Value { get; }

    /// <summary>Is it one byte?</summary>
    public bool IsCompressed { get; }

    /// <summary>A number in two bytes.</summary>
    public static implicit operator PppProtocolNumber(PppProtocol value) => new(value);

    /// <summary>The name of the protocol, or its number.</summary>
    public override string ToString() => Enum.IsDefined(Value) ? $"{Value} (0x{(ushort)Value:x4})" : string.Create(CultureInfo.InvariantCulture, $"0x{(ushort)Value:x4}");

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out PppProtocolNumber value)
    {
        value = default;
        var source = message[offset..];
        if (source.IsEmpty)
            return ParseResult.NeedMore(1, 0);
        if ((source[0] & 1) != 0)
        {
            value = new((PppProtocol)source[0], isCompressed: true);
            return ParseResult.Done(1);
        }
        if (source.Length == 1)
            return ParseResult.NeedMore(2, 0);
        value = new((PppProtocol)(source[0] << 8 | source[1]));
        return ParseResult.Done(2);
    }

    static bool IPresentable<PppProtocolNumber>.TryGetInteger(scoped in PppProtocolNumber value, out Int128 integer)
    {
        integer = (ushort)value.Value;
        return true;
    }

    int IWritable.GetMaxSize() => IsCompressed ? 1 : 2;

    int IWritable.Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        message = message[offset..];
        if (IsCompressed)
        {
            message[0] = (byte)Value;
            return 1;
        }
        message[1] = (byte)Value;
        message[0] = (byte)((ushort)Value >> 8);
        return 2;
    }
}
