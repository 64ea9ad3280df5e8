namespace Codecs.Protocols;

/// <summary>Well-known ports of TCP (IANA service names): what a segment may carry. Ports are numbers, this is their table.</summary>
public enum TcpPort : ushort
{
    /// <summary>Echo (RFC 862).</summary>
    Echo = 7,

    /// <summary>Discard (RFC 863).</summary>
    Discard = 9,

    /// <summary>Daytime (RFC 867).</summary>
    Daytime = 13,

    /// <summary>Character generator (RFC 864).</summary>
    CharacterGenerator = 19,

    /// <summary>FTP data connections opened by the server (RFC 959).</summary>
    FtpData = 20,

    /// <summary>FTP control connections (RFC 959).</summary>
    Ftp = 21,

    /// <summary>SSH (RFC 4253).</summary>
    Ssh = 22,

    /// <summary>Telnet (RFC 854).</summary>
    Telnet = 23,

    /// <summary>Mail between servers (RFC 5321).</summary>
    Smtp = 25,

    /// <summary>Time (RFC 868).</summary>
    Time = 37,

    /// <summary>WHOIS (RFC 3912).</summary>
    Whois = 43,

    /// <summary>TACACS+ (RFC 8907).</summary>
    Tacacs = 49,

    /// <summary>DNS (RFC 7766).</summary>
    Dns = 53,

    /// <summary>Gopher (RFC 1436).</summary>
    Gopher = 70,

    /// <summary>Finger (RFC 1288).</summary>
    Finger = 79,

    /// <summary>HTTP (RFC 9110).</summary>
    Http = 80,

    /// <summary>Kerberos (RFC 4120).</summary>
    Kerberos = 88,

    /// <summary>ISO transport over TCP (RFC 1006): S7, MMS.</summary>
    IsoTransport = 102,

    /// <summary>POP3 (RFC 1939).</summary>
    Pop3 = 110,

    /// <summary>ONC RPC port mapper (RFC 1833).</summary>
    PortMapper = 111,

    /// <summary>Identification (RFC 1413).</summary>
    Ident = 113,

    /// <summary>News (RFC 3977).</summary>
    Nntp = 119,

    /// <summary>DCE RPC endpoint mapper.</summary>
    MsRpc = 135,

    /// <summary>NetBIOS session service (RFC 1002).</summary>
    NetBiosSession = 139,

    /// <summary>IMAP (RFC 9051).</summary>
    Imap = 143,

    /// <summary>SNMP (RFC 3430).</summary>
    Snmp = 161,

    /// <summary>BGP (RFC 4271).</summary>
    Bgp = 179,

    /// <summary>IRC, as assigned; see <see cref="IrcUnassigned"/>.</summary>
    Irc = 194,

    /// <summary>LDAP (RFC 4511).</summary>
    Ldap = 389,

    /// <summary>HTTP over TLS (RFC 9110).</summary>
    Https = 443,

    /// <summary>SMB without NetBIOS.</summary>
    Smb = 445,

    /// <summary>Mail submission over TLS (RFC 8314).</summary>
    Submissions = 465,

    /// <summary>Modbus/TCP.</summary>
    Modbus = 502,

    /// <summary>Line printer daemon (RFC 1179).</summary>
    Lpd = 515,

    /// <summary>RTSP (RFC 7826).</summary>
    Rtsp = 554,

    /// <summary>Mail submission (RFC 6409).</summary>
    Submission = 587,

    /// <summary>Internet printing (RFC 8010).</summary>
    Ipp = 631,

    /// <summary>LDAP over TLS.</summary>
    Ldaps = 636,

    /// <summary>Label distribution (RFC 5036).</summary>
    Ldp = 646,

    /// <summary>DNS over TLS (RFC 7858).</summary>
    DnsOverTls = 853,

    /// <summary>rsync.</summary>
    Rsync = 873,

    /// <summary>FTP data over TLS.</summary>
    FtpsData = 989,

    /// <summary>FTP control over TLS.</summary>
    Ftps = 990,

    /// <summary>IMAP over TLS (RFC 8314).</summary>
    Imaps = 993,

    /// <summary>POP3 over TLS (RFC 8314).</summary>
    Pop3s = 995,

    /// <summary>SOCKS (RFC 1928).</summary>
    Socks = 1080,

    /// <summary>Microsoft SQL Server.</summary>
    MsSql = 1433,

    /// <summary>PPTP (RFC 2637).</summary>
    Pptp = 1723,

    /// <summary>MQTT.</summary>
    Mqtt = 1883,

    /// <summary>NFS (RFC 7530).</summary>
    Nfs = 2049,

    /// <summary>IEC 60870-5-104.</summary>
    Iec104 = 2404,

    /// <summary>iSCSI (RFC 7143).</summary>
    Iscsi = 3260,

    /// <summary>MySQL.</summary>
    MySql = 3306,

    /// <summary>Remote desktop.</summary>
    Rdp = 3389,

    /// <summary>Diameter (RFC 6733).</summary>
    Diameter = 3868,

    /// <summary>SIP (RFC 3261).</summary>
    Sip = 5060,

    /// <summary>SIP over TLS (RFC 3261).</summary>
    Sips = 5061,

    /// <summary>XMPP between client and server (RFC 6120).</summary>
    XmppClient = 5222,

    /// <summary>XMPP between servers (RFC 6120).</summary>
    XmppServer = 5269,

    /// <summary>PostgreSQL.</summary>
    PostgreSql = 5432,

    /// <summary>AMQP.</summary>
    Amqp = 5672,

    /// <summary>Remote framebuffer (RFC 6143).</summary>
    Vnc = 5900,

    /// <summary>Redis.</summary>
    Redis = 6379,

    /// <summary>OpenFlow.</summary>
    OpenFlow = 6653,

    /// <summary>IRC where it is found (RFC 2812).</summary>
    IrcUnassigned = 6667,

    /// <summary>HTTP, other servers and proxies.</summary>
    HttpAlternate = 8080,

    /// <summary>MQTT over TLS.</summary>
    SecureMqtt = 8883,

    /// <summary>DNP3.</summary>
    Dnp3 = 20000,

    /// <summary>EtherNet/IP.</summary>
    EtherNetIp = 44818,
}
