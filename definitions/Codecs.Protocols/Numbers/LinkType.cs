namespace Codecs.Protocols;

/// <summary>What the frames of a capture begin with: the LINKTYPE_ numbers of pcap and pcapng files.</summary>
public enum LinkType : ushort
{
    /// <summary>BSD loopback: a 4-byte address family in the byte order of the capturing machine (<see cref="BsdLoopback"/>).</summary>
    Null = 0,

    /// <summary>IEEE 802.3 without preamble, mostly without frame check sequence (<see cref="Protocols.Ethernet"/>).</summary>
    Ethernet = 1,

    /// <summary>Amateur radio AX.25.</summary>
    Ax25 = 3,

    /// <summary>IEEE 802.5.</summary>
    TokenRing = 6,

    /// <summary>ARCNET with BSD headers.</summary>
    ArcnetBsd = 7,

    /// <summary>SLIP, with a BSD pseudo-header (RFC 1055).</summary>
    Slip = 8,

    /// <summary>PPP, with or without address and control bytes (<see cref="Protocols.Ppp"/>).</summary>
    Ppp = 9,

    /// <summary>FDDI (ANSI INCITS 239).</summary>
    Fddi = 10,

    /// <summary>Raw IP, as most systems number it within a program; files have <see cref="Raw"/>.</summary>
    RawBsd = 12,

    /// <summary>Raw IP, as OpenBSD numbers it within a program; files have <see cref="Raw"/>.</summary>
    RawOpenBsd = 14,

    /// <summary>PPP in HDLC-like framing (RFC 1662), or Cisco HDLC.</summary>
    PppHdlc = 50,

    /// <summary>PPPoE session frames, from the PPPoE header on (RFC 2516).</summary>
    PppEther = 51,

    /// <summary>Symantec Enterprise Firewall.</summary>
    SymantecFirewall = 99,

    /// <summary>LLC/SNAP over ATM AAL5 (RFC 2684).</summary>
    AtmRfc1483 = 100,

    /// <summary>An IPv4 or IPv6 packet, as its first 4 bits say (<see cref="RawIp"/>).</summary>
    Raw = 101,

    /// <summary>Cisco HDLC (RFC 1547 section 4.3.1).</summary>
    CiscoHdlc = 104,

    /// <summary>IEEE 802.11.</summary>
    Ieee80211 = 105,

    /// <summary>Frame Relay (RFC 2427).</summary>
    FrameRelay = 107,

    /// <summary>OpenBSD loopback: a 4-byte address family in network order (<see cref="OpenBsdLoopback"/>).</summary>
    Loop = 108,

    /// <summary>OpenBSD encapsulated IPsec.</summary>
    OpenBsdEnc = 109,

    /// <summary>Linux "cooked" capture, version 1 (<see cref="Protocols.LinuxSll"/>).</summary>
    LinuxSll = 113,

    /// <summary>Apple LocalTalk.</summary>
    LocalTalk = 114,

    /// <summary>OpenBSD packet filter log.</summary>
    Pflog = 117,

    /// <summary>IEEE 802.11 after a Prism header.</summary>
    Ieee80211Prism = 119,

    /// <summary>IP over Fibre Channel (RFC 2625).</summary>
    IpOverFibreChannel = 122,

    /// <summary>ATM with a SunATM header.</summary>
    SunAtm = 123,

    /// <summary>IEEE 802.11 after a radiotap header.</summary>
    Ieee80211Radiotap = 127,

    /// <summary>ARCNET with Linux headers.</summary>
    ArcnetLinux = 129,

    /// <summary>IP over IEEE 1394, with Apple's header.</summary>
    IpOverIeee1394 = 138,

    /// <summary>SS7 MTP2 with a pseudo-header.</summary>
    Mtp2WithHeader = 139,

    /// <summary>SS7 MTP2 (ITU-T Q.703).</summary>
    Mtp2 = 140,

    /// <summary>SS7 MTP3 (ITU-T Q.704).</summary>
    Mtp3 = 141,

    /// <summary>SS7 SCCP (ITU-T Q.711).</summary>
    Sccp = 142,

    /// <summary>DOCSIS MAC frames.</summary>
    Docsis = 143,

    /// <summary>Linux IrDA.</summary>
    LinuxIrda = 144,

