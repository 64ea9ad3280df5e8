namespace Codecs.Protocols;

// RFC 5001, RFC 7314, RFC 7828, RFC 7830, RFC 7871, RFC 7873, RFC 8145, RFC 8914.

/// <summary>Name server identifier (RFC 5001 section 2.3): empty in a query, which asks for it.</summary>
[Message("RFC 5001"), Tag(EdnsOptionCode.NameServerIdentifier)]
public readonly ref partial struct EdnsNameServerIdentifier
{
    /// <summary>Which of several servers it is, in a form of its own.</summary>
    public partial ReadOnlySpan<byte> Identifier { get; init; }
}

/// <summary>Client subnet (RFC 7871 section 6): for whom an answer is.</summary>
[Message("RFC 7871"), Tag(EdnsOptionCode.ClientSubnet)]
public readonly ref partial struct EdnsClientSubnet
{
    /// <summary>The address family (IANA, address family numbers): 1 for IPv4, 2 for IPv6.</summary>
    public partial ushort Family { get; init; }

    /// <summary>In a query, the bits of the address that are given; repeated in the answer.</summary>
    public partial byte SourcePrefixLength { get; init; }

    /// <summary>In an answer, the bits of the address for which it holds; 0 in a query.</summary>
    public partial byte ScopePrefixLength { get; init; }

    /// <summary>As many octets of the address as the source prefix has bits in.</summary>
    public partial ReadOnlySpan<byte> Address { get; init; }
}

/// <summary>Expire (RFC 7314 section 2): asked for empty.</summary>
[Message("RFC 7314"), Tag(EdnsOptionCode.Expire)]
public readonly partial record struct EdnsExpire
{
    /// <summary>For how many seconds a secondary has the zone still.</summary>
    public partial uint? Seconds { get; init; }
}

/// <summary>Cookie (RFC 7873 section 4): that an address is not forged.</summary>
[Message("RFC 7873"), Tag(EdnsOptionCode.Cookie)]
public readonly ref partial struct EdnsCookie
{
    /// <summary>Made by the client, 8 octets.</summary>
    [Bytes(8)] public required partial ReadOnlySpan<byte> ClientCookie { get; init; }

    /// <summary>Made by the server, 8 to 32 octets; empty as long as the client does not know it.</summary>
    public partial ReadOnlySpan<byte> ServerCookie { get; init; }
}

/// <summary>TCP keepalive (RFC 7828 section 3.1): without a timeout in a query.</summary>
[Message("RFC 7828"), Tag(EdnsOptionCode.TcpKeepalive)]
public readonly partial record struct EdnsTcpKeepalive
{
    /// <summary>How long the server keeps an idle connection, in units of 100 ms.</summary>
    public partial ushort? Timeout { get; init; }
}

/// <summary>Padding (RFC 7830 section 3): hides the length of an encrypted message.</summary>
[Message("RFC 7830"), Tag(EdnsOptionCode.Padding)]
public readonly ref partial struct EdnsPadding
{
    /// <summary>Zeros; others are ignored.</summary>
    public partial ReadOnlySpan<byte> Padding { get; init; }
}

/// <summary>Key tag (RFC 8145 section 4.1): which keys a resolver trusts.</summary>
[Message("RFC 8145"), Tag(EdnsOptionCode.KeyTag)]
public readonly ref partial struct EdnsKeyTag
{
    /// <summary>Their tags (RFC 4034 appendix B).</summary>
    public partial ScalarList<ushort> KeyTags { get; init; }
}

/// <summary>Extended error (RFC 8914 section 2): why a response is as it is.</summary>
[Message("RFC 8914"), Tag(EdnsOptionCode.ExtendedError)]
public readonly ref partial struct EdnsExtendedError
{
    /// <summary>The reason.</summary>
    public partial DnsExtendedErrorCode InfoCode { get; init; }

    /// <summary>In words, for people; UTF-8, mostly empty.</summary>
    public partial DnsLongString ExtraText { get; init; }
}
