namespace Codecs.Protocols;

/// <summary>Extension in a client hello (RFC 8446 section 4.2). What its data is depends on who sends it.</summary>
[Message("RFC 8446")]
public readonly ref partial struct TlsClientExtension
{
    /// <summary>What the extension is.</summary>
    [TagOf(nameof(Data))] public partial TlsExtensionType Type { get; init; }

    /// <summary>Length of the data in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort Length { get; }

    /// <summary>What it says.</summary>
    [Case<TlsServerNames>, Case<TlsMaxFragmentLength>, Case<TlsStatusRequest>, Case<TlsSupportedGroups>, Case<TlsPointFormats>, Case<TlsSignatureAlgorithms>, Case<TlsProtocolNames>]
    [Case<TlsKeyShares>, Case<TlsSupportedVersions>, Case<TlsCookie>, Case<TlsPskKeyExchangeModes>, Case<TlsOfferedPsks>, Case<TlsRenegotiationInfo>, Case<TlsRecordSizeLimit>]
    [Case<TlsCertificateCompression>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Extension in a message of the server (RFC 8446 section 4.2). What its data is depends on who sends it.</summary>
[Message("RFC 8446")]
public readonly ref partial struct TlsServerExtension
{
    /// <summary>What the extension is.</summary>
    [TagOf(nameof(Data))] public partial TlsExtensionType Type { get; init; }

    /// <summary>Length of the data in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort Length { get; }

    /// <summary>What it says.</summary>
    [Case<TlsMaxFragmentLength>, Case<TlsSupportedGroups>, Case<TlsPointFormats>, Case<TlsProtocolNames>, Case<TlsServerKeyShare>, Case<TlsSelectedVersion>, Case<TlsCookie>]
    [Case<TlsSelectedPsk>, Case<TlsRenegotiationInfo>, Case<TlsRecordSizeLimit>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Types of extensions (IANA TLS extension types).</summary>
public enum TlsExtensionType : ushort
{
    /// <summary>Which server is meant (<see cref="TlsServerNames"/>); the server's answer is empty.</summary>
    ServerName = 0,

    /// <summary>Shorter records (<see cref="TlsMaxFragmentLength"/>).</summary>
    MaxFragmentLength = 1,

    /// <summary>Is the certificate still good? (<see cref="TlsStatusRequest"/>)</summary>
    StatusRequest = 5,

    /// <summary>Groups for key exchange (<see cref="TlsSupportedGroups"/>).</summary>
    SupportedGroups = 10,

    /// <summary>Forms of points (<see cref="TlsPointFormats"/>).</summary>
    EcPointFormats = 11,

    /// <summary>Signatures that are understood (<see cref="TlsSignatureAlgorithms"/>).</summary>
    SignatureAlgorithms = 13,

    /// <summary>Keys for SRTP (RFC 5764).</summary>
    UseSrtp = 14,

    /// <summary>Heartbeats (RFC 6520).</summary>
    Heartbeat = 15,

    /// <summary>What TLS is to carry: ALPN (<see cref="TlsProtocolNames"/>).</summary>
    ApplicationLayerProtocolNegotiation = 16,

    /// <summary>Status of several certificates (RFC 6961).</summary>
    StatusRequestV2 = 17,

    /// <summary>Certificate transparency (RFC 6962).</summary>
    SignedCertificateTimestamp = 18,

    /// <summary>Forms of the client's certificate (RFC 7250).</summary>
    ClientCertificateType = 19,

    /// <summary>Forms of the server's certificate (RFC 7250).</summary>
    ServerCertificateType = 20,

    /// <summary>Fills up (RFC 7685).</summary>
    Padding = 21,

    /// <summary>The MAC is of what is encrypted (RFC 7366). No data.</summary>
    EncryptThenMac = 22,

    /// <summary>The master secret depends on the whole handshake (RFC 7627). No data.</summary>
    ExtendedMasterSecret = 23,

    /// <summary>Compressed certificates (<see cref="TlsCertificateCompression"/>).</summary>
    CompressCertificate = 27,

    /// <summary>Longest record that is taken (<see cref="TlsRecordSizeLimit"/>).</summary>
    RecordSizeLimit = 28,

    /// <summary>Credentials that are passed on (RFC 9345).</summary>
    DelegatedCredential = 34,

    /// <summary>A session kept by the client: the ticket, or empty (RFC 5077).</summary>
    SessionTicket = 35,

    /// <summary>Keys that both know (<see cref="TlsOfferedPsks"/>, <see cref="TlsSelectedPsk"/>).</summary>
    PreSharedKey = 41,

    /// <summary>Data with the first message (RFC 8446 section 4.2.10). No data in the hello.</summary>
    EarlyData = 42,

    /// <summary>Versions (<see cref="TlsSupportedVersions"/>, <see cref="TlsSelectedVersion"/>).</summary>
    SupportedVersions = 43,

    /// <summary>Comes back as it was sent (<see cref="TlsCookie"/>).</summary>
    Cookie = 44,

    /// <summary>How keys that both know may be used (<see cref="TlsPskKeyExchangeModes"/>).</summary>
    PskKeyExchangeModes = 45,

    /// <summary>Authorities whose certificates are accepted (RFC 8446 section 4.2.4).</summary>
    CertificateAuthorities = 47,

    /// <summary>The client can authenticate itself later (RFC 8446 section 4.2.6). No data.</summary>
    PostHandshakeAuth = 49,

    /// <summary>Signatures within certificates (<see cref="TlsSignatureAlgorithms"/>).</summary>
    SignatureAlgorithmsCert = 50,

    /// <summary>Public values for the key exchange (<see cref="TlsKeyShares"/>, <see cref="TlsServerKeyShare"/>).</summary>
    KeyShare = 51,

    /// <summary>Parameters of QUIC (RFC 9001).</summary>
    QuicTransportParameters = 57,

    /// <summary>Next protocol, before ALPN; never standardized.</summary>
    NextProtocolNegotiation = 13172,

    /// <summary>Settings of the application (draft).</summary>
    ApplicationSettings = 17513,

    /// <summary>A hello within the hello, encrypted (RFC 9849).</summary>
    EncryptedClientHello = 0xFE0D,

    /// <summary>This handshake belongs to the one before (<see cref="TlsRenegotiationInfo"/>).</summary>
    RenegotiationInfo = 0xFF01,
}
