namespace Codecs.Protocols;

/// <summary>Extended echo request (RFC 8335 section 2), for IPv4 and IPv6: asks one interface for the state of another.</summary>
[Message("RFC 8335"), Tag(IcmpType.ExtendedEcho), Tag(Icmpv6Type.ExtendedEchoRequest)]
public readonly ref partial struct IcmpExtendedEcho
{
    /// <summary>Whose echo it is, for who sent the request.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>Which of them.</summary>
    public partial byte SequenceNumber { get; init; }

    [Bits(7), Reserved] private partial byte Reserved { get; }

    /// <summary>Is the other interface on the node that is asked, or else on a neighbor of it (L)?</summary>
    [Bits(1)] public partial bool IsLocal { get; init; }

    /// <summary>The other interface, as one <see cref="IcmpExtensionClass.InterfaceIdentification"/>.</summary>
    public partial Optional<IcmpExtensions> Extensions { get; init; }
}

/// <summary>Extended echo reply (RFC 8335 section 3), for IPv4 and IPv6. Codes: 0 no error, 1 malformed query, 2 no such interface, 3 no such neighbor, 4 several interfaces.</summary>
[Message("RFC 8335"), Tag(IcmpType.ExtendedEchoReply), Tag(Icmpv6Type.ExtendedEchoReply)]
public readonly partial record struct IcmpExtendedEchoReply
{
    /// <summary>As in the request.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>As in the request.</summary>
    public partial byte SequenceNumber { get; init; }

    /// <summary>If the request was not local: what the node knows of its neighbor.</summary>
    [Bits(3)] public partial IcmpNeighborState State { get; init; }

    [Bits(2), Reserved] private partial byte Reserved { get; }

    /// <summary>If the request was local: is the interface active (A)?</summary>
    [Bits(1)] public partial bool IsActive { get; init; }

    /// <summary>Does IPv4 run on it?</summary>
    [Bits(1)] public partial bool HasIPv4 { get; init; }

    /// <summary>Does IPv6 run on it?</summary>
    [Bits(1)] public partial bool HasIPv6 { get; init; }
}

/// <summary>What a node knows of a neighbor (RFC 8335 section 3, RFC 4861 section 7.3.2).</summary>
public enum IcmpNeighborState : byte
{
    /// <summary>Nothing: the request was local.</summary>
    None = 0,

    /// <summary>It is being asked for its address.</summary>
    Incomplete = 1,

    /// <summary>It was heard of lately.</summary>
    Reachable = 2,

    /// <summary>It was not heard of for a while.</summary>
    Stale = 3,

    /// <summary>It was sent something, and may answer yet.</summary>
    Delay = 4,

    /// <summary>It is being asked whether it is still there.</summary>
    Probe = 5,

    /// <summary>It did not answer.</summary>
    Failed = 6,
}
