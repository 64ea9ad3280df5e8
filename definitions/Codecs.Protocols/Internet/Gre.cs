namespace Codecs.Protocols;

/// <summary>
/// Generic routing encapsulation (RFC 2784 section 2, with key and sequence number of RFC 2890), with what is only in older versions: source routes (RFC 1701) and the
/// acknowledgements of PPTP (RFC 2637 section 4.1).
/// </summary>
[Message("RFC 2784"), Tag(IpProtocol.Gre), Tag(UdpPort.GreInUdp)]
public readonly ref partial struct Gre
{
    /// <summary>Is there a <see cref="Checksum"/> (C)?</summary>
    [Bits(1)] public partial bool ChecksumPresent { get; init; }

    /// <summary>Is there a <see cref="Routing"/> (R)? Only in RFC 1701.</summary>
    [Bits(1)] public partial bool RoutingPresent { get; init; }

    /// <summary>Is there a <see cref="Key"/> (K)?</summary>
    [Bits(1), PresenceOf(nameof(Key))] public partial bool KeyPresent { get; }

    /// <summary>Is there a <see cref="SequenceNumber"/> (S)?</summary>
    [Bits(1), PresenceOf(nameof(SequenceNumber))] public partial bool SequenceNumberPresent { get; }

    /// <summary>Is the whole of <see cref="Routing"/> a strict source route (s)? Only in RFC 1701.</summary>
    [Bits(1)] public partial bool StrictSourceRoute { get; init; }

    /// <summary>How many more times the packet may be encapsulated. Only in RFC 1701.</summary>
    [Bits(3)] public partial byte RecursionControl { get; init; }

    /// <summary>Is there an <see cref="AcknowledgmentNumber"/> (A)? Only in RFC 2637.</summary>
    [Bits(1), PresenceOf(nameof(AcknowledgmentNumber))] public partial bool AcknowledgmentNumberPresent { get; }

    [Bits(4), Reserved] private partial byte Reserved0 { get; }

    /// <summary>0; 1 in PPTP.</summary>
    [Bits(3)] public partial byte Version { get; init; }

    /// <summary>What is carried. 0 in keepalives, which carry nothing.</summary>
    [TagOf(nameof(Payload))] public partial EtherType ProtocolType { get; init; }

    /// <summary>Internet checksum of header and payload. Without meaning if it is only here because <see cref="RoutingPresent"/>.</summary>
    [When(nameof(HasChecksumField)), ChecksumOf<InternetChecksum>(nameof(ChecksumPresent), nameof(Payload))] public partial ushort Checksum { get; }

    /// <summary>Where in <see cref="Routing"/> the entry in use is, in bytes (RFC 1701); else reserved.</summary>
    [When(nameof(HasChecksumField))] public partial ushort Offset { get; init; }

    /// <summary>Which traffic flow within the tunnel this belongs to (RFC 2890 section 2.1). In PPTP <see cref="PayloadLength"/> and <see cref="CallId"/>.</summary>
    public partial uint? Key { get; init; }

    /// <summary>Counts the packets of the tunnel, or of the key (RFC 2890 section 2.2).</summary>
    public partial uint? SequenceNumber { get; init; }

    /// <summary>The highest sequence number that has arrived. Only in RFC 2637.</summary>
    public partial uint? AcknowledgmentNumber { get; init; }

    /// <summary>Source routes up to an empty one. Only in RFC 1701.</summary>
    [When(nameof(RoutingPresent)), Until(nameof(GreSourceRoute.IsEnd))] public partial MessageList<GreSourceRoute> Routing { get; init; }

    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>In PPTP, the length of the payload in bytes.</summary>
    public int PayloadLength => (int)(Key.GetValueOrDefault() >> 16);

    /// <summary>In PPTP, the call that the packet belongs to, as its receiver numbers it.</summary>
    public ushort CallId => (ushort)Key.GetValueOrDefault();

    private bool HasChecksumField => ChecksumPresent || RoutingPresent;
}

/// <summary>Source route entry (RFC 1701): by way of what a packet is to go.</summary>
[Message("RFC 1701")]
public readonly ref partial struct GreSourceRoute
{
    /// <summary>What the addresses are: 0x0800 IPv4, 0xFFFE autonomous systems; 0 at the end.</summary>
    public partial ushort AddressFamily { get; init; }

    /// <summary>Where in <see cref="RoutingInformation"/> the address in use is, in bytes.</summary>
    public partial byte Offset { get; init; }

    /// <summary>Length of <see cref="RoutingInformation"/> in bytes.</summary>
    [LengthOf(nameof(RoutingInformation))] public partial byte Length { get; }

    /// <summary>Addresses.</summary>
    public partial ReadOnlySpan<byte> RoutingInformation { get; init; }

    /// <summary>Is this the empty entry that ends the list?</summary>
    public bool IsEnd => AddressFamily == 0 && Length == 0 && RoutingInformation.IsEmpty;
}
