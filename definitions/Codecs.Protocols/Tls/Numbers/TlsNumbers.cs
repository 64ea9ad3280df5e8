namespace Codecs.Protocols;

/// <summary>What a record holds (IANA TLS content types).</summary>
public enum TlsContentType : byte
{
    /// <summary><see cref="TlsChangeCipherSpec"/>.</summary>
    ChangeCipherSpec = 20,

    /// <summary><see cref="TlsAlert"/>.</summary>
    Alert = 21,

    /// <summary><see cref="TlsHandshake"/>, one or more, or parts of them.</summary>
    Handshake = 22,

    /// <summary>What TLS carries; in version 1.3 all that is encrypted.</summary>
    ApplicationData = 23,

    /// <summary>Heartbeat (RFC 6520).</summary>
    Heartbeat = 24,
}

/// <summary>Versions (RFC 8446 section 4.2.1).</summary>
public enum TlsVersion : ushort
{
    /// <summary>SSL 3.0 (RFC 6101); forbidden (RFC 7568).</summary>
    Ssl30 = 0x0300,

    /// <summary>TLS 1.0 (RFC 2246); deprecated (RFC 8996).</summary>
    Tls10 = 0x0301,

    /// <summary>TLS 1.1 (RFC 4346); deprecated (RFC 8996).</summary>
    Tls11 = 0x0302,

    /// <summary>TLS 1.2 (RFC 5246).</summary>
    Tls12 = 0x0303,

    /// <summary>TLS 1.3 (RFC 8446).</summary>
    Tls13 = 0x0304,
}

/// <summary>Messages of the handshake (IANA TLS handshake types).</summary>
public enum TlsHandshakeType : byte
{
    /// <summary>The client is to begin anew (RFC 5246). Empty.</summary>
    HelloRequest = 0,

    /// <summary><see cref="TlsClientHello"/>.</summary>
    ClientHello = 1,

    /// <summary><see cref="TlsServerHello"/>.</summary>
    ServerHello = 2,

    /// <summary><see cref="TlsSessionTicket"/>; in version 1.3 another form.</summary>
    NewSessionTicket = 4,

    /// <summary>The early data has ended (RFC 8446). Empty.</summary>
    EndOfEarlyData = 5,

    /// <summary><see cref="TlsEncryptedExtensions"/>.</summary>
    EncryptedExtensions = 8,

    /// <summary><see cref="TlsCertificates"/>; in version 1.3 <see cref="Tls13Certificates"/>.</summary>
    Certificate = 11,

    /// <summary>The server's public value (RFC 5246), as the cipher has it.</summary>
    ServerKeyExchange = 12,

    /// <summary>The client is to show a certificate.</summary>
    CertificateRequest = 13,

    /// <summary>The server has said all (RFC 5246). Empty.</summary>
    ServerHelloDone = 14,

    /// <summary>The sender has the key of its certificate: a signature.</summary>
    CertificateVerify = 15,

    /// <summary>The client's public value (RFC 5246), as the cipher has it.</summary>
    ClientKeyExchange = 16,

    /// <summary>The sender has seen the same handshake: a code over it.</summary>
    Finished = 20,

    /// <summary>Where the certificate is (RFC 6066).</summary>
    CertificateUrl = 21,

    /// <summary><see cref="TlsCertificateStatus"/>.</summary>
    CertificateStatus = 22,

    /// <summary><see cref="TlsKeyUpdate"/>.</summary>
    KeyUpdate = 24,

    /// <summary>Certificates, compressed (RFC 8879).</summary>
    CompressedCertificate = 25,

    /// <summary>The protocol, before ALPN; never standardized.</summary>
    NextProtocol = 67,
}

/// <summary>Does a connection end with an alert? (RFC 8446 section 6: from version 1.3 on that follows from the description.)</summary>
public enum TlsAlertLevel : byte
{
    /// <summary>It may go on.</summary>
    Warning = 1,

    /// <summary>It ends.</summary>
    Fatal = 2,
}

/// <summary>Groups for key exchange (IANA TLS supported groups).</summary>
public enum TlsNamedGroup : ushort
{
    /// <summary>P-256.</summary>
    Secp256r1 = 23,

    /// <summary>P-384.</summary>
    Secp384r1 = 24,

