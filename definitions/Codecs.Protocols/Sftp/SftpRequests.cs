namespace Codecs.Protocols;

/// <summary>SSH_FXP_INIT and SSH_FXP_VERSION (draft-ietf-secsh-filexfer-02 section 4).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Init, SftpPacketType.Version)]
public readonly ref partial struct SftpVersion
{
    /// <summary>3.</summary>
    public partial uint Version { get; init; }

    /// <summary>What the sender can besides.</summary>
    public partial MessageList<SftpExtension> Extensions { get; init; }
}

/// <summary>SSH_FXP_OPEN (draft-ietf-secsh-filexfer-02 section 6.3).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Open)]
public readonly ref partial struct SftpOpen
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The file.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> FileName { get; init; }

    /// <summary>What for.</summary>
    public partial SftpOpenFlags Flags { get; init; }

    /// <summary>For a file that is made by this.</summary>
    public partial SftpAttributes Attributes { get; init; }
}

/// <summary>What a file is opened for (draft-ietf-secsh-filexfer-02 section 6.3).</summary>
[Flags]
public enum SftpOpenFlags : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reading.</summary>
    Read = 0x01,

    /// <summary>Writing.</summary>
    Write = 0x02,

    /// <summary>Writing at the end.</summary>
    Append = 0x04,

    /// <summary>It is made if there is none.</summary>
    Create = 0x08,

    /// <summary>What was in it goes.</summary>
    Truncate = 0x10,

    /// <summary>There must be none.</summary>
    Exclusive = 0x20,
}

/// <summary>SSH_FXP_CLOSE, SSH_FXP_FSTAT and SSH_FXP_READDIR (draft-ietf-secsh-filexfer-02 section 6).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Close, SftpPacketType.FStat, SftpPacketType.ReadDir)]
public readonly ref partial struct SftpHandleRequest
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The open file or directory.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Handle { get; init; }
}

/// <summary>SSH_FXP_READ (draft-ietf-secsh-filexfer-02 section 6.4).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Read)]
public readonly ref partial struct SftpRead
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The open file.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Handle { get; init; }

    /// <summary>From where, in bytes.</summary>
    public partial ulong Offset { get; init; }

    /// <summary>Most bytes.</summary>
    public partial uint Length { get; init; }
}

/// <summary>SSH_FXP_WRITE (draft-ietf-secsh-filexfer-02 section 6.4).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Write)]
public readonly ref partial struct SftpWrite
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The open file.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Handle { get; init; }

    /// <summary>Where to, in bytes.</summary>
    public partial ulong Offset { get; init; }

    /// <summary>The bytes.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Requests of which a path is all: SSH_FXP_STAT, SSH_FXP_OPENDIR, SSH_FXP_REMOVE and others (draft-ietf-secsh-filexfer-02 section 6).</summary>
[Message("draft-ietf-secsh-filexfer-02")]
[Tag(SftpPacketType.Stat, SftpPacketType.LStat, SftpPacketType.OpenDir, SftpPacketType.Remove, SftpPacketType.RmDir, SftpPacketType.RealPath, SftpPacketType.ReadLink)]
public readonly ref partial struct SftpPathRequest
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The path.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Path { get; init; }
}

/// <summary>SSH_FXP_SETSTAT and SSH_FXP_MKDIR (draft-ietf-secsh-filexfer-02 sections 6.6 and 6.9).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.SetStat, SftpPacketType.MkDir)]
public readonly ref partial struct SftpSetStat
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The path.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Path { get; init; }

    /// <summary>What is to be.</summary>
    public partial SftpAttributes Attributes { get; init; }
}

/// <summary>SSH_FXP_FSETSTAT (draft-ietf-secsh-filexfer-02 section 6.9).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.FSetStat)]
public readonly ref partial struct SftpSetHandleStat
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The open file.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Handle { get; init; }

    /// <summary>What is to be.</summary>
    public partial SftpAttributes Attributes { get; init; }
}

/// <summary>SSH_FXP_RENAME and SSH_FXP_SYMLINK (draft-ietf-secsh-filexfer-02 sections 6.5 and 6.10).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Rename, SftpPacketType.SymLink)]
public readonly ref partial struct SftpTwoPaths
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>The old path. Of a link, where it is; OpenSSH has it the other way round.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> FirstPath { get; init; }

    /// <summary>The new path. Of a link, where it leads.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> SecondPath { get; init; }
}

/// <summary>SSH_FXP_EXTENDED (draft-ietf-secsh-filexfer-02 section 8).</summary>
[Message("draft-ietf-secsh-filexfer-02"), Tag(SftpPacketType.Extended)]
public readonly ref partial struct SftpExtended
{
    /// <summary>Comes back with the answer.</summary>
    public partial uint RequestId { get; init; }

    /// <summary>What is asked for, with @ and the domain of who made it.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> ExtendedRequest { get; init; }

    /// <summary>What the name says that it is.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
