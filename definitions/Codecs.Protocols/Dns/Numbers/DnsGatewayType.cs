namespace Codecs.Protocols;

/// <summary>What kind of gateway or relay a record has (RFC 4025 section 2.3, RFC 8777 section 4.2.3).</summary>
public enum DnsGatewayType : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>An IPv4 address.</summary>
    IPv4 = 1,

    /// <summary>An IPv6 address.</summary>
    IPv6 = 2,

    /// <summary>A domain name.</summary>
    Name = 3,
}
