namespace Codecs.Protocols;

/// <summary>Packet of SFTP, version 3 (draft-ietf-secsh-filexfer-02 section 3): what a channel of SSH carries between a client and a server of files.</summary>
[Message("draft-ietf-secsh-filexfer-02")]
public readonly ref partial struct SftpPacket
{
    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(Type), nameof(Body))] public partial uint Length { get; }

    /// <summary>What the packet is.</summary>
    [TagOf(nameof(Body))] public partial SftpPacketType Type { get; init; }

    /// <summary>What follows.</summary>
    [Case<SftpVersion>, Case<SftpOpen>, Case<SftpHandleRequest>, Case<SftpRead>, Case<SftpWrite>, Case<SftpPathRequest>, Case<SftpSetStat>, Case<SftpSetHandleStat>, Case<SftpTwoPaths>]
    [Case<SftpStatus>, Case<SftpHandle>, Case<SftpData>, Case<SftpNames>, Case<SftpAttributesReply>, Case<SftpExtended>, Case<SftpExtendedReply>]
    public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Types of packets (draft-ietf-secsh-filexfer-02 section 3).</summary>
public enum SftpPacketType : byte
{
    /// <summary>The client's version (<see cref="SftpVersion"/>).</summary>
    Init = 1,

    /// <summary>The version that is spoken (<see cref="SftpVersion"/>).</summary>
    Version = 2,

    /// <summary>Opens a file (<see cref="SftpOpen"/>).</summary>
    Open = 3,

    /// <summary>Closes a file or directory (<see cref="SftpHandleRequest"/>).</summary>
    Close = 4,

    /// <summary>Reads from a file (<see cref="SftpRead"/>).</summary>
    Read = 5,

    /// <summary>Writes to a file (<see cref="SftpWrite"/>).</summary>
    Write = 6,

    /// <summary>What is known of a file, without following links (<see cref="SftpPathRequest"/>).</summary>
    LStat = 7,

    /// <summary>What is known of an open file (<see cref="SftpHandleRequest"/>).</summary>
    FStat = 8,

    /// <summary>Changes what is known of a file (<see cref="SftpSetStat"/>).</summary>
    SetStat = 9,

    /// <summary>Changes what is known of an open file (<see cref="SftpSetHandleStat"/>).</summary>
    FSetStat = 10,

    /// <summary>Opens a directory (<see cref="SftpPathRequest"/>).</summary>
    OpenDir = 11,

    /// <summary>Reads names from a directory (<see cref="SftpHandleRequest"/>).</summary>
    ReadDir = 12,

    /// <summary>Removes a file (<see cref="SftpPathRequest"/>).</summary>
    Remove = 13,

    /// <summary>Makes a directory (<see cref="SftpSetStat"/>).</summary>
    MkDir = 14,

    /// <summary>Removes a directory (<see cref="SftpPathRequest"/>).</summary>
    RmDir = 15,

    /// <summary>The canonical name of a path (<see cref="SftpPathRequest"/>).</summary>
    RealPath = 16,

    /// <summary>What is known of a file (<see cref="SftpPathRequest"/>).</summary>
    Stat = 17,

    /// <summary>Renames a file (<see cref="SftpTwoPaths"/>).</summary>
    Rename = 18,

    /// <summary>Where a link leads (<see cref="SftpPathRequest"/>).</summary>
    ReadLink = 19,

    /// <summary>Makes a link (<see cref="SftpTwoPaths"/>).</summary>
    SymLink = 20,

    /// <summary>What became of a request (<see cref="SftpStatus"/>).</summary>
    Status = 101,

    /// <summary>An open file or directory (<see cref="SftpHandle"/>).</summary>
    Handle = 102,

    /// <summary>Data (<see cref="SftpData"/>).</summary>
    Data = 103,

    /// <summary>Names (<see cref="SftpNames"/>).</summary>
    Name = 104,

    /// <summary>What is known of a file (<see cref="SftpAttributesReply"/>).</summary>
    Attrs = 105,

    /// <summary>Anything else (<see cref="SftpExtended"/>).</summary>
    Extended = 200,

    /// <summary>Answer to that (<see cref="SftpExtendedReply"/>).</summary>
    ExtendedReply = 201,
}