    /// <summary>For private use; so are the numbers up to <see cref="User15"/>.</summary>
    User0 = 147,

    /// <summary>The last of 16 numbers for private use.</summary>
    User15 = 162,

    /// <summary>IEEE 802.11 after an AVS header.</summary>
    Ieee80211Avs = 163,

    /// <summary>BACnet MS/TP.</summary>
    BacnetMsTp = 165,

    /// <summary>PPP as pppd logs it: the direction in the place of the address byte.</summary>
    PppPppd = 166,

    /// <summary>GPRS LLC (3GPP TS 04.64).</summary>
    GprsLlc = 169,

    /// <summary>ISDN LAPD with a Linux header.</summary>
    LinuxLapd = 177,

    /// <summary>Multi-link Frame Relay (FRF.12).</summary>
    MultilinkFrameRelay = 182,

    /// <summary>Bluetooth HCI UART transport.</summary>
    BluetoothHciH4 = 187,

    /// <summary>USB with the first form of the Linux header.</summary>
    UsbLinux = 189,

    /// <summary>Per-Packet Information header, then a packet of the type it names.</summary>
    Ppi = 192,

    /// <summary>IEEE 802.15.4 with frame check sequence.</summary>
    Ieee802154 = 195,

    /// <summary>SITA protocol.</summary>
    Sita = 196,

    /// <summary>Endace ERF records.</summary>
    Erf = 197,

    /// <summary>Bluetooth HCI UART transport after a direction.</summary>
    BluetoothHciH4WithHeader = 201,

    /// <summary>AX.25 with KISS header.</summary>
    Ax25Kiss = 202,

    /// <summary>ISDN LAPD (ITU-T Q.921).</summary>
    Lapd = 203,

    /// <summary>PPP after a direction byte.</summary>
    PppWithDirection = 204,

    /// <summary>Cisco HDLC after a direction byte.</summary>
    CiscoHdlcWithDirection = 205,

    /// <summary>Frame Relay after a direction byte.</summary>
    FrameRelayWithDirection = 206,

    /// <summary>X.25 LAPB after a direction byte.</summary>
    LapbWithDirection = 207,

    /// <summary>IPMB with a Linux header.</summary>
    IpmbLinux = 209,

    /// <summary>FlexRay.</summary>
    FlexRay = 210,

    /// <summary>Local Interconnect Network.</summary>
    Lin = 212,

    /// <summary>IEEE 802.15.4 after a PHY header.</summary>
    Ieee802154NonAskPhy = 215,

    /// <summary>USB with the long form of the Linux header.</summary>
    UsbLinuxMmapped = 220,

    /// <summary>Fibre Channel FC-2.</summary>
    FibreChannel = 224,

    /// <summary>Fibre Channel FC-2 with delimiters.</summary>
    FibreChannelWithDelimiters = 225,

    /// <summary>Solaris ipnet.</summary>
    SolarisIpNet = 226,

    /// <summary>Controller Area Network, as Linux SocketCAN has it.</summary>
    SocketCan = 227,

    /// <summary>An IPv4 packet (<see cref="Protocols.IPv4"/>).</summary>
    IPv4 = 228,

    /// <summary>An IPv6 packet (<see cref="Protocols.IPv6"/>).</summary>
    IPv6 = 229,

    /// <summary>IEEE 802.15.4 without frame check sequence.</summary>
    Ieee802154NoFcs = 230,

    /// <summary>D-Bus messages.</summary>
    Dbus = 231,

    /// <summary>DVB Common Interface.</summary>
    DvbCi = 235,

    /// <summary>3GPP TS 27.010 multiplexing.</summary>
    Mux27010 = 236,

    /// <summary>Linux netfilter log.</summary>
    Nflog = 239,

    /// <summary>Ethernet after a netANALYZER header.</summary>
    Hilscher = 240,

    /// <summary>Ethernet with preamble after a netANALYZER header.</summary>
    HilscherTransparent = 241,

    /// <summary>IP over InfiniBand (RFC 4391).</summary>
    IpOverInfiniband = 242,

    /// <summary>MPEG-2 transport stream packets.</summary>
    Mpeg2TransportStream = 243,

    /// <summary>ng4T protocol tester.</summary>
    Ng40 = 244,

