namespace Codecs.Protocols;

/// <summary>SSH_MSG_DISCONNECT (RFC 4253 section 11.1).</summary>
[Message("RFC 4253"), Tag(SshMessageNumber.Disconnect)]
public readonly ref partial struct SshDisconnect
{
    /// <summary>Why.</summary>
    public partial SshDisconnectReason Reason { get; init; }

    /// <summary>Text for people, in UTF-8.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Description { get; init; }

    /// <summary>Its language (RFC 3066).</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> LanguageTag { get; init; }
}

/// <summary>Why a connection ends (RFC 4253 section 11.1).</summary>
public enum SshDisconnectReason : uint
{
    /// <summary>The host may not connect.</summary>
    HostNotAllowedToConnect = 1,

    /// <summary>Something against the rules.</summary>
    ProtocolError = 2,

    /// <summary>No keys could be agreed on.</summary>
    KeyExchangeFailed = 3,

    /// <summary>Reserved.</summary>
    Reserved = 4,

    /// <summary>A code is wrong.</summary>
    MacError = 5,

    /// <summary>What was compressed is wrong.</summary>
    CompressionError = 6,

    /// <summary>There is no such service.</summary>
    ServiceNotAvailable = 7,

    /// <summary>The version is not spoken.</summary>
    ProtocolVersionNotSupported = 8,

    /// <summary>The host's key is not what it should be.</summary>
    HostKeyNotVerifiable = 9,

    /// <summary>The connection was lost.</summary>
    ConnectionLost = 10,

    /// <summary>The user or the program wants it.</summary>
    ByApplication = 11,

    /// <summary>There are too many.</summary>
    TooManyConnections = 12,

    /// <summary>The user gave up.</summary>
    AuthCancelledByUser = 13,

    /// <summary>There is no way left to say who the user is.</summary>
    NoMoreAuthMethodsAvailable = 14,

    /// <summary>There is no such user.</summary>
    IllegalUserName = 15,
}

/// <summary>SSH_MSG_IGNORE (RFC 4253 section 11.2).</summary>
[Message("RFC 4253"), Tag(SshMessageNumber.Ignore)]
public readonly ref partial struct SshIgnore
{
    /// <summary>Anything.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>SSH_MSG_UNIMPLEMENTED (RFC 4253 section 11.4).</summary>
[Message("RFC 4253"), Tag(SshMessageNumber.Unimplemented)]
public readonly partial record struct SshUnimplemented
{
    /// <summary>The packet that is not understood: the first of the connection is 0.</summary>
    public partial uint SequenceNumber { get; init; }
}

/// <summary>SSH_MSG_DEBUG (RFC 4253 section 11.3).</summary>
[Message("RFC 4253"), Tag(SshMessageNumber.Debug)]
public readonly ref partial struct SshDebug
{
    /// <summary>Is it to be shown always? 0 no, anything else yes.</summary>
    public partial byte AlwaysDisplay { get; init; }

    /// <summary>Text for people, in UTF-8.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Message { get; init; }

    /// <summary>Its language (RFC 3066).</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> LanguageTag { get; init; }
}

/// <summary>SSH_MSG_SERVICE_REQUEST and SSH_MSG_SERVICE_ACCEPT (RFC 4253 section 10).</summary>
[Message("RFC 4253"), Tag(SshMessageNumber.ServiceRequest, SshMessageNumber.ServiceAccept)]
public readonly ref partial struct SshService
{
    /// <summary>Its name: <c>ssh-userauth</c>, <c>ssh-connection</c>.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> ServiceName { get; init; }
}

/// <summary>SSH_MSG_EXT_INFO (RFC 8308 section 2.3).</summary>
[Message("RFC 8308"), Tag(SshMessageNumber.ExtensionInfo)]
public readonly ref partial struct SshExtensionInfo
{
    /// <summary>The number of <see cref="Extensions"/>.</summary>
    [CountOf(nameof(Extensions))] public partial uint NumberOfExtensions { get; }

    /// <summary>What the sender can besides.</summary>
    public partial MessageList<SshExtension> Extensions { get; init; }
}

/// <summary>An extension (RFC 8308 section 2.5).</summary>
[Message("RFC 8308")]
public readonly ref partial struct SshExtension
{
    /// <summary>Its name: <c>server-sig-algs</c>.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>What the name says that it is.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Value { get; init; }
}
