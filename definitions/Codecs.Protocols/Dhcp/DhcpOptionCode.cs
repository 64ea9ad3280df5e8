namespace Codecs.Protocols;

/// <summary>Options of DHCP and BOOTP (IANA; RFC 2132 unless another one is named).</summary>
public enum DhcpOptionCode : byte
{
    /// <summary>Fills (RFC 2132 section 3.1).</summary>
    Pad = 0,

    /// <summary>Mask of the client's subnet.</summary>
    SubnetMask = 1,

    /// <summary>The time of the client's zone.</summary>
    TimeOffset = 2,

    /// <summary>Routers on the subnet.</summary>
    Router = 3,

    /// <summary>Servers of RFC 868.</summary>
    TimeServer = 4,

    /// <summary>Servers of IEN 116.</summary>
    NameServer = 5,

    /// <summary>DNS servers.</summary>
    DomainNameServer = 6,

    /// <summary>Log servers of MIT.</summary>
    LogServer = 7,

    /// <summary>Servers of RFC 865.</summary>
    CookieServer = 8,

    /// <summary>Printer servers (RFC 1179).</summary>
    LprServer = 9,

    /// <summary>Imagen Impress servers.</summary>
    ImpressServer = 10,

    /// <summary>Servers of RFC 887.</summary>
    ResourceLocationServer = 11,

    /// <summary>The client's name.</summary>
    HostName = 12,

    /// <summary>Size of the file to boot.</summary>
    BootFileSize = 13,

    /// <summary>Where the client is to dump its core.</summary>
    MeritDumpFile = 14,

    /// <summary>The client's domain.</summary>
    DomainName = 15,

    /// <summary>The swap server.</summary>
    SwapServer = 16,

    /// <summary>The client's root disk.</summary>
    RootPath = 17,

    /// <summary>A file with more options.</summary>
    ExtensionsPath = 18,

    /// <summary>Does the client forward packets?</summary>
    IPForwarding = 19,

    /// <summary>Also by source routes?</summary>
    NonLocalSourceRouting = 20,

    /// <summary>Which source routes.</summary>
    PolicyFilter = 21,

    /// <summary>The largest datagram to put together.</summary>
    MaximumDatagramReassembly = 22,

    /// <summary>Time to live of the client's packets.</summary>
    DefaultTimeToLive = 23,

    /// <summary>How long a path's MTU holds.</summary>
    PathMtuAgingTimeout = 24,

    /// <summary>Sizes to try for a path's MTU.</summary>
    PathMtuPlateauTable = 25,

    /// <summary>MTU of the interface.</summary>
    InterfaceMtu = 26,

    /// <summary>Have all subnets the same MTU?</summary>
    AllSubnetsAreLocal = 27,

    /// <summary>The subnet's broadcast address.</summary>
    BroadcastAddress = 28,

    /// <summary>Is the mask to be asked for by ICMP?</summary>
    PerformMaskDiscovery = 29,

    /// <summary>Is the client to answer such requests?</summary>
    MaskSupplier = 30,

    /// <summary>Are routers to be asked for by ICMP?</summary>
    PerformRouterDiscovery = 31,

    /// <summary>Where to.</summary>
    RouterSolicitationAddress = 32,

    /// <summary>Routes by classes of addresses.</summary>
    StaticRoute = 33,

    /// <summary>Are trailers to be negotiated (RFC 893)?</summary>
    TrailerEncapsulation = 34,

    /// <summary>How long ARP entries hold.</summary>
    ArpCacheTimeout = 35,

    /// <summary>IEEE 802.3 (1) rather than Ethernet II (0)?</summary>
    EthernetEncapsulation = 36,

    /// <summary>Time to live of TCP segments.</summary>
    TcpDefaultTimeToLive = 37,

    /// <summary>Between two TCP keep-alives; 0 for none.</summary>
    TcpKeepaliveInterval = 38,

    /// <summary>With a byte of garbage?</summary>
    TcpKeepaliveGarbage = 39,

    /// <summary>Domain of NIS.</summary>
    NisDomain = 40,

    /// <summary>Servers of NIS.</summary>
    NisServers = 41,

    /// <summary>Servers of NTP.</summary>
    NtpServers = 42,

    /// <summary>Whatever the vendor of <see cref="VendorClass"/> says.</summary>
    VendorInformation = 43,

    /// <summary>NetBIOS name servers.</summary>
    NetBiosNameServer = 44,

