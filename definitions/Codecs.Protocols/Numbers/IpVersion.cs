namespace Codecs.Protocols;

/// <summary>The first 4 bits of an IP packet (IANA IP version numbers).</summary>
public enum IpVersion : byte
{
    /// <summary><see cref="Protocols.IPv4"/>.</summary>
    IPv4 = 4,

    /// <summary><see cref="Protocols.IPv6"/>.</summary>
    IPv6 = 6,
}
