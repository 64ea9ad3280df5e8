namespace Codecs.Protocols;

/// <summary>What PPP carries (IANA PPP numbers). The highest bits group them: 0 network protocols, 8 their control protocols, C link control.</summary>
public enum PppProtocol : ushort
{
    /// <summary>Padding protocol.</summary>
    Padding = 0x0001,

    /// <summary><see cref="Protocols.IPv4"/>.</summary>
    IPv4 = 0x0021,

    /// <summary>OSI network layer (RFC 1377).</summary>
    Osi = 0x0023,

    /// <summary>AppleTalk (RFC 1378).</summary>
    AppleTalk = 0x0029,

    /// <summary>Novell IPX (RFC 1552).</summary>
    Ipx = 0x002B,

    /// <summary>TCP/IP with a compressed header (RFC 1144).</summary>
    VanJacobsonCompressed = 0x002D,

    /// <summary>TCP/IP that starts header compression (RFC 1144).</summary>
    VanJacobsonUncompressed = 0x002F,

    /// <summary>Bridged frames (RFC 3518).</summary>
    Bridging = 0x0031,

    /// <summary>Multilink (RFC 1990).</summary>
    Multilink = 0x003D,

    /// <summary><see cref="Protocols.IPv6"/>.</summary>
    IPv6 = 0x0057,

    /// <summary>Compressed on one link of a multilink bundle (RFC 1962).</summary>
    CompressedLink = 0x00FB,

    /// <summary>Compressed (RFC 1962).</summary>
    Compressed = 0x00FD,

    /// <summary>MPLS label stack (RFC 3032).</summary>
    Mpls = 0x0281,

    /// <summary>MPLS with upstream-assigned labels (RFC 5332).</summary>
    MplsUpstream = 0x0283,

    /// <summary>IP control (RFC 1332).</summary>
    Ipcp = 0x8021,

    /// <summary>OSI network layer control (RFC 1377).</summary>
    OsiControl = 0x8023,

    /// <summary>AppleTalk control (RFC 1378).</summary>
    AppleTalkControl = 0x8029,

    /// <summary>IPX control (RFC 1552).</summary>
    IpxControl = 0x802B,

    /// <summary>Bridging control (RFC 3518).</summary>
    BridgingControl = 0x8031,

    /// <summary>Encryption control (RFC 1968).</summary>
    EncryptionControl = 0x8053,

    /// <summary>IPv6 control (RFC 5072).</summary>
    Ipv6cp = 0x8057,

    /// <summary>Compression control (RFC 1962).</summary>
    CompressionControl = 0x80FD,

    /// <summary>MPLS control (RFC 3032).</summary>
    MplsControl = 0x8281,

    /// <summary>Link control (RFC 1661).</summary>
    Lcp = 0xC021,

    /// <summary>Password authentication (RFC 1334).</summary>
    Pap = 0xC023,

    /// <summary>Link quality (RFC 1989).</summary>
    LinkQualityReport = 0xC025,

    /// <summary>Bandwidth allocation (RFC 2125).</summary>
    BandwidthAllocation = 0xC02D,

    /// <summary>Challenge-handshake authentication (RFC 1994).</summary>
    Chap = 0xC223,

    /// <summary>Extensible authentication (RFC 3748).</summary>
    Eap = 0xC227,
}
