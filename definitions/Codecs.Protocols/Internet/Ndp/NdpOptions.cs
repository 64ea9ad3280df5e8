namespace Codecs.Protocols;

/// <summary>Source and target link-layer address (RFC 4861 section 4.6.1).</summary>
[Message("RFC 4861"), Tag(NdpOptionType.SourceLinkLayerAddress, NdpOptionType.TargetLinkLayerAddress)]
public readonly ref partial struct NdpLinkLayerAddress
{
    /// <summary>On Ethernet the 6 bytes of a <see cref="MacAddress"/>; elsewhere perhaps with padding, as the document for the link says.</summary>
    public partial ReadOnlySpan<byte> Address { get; init; }
}

/// <summary>Prefix information (RFC 4861 section 4.6.2).</summary>
[Message("RFC 4861"), Tag(NdpOptionType.PrefixInformation)]
public readonly partial record struct NdpPrefixInformation
{
    /// <summary>The leading bits of <see cref="Prefix"/> that count: 0 to 128.</summary>
    public partial byte PrefixLength { get; init; }

    /// <summary>Are all addresses of the prefix on this link (L)? If not, nothing is said.</summary>
    [Bits(1)] public partial bool OnLink { get; init; }

    /// <summary>May hosts make addresses from it (A, RFC 4862)?</summary>
    [Bits(1)] public partial bool AutonomousAddressConfiguration { get; init; }

    /// <summary>Is <see cref="Prefix"/> the whole address of the router (R, RFC 6275 section 7.2)?</summary>
    [Bits(1)] public partial bool RouterAddress { get; init; }

    [Bits(5), Reserved] private partial byte Reserved { get; }

    /// <summary>For how many seconds <see cref="OnLink"/> holds; all ones is forever.</summary>
    public partial uint ValidLifetime { get; init; }

    /// <summary>For how many seconds addresses made from it are preferred; all ones is forever.</summary>
    public partial uint PreferredLifetime { get; init; }

    [Reserved] private partial uint Reserved2 { get; }

    /// <summary>The prefix; the bits after it are zero, and ignored.</summary>
    public partial IPv6Address Prefix { get; init; }
}

/// <summary>Redirected header (RFC 4861 section 4.6.3).</summary>
[Message("RFC 4861"), Tag(NdpOptionType.RedirectedHeader)]
public readonly ref partial struct NdpRedirectedHeader
{
    [Bits(48), Reserved] private partial ulong Reserved { get; }

    /// <summary>The beginning of the packet that was redirected, and padding.</summary>
    [Case<IPv6>] public partial ReadOnlySpan<byte> Original { get; init; }
}

/// <summary>Largest packet of the link (RFC 4861 section 4.6.4).</summary>
[Message("RFC 4861"), Tag(NdpOptionType.Mtu)]
public readonly partial record struct NdpMtu
{
    [Reserved] private partial ushort Reserved { get; }

    /// <summary>In bytes.</summary>
    public partial uint Mtu { get; init; }
}

/// <summary>Route information (RFC 4191 section 2.3).</summary>
[Message("RFC 4191"), Tag(NdpOptionType.RouteInformation)]
public readonly ref partial struct NdpRouteInformation
{
    /// <summary>The leading bits of the prefix that count: 0 to 128.</summary>
    public partial byte PrefixLength { get; init; }

    [Bits(3), Reserved] private partial byte Reserved { get; }

    /// <summary>How good this router is for the prefix.</summary>
    [Bits(2)] public partial NdpPreference RoutePreference { get; init; }

    [Bits(3), Reserved] private partial byte Reserved2 { get; }

    /// <summary>For how many seconds this holds; all ones is forever.</summary>
    public partial uint RouteLifetime { get; init; }

    /// <summary>The first 0, 8 or 16 bytes of the prefix; the others are zero.</summary>
    public partial ReadOnlySpan<byte> Prefix { get; init; }
}

/// <summary>Recursive DNS servers (RFC 8106 section 5.1).</summary>
[Message("RFC 8106"), Tag(NdpOptionType.RecursiveDnsServer)]
public readonly ref partial struct NdpRecursiveDnsServer
{
    [Reserved] private partial ushort Reserved { get; }

    /// <summary>For how many seconds this holds; all ones is forever, 0 is no longer.</summary>
    public partial uint Lifetime { get; init; }

    /// <summary>The servers.</summary>
    public partial ScalarList<IPv6Address> Addresses { get; init; }
}

/// <summary>DNS search list (RFC 8106 section 5.2).</summary>
[Message("RFC 8106"), Tag(NdpOptionType.DnsSearchList)]
public readonly ref partial struct NdpDnsSearchList
{
    [Reserved] private partial ushort Reserved { get; }

    /// <summary>For how many seconds this holds; all ones is forever, 0 is no longer.</summary>
    public partial uint Lifetime { get; init; }

    /// <summary>Domain names one after the other, encoded as in RFC 1035 section 3.1 without compression, and zeros as padding.</summary>
    public partial ReadOnlySpan<byte> DomainNames { get; init; }
}
