namespace Codecs.Protocols;

/// <summary>Option (RFC 7252 section 3.1). Its number is written as the difference from that of the option before it.</summary>
[Message("RFC 7252")]
public readonly ref partial struct CoapOption
{
    /// <summary>Which option it is. Who does not know an odd one must refuse the message, or drop it.</summary>
    [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269), Delta, TagOf(nameof(Value))] public partial CoapOptionNumber Number { get; init; }

    /// <summary>Length of the value in bytes.</summary>
    [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269), LengthOf(nameof(Value))] public partial uint Length { get; }

    /// <summary>Bytes, text, or a number.</summary>
    [Case<CoapNumber>, Case<CoapBlock>] public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>Numbers of options (RFC 7252 section 12.2).</summary>
public enum CoapOptionNumber : ushort
{
    /// <summary>Only if the representation has this tag.</summary>
    IfMatch = 1,

    /// <summary>The name of the host, in a request.</summary>
    UriHost = 3,

    /// <summary>A tag of the representation.</summary>
    ETag = 4,

    /// <summary>Only if there is none yet.</summary>
    IfNoneMatch = 5,

    /// <summary>Asks to be told of changes; or tells them apart (RFC 7641).</summary>
    Observe = 6,

    /// <summary>The port, in a request.</summary>
    UriPort = 7,

    /// <summary>A segment of where the thing is that was created.</summary>
    LocationPath = 8,

    /// <summary>Protects the message (RFC 8613).</summary>
    Oscore = 9,

    /// <summary>A segment of the path.</summary>
    UriPath = 11,

    /// <summary>What the payload is.</summary>
    ContentFormat = 12,

    /// <summary>For how many seconds the response may be kept.</summary>
    MaxAge = 14,

    /// <summary>An argument of the query.</summary>
    UriQuery = 15,

    /// <summary>Through how many proxies the request may go (RFC 8768).</summary>
    HopLimit = 16,

    /// <summary>What the client accepts as the payload.</summary>
    Accept = 17,

    /// <summary>An argument of the query by which the thing is found that was created.</summary>
    LocationQuery = 20,

    /// <summary>Which block of the response this is, or is asked for (RFC 7959).</summary>
    Block2 = 23,

    /// <summary>Which block of the request this is, or is awaited (RFC 7959).</summary>
    Block1 = 27,

    /// <summary>Bytes of the whole response (RFC 7959).</summary>
    Size2 = 28,

    /// <summary>What a proxy is to ask for.</summary>
    ProxyUri = 35,

    /// <summary>The scheme of that, if other options say the rest.</summary>
    ProxyScheme = 39,

    /// <summary>Bytes of the whole request.</summary>
    Size1 = 60,

    /// <summary>Tells requests apart that would be one to a cache (RFC 9175).</summary>
    Echo = 252,

    /// <summary>No response is wanted, or not all (RFC 7967).</summary>
    NoResponse = 258,

    /// <summary>Tells the blocks of one request from those of another (RFC 9175).</summary>
    RequestTag = 292,
}

/// <summary>The value of an option that is a number (RFC 7252 section 3.2).</summary>
[Message("RFC 7252"), Tag(CoapOptionNumber.Observe, CoapOptionNumber.UriPort, CoapOptionNumber.ContentFormat, CoapOptionNumber.MaxAge, CoapOptionNumber.HopLimit, CoapOptionNumber.Accept, CoapOptionNumber.Size2, CoapOptionNumber.Size1, CoapOptionNumber.NoResponse)]
public readonly partial record struct CoapNumber
{
    /// <summary>The number.</summary>
    public partial CoapUInt Value { get; init; }
}

/// <summary>A block of a representation (RFC 7959 section 2.2).</summary>
[Message("RFC 7959"), Tag(CoapOptionNumber.Block1, CoapOptionNumber.Block2)]
public readonly partial record struct CoapBlock
{
    /// <summary>The size in the lowest three bits, above it whether more follow, and above that the number of the block.</summary>
    public partial CoapUInt Value { get; init; }

    /// <summary>Which block it is, from 0.</summary>
    public uint Number => Value.Value >> 4;

    /// <summary>Do more follow?</summary>
    public bool HasMore => (Value.Value & 8) != 0;

    /// <summary>Bytes of each block but the last: 16 to 1024; 2048 is reserved.</summary>
    public int Size => 16 << (int)(Value.Value & 7);

    /// <summary>A block.</summary>
    /// <param name="number">Which one, from 0; below 2^20.</param>
    /// <param name="hasMore">Do more follow?</param>
    /// <param name="size">16, 32, and so on to 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    public static CoapBlock Of(uint number, bool hasMore, int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1u << 20);
        if (size is < 16 or > 1024 || !int.IsPow2(size))
            throw new ArgumentOutOfRangeException(nameof(size), size, "A block has 16, 32, 64, 128, 256, 512 or 1024 bytes.");
        return new() { Value = number << 4 | (hasMore ? 8u : 0) | (uint)(int.Log2(size) - 4) };
    }
}
