namespace Codecs.Protocols;

/// <summary>Types of records, and of questions (RFC 1035 section 3.2; IANA, resource record types).</summary>
/// <remarks>A name is the mnemonic as one word; <see cref="DnsMnemonic"/> has the mnemonics themselves.</remarks>
public enum DnsType : ushort
{
    /// <summary>An IPv4 address (RFC 1035 section 3.4.1).</summary>
    A = 1,

    /// <summary>An authoritative name server (RFC 1035 section 3.3.11).</summary>
    Ns = 2,

    /// <summary>A mail destination (RFC 1035 section 3.3.4). Obsolete: MX took its place.</summary>
    Md = 3,

    /// <summary>A mail forwarder (RFC 1035 section 3.3.5). Obsolete: MX took its place.</summary>
    Mf = 4,

    /// <summary>The canonical name of an alias (RFC 1035 section 3.3.1).</summary>
    Cname = 5,

    /// <summary>The start of a zone of authority (RFC 1035 section 3.3.13).</summary>
    Soa = 6,

    /// <summary>The host of a mailbox (RFC 1035 section 3.3.3). Experimental.</summary>
    Mb = 7,

    /// <summary>A member of a mail group (RFC 1035 section 3.3.6). Experimental.</summary>
    Mg = 8,

    /// <summary>The new name of a mailbox (RFC 1035 section 3.3.8). Experimental.</summary>
    Mr = 9,

    /// <summary>Anything (RFC 1035 section 3.3.10). Experimental.</summary>
    Null = 10,

    /// <summary>The well-known services of an address (RFC 1035 section 3.4.2).</summary>
    Wks = 11,

    /// <summary>Another name, as that of an address (RFC 1035 section 3.3.12).</summary>
    Ptr = 12,

    /// <summary>Processor and operating system of a host (RFC 1035 section 3.3.2); also what is answered to ANY (RFC 8482).</summary>
    Hinfo = 13,

    /// <summary>The mailboxes for requests and errors of a mail list (RFC 1035 section 3.3.7). Experimental.</summary>
    Minfo = 14,

    /// <summary>A mail server (RFC 1035 section 3.3.9).</summary>
    Mx = 15,

    /// <summary>Texts (RFC 1035 section 3.3.14).</summary>
    Txt = 16,

    /// <summary>The person responsible (RFC 1183 section 2.2).</summary>
    Rp = 17,

    /// <summary>A server of AFS or DCE cells (RFC 1183 section 1, RFC 5864).</summary>
    Afsdb = 18,

    /// <summary>A PSDN address (RFC 1183 section 3.1).</summary>
    X25 = 19,

    /// <summary>An ISDN address (RFC 1183 section 3.2).</summary>
    Isdn = 20,

    /// <summary>An intermediate host on the way (RFC 1183 section 3.3).</summary>
    Rt = 21,

    /// <summary>An NSAP address (RFC 1706 section 5).</summary>
    Nsap = 22,

    /// <summary>The name of an NSAP address (RFC 1348, RFC 1706 section 6). In text NSAP-PTR.</summary>
    Nsapptr = 23,

    /// <summary>A signature; of a transaction today (RFC 2535 section 4, RFC 2931).</summary>
    Sig = 24,

    /// <summary>A key; of transactions today (RFC 2535 section 3, RFC 3445).</summary>
    Key = 25,

    /// <summary>How X.400 addresses map to those of mail (RFC 2163 section 4).</summary>
    Px = 26,

    /// <summary>A geographical position (RFC 1712 section 3).</summary>
    Gpos = 27,

    /// <summary>An IPv6 address (RFC 3596 section 2).</summary>
    Aaaa = 28,

    /// <summary>A location on Earth (RFC 1876).</summary>
    Loc = 29,

    /// <summary>The next name of a zone (RFC 2535 section 5). Obsolete: NSEC took its place.</summary>
    Nxt = 30,

    /// <summary>An endpoint identifier of Nimrod.</summary>
    Eid = 31,

    /// <summary>A locator of Nimrod.</summary>
    Nimloc = 32,

    /// <summary>The server of a service (RFC 2782).</summary>
    Srv = 33,

    /// <summary>An ATM address.</summary>
    Atma = 34,

    /// <summary>A rule that rewrites a name (RFC 3403 section 4).</summary>
    Naptr = 35,

    /// <summary>A key exchanger (RFC 2230 section 3).</summary>
    Kx = 36,

    /// <summary>A certificate (RFC 4398 section 2).</summary>
    Cert = 37,

    /// <summary>An IPv6 address with a prefix elsewhere (RFC 2874). Historic (RFC 6563).</summary>
    A6 = 38,

    /// <summary>The new name of all names below this one (RFC 6672 section 2.1).</summary>
    Dname = 39,

    /// <summary>Anything, with its coding.</summary>
    Sink = 40,

    /// <summary>The pseudo-record of EDNS (RFC 6891 section 6.1).</summary>
    Opt = 41,

    /// <summary>A list of address prefixes (RFC 3123 section 4).</summary>
    Apl = 42,

    /// <summary>The digest of a key of the zone below (RFC 4034 section 5).</summary>
    Ds = 43,

    /// <summary>The fingerprint of an SSH key (RFC 4255 section 3).</summary>
    Sshfp = 44,

    /// <summary>A key for IPsec, and the gateway to it (RFC 4025 section 2).</summary>
    Ipseckey = 45,

