namespace Codecs.Protocols;

/// <summary>Record route and the source routes (RFC 791 section 3.1): addresses passed, addresses to pass.</summary>
[Message("RFC 791"), Tag(IPv4OptionType.RecordRoute, IPv4OptionType.LooseSourceRoute, IPv4OptionType.StrictSourceRoute)]
public readonly ref partial struct IPv4Route
{
    /// <summary>Where in the option the next address is, in bytes, its first counted as 1: at least 4, and more than the option has when all are used.</summary>
    public partial byte Pointer { get; init; }

    /// <summary>Before <see cref="Pointer"/> what was passed; from there on room, or what is still to be passed.</summary>
    public partial ScalarList<IPv4Address> Addresses { get; init; }

    /// <summary>Are all addresses used?</summary>
    public bool IsComplete => Addresses.Count == 0 || Pointer > Addresses.Bytes.Length + 3;
}

/// <summary>Internet timestamps (RFC 791 section 3.1): when the datagram passed, and perhaps where.</summary>
[Message("RFC 791"), Tag(IPv4OptionType.Timestamp)]
public readonly ref partial struct IPv4Timestamp
{
    /// <summary>Where in the option the next entry is, in bytes, its first counted as 1: at least 5, and more than the option has when it is full.</summary>
    public partial byte Pointer { get; init; }

    /// <summary>The routers that found no room.</summary>
    [Bits(4)] public partial byte Overflow { get; init; }

    /// <summary>What an entry is.</summary>
    [Bits(4)] public partial IPv4TimestampFlag Flag { get; init; }

    /// <summary>Timestamps, or pairs of address and timestamp. A timestamp is milliseconds since midnight UT, or anything else with the first bit set.</summary>
    public partial ScalarList<uint> Entries { get; init; }
}

/// <summary>What an entry of <see cref="IPv4Timestamp"/> is.</summary>
public enum IPv4TimestampFlag : byte
{
    /// <summary>A timestamp.</summary>
    TimestampOnly = 0,

    /// <summary>Address and timestamp, of every router.</summary>
    AddressAndTimestamp = 1,

    /// <summary>Address and timestamp, of the routers that the sender asks for.</summary>
    Prespecified = 3,
}

/// <summary>Router alert (RFC 2113): routers shall look into the datagram.</summary>
[Message("RFC 2113"), Tag(IPv4OptionType.RouterAlert)]
public readonly partial record struct IPv4RouterAlert
{
    /// <summary>0: every router. Others are assigned by IANA (RFC 5350).</summary>
    public partial ushort Value { get; init; }
}
