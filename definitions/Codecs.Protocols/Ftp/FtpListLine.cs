namespace Codecs.Protocols;

/// <summary>A line that LIST sends over the data connection, for people (RFC 959 section 4.1.3). Most servers send what ls -l prints, or what DIR prints; others anything else.</summary>
[Message("RFC 959"), Terminated("\r\n", Except = "\n"), Limit(16384)]
public readonly ref partial struct FtpListLine
{
    /// <summary>All of it.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>What it looks like. Whether it is that, <see cref="TryGet(out FtpUnixEntry)"/> and <see cref="TryGet(out FtpDosEntry)"/> tell.</summary>
    public FtpListFormat Format => Text switch
    {
        [(byte)'-' or (byte)'d' or (byte)'l' or (byte)'b' or (byte)'c' or (byte)'p' or (byte)'s' or (byte)'D', _, _, _, _, _, _, _, _, _, ..] when !Text[1..10].ContainsAnyExcept("-rwxsStTlL"u8) => FtpListFormat.Unix,
        [>= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)'-', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)'-', ..] => FtpListFormat.Dos,
        [(byte)'t', (byte)'o', (byte)'t', (byte)'a', (byte)'l', (byte)' ', ..] => FtpListFormat.UnixTotal,
        _ => FtpListFormat.Unknown,
    };

    /// <summary>The line as ls -l prints it.</summary>
    /// <returns>Offsets are from the start of the line.</returns>
    public ParseResult TryGet(out FtpUnixEntry entry)
    {
        entry = default;
        return Format == FtpListFormat.Unix ? FtpUnixEntry.TryParse(Text, out entry) : ParseResult.Invalid(ParseError.NotCarried, 0, 0);
    }

    /// <summary>The line as DIR prints it.</summary>
    /// <returns>Offsets are from the start of the line.</returns>
    public ParseResult TryGet(out FtpDosEntry entry)
    {
        entry = default;
        return Format == FtpListFormat.Dos ? FtpDosEntry.TryParse(Text, out entry) : ParseResult.Invalid(ParseError.NotCarried, 0, 0);
    }
}

/// <summary>What a line of a list looks like.</summary>
public enum FtpListFormat : byte
{
    /// <summary>Something else.</summary>
    Unknown,

    /// <summary>ls -l: it begins with the type of the file and nine permissions.</summary>
    Unix,

    /// <summary>The first line of ls -l: <c>total 12</c>.</summary>
    UnixTotal,

    /// <summary>DIR: it begins with a date in digits and hyphens.</summary>
    Dos,
}

