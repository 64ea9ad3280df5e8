namespace Codecs.Protocols;

/// <summary>Message of the handshake (RFC 8446 section 4).</summary>
[Message("RFC 8446")]
public readonly ref partial struct TlsHandshake
{
    /// <summary>What the message is.</summary>
    [TagOf(nameof(Body))] public partial TlsHandshakeType Type { get; init; }

    /// <summary>Length of the body in bytes.</summary>
    [Bits(24), LengthOf(nameof(Body))] public partial uint Length { get; }

    /// <summary>What follows. What depends on the cipher or the version stays bytes.</summary>
    [Case<TlsClientHello>, Case<TlsServerHello>, Case<TlsCertificates>, Case<TlsSessionTicket>, Case<TlsEncryptedExtensions>, Case<TlsCertificateStatus>, Case<TlsKeyUpdate>]
    public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Certificate, up to version 1.2 (RFC 5246 section 7.4.2).</summary>
[Message("RFC 5246"), Tag(TlsHandshakeType.Certificate)]
public readonly ref partial struct TlsCertificates
{
    /// <summary>The sender's certificate, and those that certify it.</summary>
    [Prefixed<uint>(Bytes = 3)] public partial MessageList<TlsCertificate> Certificates { get; init; }
}

/// <summary>A certificate (RFC 5246 section 7.4.2).</summary>
[Message("RFC 5246")]
public readonly ref partial struct TlsCertificate
{
    /// <summary>The certificate, in DER (X.509, RFC 5280).</summary>
    [Prefixed<uint>(Bytes = 3)] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Certificate of version 1.3 (RFC 8446 section 4.4.2), where it is always encrypted: the body of a message whose sender is known to speak that version.</summary>
[Message("RFC 8446")]
public readonly ref partial struct Tls13Certificates
{
    /// <summary>Of a client, what the server's request said; of a server, empty.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> CertificateRequestContext { get; init; }

    /// <summary>The sender's certificate, and those that certify it.</summary>
    [Prefixed<uint>(Bytes = 3)] public partial MessageList<Tls13Certificate> Certificates { get; init; }
}

/// <summary>A certificate with what is said of it (RFC 8446 section 4.4.2).</summary>
[Message("RFC 8446")]
public readonly ref partial struct Tls13Certificate
{
    /// <summary>The certificate, in DER (X.509, RFC 5280), or a raw public key (RFC 7250).</summary>
    [Prefixed<uint>(Bytes = 3)] public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Its status, or signed timestamps.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsServerExtension> Extensions { get; init; }
}

/// <summary>New session ticket, up to version 1.2 (RFC 5077 section 3.3).</summary>
[Message("RFC 5077"), Tag(TlsHandshakeType.NewSessionTicket)]
public readonly ref partial struct TlsSessionTicket
{
    /// <summary>For how many seconds the ticket is likely to be good; 0 if that is not said.</summary>
    public partial uint LifetimeHint { get; init; }

    /// <summary>All that the server wants to know of the session.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Ticket { get; init; }
}

/// <summary>Encrypted extensions (RFC 8446 section 4.3.1): the answers to extensions that are not needed for the keys.</summary>
[Message("RFC 8446"), Tag(TlsHandshakeType.EncryptedExtensions)]
public readonly ref partial struct TlsEncryptedExtensions
{
    /// <summary>The answers.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsServerExtension> Extensions { get; init; }
}

/// <summary>Certificate status (RFC 6066 section 8).</summary>
[Message("RFC 6066"), Tag(TlsHandshakeType.CertificateStatus)]
public readonly ref partial struct TlsCertificateStatus
{
    /// <summary>What the response is: 1 OCSP.</summary>
    public partial byte StatusType { get; init; }

    /// <summary>The response, in DER.</summary>
    [Prefixed<uint>(Bytes = 3)] public partial ReadOnlySpan<byte> Response { get; init; }
}

/// <summary>Key update (RFC 8446 section 4.6.3): from here on the sender uses its next key.</summary>
[Message("RFC 8446"), Tag(TlsHandshakeType.KeyUpdate)]
public readonly partial record struct TlsKeyUpdate
{
    /// <summary>Is the peer to do the same? 0 no, 1 yes.</summary>
    public partial byte RequestUpdate { get; init; }
}
