namespace Codecs.Protocols;

/// <summary>Service access points of IEEE 802.2, as the byte on the wire. The last bit is not part of the address: in a destination it says group, in a source it says response.</summary>
public enum LlcSap : byte
{
    /// <summary>The station's link layer itself: TEST and XID.</summary>
    Null = 0x00,

    /// <summary>Link layer management.</summary>
    Management = 0x02,

    /// <summary>IBM SNA path control.</summary>
    SnaPathControl = 0x04,

    /// <summary>IP directly over LLC (RFC 948); uncommon, see <see cref="Snap"/>.</summary>
    IPv4 = 0x06,

    /// <summary>PROWAY network management.</summary>
    ProwayManagement = 0x0E,

    /// <summary>IEEE 802.1D bridge protocol data units.</summary>
    SpanningTree = 0x42,

    /// <summary>EIA RS-511 manufacturing messages.</summary>
    ManufacturingMessage = 0x4E,

    /// <summary>ISO 8208, X.25 over LLC type 2.</summary>
    X25 = 0x7E,

    /// <summary>Xerox network systems.</summary>
    Xns = 0x80,

    /// <summary>PROWAY active station list maintenance.</summary>
    ActiveStationList = 0x8E,

    /// <summary>ARP directly over LLC; uncommon.</summary>
    Arp = 0x98,

    /// <summary>A SNAP header follows (<see cref="Protocols.Snap"/>).</summary>
    Snap = 0xAA,

    /// <summary>Banyan VINES.</summary>
    Vines = 0xBC,

    /// <summary>Novell IPX.</summary>
    NetWare = 0xE0,

    /// <summary>NetBIOS frames (NBF).</summary>
    NetBios = 0xF0,

    /// <summary>IBM LAN management.</summary>
    LanManagement = 0xF4,

    /// <summary>Remote program load.</summary>
    RemoteProgramLoad = 0xF8,

    /// <summary>OSI network layer: CLNP, IS-IS, ES-IS.</summary>
    IsoNetworkLayer = 0xFE,

    /// <summary>Every service access point. Novell's raw IPX frames begin with it twice, and are no LLC.</summary>
    Global = 0xFF,
}