/// <summary>A file as ls -l prints it: <c>-rw-r--r--   1 anna  users  1024 Nov 12  2023 readme.txt</c>.</summary>
/// <remarks>Nine columns: a list without links or group is none of this form. Owner and group are without spaces.</remarks>
[Message("POSIX ls")]
public readonly ref partial struct FtpUnixEntry
{
    /// <summary>What it is.</summary>
    public partial FtpUnixFileType Type { get; init; }

    /// <summary>Nine letters: what owner, group and others may do.</summary>
    [Bytes(9), Require(nameof(ArePermissions))] public partial ReadOnlySpan<byte> Permissions { get; init; }

    [While(nameof(IsAccessMark)), Reserved] private partial ReadOnlySpan<byte> AccessMark { get; }

    [While(nameof(IsBlank)), Reserved(" "), Require(nameof(IsSpaced))] private partial ReadOnlySpan<byte> LinksSpace { get; }

    /// <summary>How many names it has.</summary>
    [Digits, Terminated(" ")] public partial uint Links { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> OwnerSpace { get; }

    /// <summary>Whose it is: a name or a number.</summary>
    [Terminated(" ")] public partial ReadOnlySpan<byte> Owner { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> GroupSpace { get; }

    /// <summary>The group whose it is: a name or a number.</summary>
    [Terminated(" ")] public partial ReadOnlySpan<byte> Group { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> SizeSpace { get; }

    /// <summary>Of a device: which driver.</summary>
    [When(nameof(IsDevice)), Digits, Terminated(",")] public partial uint Major { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> MinorSpace { get; }

    /// <summary>Bytes; of a device which one of its driver.</summary>
    [Digits, Terminated(" ")] public partial ulong Size { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> MonthSpace { get; }

    /// <summary>When it was changed: the month.</summary>
    [Terminated(" ")] public partial Token<FtpMonth> Month { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> DaySpace { get; }

    /// <summary>The day.</summary>
    [Digits, Terminated(" ")] public partial byte Day { get; init; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> YearSpace { get; }

    /// <summary>The year; or the time, <c>14:05</c>, if it was in the last months. In the server's time zone.</summary>
    [Terminated(" ")] public partial ReadOnlySpan<byte> YearOrTime { get; init; }

    /// <summary>The name, and for links what they lead to; see <see cref="Name"/>.</summary>
    public partial ReadOnlySpan<byte> NameAndTarget { get; init; }

    /// <summary>The name.</summary>
    public ReadOnlySpan<byte> Name => TargetAt is >= 0 and var at ? NameAndTarget[..at] : NameAndTarget;

    /// <summary>What a link leads to; empty for others.</summary>
    public ReadOnlySpan<byte> Target => TargetAt is >= 0 and var at ? NameAndTarget[(at + 4)..] : default;

    private int TargetAt => Type == FtpUnixFileType.Link ? NameAndTarget.IndexOf(" -> "u8) : -1;

    private bool ArePermissions => !Permissions.ContainsAnyExcept("-rwxsStTlL"u8);

    private bool IsSpaced => !LinksSpace.IsEmpty;

    private bool IsDevice => Type is FtpUnixFileType.CharacterDevice or FtpUnixFileType.BlockDevice;

    private static bool IsBlank(byte value) => value == ' ';

    private static bool IsAccessMark(byte value) => value is (byte)'+' or (byte)'@' or (byte)'.';
}

/// <summary>What a file is, as ls -l prints it.</summary>
public enum FtpUnixFileType : byte
{
    /// <summary>A file.</summary>
    File = (byte)'-',

    /// <summary>A directory.</summary>
    Directory = (byte)'d',

    /// <summary>A symbolic link.</summary>
    Link = (byte)'l',

    /// <summary>A device of blocks.</summary>
    BlockDevice = (byte)'b',

    /// <summary>A device of characters.</summary>
    CharacterDevice = (byte)'c',

    /// <summary>A pipe.</summary>
    Pipe = (byte)'p',

    /// <summary>A socket.</summary>
    Socket = (byte)'s',

    /// <summary>A door, of Solaris.</summary>
    Door = (byte)'D',
}

/// <summary>Months, as ls prints them in English.</summary>
[Token(IgnoreCase = true)]
public enum FtpMonth : byte
{
    /// <summary>January.</summary>
    [Token("Jan")] January = 1,

    /// <summary>February.</summary>
    [Token("Feb")] February,

    /// <summary>March.</summary>
    [Token("Mar")] March,

    /// <summary>April.</summary>
    [Token("Apr")] April,

    /// <summary>May.</summary>
    [Token("May")] May,

    /// <summary>June.</summary>
    [Token("Jun")] June,

    /// <summary>July.</summary>
    [Token("Jul")] July,

    /// <summary>August.</summary>
    [Token("Aug")] August,

    /// <summary>September.</summary>
    [Token("Sep")] September,

    /// <summary>October.</summary>
    [Token("Oct")] October,

    /// <summary>November.</summary>
    [Token("Nov")] November,

    /// <summary>December.</summary>
    [Token("Dec")] December,
}

/// <summary>A file as DIR prints it: <c>11-12-23  02:05PM                 1024 readme.txt</c>, <c>11-12-2023  14:05       &lt;DIR>          docs</c>.</summary>
[Message("DIR")]
public readonly ref partial struct FtpDosEntry
{
    /// <summary>When it was changed: the month.</summary>
    [Digits(2), Terminated("-")] public partial byte Month { get; init; }

    /// <summary>The day.</summary>
    [Digits(2), Terminated("-")] public partial byte Day { get; init; }

    /// <summary>The year, in two digits or four.</summary>
    [Digits, Terminated(" ")] public partial ushort Year { get; init; }

    [While(nameof(IsBlank)), Reserved(" ")] private partial ReadOnlySpan<byte> HourSpace { get; }

    /// <summary>The hour, of 12 if <see cref="Meridiem"/> says which half of the day, otherwise of 24. In the server's time zone.</summary>
    [Digits(2), Terminated(":")] public partial byte Hour { get; init; }

    /// <summary>The minute.</summary>
    [Digits(2)] public partial byte Minute { get; init; }

    /// <summary>AM, PM or nothing.</summary>
    [Terminated(" ")] public partial ReadOnlySpan<byte> Meridiem { get; init; }

    [While(nameof(IsBlank)), Reserved("      ")] private partial ReadOnlySpan<byte> SizeSpace { get; }

    /// <summary>What stands there for a directory; absent for a file.</summary>
    [Const("<DIR>")] public partial Optional<ReadOnlySpan<byte>> DirectoryMark { get; init; }

    /// <summary>Bytes of a file.</summary>
    [When(nameof(IsFile)), Digits] public partial ulong Size { get; init; }

    [While(nameof(IsBlank)), Reserved(" ")] private partial ReadOnlySpan<byte> NameSpace { get; }

    /// <summary>The name.</summary>
    public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>Is it a directory?</summary>
    public bool IsDirectory => DirectoryMark.HasValue;

    private bool IsFile => !IsDirectory;

    private static bool IsBlank(byte value) => value == ' ';
}
