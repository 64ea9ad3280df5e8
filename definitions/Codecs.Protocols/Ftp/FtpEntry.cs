namespace Codecs.Protocols;

/// <summary>What is known of a file (RFC 3659 section 7.2): facts, and its pathname. In the reply to MLST, a space stands before it.</summary>
/// <example><c>type=file;size=1024;modify=20021231235959; readme.txt</c></example>
[Message("RFC 3659"), Tag(FtpVerb.SetFacts)]
public readonly ref partial struct FtpEntry
{
    /// <summary>The facts, in any order; each at most once.</summary>
    [Terminated(" ")] public partial MessageList<FtpFact> Facts { get; init; }

    /// <summary>The pathname: all that follows the first space, spaces too.</summary>
    public partial ReadOnlySpan<byte> Pathname { get; init; }
}

/// <summary>A line that MLSD sends over the data connection (RFC 3659 section 7.2).</summary>
[Message("RFC 3659"), Terminated("\r\n", Except = "\n"), Limit(16384)]
public readonly ref partial struct FtpEntryLine
{
    /// <summary>A file of the directory, the directory itself, or the one above it.</summary>
    public partial FtpEntry Entry { get; init; }
}

/// <summary>One fact of a file (RFC 3659 section 7.5): <c>size=1024;</c>.</summary>
[Message("RFC 3659"), Terminated(";")]
public readonly ref partial struct FtpFact
{
    /// <summary>Which fact. One that is unknown keeps its bytes.</summary>
    [Terminated("="), TagOf(nameof(Value))] public partial Token<FtpFactName> Name { get; init; }

    /// <summary>What it is.</summary>
    [Case<FtpFileType>, Case<FtpFileSize>, Case<FtpFileTime>, Case<FtpFilePermissions>] public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>Facts of files (RFC 3659 section 7.5, and the registry of section 10.1).</summary>
[Token(IgnoreCase = true)]
public enum FtpFactName : byte
{
    /// <summary>Bytes of the file (<see cref="FtpFileSize"/>).</summary>
    [Token("size")] Size = 1,

    /// <summary>When it was changed (<see cref="FtpFileTime"/>).</summary>
    [Token("modify")] Modify,

    /// <summary>When it was created (<see cref="FtpFileTime"/>).</summary>
    [Token("create")] Create,

    /// <summary>File, directory or something else (<see cref="FtpFileType"/>).</summary>
    [Token("type")] Type,

    /// <summary>The same for two names of one file, and for no others.</summary>
    [Token("unique")] Unique,

    /// <summary>What the user may do with it (<see cref="FtpFilePermissions"/>).</summary>
    [Token("perm")] Permissions,

    /// <summary>Its language (RFC 5646).</summary>
    [Token("lang")] Language,

    /// <summary>Its media type (RFC 2046).</summary>
    [Token("media-type")] MediaType,

    /// <summary>Its character set.</summary>
    [Token("charset")] CharacterSet,

    /// <summary>Its permissions in Unix, in octal digits.</summary>
    [Token("UNIX.mode")] UnixMode,

    /// <summary>Its owner in Unix.</summary>
    [Token("UNIX.owner")] UnixOwner,

    /// <summary>Its group in Unix.</summary>
    [Token("UNIX.group")] UnixGroup,
}

/// <summary>File, directory or something else (RFC 3659 section 7.5.1).</summary>
[Message("RFC 3659"), Tag(FtpFactName.Type)]
public readonly ref partial struct FtpFileType
{
    /// <summary>What. Others are of a system: <c>OS.unix=slink:/target</c>.</summary>
    public partial Token<FtpFileTypeName> Type { get; init; }
}

/// <summary>File or directory (RFC 3659 section 7.5.1).</summary>
[Token(IgnoreCase = true)]
public enum FtpFileTypeName : byte
{
    /// <summary>A file.</summary>
    [Token("file")] File = 1,

    /// <summary>The directory that is listed.</summary>
    [Token("cdir")] ListedDirectory,

    /// <summary>A directory above it.</summary>
    [Token("pdir")] ParentDirectory,

    /// <summary>A directory.</summary>
    [Token("dir")] Directory,
}

/// <summary>Bytes of a file: a fact, and the reply to SIZE (RFC 3659 sections 4 and 7.5.7).</summary>
[Message("RFC 3659"), Tag(FtpFactName.Size), Tag(FtpReplyCode.FileStatus)]
public readonly partial record struct FtpFileSize
{
    /// <summary>As many bytes as would be sent; as a fact, perhaps not exactly.</summary>
    [Digits] public partial ulong Size { get; init; }
}

/// <summary>When a file was changed or created: a fact, and the reply to MDTM (RFC 3659 sections 3, 7.5.3 and 7.5.4).</summary>
[Message("RFC 3659"), Tag(FtpFactName.Modify, FtpFactName.Create), Tag(FtpReplyCode.FileStatus)]
public readonly partial record struct FtpFileTime
{
    /// <summary>The time.</summary>
    public partial FtpTime Time { get; init; }
}

/// <summary>What the user may do with a file (RFC 3659 section 7.5.5): a letter for each command.</summary>
[Message("RFC 3659"), Tag(FtpFactName.Permissions)]
public readonly ref partial struct FtpFilePermissions
{
    /// <summary>
    /// <c>a</c> APPE, <c>c</c> store in the directory, <c>d</c> delete, <c>e</c> enter, <c>f</c> rename, <c>l</c> list, <c>m</c> MKD in it, <c>p</c> delete what is in it, <c>r</c> RETR,
    /// <c>w</c> STOR. In either case.
    /// </summary>
    public partial ReadOnlySpan<byte> Permissions { get; init; }

    /// <summary>Is a letter among them, in either case?</summary>
    public bool Has(char letter) => Permissions.ContainsAny((byte)char.ToLowerInvariant(letter), (byte)char.ToUpperInvariant(letter));
}

/// <summary>Which facts there are, with a star behind those that are sent; or, in OPTS, which are wanted (RFC 3659 sections 7.8 and 7.9): <c>type*;size*;modify;</c>.</summary>
[Message("RFC 3659"), Tag(FtpFeatureName.MachineListing)]
public readonly ref partial struct FtpFactSelection
{
    /// <summary>The facts.</summary>
    public partial MessageList<FtpSelectedFact> Facts { get; init; }
}

/// <summary>The name of a fact (RFC 3659 section 7.8): <c>size*;</c>.</summary>
[Message("RFC 3659"), Terminated(";")]
public readonly ref partial struct FtpSelectedFact
{
    /// <summary>Which fact. One that is unknown keeps its bytes.</summary>
    [While(nameof(IsNoStar))] public partial Token<FtpFactName> Name { get; init; }

    /// <summary>A star, or nothing.</summary>
    [Const("*")] public partial Optional<ReadOnlySpan<byte>> Star { get; init; }

    /// <summary>Is it sent?</summary>
    public bool IsSelected => Star.HasValue;

    private static bool IsNoStar(byte value) => value != '*';
}
