namespace Codecs.Protocols.Tests.Dns;

// What no record has: fields of other kinds than those of DNS, in its presentation format.

/// <summary>A length that is derived, bytes, a list of values, and another message.</summary>
[Message]
public readonly ref partial struct MixtureStandIn : IBuildable<MixtureStandIn>
{
    [LengthOf(nameof(Key))] public partial byte KeyLength { get; }

    public partial ReadOnlySpan<byte> Key { get; init; }

    public partial PairStandIn Pair { get; init; }

    public partial MessageList<DnsCharacterString> Texts { get; init; }
}

/// <summary>A truth value, a number of some bits, an address.</summary>
[Message]
public readonly partial record struct PairStandIn : IBuildable<PairStandIn>
{
    [Bits(1)] public partial bool IsFirst { get; init; }

    [Bits(7)] public partial byte Number { get; init; }

    public partial IPv4Address Address { get; init; }
}