    /// <summary>NetBIOS datagram servers.</summary>
    NetBiosDatagramServer = 45,

    /// <summary>1: B-node, 2: P-node, 4: M-node, 8: H-node.</summary>
    NetBiosNodeType = 46,

    /// <summary>NetBIOS scope.</summary>
    NetBiosScope = 47,

    /// <summary>X font servers.</summary>
    XFontServer = 48,

    /// <summary>X display managers.</summary>
    XDisplayManager = 49,

    /// <summary>The address that the client would like.</summary>
    RequestedAddress = 50,

    /// <summary>For how long an address is granted.</summary>
    LeaseTime = 51,

    /// <summary>Where else options are.</summary>
    OptionOverload = 52,

    /// <summary>What kind of message it is.</summary>
    MessageType = 53,

    /// <summary>Which server.</summary>
    ServerIdentifier = 54,

    /// <summary>What the client would like to know.</summary>
    ParameterRequestList = 55,

    /// <summary>What went wrong.</summary>
    Message = 56,

    /// <summary>The largest message that is accepted.</summary>
    MaximumMessageSize = 57,

    /// <summary>When the client asks its server again (T1).</summary>
    RenewalTime = 58,

    /// <summary>When it asks any server (T2).</summary>
    RebindingTime = 59,

    /// <summary>Type and configuration of the client.</summary>
    VendorClass = 60,

    /// <summary>Who the client is.</summary>
    ClientIdentifier = 61,

    /// <summary>Domain of NIS+.</summary>
    NisPlusDomain = 64,

    /// <summary>Servers of NIS+.</summary>
    NisPlusServers = 65,

    /// <summary>In place of <see cref="Dhcp.ServerName"/>, when that holds options.</summary>
    TftpServerName = 66,

    /// <summary>In place of <see cref="Dhcp.File"/>, when that holds options.</summary>
    BootFileName = 67,

    /// <summary>Mobile IP home agents.</summary>
    MobileIpHomeAgent = 68,

    /// <summary>SMTP servers.</summary>
    SmtpServer = 69,

    /// <summary>POP3 servers.</summary>
    Pop3Server = 70,

    /// <summary>Classes of the user (RFC 3004).</summary>
    UserClass = 77,

    /// <summary>Two messages instead of four (RFC 4039).</summary>
    RapidCommit = 80,

    /// <summary>The client's name in the DNS (RFC 4702).</summary>
    ClientName = 81,

    /// <summary>What a relay agent adds (RFC 3046).</summary>
    RelayAgentInformation = 82,

    /// <summary>Since the last message of the client (RFC 4388).</summary>
    ClientLastTransactionTime = 91,

    /// <summary>All addresses of the client (RFC 4388).</summary>
    AssociatedAddresses = 92,

    /// <summary>The client's architecture (RFC 4578).</summary>
    ClientSystem = 93,

    /// <summary>The client's network interface (RFC 4578).</summary>
    ClientNetworkInterface = 94,

    /// <summary>The client's machine (RFC 4578).</summary>
    ClientMachineIdentifier = 97,

    /// <summary>Zone in POSIX form (RFC 4833).</summary>
    PosixTimeZone = 100,

    /// <summary>Zone by name (RFC 4833).</summary>
    TimeZoneName = 101,

    /// <summary>For how long IPv4 is to be off (RFC 8925).</summary>
    IPv6OnlyPreferred = 108,

    /// <summary>URL of a portal (RFC 8910).</summary>
    CaptivePortal = 114,

    /// <summary>May the client choose an address itself (RFC 2563)?</summary>
    AutoConfigure = 116,

    /// <summary>The subnet for the address (RFC 3011).</summary>
    SubnetSelection = 118,

    /// <summary>Domains to search (RFC 3397), compressed as in DNS messages.</summary>
    DomainSearch = 119,

    /// <summary>Routes (RFC 3442).</summary>
    ClasslessStaticRoute = 121,

    /// <summary>URL of a description (RFC 8520).</summary>
    MudUrl = 161,

    /// <summary>Routes, before they had a number.</summary>
    MicrosoftClasslessStaticRoute = 249,

    /// <summary>URL of a proxy configuration, by custom.</summary>
    WebProxyAutoDiscovery = 252,

    /// <summary>Ends the options (RFC 2132 section 3.2).</summary>
    End = 255,
}
