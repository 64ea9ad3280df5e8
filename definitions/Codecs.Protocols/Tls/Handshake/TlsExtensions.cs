namespace Codecs.Protocols;

/// <summary>Server name indication (RFC 6066 section 3).</summary>
[Message("RFC 6066"), Tag(TlsExtensionType.ServerName, In = typeof(TlsClientExtension))]
public readonly ref partial struct TlsServerNames
{
    /// <summary>At most one of each type.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsServerName> Names { get; init; }
}

/// <summary>A name of the server (RFC 6066 section 3).</summary>
[Message("RFC 6066")]
public readonly ref partial struct TlsServerName
{
    /// <summary>What the name is: 0 a host name, the only one that was ever defined.</summary>
    public partial byte NameType { get; init; }

    /// <summary>A host name in ASCII, without a dot at the end.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Name { get; init; }
}

/// <summary>Maximum fragment length (RFC 6066 section 4).</summary>
[Message("RFC 6066"), Tag(TlsExtensionType.MaxFragmentLength)]
public readonly partial record struct TlsMaxFragmentLength
{
    /// <summary>1: 512 bytes, 2: 1024, 3: 2048, 4: 4096.</summary>
    public partial byte Code { get; init; }
}

/// <summary>Certificate status request (RFC 6066 section 8).</summary>
[Message("RFC 6066"), Tag(TlsExtensionType.StatusRequest, In = typeof(TlsClientExtension))]
public readonly ref partial struct TlsStatusRequest
{
    /// <summary>How: 1 OCSP.</summary>
    public partial byte StatusType { get; init; }

    /// <summary>Responders that the client trusts.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> ResponderIds { get; init; }

    /// <summary>Extensions of the request, in DER.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> RequestExtensions { get; init; }
}

/// <summary>Supported groups (RFC 8446 section 4.2.7, RFC 8422 section 5.1.1).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.SupportedGroups)]
public readonly ref partial struct TlsSupportedGroups
{
    /// <summary>The best first.</summary>
    [Prefixed<ushort>] public partial ScalarList<TlsNamedGroup> Groups { get; init; }
}

/// <summary>Supported point formats (RFC 8422 section 5.1.2).</summary>
[Message("RFC 8422"), Tag(TlsExtensionType.EcPointFormats)]
public readonly ref partial struct TlsPointFormats
{
    /// <summary>0 uncompressed; 1 and 2, compressed, are obsolete.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Formats { get; init; }
}

/// <summary>Signature algorithms (RFC 8446 section 4.2.3).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.SignatureAlgorithms, TlsExtensionType.SignatureAlgorithmsCert)]
public readonly ref partial struct TlsSignatureAlgorithms
{
    /// <summary>The best first.</summary>
    [Prefixed<ushort>] public partial ScalarList<TlsSignatureScheme> Schemes { get; init; }
}

/// <summary>Application-layer protocol negotiation (RFC 7301 section 3.1): what the client offers, or the one that the server has chosen.</summary>
[Message("RFC 7301"), Tag(TlsExtensionType.ApplicationLayerProtocolNegotiation)]
public readonly ref partial struct TlsProtocolNames
{
    /// <summary>The best first.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsProtocolName> Names { get; init; }
}

/// <summary>Name of a protocol (RFC 7301 section 3.1).</summary>
[Message("RFC 7301")]
public readonly ref partial struct TlsProtocolName
{
    /// <summary>The name, such as <c>h2</c> (IANA ALPN protocol IDs).</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Name { get; init; }
}

/// <summary>Key shares of a client (RFC 8446 section 4.2.8).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.KeyShare, In = typeof(TlsClientExtension))]
public readonly ref partial struct TlsKeyShares
{
    /// <summary>The best first; none if the server is to say which.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsKeyShare> Shares { get; init; }
}

/// <summary>Key share (RFC 8446 section 4.2.8).</summary>
[Message("RFC 8446")]
public readonly ref partial struct TlsKeyShare
{
    /// <summary>The group.</summary>
    public partial TlsNamedGroup Group { get; init; }

    /// <summary>The public value.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> KeyExchange { get; init; }
}

