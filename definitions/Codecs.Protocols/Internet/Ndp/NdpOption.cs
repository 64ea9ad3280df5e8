namespace Codecs.Protocols;

/// <summary>Option of a neighbor discovery message (RFC 4861 section 4.6).</summary>
[Message("RFC 4861")]
public readonly ref partial struct NdpOption
{
    /// <summary>What the option is.</summary>
    [TagOf(nameof(Data))] public partial NdpOptionType Type { get; init; }

    /// <summary>Length of the whole option in units of 8 bytes. 0 is an error: there is no telling where the next option is.</summary>
    [LengthOf(nameof(Type), nameof(Data), Unit = 8)] public partial byte Length { get; }

    /// <summary>What the option says, filled up with zeros.</summary>
    [Case<NdpLinkLayerAddress>, Case<NdpPrefixInformation>, Case<NdpRedirectedHeader>, Case<NdpMtu>]
    [Case<NdpRouteInformation>, Case<NdpRecursiveDnsServer>, Case<NdpDnsSearchList>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Types of neighbor discovery options (IANA ICMPv6 parameters).</summary>
public enum NdpOptionType : byte
{
    /// <summary>Link-layer address of the sender (<see cref="NdpLinkLayerAddress"/>).</summary>
    SourceLinkLayerAddress = 1,

    /// <summary>Link-layer address of the target (<see cref="NdpLinkLayerAddress"/>).</summary>
    TargetLinkLayerAddress = 2,

    /// <summary>Addresses on the link (<see cref="NdpPrefixInformation"/>).</summary>
    PrefixInformation = 3,

    /// <summary>The packet that a redirect is about (<see cref="NdpRedirectedHeader"/>).</summary>
    RedirectedHeader = 4,

    /// <summary>Largest packet of the link (<see cref="NdpMtu"/>).</summary>
    Mtu = 5,

    /// <summary>Shortcut limit in non-broadcast networks (RFC 2491).</summary>
    NbmaShortcutLimit = 6,

    /// <summary>How often the router advertises (RFC 6275).</summary>
    AdvertisementInterval = 7,

    /// <summary>A home agent (RFC 6275).</summary>
    HomeAgentInformation = 8,

    /// <summary>Addresses of the sender (RFC 3122).</summary>
    SourceAddressList = 9,

    /// <summary>Addresses of the target (RFC 3122).</summary>
    TargetAddressList = 10,

    /// <summary>Cryptographically generated address (RFC 3971).</summary>
    Cga = 11,

    /// <summary>Signature (RFC 3971).</summary>
    RsaSignature = 12,

    /// <summary>When it was sent (RFC 3971).</summary>
    Timestamp = 13,

    /// <summary>Random number that the answer repeats (RFC 3971).</summary>
    Nonce = 14,

    /// <summary>Trust anchor (RFC 3971).</summary>
    TrustAnchor = 15,

    /// <summary>Certificate (RFC 3971).</summary>
    Certificate = 16,

    /// <summary>A way to a prefix (<see cref="NdpRouteInformation"/>).</summary>
    RouteInformation = 24,

    /// <summary>DNS servers (<see cref="NdpRecursiveDnsServer"/>).</summary>
    RecursiveDnsServer = 25,

    /// <summary>More flags of a router (RFC 5175).</summary>
    FlagsExtension = 26,

    /// <summary>DNS search domains (<see cref="NdpDnsSearchList"/>).</summary>
    DnsSearchList = 31,

    /// <summary>Address registration in low-power networks (RFC 8505).</summary>
    AddressRegistration = 33,

    /// <summary>Context for header compression in low-power networks (RFC 6775).</summary>
    SixLowpanContext = 34,

    /// <summary>The border router of a low-power network (RFC 6775).</summary>
    AuthoritativeBorderRouter = 35,

    /// <summary>Where to log in (RFC 8910).</summary>
    CaptivePortal = 37,

    /// <summary>The prefix of address translation (RFC 8781).</summary>
    Pref64 = 38,

    /// <summary>Encrypted DNS servers (RFC 9463).</summary>
    EncryptedDns = 144,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment1 = 253,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment2 = 254,
}