    /// <summary>P-521.</summary>
    Secp521r1 = 25,

    /// <summary>Curve25519 (RFC 7748).</summary>
    X25519 = 29,

    /// <summary>Curve448 (RFC 7748).</summary>
    X448 = 30,

    /// <summary>Finite field of 2048 bits (RFC 7919).</summary>
    Ffdhe2048 = 256,

    /// <summary>Finite field of 3072 bits (RFC 7919).</summary>
    Ffdhe3072 = 257,

    /// <summary>Finite field of 4096 bits (RFC 7919).</summary>
    Ffdhe4096 = 258,

    /// <summary>Finite field of 6144 bits (RFC 7919).</summary>
    Ffdhe6144 = 259,

    /// <summary>Finite field of 8192 bits (RFC 7919).</summary>
    Ffdhe8192 = 260,

    /// <summary>ML-KEM-512 (FIPS 203).</summary>
    MlKem512 = 512,

    /// <summary>ML-KEM-768 (FIPS 203).</summary>
    MlKem768 = 513,

    /// <summary>ML-KEM-1024 (FIPS 203).</summary>
    MlKem1024 = 514,

    /// <summary>P-256 together with ML-KEM-768.</summary>
    Secp256r1MlKem768 = 4587,

    /// <summary>Curve25519 together with ML-KEM-768.</summary>
    X25519MlKem768 = 4588,

    /// <summary>Curve25519 together with a draft of ML-KEM-768.</summary>
    X25519Kyber768Draft00 = 25497,
}

/// <summary>Signatures (RFC 8446 section 4.2.3, IANA TLS signature schemes). Before version 1.3 the first byte was the hash, the second the algorithm.</summary>
public enum TlsSignatureScheme : ushort
{
    /// <summary>RSA, PKCS #1, with SHA-1.</summary>
    RsaPkcs1Sha1 = 0x0201,

    /// <summary>DSA with SHA-1; obsolete.</summary>
    DsaSha1 = 0x0202,

    /// <summary>ECDSA with SHA-1.</summary>
    EcdsaSha1 = 0x0203,

    /// <summary>RSA, PKCS #1, with SHA-256.</summary>
    RsaPkcs1Sha256 = 0x0401,

    /// <summary>ECDSA with P-256 and SHA-256.</summary>
    EcdsaSecp256r1Sha256 = 0x0403,

    /// <summary>RSA, PKCS #1, with SHA-384.</summary>
    RsaPkcs1Sha384 = 0x0501,

    /// <summary>ECDSA with P-384 and SHA-384.</summary>
    EcdsaSecp384r1Sha384 = 0x0503,

    /// <summary>RSA, PKCS #1, with SHA-512.</summary>
    RsaPkcs1Sha512 = 0x0601,

    /// <summary>ECDSA with P-521 and SHA-512.</summary>
    EcdsaSecp521r1Sha512 = 0x0603,

    /// <summary>RSA-PSS with SHA-256, a certificate with any RSA key.</summary>
    RsaPssRsaeSha256 = 0x0804,

    /// <summary>RSA-PSS with SHA-384, a certificate with any RSA key.</summary>
    RsaPssRsaeSha384 = 0x0805,

    /// <summary>RSA-PSS with SHA-512, a certificate with any RSA key.</summary>
    RsaPssRsaeSha512 = 0x0806,

    /// <summary>Ed25519 (RFC 8032).</summary>
    Ed25519 = 0x0807,

    /// <summary>Ed448 (RFC 8032).</summary>
    Ed448 = 0x0808,

    /// <summary>RSA-PSS with SHA-256, a certificate with a key for it.</summary>
    RsaPssPssSha256 = 0x0809,

    /// <summary>RSA-PSS with SHA-384, a certificate with a key for it.</summary>
    RsaPssPssSha384 = 0x080A,

    /// <summary>RSA-PSS with SHA-512, a certificate with a key for it.</summary>
    RsaPssPssSha512 = 0x080B,

    /// <summary>ML-DSA-44 (FIPS 204).</summary>
    MlDsa44 = 0x0904,

    /// <summary>ML-DSA-65 (FIPS 204).</summary>
    MlDsa65 = 0x0905,

    /// <summary>ML-DSA-87 (FIPS 204).</summary>
    MlDsa87 = 0x0906,
}
