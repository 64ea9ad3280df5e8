namespace Codecs.Protocols;

/// <summary>What an Ethernet frame carries: the EtherTypes of IEEE 802, from 0x0600 on. Tables of other protocols use them too (GRE, SNAP, cooked captures).</summary>
public enum EtherType : ushort
{
    /// <summary>No EtherType: the frame has a length instead of a type, and carries IEEE 802.2 LLC. (Linux gives LLC this number.)</summary>
    Llc = 4,

    /// <summary><see cref="Protocols.IPv4"/>.</summary>
    IPv4 = 0x0800,

    /// <summary><see cref="Protocols.Arp"/>.</summary>
    Arp = 0x0806,

    /// <summary>Wake-on-LAN magic packets.</summary>
    WakeOnLan = 0x0842,

    /// <summary>IEEE 802.1Q stream reservation (SRP).</summary>
    StreamReservation = 0x22EA,

    /// <summary>IEEE 1722 audio and video transport.</summary>
    Avtp = 0x22F0,

    /// <summary>TRILL (RFC 6325).</summary>
    Trill = 0x22F3,

    /// <summary>DECnet phase IV.</summary>
    Decnet = 0x6003,

    /// <summary>An Ethernet frame within another protocol (RFC 1701, RFC 7637).</summary>
    TransparentBridging = 0x6558,

    /// <summary>Reverse ARP (RFC 903), in the format of <see cref="Protocols.Arp"/>.</summary>
    Rarp = 0x8035,

    /// <summary>AppleTalk (EtherTalk).</summary>
    AppleTalk = 0x809B,

    /// <summary>AppleTalk address resolution.</summary>
    AppleTalkArp = 0x80F3,

    /// <summary>IEEE 802.1Q customer VLAN tag (<see cref="Protocols.Vlan"/>).</summary>
    Vlan = 0x8100,

    /// <summary>Novell IPX.</summary>
    Ipx = 0x8137,

    /// <summary>QNX Qnet.</summary>
    Qnx = 0x8204,

    /// <summary><see cref="Protocols.IPv6"/>.</summary>
    IPv6 = 0x86DD,

    /// <summary>IEEE 802.3 MAC control: pause frames.</summary>
    FlowControl = 0x8808,

    /// <summary>IEEE 802.3 slow protocols: LACP, marker, OAM.</summary>
    SlowProtocols = 0x8809,

    /// <summary>PPP in GRE (RFC 2637, PPTP).</summary>
    Ppp = 0x880B,

    /// <summary>CobraNet audio.</summary>
    CobraNet = 0x8819,

    /// <summary>MPLS label stack (RFC 3032).</summary>
    Mpls = 0x8847,

    /// <summary>MPLS with upstream-assigned labels (RFC 5332); formerly multicast.</summary>
    MplsUpstream = 0x8848,

    /// <summary>PPPoE discovery stage (RFC 2516).</summary>
    PppoeDiscovery = 0x8863,

    /// <summary>PPPoE session stage (RFC 2516).</summary>
    PppoeSession = 0x8864,

    /// <summary>HomePlug 1.0 management.</summary>
    HomePlug = 0x887B,

    /// <summary>IEEE 802.1X authentication.</summary>
    Eapol = 0x888E,

    /// <summary>PROFINET real time.</summary>
    Profinet = 0x8892,

    /// <summary>ATA over Ethernet.</summary>
    AtaOverEthernet = 0x88A2,

    /// <summary>EtherCAT.</summary>
    EtherCat = 0x88A4,

    /// <summary>IEEE 802.1ad service VLAN tag (<see cref="Protocols.Vlan"/>).</summary>
    ServiceVlan = 0x88A8,

    /// <summary>Ethernet Powerlink.</summary>
    Powerlink = 0x88AB,

    /// <summary>IEC 61850 GOOSE.</summary>
    Goose = 0x88B8,

    /// <summary>IEC 61850 sampled values.</summary>
    SampledValues = 0x88BA,

    /// <summary>IEEE 802.1AB link layer discovery.</summary>
    Lldp = 0x88CC,

    /// <summary>SERCOS III.</summary>
    Sercos = 0x88CD,

    /// <summary>HomePlug Green PHY management.</summary>
    HomePlugGreenPhy = 0x88E1,

    /// <summary>IEC 62439-2 media redundancy.</summary>
    MediaRedundancy = 0x88E3,

    /// <summary>IEEE 802.1AE MAC security.</summary>
    MacSec = 0x88E5,

    /// <summary>IEEE 802.1ah backbone service tag.</summary>
    ProviderBackbone = 0x88E7,

    /// <summary>IEEE 1588 precision time over Ethernet.</summary>
    PrecisionTime = 0x88F7,

    /// <summary>Network controller sideband interface.</summary>
    NcSi = 0x88F8,

    /// <summary>IEC 62439-3 parallel redundancy.</summary>
    ParallelRedundancy = 0x88FB,

    /// <summary>IEEE 802.1ag fault management, ITU-T Y.1731.</summary>
    ConnectivityFaultManagement = 0x8902,

    /// <summary>Fibre Channel over Ethernet.</summary>
    FibreChannel = 0x8906,

    /// <summary>Fibre Channel over Ethernet initialization.</summary>
    FibreChannelInitialization = 0x8914,

    /// <summary>RDMA over converged Ethernet, version 1.</summary>
    Roce = 0x8915,

    /// <summary>IEC 62439-3 high-availability seamless redundancy.</summary>
    SeamlessRedundancy = 0x892F,

    /// <summary>Network service header (RFC 8300).</summary>
    NetworkServiceHeader = 0x894F,

    /// <summary>Ethernet configuration testing (loopback).</summary>
    Loopback = 0x9000,

    /// <summary>A VLAN tag outside of another, in frames from before IEEE 802.1ad (<see cref="Protocols.Vlan"/>).</summary>
    QinQ = 0x9100,

    /// <summary>IEEE 802.1CB redundancy tag.</summary>
    RedundancyTag = 0xF1C1,
}
