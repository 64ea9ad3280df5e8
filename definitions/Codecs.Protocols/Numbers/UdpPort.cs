namespace Codecs.Protocols;

/// <summary>Well-known ports of UDP (IANA service names): what a datagram may carry. Ports are numbers, this is their table.</summary>
public enum UdpPort : ushort
{
    /// <summary>Echo (RFC 862).</summary>
    Echo = 7,

    /// <summary>Discard (RFC 863); Wake-on-LAN.</summary>
    Discard = 9,

    /// <summary>Daytime (RFC 867).</summary>
    Daytime = 13,

    /// <summary>Character generator (RFC 864).</summary>
    CharacterGenerator = 19,

    /// <summary>Time (RFC 868).</summary>
    Time = 37,

    /// <summary>TACACS.</summary>
    Tacacs = 49,

    /// <summary>DNS (RFC 1035).</summary>
    Dns = 53,

    /// <summary>DHCP and BOOTP, to the server (RFC 2131).</summary>
    DhcpServer = 67,

    /// <summary>DHCP and BOOTP, to the client (RFC 2131).</summary>
    DhcpClient = 68,

    /// <summary>TFTP, its first message (RFC 1350).</summary>
    Tftp = 69,

    /// <summary>Kerberos (RFC 4120).</summary>
    Kerberos = 88,

    /// <summary>ONC RPC port mapper (RFC 1833).</summary>
    PortMapper = 111,

    /// <summary>NTP (RFC 5905).</summary>
    Ntp = 123,

    /// <summary>NetBIOS name service (RFC 1002).</summary>
    NetBiosName = 137,

    /// <summary>NetBIOS datagrams (RFC 1002).</summary>
    NetBiosDatagram = 138,

    /// <summary>SNMP (RFC 3417).</summary>
    Snmp = 161,

    /// <summary>SNMP notifications (RFC 3417).</summary>
    SnmpTrap = 162,

    /// <summary>X display manager.</summary>
    Xdmcp = 177,

    /// <summary>LDAP without a connection.</summary>
    Ldap = 389,

    /// <summary>QUIC with HTTP/3 (RFC 9114).</summary>
    Https = 443,

    /// <summary>IKE (RFC 7296).</summary>
    Isakmp = 500,

    /// <summary>Syslog (RFC 5426).</summary>
    Syslog = 514,

    /// <summary>RIP (RFC 2453).</summary>
    Rip = 520,

    /// <summary>RIP for IPv6 (RFC 2080).</summary>
    Ripng = 521,

    /// <summary>DHCPv6, to the client (RFC 8415).</summary>
    Dhcpv6Client = 546,

    /// <summary>DHCPv6, to the server (RFC 8415).</summary>
    Dhcpv6Server = 547,

    /// <summary>Label distribution, discovery (RFC 5036).</summary>
    Ldp = 646,

    /// <summary>DNS over QUIC or DTLS (RFC 9250, RFC 8094).</summary>
    DnsOverQuic = 853,

    /// <summary>L2TP (RFC 2661).</summary>
    L2tp = 1701,

    /// <summary>RADIUS authentication (RFC 2865).</summary>
    Radius = 1812,

    /// <summary>RADIUS accounting (RFC 2866).</summary>
    RadiusAccounting = 1813,

    /// <summary>Simple service discovery (UPnP).</summary>
    Ssdp = 1900,

    /// <summary>NetFlow, as customary (RFC 3954).</summary>
    NetFlow = 2055,

    /// <summary>GTP control (3GPP TS 29.274).</summary>
    GtpControl = 2123,

    /// <summary>GTP user data (3GPP TS 29.281).</summary>
    GtpUser = 2152,

    /// <summary>STUN and TURN (RFC 8489).</summary>
    Stun = 3478,

    /// <summary>Bidirectional forwarding detection (RFC 5881).</summary>
    Bfd = 3784,

    /// <summary>IKE and ESP through address translators (RFC 3947, RFC 3948).</summary>
    IpsecNat = 4500,

    /// <summary>IPFIX (RFC 7011).</summary>
    Ipfix = 4739,

    /// <summary>GRE (RFC 8086).</summary>
    GreInUdp = 4754,

    /// <summary>VXLAN (RFC 7348).</summary>
    Vxlan = 4789,

    /// <summary>VXLAN with the generic protocol extension (draft-ietf-nvo3-vxlan-gpe).</summary>
    VxlanGpe = 4790,

    /// <summary>RTP, where nothing else was agreed on (RFC 3551 section 8).</summary>
    Rtp = 5004,

    /// <summary>RTCP, where nothing else was agreed on (RFC 3551 section 8).</summary>
    Rtcp = 5005,

    /// <summary>SIP (RFC 3261).</summary>
    Sip = 5060,

    /// <summary>Multicast DNS (RFC 6762).</summary>
    MulticastDns = 5353,

    /// <summary>Link-local multicast name resolution (RFC 4795).</summary>
    Llmnr = 5355,

    /// <summary>CoAP (RFC 7252).</summary>
    Coap = 5683,

    /// <summary>CoAP over DTLS (RFC 7252).</summary>
    Coaps = 5684,

    /// <summary>Geneve (RFC 8926).</summary>
    Geneve = 6081,

    /// <summary>sFlow.</summary>
    Sflow = 6343,

    /// <summary>MPLS within UDP (RFC 7510).</summary>
    MplsInUdp = 6635,

    /// <summary>SCTP (RFC 6951).</summary>
    SctpTunneling = 9899,

    /// <summary>BACnet/IP.</summary>
    Bacnet = 47808,
}