    /// <summary>The signature of a set of records (RFC 4034 section 3).</summary>
    Rrsig = 46,

    /// <summary>The next name of a zone, and the types of this one (RFC 4034 section 4).</summary>
    Nsec = 47,

    /// <summary>A key of a zone (RFC 4034 section 2).</summary>
    Dnskey = 48,

    /// <summary>Which DHCP client has the name (RFC 4701 section 3).</summary>
    Dhcid = 49,

    /// <summary>The next hashed name of a zone, and the types of this one (RFC 5155 section 3).</summary>
    Nsec3 = 50,

    /// <summary>How the names of a zone are hashed (RFC 5155 section 4).</summary>
    Nsec3param = 51,

    /// <summary>The certificate of a TLS server (RFC 6698 section 2).</summary>
    Tlsa = 52,

    /// <summary>The certificate of a mail address (RFC 8162 section 2).</summary>
    Smimea = 53,

    /// <summary>A host identity (RFC 8005 section 5).</summary>
    Hip = 55,

    /// <summary>The state of a zone, in texts.</summary>
    Ninfo = 56,

    /// <summary>A key to encrypt data of NAPTR records with.</summary>
    Rkey = 57,

    /// <summary>A link between trust anchors.</summary>
    Talink = 58,

    /// <summary>The DS record that a child zone wants (RFC 7344 section 3.1).</summary>
    Cds = 59,

    /// <summary>The DNSKEY of which a child zone wants a DS record (RFC 7344 section 3.2).</summary>
    Cdnskey = 60,

    /// <summary>An OpenPGP key (RFC 7929 section 2).</summary>
    Openpgpkey = 61,

    /// <summary>What a parent zone is to take from its child (RFC 7477 section 2.1).</summary>
    Csync = 62,

    /// <summary>The digest of a zone (RFC 8976 section 2).</summary>
    Zonemd = 63,

    /// <summary>Where a service is, and how to reach it (RFC 9460 section 2).</summary>
    Svcb = 64,

    /// <summary>The same for HTTPS (RFC 9460 section 9).</summary>
    Https = 65,

    /// <summary>Where a child zone notifies its parent of changes (RFC 9859).</summary>
    Dsync = 66,

    /// <summary>The hierarchical host identity tag of an unmanned aircraft (RFC 9886).</summary>
    Hhit = 67,

    /// <summary>The broadcast remote identification of an unmanned aircraft (RFC 9886).</summary>
    Brid = 68,

    /// <summary>Who may send mail of a domain (RFC 7208 section 3.1). Discontinued: TXT took its place.</summary>
    Spf = 99,

    /// <summary>Reserved.</summary>
    Uinfo = 100,

    /// <summary>Reserved.</summary>
    Uid = 101,

    /// <summary>Reserved.</summary>
    Gid = 102,

    /// <summary>Reserved.</summary>
    Unspec = 103,

    /// <summary>A node identifier of ILNP (RFC 6742 section 2.1).</summary>
    Nid = 104,

    /// <summary>A 32-bit locator of ILNP (RFC 6742 section 2.2).</summary>
    L32 = 105,

    /// <summary>A 64-bit locator of ILNP (RFC 6742 section 2.3).</summary>
    L64 = 106,

    /// <summary>The name that has the locators of ILNP (RFC 6742 section 2.4).</summary>
    Lp = 107,

    /// <summary>A 48-bit address (RFC 7043 section 3).</summary>
    Eui48 = 108,

    /// <summary>A 64-bit address (RFC 7043 section 4).</summary>
    Eui64 = 109,

    /// <summary>In the bitmap of an NSEC record: the name does not exist (RFC 9824 section 3.1).</summary>
    Nxname = 128,

    /// <summary>A key of transactions that is agreed upon (RFC 2930).</summary>
    Tkey = 249,

    /// <summary>The signature of a transaction (RFC 8945).</summary>
    Tsig = 250,

    /// <summary>A question for the changes of a zone (RFC 1995).</summary>
    Ixfr = 251,

    /// <summary>A question for all of a zone (RFC 5936).</summary>
    Axfr = 252,

    /// <summary>A question for MB, MG and MR records (RFC 1035 section 3.2.3).</summary>
    Mailb = 253,

    /// <summary>A question for mail servers (RFC 1035 section 3.2.3). Obsolete.</summary>
    Maila = 254,

    /// <summary>A question for some or all of what there is (RFC 1035 section 3.2.3, RFC 8482).</summary>
    Any = 255,

    /// <summary>A URI (RFC 7553 section 4).</summary>
    Uri = 256,

    /// <summary>Who may issue certificates (RFC 8659 section 4).</summary>
    Caa = 257,

    /// <summary>What applications are, in texts.</summary>
    Avc = 258,

    /// <summary>A digital object.</summary>
    Doa = 259,

    /// <summary>A relay of automatic multicast tunneling (RFC 8777 section 4).</summary>
    Amtrelay = 260,

    /// <summary>What a resolver can do (RFC 9606).</summary>
    Resinfo = 261,

    /// <summary>The address of a public wallet.</summary>
    Wallet = 262,

    /// <summary>A convergence layer adapter of bundle protocol.</summary>
    Cla = 263,

    /// <summary>The node number of bundle protocol.</summary>
    Ipn = 264,

    /// <summary>A trust anchor of DNSSEC.</summary>
    Ta = 32768,

    /// <summary>A trust anchor kept elsewhere (RFC 4431). Historic (RFC 8749).</summary>
    Dlv = 32769,
}
