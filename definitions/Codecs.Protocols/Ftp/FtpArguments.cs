using System.Buffers.Text;

namespace Codecs.Protocols;

/// <summary>A string: a user, a password, what a server makes of it (RFC 959 section 5.3.1).</summary>
[Message("RFC 959")]
[Tag(FtpVerb.User, FtpVerb.Password, FtpVerb.Account, FtpVerb.SiteParameters, FtpVerb.Help, FtpVerb.Language, FtpVerb.Host, FtpVerb.Client, FtpVerb.LongPort)]
public readonly ref partial struct FtpText
{
    /// <summary>The string.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}

/// <summary>A pathname (RFC 959 section 5.3.2), in UTF-8 if both sides know RFC 2640. What it means is for the server to say.</summary>
[Message("RFC 959")]
[Tag(
    FtpVerb.ChangeWorkingDirectory, FtpVerb.StructureMount, FtpVerb.Retrieve, FtpVerb.Store, FtpVerb.StoreUnique, FtpVerb.Append, FtpVerb.RenameFrom, FtpVerb.RenameTo, FtpVerb.Delete,
    FtpVerb.RemoveDirectory, FtpVerb.MakeDirectory, FtpVerb.List, FtpVerb.NameList, FtpVerb.Status, FtpVerb.OldMakeDirectory, FtpVerb.OldRemoveDirectory, FtpVerb.OldChangeWorkingDirectory,
    FtpVerb.ModificationTime, FtpVerb.Size, FtpVerb.MachineListing, FtpVerb.MachineDirectoryListing, FtpVerb.Hash)]
public readonly ref partial struct FtpPathname
{
    /// <summary>The pathname as it is on the wire: a CR in it has a NUL behind it, and a byte 255 is doubled (<see cref="TelnetText"/>). Empty where it may be left out.</summary>
    public partial ReadOnlySpan<byte> Pathname { get; init; }
}

/// <summary>How data is represented (RFC 959 section 3.1.1): <c>A</c>, <c>A N</c>, <c>E C</c>, <c>I</c>, <c>L 8</c>.</summary>
[Message("RFC 959"), Tag(FtpVerb.RepresentationType)]
public readonly ref partial struct FtpType
{
    /// <summary>The type.</summary>
    [Terminated(" ", Optional = true)] public partial Token<FtpTypeCode> Type { get; init; }

    /// <summary>Bits of a byte, for <see cref="FtpTypeCode.Local"/>.</summary>
    [When(nameof(IsLocal)), Digits] public partial byte ByteSize { get; init; }

    /// <summary>What becomes of text on paper, for <see cref="FtpTypeCode.Ascii"/> and <see cref="FtpTypeCode.Ebcdic"/>; empty for <see cref="FtpFormat.NonPrint"/>.</summary>
    [When(nameof(IsNotLocal))] public partial Token<FtpFormat> Format { get; init; }

    private bool IsLocal => Type is { IsKnown: true, Value: FtpTypeCode.Local };

    private bool IsNotLocal => !IsLocal;
}

/// <summary>How data is represented (RFC 959 section 3.1.1).</summary>
[Token(IgnoreCase = true)]
public enum FtpTypeCode : byte
{
    /// <summary>Lines of text that end with CRLF.</summary>
    [Token("A")] Ascii = 1,

    /// <summary>The same in EBCDIC.</summary>
    [Token("E")] Ebcdic,

    /// <summary>Bytes as they are.</summary>
    [Token("I")] Image,

    /// <summary>Bytes of a size of their own.</summary>
    [Token("L")] Local,
}

/// <summary>What becomes of text on paper (RFC 959 section 3.1.1.5).</summary>
[Token(IgnoreCase = true)]
public enum FtpFormat : byte
{
    /// <summary>It is not printed.</summary>
    [Token("N")] NonPrint = 1,

    /// <summary>It has Telnet's control characters.</summary>
    [Token("T")] TelnetFormat,

    /// <summary>It has the carriage control of Fortran.</summary>
    [Token("C")] CarriageControl,
}

/// <summary>What a file consists of (RFC 959 section 3.1.2).</summary>
[Message("RFC 959"), Tag(FtpVerb.FileStructure)]
public readonly ref partial struct FtpStructure
{
    /// <summary>Of what.</summary>
    public partial Token<FtpStructureCode> Structure { get; init; }
}

/// <summary>What a file consists of (RFC 959 section 3.1.2).</summary>
[Token(IgnoreCase = true)]
public enum FtpStructureCode : byte
{
    /// <summary>Of bytes.</summary>
    [Token("F")] File = 1,

    /// <summary>Of records.</summary>
    [Token("R")] Record,

    /// <summary>Of pages.</summary>
    [Token("P")] Page,
}

/// <summary>How data is sent (RFC 959 section 3.4).</summary>
[Message("RFC 959"), Tag(FtpVerb.TransferMode)]
public readonly ref partial struct FtpMode
{
    /// <summary>How.</summary>
    public partial Token<FtpModeCode> Mode { get; init; }
}

/// <summary>How data is sent (RFC 959 section 3.4).</summary>
[Token(IgnoreCase = true)]
public enum FtpModeCode : byte
{
    /// <summary>As it is, up to the end of the connection.</summary>
    [Token("S")] Stream = 1,

    /// <summary>In blocks (<see cref="FtpBlock"/>).</summary>
    [Token("B")] Block,

    /// <summary>In strings, repeated bytes counted (<see cref="FtpCompressedString"/>).</summary>
    [Token("C")] Compressed,

    /// <summary>Deflated (draft-preston-ftpext-deflate).</summary>
    [Token("Z")] Deflate,
}

/// <summary>Where the next transfer begins (RFC 959 section 3.5; in stream mode, RFC 3659 section 5).</summary>
[Message("RFC 3659"), Tag(FtpVerb.Restart)]
public readonly ref partial struct FtpRestart
{
    /// <summary>A marker of the server's; in stream mode a number of bytes.</summary>
    public partial ReadOnlySpan<byte> Marker { get; init; }

    /// <summary>The number of bytes to skip; false if the marker is no number.</summary>
    public bool TryGetOffset(out ulong offset) =>
        Utf8Parser.TryParse(Marker, out offset, out int used) && used == Marker.Length && Marker[0] != '+';
}

/// <summary>Reserves room (RFC 959 section 4.1.3): <c>5000</c>, <c>5000 R 80</c>.</summary>
[Message("RFC 959"), Tag(FtpVerb.Allocate)]
public readonly partial record struct FtpAllocation
{
    /// <summary>Bytes of the file.</summary>
    [Digits, Terminated(" R ", Optional = true)] public partial ulong Size { get; init; }

    /// <summary>Bytes of the longest record or page; null if there are none.</summary>
    [Digits] public partial ulong? RecordSize { get; init; }
}

/// <summary>How one of the server's features is to behave (RFC 2389 section 4): <c>MLST type;size;</c>, <c>UTF8 ON</c>.</summary>
[Message("RFC 2389"), Tag(FtpVerb.Options)]
public readonly ref partial struct FtpOptions
{
    /// <summary>Which feature. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Options))] public partial Token<FtpFeatureName> Feature { get; init; }

    /// <summary>How.</summary>
    [Case<FtpFactSelection>] public partial ReadOnlySpan<byte> Options { get; init; }
}

/// <summary>A time for a file (draft-somers-ftp-mfxx section 3): <c>20020717210715 readme.txt</c>.</summary>
[Message("draft-somers-ftp-mfxx"), Tag(FtpVerb.SetModificationTime, FtpVerb.SetCreationTime)]
public readonly ref partial struct FtpTimedPathname
{
    /// <summary>The time.</summary>
    [Terminated(" ")] public partial FtpTime Time { get; init; }

    /// <summary>The file.</summary>
    public partial ReadOnlySpan<byte> Pathname { get; init; }
}
