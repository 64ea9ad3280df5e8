namespace Codecs.Protocols;

/// <summary>What is known of a file (draft-ietf-secsh-filexfer-02 section 5): flags, and what they say is there.</summary>
[Message("draft-ietf-secsh-filexfer-02")]
public readonly ref partial struct SftpAttributes
{
    /// <summary>Are there <see cref="Extended"/>?</summary>
    [Bits(1), PresenceOf(nameof(ExtendedCount)), PresenceOf(nameof(Extended))] public partial bool HasExtended { get; }

    [Bits(27), Reserved] private partial uint ReservedFlags { get; }

    /// <summary>Are there <see cref="AccessTime"/> and <see cref="ModificationTime"/>?</summary>
    [Bits(1), PresenceOf(nameof(AccessTime)), PresenceOf(nameof(ModificationTime))] public partial bool HasTimes { get; }

    /// <summary>Are there <see cref="Permissions"/>?</summary>
    [Bits(1), PresenceOf(nameof(Permissions))] public partial bool HasPermissions { get; }

    /// <summary>Are there <see cref="UserId"/> and <see cref="GroupId"/>?</summary>
    [Bits(1), PresenceOf(nameof(UserId)), PresenceOf(nameof(GroupId))] public partial bool HasOwner { get; }

    /// <summary>Is there a <see cref="Size"/>?</summary>
    [Bits(1), PresenceOf(nameof(Size))] public partial bool HasSize { get; }

    /// <summary>Bytes of the file.</summary>
    public partial ulong? Size { get; init; }

    /// <summary>The user whose file it is (POSIX).</summary>
    public partial uint? UserId { get; init; }

    /// <summary>The group (POSIX).</summary>
    public partial uint? GroupId { get; init; }

    /// <summary>Who may do what, and what the file is, as the mode of POSIX.</summary>
    public partial uint? Permissions { get; init; }

    /// <summary>When it was last read, in seconds since 1970 UTC.</summary>
    public partial uint? AccessTime { get; init; }

    /// <summary>When it was last written, in seconds since 1970 UTC.</summary>
    public partial uint? ModificationTime { get; init; }

    /// <summary>The number of <see cref="Extended"/>.</summary>
    [CountOf(nameof(Extended))] public partial uint? ExtendedCount { get; }

    /// <summary>Anything else.</summary>
    public partial Optional<MessageList<SftpExtension>> Extended { get; init; }
}

/// <summary>Name and data of something that is not in the draft (sections 4 and 5).</summary>
[Message("draft-ietf-secsh-filexfer-02")]
public readonly ref partial struct SftpExtension
{
    /// <summary>The name, with @ and the domain of who made it.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>What the name says that it is.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Data { get; init; }
}
