namespace Codecs.Protocols;

/// <summary>Address resolution (RFC 826) and reverse address resolution (RFC 903), for any address lengths.</summary>
[Message("RFC 826"), Tag(EtherType.Arp, EtherType.Rarp)]
public readonly ref partial struct Arp
{
    /// <summary>The kind of link.</summary>
    public partial HardwareType HardwareType { get; init; }

    /// <summary>The protocol whose addresses are asked for.</summary>
    public partial EtherType ProtocolType { get; init; }

    /// <summary>Bytes of each hardware address: 6 on Ethernet. Both must be of the same length when written.</summary>
    [LengthOf(nameof(SenderHardwareAddress)), LengthOf(nameof(TargetHardwareAddress))] public partial byte HardwareLength { get; }

    /// <summary>Bytes of each protocol address: 4 for IPv4. Both must be of the same length when written.</summary>
    [LengthOf(nameof(SenderProtocolAddress)), LengthOf(nameof(TargetProtocolAddress))] public partial byte ProtocolLength { get; }

    /// <summary>Question or answer.</summary>
    public partial ArpOperation Operation { get; init; }

    /// <summary>Hardware address of who sends this.</summary>
    public partial ReadOnlySpan<byte> SenderHardwareAddress { get; init; }

    /// <summary>Protocol address of who sends this; zeros in a probe (RFC 5227).</summary>
    public partial ReadOnlySpan<byte> SenderProtocolAddress { get; init; }

    /// <summary>Hardware address of whom this is for; without meaning, mostly zeros, in a request.</summary>
    public partial ReadOnlySpan<byte> TargetHardwareAddress { get; init; }

    /// <summary>Protocol address of whom this is for; in a request, the one whose hardware address is asked for.</summary>
    public partial ReadOnlySpan<byte> TargetProtocolAddress { get; init; }
}

/// <summary>Operations of ARP and its relatives (IANA ARP parameters).</summary>
public enum ArpOperation : ushort
{
    /// <summary>Who has this protocol address? (RFC 826)</summary>
    Request = 1,

    /// <summary>I have. (RFC 826)</summary>
    Reply = 2,

    /// <summary>What is the protocol address of this hardware? (RFC 903)</summary>
    ReverseRequest = 3,

    /// <summary>It is this. (RFC 903)</summary>
    ReverseReply = 4,

    /// <summary>Dynamic RARP request (RFC 1931).</summary>
    DynamicReverseRequest = 5,

    /// <summary>Dynamic RARP reply (RFC 1931).</summary>
    DynamicReverseReply = 6,

    /// <summary>Dynamic RARP error (RFC 1931).</summary>
    DynamicReverseError = 7,

    /// <summary>What is the protocol address at the other end of this circuit? (RFC 2390)</summary>
    InverseRequest = 8,

    /// <summary>It is this. (RFC 2390)</summary>
    InverseReply = 9,

    /// <summary>The ATM ARP server has no answer (RFC 1577).</summary>
    Nak = 10,

    /// <summary>For experiments (RFC 5494).</summary>
    Experiment1 = 24,

    /// <summary>For experiments (RFC 5494).</summary>
    Experiment2 = 25,
}
