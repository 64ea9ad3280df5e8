namespace Codecs.Protocols;

/// <summary>SSH_FXP_STATUS (draft-ietf-secsh-filexfer-02 section 7).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Status)]
public readonly ref partial struct SftpStatus
{
    /// <summary>Of the request.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>What became of it.</summary>
    public partial SftpStatusCode Code { get; init; }

    /// <summary>Text for people, in UTF-8. Old servers leave it out.</summary>
    [Prefixed<uint>] public partial Optional<ReadOnlySpan<byte>> Message { get; init; }

    /// <summary>Its language (RFC 1766).</summary>
    [Prefixed<uint>] public partial Optional<ReadOnlySpan<byte>> LanguageTag { get; init; }
}

/// <summary>What became of a request (draft-ietf-secsh-filexfer-02 section 7).</summary>
public enum SftpStatusCode : uint
{
    /// <summary>It was done.</summary>
    Ok = 0,

    /// <summary>There is no more.</summary>
    EndOfFile = 1,

    /// <summary>There is no such file.</summary>
    NoSuchFile = 2,

    /// <summary>The user may not.</summary>
    PermissionDenied = 3,

    /// <summary>Something else.</summary>
    Failure = 4,

    /// <summary>The packet is broken.</summary>
    BadMessage = 5,

    /// <summary>There is no connection (said by a client to itself).</summary>
    NoConnection = 6,

    /// <summary>The connection was lost (said by a client to itself).</summary>
    ConnectionLost = 7,

    /// <summary>The server cannot do that.</summary>
    OperationUnsupported = 8,
}

/// <summary>SSH_FXP_HANDLE (draft-ietf-secsh-filexfer-02 section 7).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Handle)]
public readonly ref partial struct SftpHandle
{
    /// <summary>Of the request.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The open file or directory; at most 256 bytes.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Handle { get; init; }
}

/// <summary>SSH_FXP_DATA (draft-ietf-secsh-filexfer-02 section 7).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Data)]
public readonly ref partial struct SftpData
{
    /// <summary>Of the request.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The bytes.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>SSH_FXP_NAME (draft-ietf-secsh-filexfer-02 section 7).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Name)]
public readonly ref partial struct SftpNames
{
    /// <summary>Of the request.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The number of <see cref="Names"/>.</summary>
    [CountOf(nameof(Names))] public partial uint Count { get; }

    /// <summary>The names.</summary>
    public partial MessageList<SftpName> Names { get; init; }
}

/// <summary>Name of a file (draft-ietf-secsh-filexfer-02 section 7).</summary>
[Message("draft-ietf-secsh-filexfer-02")]
public readonly ref partial struct SftpName
{
    /// <summary>In a directory without, else with its path.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> FileName { get; init; }

    /// <summary>A line for people, as <c>ls -l</c> has it.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> LongName { get; init; }

    /// <summary>What is known of it.</summary>
    public partial SftpAttributes Attributes { get; init; }
}

/// <summary>SSH_FXP_ATTRS (draft-ietf-secsh-filexfer-02 section 7).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Attrs)]
public readonly ref partial struct SftpAttributesReply
{
    /// <summary>Of the request.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>What is known.</summary>
    public partial SftpAttributes Attributes { get; init; }
}

/// <summary>SSH_FXP_EXTENDED_REPLY (draft-ietf-secsh-filexfer-02 section 8).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.ExtendedReply)]
public readonly ref partial struct SftpExtendedReply
{
    /// <summary>Of the request.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>What the request says that it is.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
