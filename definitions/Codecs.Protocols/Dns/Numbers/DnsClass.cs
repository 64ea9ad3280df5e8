namespace Codecs.Protocols;

/// <summary>Classes of records, and of questions (RFC 1035 section 3.2.4).</summary>
public enum DnsClass : ushort
{
    /// <summary>The Internet (IN).</summary>
    Internet = 1,

    /// <summary>Chaosnet (CH); today what a server says of itself.</summary>
    Chaos = 3,

    /// <summary>Hesiod (HS).</summary>
    Hesiod = 4,

    /// <summary>No class: the record is to go, or must not be there (RFC 2136 section 2.4).</summary>
    None = 254,

    /// <summary>Any class (RFC 1035 section 3.2.5).</summary>
    Any = 255,
}
