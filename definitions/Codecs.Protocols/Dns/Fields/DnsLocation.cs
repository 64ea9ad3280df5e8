using System.Buffers.Binary;

namespace Codecs.Protocols;

/// <summary>
/// A location on Earth in 16 octets (RFC 1876 section 2). In text latitude, longitude, altitude, size and precisions, in that order, which is not
/// that of the wire: <c>42 21 54.000 N 71 6 18.000 W -24.00m 30.00m 10000.00m 10.00m</c>.
/// </summary>
public readonly partial record struct DnsLocation : ICodec<DnsLocation>
{
    private const int Size = 16;

    // The equator or the prime meridian; and 100 km below the WGS 84 spheroid. The default is where they meet, at sea level.
    private const uint Middle = 1u << 31;
    private const uint Deepest = 10_000_000;

    private const int DegreeInMilliseconds = 3_600_000;

    private readonly uint _altitude;    // above sea level, modulo 2^32
    private readonly byte _size;
    private readonly byte _horizontal;
    private readonly byte _vertical;

    /// <summary>A location.</summary>
    /// <param name="latitude">Thousandths of a second of arc north of the equator, negative in the south: at most 90 degrees.</param>
    /// <param name="longitude">Thousandths of a second of arc east of the prime meridian, negative in the west: at most 180 degrees.</param>
    /// <param name="altitude">Centimeters above the WGS 84 spheroid, from -10,000,000 on.</param>
    /// <param name="size">Diameter of a sphere that encloses what is there, in centimeters.</param>
    /// <param name="horizontalPrecision">Diameter of the circle of error, in centimeters.</param>
    /// <param name="verticalPrecision">Twice the error of the altitude, in centimeters.</param>
    /// <remarks>Sizes and precisions are kept with one digit, rounded down, and are at most 90,000 km.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public DnsLocation(int latitude, int longitude, long altitude = 0, ulong size = 100, ulong horizontalPrecision = 1_000_000, ulong verticalPrecision = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)latitude), 90 * DegreeInMilliseconds, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)longitude), 180 * DegreeInMilliseconds, nameof(longitude));
        ArgumentOutOfRangeException.ThrowIfLessThan(altitude, -(long)Deepest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(altitude, (long)uint.MaxValue - Deepest);
        Latitude = latitude;
        Longitude = longitude;
        _altitude = (uint)altitude;
        _size = Pack(size, nameof(size));
        _horizontal = Pack(horizontalPrecision, nameof(horizontalPrecision));
        _vertical = Pack(verticalPrecision, nameof(verticalPrecision));
    }

    private DnsLocation(uint latitude, uint longitude, uint altitude, byte size, byte horizontal, byte vertical)
    {
        Latitude = (int)(latitude - Middle);
        Longitude = (int)(longitude - Middle);
        _altitude = altitude - Deepest;
        _size = size;
        _horizontal = horizontal;
        _vertical = vertical;
    }

    /// <summary>Thousandths of a second of arc north of the equator, negative in the south.</summary>
    public int Latitude { get; }

    /// <summary>Thousandths of a second of arc east of the prime meridian, negative in the west.</summary>
    public int Longitude { get; }

    /// <summary>Centimeters above the WGS 84 spheroid.</summary>
    public long Altitude => (long)(_altitude + Deepest) - Deepest;

    /// <summary>Diameter of a sphere that encloses what is there, in centimeters.</summary>
    public ulong SphereSize => Unpack(_size);

    /// <summary>Diameter of the circle of error, in centimeters.</summary>
    public ulong HorizontalPrecision => Unpack(_horizontal);

    /// <summary>Twice the error of the altitude, in centimeters.</summary>
    public ulong VerticalPrecision => Unpack(_vertical);

    /// <summary>Parses 16 octets. Other versions than 0 are refused, as RFC 1876 section 2 asks for, and so are numbers that mean nothing.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsLocation value)
    {
        value = default;
        var rest = message[offset..];
        if (!rest.IsEmpty && rest[0] != 0)
            return ParseResult.Invalid(ParseError.Value, 0, 0);
        if (rest.Length < Size)
            return ParseResult.NeedMore(Size, 0);
        var location = new DnsLocation(
            BinaryPrimitives.ReadUInt32BigEndian(rest[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(rest[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(rest[12..]),
            rest[1],
            rest[2],
            rest[3]);
        if (Math.Abs((long)location.Latitude) > 90 * DegreeInMilliseconds || Math.Abs((long)location.Longitude) > 180 * DegreeInMilliseconds
            || !IsPacked(rest[1]) || !IsPacked(rest[2]) || !IsPacked(rest[3]))
            return ParseResult.Invalid(ParseError.Value, 0, 0);
        value = location;
        return ParseResult.Done(Size);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Size;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        var destination = message.Slice(offset, Size);
        destination[0] = 0;
        destination[1] = _size;
        destination[2] = _horizontal;
        destination[3] = _vertical;
        BinaryPrimitives.WriteUInt32BigEndian(destination[4..], Middle + (uint)Latitude);
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], Middle + (uint)Longitude);
        BinaryPrimitives.WriteUInt32BigEndian(destination[12..], Deepest + _altitude);
        return Size;
    }

    // A digit and a power of ten (RFC 1876 section 2); numbers that are not exact are rounded down, as in its appendix A.
    private static byte Pack(ulong centimeters, string name)
    {
        int exponent = 0;
        for (; centimeters > 9; centimeters /= 10)
            exponent++;
        return exponent <= 9 ? (byte)(centimeters << 4 | (uint)exponent) : throw new ArgumentOutOfRangeException(name, "At most 90,000 km.");
    }

    private static ulong Unpack(byte packed)
    {
        ulong value = (ulong)packed >> 4;
        for (int exponent = packed & 0xF; exponent > 0; exponent--)
            value *= 10;
        return value;
    }

    private static bool IsPacked(byte packed) => packed >> 4 <= 9 && (packed & 0xF) <= 9;
}