/// <summary>Key share of a server (RFC 8446 section 4.2.8).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.KeyShare, In = typeof(TlsServerExtension))]
public readonly ref partial struct TlsServerKeyShare
{
    /// <summary>The group that the server has chosen.</summary>
    public partial TlsNamedGroup Group { get; init; }

    /// <summary>The public value; absent if the client is to say hello once more, with a share of that group.</summary>
    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> KeyExchange { get; init; }
}

/// <summary>Supported versions of a client (RFC 8446 section 4.2.1).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.SupportedVersions, In = typeof(TlsClientExtension))]
public readonly ref partial struct TlsSupportedVersions
{
    /// <summary>The best first.</summary>
    [Prefixed<byte>] public partial ScalarList<TlsVersion> Versions { get; init; }
}

/// <summary>The version that a server has chosen (RFC 8446 section 4.2.1).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.SupportedVersions, In = typeof(TlsServerExtension))]
public readonly partial record struct TlsSelectedVersion
{
    /// <summary>1.3 or later.</summary>
    public partial TlsVersion Version { get; init; }
}

/// <summary>Cookie (RFC 8446 section 4.2.2).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.Cookie)]
public readonly ref partial struct TlsCookie
{
    /// <summary>What the server wants to know again.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Cookie { get; init; }
}

/// <summary>Modes of key exchange with keys that both know (RFC 8446 section 4.2.9).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.PskKeyExchangeModes)]
public readonly ref partial struct TlsPskKeyExchangeModes
{
    /// <summary>0 alone, 1 together with a key exchange.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Modes { get; init; }
}

/// <summary>Keys that a client offers to use (RFC 8446 section 4.2.11). Always the last extension.</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.PreSharedKey, In = typeof(TlsClientExtension))]
public readonly ref partial struct TlsOfferedPsks
{
    /// <summary>The keys.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsPskIdentity> Identities { get; init; }

    /// <summary>For each, the proof that the client has it: a code over the hello up to here.</summary>
    [Prefixed<ushort>] public partial MessageList<TlsPskBinder> Binders { get; init; }
}

/// <summary>A key that both know (RFC 8446 section 4.2.11).</summary>
[Message("RFC 8446")]
public readonly ref partial struct TlsPskIdentity
{
    /// <summary>Its name; a ticket.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Identity { get; init; }

    /// <summary>The age of the ticket in milliseconds, plus a number that came with it; of other keys 0.</summary>
    public partial uint ObfuscatedTicketAge { get; init; }
}

/// <summary>Proof of a key (RFC 8446 section 4.2.11.2).</summary>
[Message("RFC 8446")]
public readonly ref partial struct TlsPskBinder
{
    /// <summary>The code.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Binder { get; init; }
}

/// <summary>The key that a server has chosen (RFC 8446 section 4.2.11).</summary>
[Message("RFC 8446"), Tag(TlsExtensionType.PreSharedKey, In = typeof(TlsServerExtension))]
public readonly partial record struct TlsSelectedPsk
{
    /// <summary>Its place in <see cref="TlsOfferedPsks.Identities"/>.</summary>
    public partial ushort SelectedIdentity { get; init; }
}

/// <summary>Renegotiation indication (RFC 5746 section 3.2).</summary>
[Message("RFC 5746"), Tag(TlsExtensionType.RenegotiationInfo)]
public readonly ref partial struct TlsRenegotiationInfo
{
    /// <summary>The ends of the handshake before; empty in the first.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> RenegotiatedConnection { get; init; }
}

/// <summary>Record size limit (RFC 8449 section 4).</summary>
[Message("RFC 8449"), Tag(TlsExtensionType.RecordSizeLimit)]
public readonly partial record struct TlsRecordSizeLimit
{
    /// <summary>Most bytes of content that the sender takes in a record.</summary>
    public partial ushort Limit { get; init; }
}

/// <summary>Compressed certificates (RFC 8879 section 3).</summary>
[Message("RFC 8879"), Tag(TlsExtensionType.CompressCertificate)]
public readonly ref partial struct TlsCertificateCompression
{
    /// <summary>1 zlib, 2 Brotli, 3 Zstandard.</summary>
    [Prefixed<byte>] public partial ScalarList<ushort> Algorithms { get; init; }
}
