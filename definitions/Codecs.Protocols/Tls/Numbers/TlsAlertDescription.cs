namespace Codecs.Protocols;

/// <summary>What an alert says (IANA TLS alerts).</summary>
public enum TlsAlertDescription : byte
{
    /// <summary>The sender has nothing more to send.</summary>
    CloseNotify = 0,

    /// <summary>A message came where it may not.</summary>
    UnexpectedMessage = 10,

    /// <summary>A record was changed on the way, or not for this connection.</summary>
    BadRecordMac = 20,

    /// <summary>Obsolete: use <see cref="BadRecordMac"/>.</summary>
    DecryptionFailed = 21,

    /// <summary>A record is too long.</summary>
    RecordOverflow = 22,

    /// <summary>What was compressed is wrong (RFC 5246).</summary>
    DecompressionFailure = 30,

    /// <summary>There is nothing that both can.</summary>
    HandshakeFailure = 40,

    /// <summary>Obsolete (SSL 3.0).</summary>
    NoCertificate = 41,

    /// <summary>The certificate is broken.</summary>
    BadCertificate = 42,

    /// <summary>The certificate is of a kind that is not understood.</summary>
    UnsupportedCertificate = 43,

    /// <summary>The certificate was revoked.</summary>
    CertificateRevoked = 44,

    /// <summary>The certificate is not good any more, or not yet.</summary>
    CertificateExpired = 45,

    /// <summary>Something else is wrong with the certificate.</summary>
    CertificateUnknown = 46,

    /// <summary>A field is wrong, or does not fit others.</summary>
    IllegalParameter = 47,

    /// <summary>Nobody who is known certifies it.</summary>
    UnknownCa = 48,

    /// <summary>The certificate is good, but its owner is not let in.</summary>
    AccessDenied = 49,

    /// <summary>A message cannot be read.</summary>
    DecodeError = 50,

    /// <summary>A signature, or a code of the handshake, is wrong.</summary>
    DecryptError = 51,

    /// <summary>Obsolete.</summary>
    ExportRestriction = 60,

    /// <summary>The version is known but not spoken.</summary>
    ProtocolVersion = 70,

    /// <summary>The server wants better ciphers.</summary>
    InsufficientSecurity = 71,

    /// <summary>Something went wrong that has nothing to do with the peer.</summary>
    InternalError = 80,

    /// <summary>The client has tried a higher version before (RFC 7507).</summary>
    InappropriateFallback = 86,

    /// <summary>The user wants to stop.</summary>
    UserCanceled = 90,

    /// <summary>No new handshake within the connection (RFC 5246).</summary>
    NoRenegotiation = 100,

    /// <summary>An extension is missing that this version wants.</summary>
    MissingExtension = 109,

    /// <summary>An extension was not asked for.</summary>
    UnsupportedExtension = 110,

    /// <summary>Obsolete (RFC 6066).</summary>
    CertificateUnobtainable = 111,

    /// <summary>There is no server of that name.</summary>
    UnrecognizedName = 112,

    /// <summary>The status of the certificate is not good (RFC 6066).</summary>
    BadCertificateStatusResponse = 113,

    /// <summary>Obsolete (RFC 6066).</summary>
    BadCertificateHashValue = 114,

    /// <summary>The key that both should know is not known.</summary>
    UnknownPskIdentity = 115,

    /// <summary>The client must have a certificate.</summary>
    CertificateRequired = 116,

    /// <summary>The server speaks no protocol that the client offers (RFC 7301).</summary>
    NoApplicationProtocol = 120,

    /// <summary>The hello was not encrypted for this server (RFC 9849).</summary>
    EchRequired = 121,
}
