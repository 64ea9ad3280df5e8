using System.Net.Security;

namespace Codecs.Protocols;

/// <summary>Client hello (RFC 8446 section 4.1.2): all that the client can and wants.</summary>
[Message("RFC 8446"), Tag(TlsHandshakeType.ClientHello)]
public readonly ref partial struct TlsClientHello
{
    /// <summary>The highest version that the client speaks, up to 1.2. With version 1.3 it says 1.2, and <see cref="TlsSupportedVersions"/> more.</summary>
    public partial TlsVersion LegacyVersion { get; init; }

    /// <summary>32 bytes of chance; before version 1.3 the first 4 may be a time.</summary>
    [Bytes(32)] public partial ReadOnlySpan<byte> Random { get; init; }

    /// <summary>The session to go on with, up to version 1.2; else empty or anything.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> LegacySessionId { get; init; }

    /// <summary>The ciphers that the client takes, the best first.</summary>
    [Prefixed<ushort>] public partial ScalarList<TlsCipherSuite> CipherSuites { get; init; }

    /// <summary>The compressions that the client takes: 0 none.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> LegacyCompressionMethods { get; init; }

    /// <summary>Everything else. Old clients leave it out.</summary>
    [Prefixed<ushort>] public partial Optional<MessageList<TlsClientExtension>> Extensions { get; init; }
}

/// <summary>Server hello (RFC 8446 section 4.1.3): what the server has chosen. Also its request to say hello once more (section 4.1.4), see <see cref="IsHelloRetryRequest"/>.</summary>
[Message("RFC 8446"), Tag(TlsHandshakeType.ServerHello)]
public readonly ref partial struct TlsServerHello
{
    /// <summary>The version, up to 1.2. Of version 1.3 it says 1.2, and <see cref="TlsSelectedVersion"/> more.</summary>
    public partial TlsVersion LegacyVersion { get; init; }

    /// <summary>32 bytes of chance. The last 8 tell a client of version 1.3 if somebody talked the server into an older one.</summary>
    [Bytes(32)] public partial ReadOnlySpan<byte> Random { get; init; }

    /// <summary>The session; in version 1.3 what the client sent.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> LegacySessionIdEcho { get; init; }

    /// <summary>The cipher.</summary>
    public partial TlsCipherSuite CipherSuite { get; init; }

    /// <summary>The compression: 0 none.</summary>
    public partial byte LegacyCompressionMethod { get; init; }

    /// <summary>Everything else. Old servers leave it out.</summary>
    [Prefixed<ushort>] public partial Optional<MessageList<TlsServerExtension>> Extensions { get; init; }

    /// <summary>Is the client to say hello once more, as the extensions say? The SHA-256 of "HelloRetryRequest" in the place of chance says so.</summary>
    public bool IsHelloRetryRequest => Random.SequenceEqual(HelloRetryRequest);

    private static ReadOnlySpan<byte> HelloRetryRequest =>
    [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ];
}
