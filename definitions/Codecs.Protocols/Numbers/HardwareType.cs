namespace Codecs.Protocols;

/// <summary>Kinds of link: the hardware types of ARP (IANA), and from 512 on those that Linux adds for cooked captures (ARPHRD_).</summary>
public enum HardwareType : ushort
{
    /// <summary>None.</summary>
    Reserved = 0,

    /// <summary>Ethernet.</summary>
    Ethernet = 1,

    /// <summary>Experimental Ethernet (3 Mbit/s).</summary>
    ExperimentalEthernet = 2,

    /// <summary>Amateur radio AX.25.</summary>
    Ax25 = 3,

    /// <summary>Proteon ProNET token ring.</summary>
    ProNet = 4,

    /// <summary>Chaosnet.</summary>
    Chaos = 5,

    /// <summary>IEEE 802 networks, token ring among them.</summary>
    Ieee802 = 6,

    /// <summary>ARCNET (RFC 1201).</summary>
    Arcnet = 7,

    /// <summary>Apple LocalTalk.</summary>
    LocalTalk = 11,

    /// <summary>Frame Relay (RFC 2390).</summary>
    FrameRelay = 15,

    /// <summary>ATM.</summary>
    Atm = 16,

    /// <summary>HDLC.</summary>
    Hdlc = 17,

    /// <summary>Fibre Channel (RFC 4338).</summary>
    FibreChannel = 18,

    /// <summary>ATM (RFC 2225).</summary>
    AtmRfc2225 = 19,

    /// <summary>Serial line.</summary>
    SerialLine = 20,

    /// <summary>IEEE 1394 (RFC 2734).</summary>
    Ieee1394 = 24,

    /// <summary>EUI-64.</summary>
    Eui64 = 27,

    /// <summary>IPsec tunnel (RFC 3456).</summary>
    IpsecTunnel = 31,

    /// <summary>InfiniBand (RFC 4391).</summary>
    Infiniband = 32,

    /// <summary>PPP (Linux).</summary>
    Ppp = 512,

    /// <summary>Cisco HDLC (Linux).</summary>
    CiscoHdlc = 513,

    /// <summary>Raw IP (Linux).</summary>
    RawIp = 519,

    /// <summary>IPv4 in IPv4 tunnel (Linux).</summary>
    IpTunnel = 768,

    /// <summary>IPv6 in IPv6 tunnel (Linux).</summary>
    IPv6Tunnel = 769,

    /// <summary>Frame Relay access device (Linux): the protocol field means nothing.</summary>
    FrameRelayDevice = 770,

    /// <summary>Loopback (Linux).</summary>
    Loopback = 772,

    /// <summary>IPv6 in IPv4 tunnel (Linux).</summary>
    Sit = 776,

    /// <summary>GRE over IPv4 (Linux): the protocol field is that of GRE.</summary>
    Gre = 778,

    /// <summary>IEEE 802.11 (Linux).</summary>
    Ieee80211 = 801,

    /// <summary>IEEE 802.11 after a Prism header (Linux).</summary>
    Ieee80211Prism = 802,

    /// <summary>IEEE 802.11 after a radiotap header (Linux): the protocol field means nothing.</summary>
    Ieee80211Radiotap = 803,

    /// <summary>GRE over IPv6 (Linux): the protocol field is that of GRE.</summary>
    GreOverIPv6 = 823,

    /// <summary>Netlink (Linux): the protocol field is the netlink family.</summary>
    Netlink = 824,

    /// <summary>No link-layer header at all (Linux).</summary>
    None = 0xFFFE,
}
