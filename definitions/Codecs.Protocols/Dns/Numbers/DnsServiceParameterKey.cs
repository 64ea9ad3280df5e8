namespace Codecs.Protocols;

/// <summary>Parameters of a service in SVCB and HTTPS records (RFC 9460 section 14.3.2; IANA, SvcParamKeys).</summary>
public enum DnsServiceParameterKey : ushort
{
    /// <summary>The keys that a client must know (RFC 9460 section 8).</summary>
    Mandatory = 0,

    /// <summary>Protocols beside the default one (RFC 9460 section 7.1).</summary>
    Alpn = 1,

    /// <summary>The default protocol is not supported (RFC 9460 section 7.1).</summary>
    NoDefaultAlpn = 2,

    /// <summary>The port (RFC 9460 section 7.2).</summary>
    Port = 3,

    /// <summary>IPv4 addresses, to begin with (RFC 9460 section 7.3).</summary>
    IPv4Hint = 4,

    /// <summary>The configuration for encrypted ClientHello (ech, RFC 9848).</summary>
    EncryptedClientHello = 5,

    /// <summary>IPv6 addresses, to begin with (RFC 9460 section 7.3).</summary>
    IPv6Hint = 6,

    /// <summary>The URI template of DNS over HTTPS (RFC 9461 section 5).</summary>
    DohPath = 7,

    /// <summary>The service can be reached by oblivious HTTP (RFC 9540 section 4).</summary>
    ObliviousHttp = 8,

    /// <summary>The groups for key exchange in TLS.</summary>
    TlsSupportedGroups = 9,
}