    /// <summary>NFC LLCP after a pseudo-header.</summary>
    NfcLlcp = 245,

    /// <summary>InfiniBand.</summary>
    Infiniband = 247,

    /// <summary>SCTP without a lower layer (RFC 9260).</summary>
    Sctp = 248,

    /// <summary>USB with the header of USBPcap.</summary>
    UsbPcap = 249,

    /// <summary>Serial lines of an RTAC product.</summary>
    RtacSerial = 250,

    /// <summary>Bluetooth Low Energy link layer.</summary>
    BluetoothLowEnergy = 251,

    /// <summary>Linux netlink messages after a cooked header.</summary>
    Netlink = 253,

    /// <summary>Bluetooth Linux monitor.</summary>
    BluetoothLinuxMonitor = 254,

    /// <summary>Bluetooth BR/EDR baseband.</summary>
    BluetoothBaseband = 255,

    /// <summary>Bluetooth Low Energy link layer after a pseudo-header.</summary>
    BluetoothLowEnergyWithHeader = 256,

    /// <summary>PROFIBUS data link layer.</summary>
    ProfibusDataLink = 257,

    /// <summary>Apple PKTAP header, then a packet of the type it names.</summary>
    Pktap = 258,

    /// <summary>Ethernet after the last 6 bytes of an EPON preamble.</summary>
    Epon = 259,

    /// <summary>IPMI trace packets.</summary>
    IpmiHpm2 = 260,

    /// <summary>Z-Wave profiles R1 and R2.</summary>
    ZWaveR1R2 = 261,

    /// <summary>Z-Wave profile R3.</summary>
    ZWaveR3 = 262,

    /// <summary>WattStopper Digital Lighting Management.</summary>
    WattStopperDlm = 263,

    /// <summary>ISO 14443 contactless cards.</summary>
    Iso14443 = 264,

    /// <summary>RDS groups (IEC 62106).</summary>
    RadioDataSystem = 265,

    /// <summary>USB with a Darwin header.</summary>
    UsbDarwin = 266,

    /// <summary>SDLC.</summary>
    Sdlc = 268,

    /// <summary>LoRa after a LoRaTap header.</summary>
    LoRaTap = 270,

    /// <summary>Communication between virtual machines and their host.</summary>
    Vsock = 271,

    /// <summary>Bluetooth Low Energy from a Nordic sniffer.</summary>
    NordicBle = 272,

    /// <summary>DOCSIS after an XRA-31 header.</summary>
    Docsis31Xra31 = 273,

    /// <summary>Ethernet mPackets with preamble (IEEE 802.3br).</summary>
    EthernetMPacket = 274,

    /// <summary>DisplayPort AUX channel.</summary>
    DisplayPortAux = 275,

    /// <summary>Linux "cooked" capture, version 2 (<see cref="Protocols.LinuxSll2"/>).</summary>
    LinuxSll2 = 276,

    /// <summary>Sercos monitor.</summary>
    SercosMonitor = 277,

    /// <summary>OpenVizsla USB analyser.</summary>
    OpenVizsla = 278,

    /// <summary>Elektrobit high speed capture and replay.</summary>
    Ebhscr = 279,

    /// <summary>VPP graph dispatch traces.</summary>
    VppDispatch = 280,

    /// <summary>Ethernet with a Broadcom switch tag after the source address.</summary>
    DsaTagBroadcom = 281,

    /// <summary>Ethernet after a Broadcom switch tag.</summary>
    DsaTagBroadcomPrepended = 282,

    /// <summary>IEEE 802.15.4 after a header of type-length-values.</summary>
    Ieee802154Tap = 283,

    /// <summary>Ethernet with a Marvell switch tag.</summary>
    DsaTagMarvell = 284,

    /// <summary>Ethernet with a Marvell switch tag that has an EtherType.</summary>
    DsaTagMarvellEther = 285,

    /// <summary>Electronic road toll messages (ELEE).</summary>
    Elee = 286,

    /// <summary>Z-Wave between host and chip.</summary>
    ZWaveSerial = 287,

    /// <summary>USB 2.0, 1.1 or 1.0 packets.</summary>
    Usb2 = 288,

    /// <summary>ATSC link-layer protocol.</summary>
    AtscAlp = 289,

    /// <summary>Event Tracing for Windows.</summary>
    Etw = 290,
}
