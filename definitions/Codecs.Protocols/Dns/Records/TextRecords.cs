namespace Codecs.Protocols;

// RFC 1035 sections 3.3.2 and 3.3.14, and what has the form of TXT: RFC 7208, RFC 9606.

/// <summary>TXT: text, whose meaning depends on the owner (RFC 1035 section 3.3.14); SPF (RFC 7208 section 3.1), RESINFO (RFC 9606), AVC, NINFO, WALLET.</summary>
[Message("RFC 1035"), Tag(DnsType.Txt, DnsType.Spf, DnsType.Avc, DnsType.Ninfo, DnsType.Resinfo, DnsType.Wallet)]
public readonly ref partial struct TxtRecord : IBuildable<TxtRecord>
{
    /// <summary>At least one; many readers put them together.</summary>
    public partial MessageList<DnsCharacterString> Texts { get; init; }
}

/// <summary>HINFO: what a host is (RFC 1035 section 3.3.2), or why there is nothing more (RFC 8482).</summary>
[Message("RFC 1035"), Tag(DnsType.Hinfo)]
public readonly ref partial struct HinfoRecord : IBuildable<HinfoRecord>
{
    /// <summary>Its processor.</summary>
    public partial DnsCharacterString Cpu { get; init; }

    /// <summary>Its operating system.</summary>
    public partial DnsCharacterString OperatingSystem { get; init; }
}
