using System.Buffers;
using System.Globalization;
using System.Text;

namespace Codecs.Protocols;

/// <summary>The URL of a file or directory (RFC 1738 section 3.2): <c>ftp://user:password@host:port/directory/directory/name;type=i</c>.</summary>
/// <remarks>
/// <para>Parts are kept as they are in the URL: <see cref="TryDecode"/> gives what they stand for, <see cref="TryEncode"/> makes a part. The path is a list of names, each for one CWD, the
/// last for RETR; a slash that belongs to a name is <c>%2F</c>, so <c>/%2Fetc/motd</c> is "CWD /etc" from wherever one is.</para>
/// <para>A URL of which a part stands for CR, LF or NUL is none: it would reach beyond its command. It is read as the whole of a text; spaces and other characters that a URL cannot
/// have are errors.</para>
/// </remarks>
public readonly ref struct FtpUrl : ICodec<FtpUrl>
{
    private const int DefaultPort = 21;

    // What may stand in each part besides escapes (RFC 1738 section 5; RFC 3986 also has the tilde).
    private static readonly SearchValues<byte> s_user = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789$-_.+!*'(),~;?&="u8);
    private static readonly SearchValues<byte> s_segment = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789$-_.+!*'(),~?:@&="u8);
    private static readonly SearchValues<byte> s_host = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <summary>The user; empty and <see cref="HasUser"/> false for an anonymous one.</summary>
    public ReadOnlySpan<byte> User { get; init; }

    /// <summary>Is there a user, if only an empty one?</summary>
    public bool HasUser { get; init; }

    /// <summary>The password.</summary>
    public ReadOnlySpan<byte> Password { get; init; }

    /// <summary>Is there a password, if only an empty one?</summary>
    public bool HasPassword { get; init; }

    /// <summary>The host: a name, an IPv4 address, or an IPv6 address in brackets (RFC 3986).</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The port; 0 if the URL has none.</summary>
    public ushort ExplicitPort { get; init; }

    /// <summary>Directories and the name, with slashes between them, without the first slash.</summary>
    public ReadOnlySpan<byte> Path { get; init; }

    /// <summary>Is there a slash behind the host?</summary>
    public bool HasPath { get; init; }

    /// <summary>How data is to be sent: <c>a</c>, <c>i</c>, or <c>d</c> for a list; 0 if the URL does not say.</summary>
    public byte Type { get; init; }

    /// <summary>The port to connect to.</summary>
    public int Port => ExplicitPort == 0 ? DefaultPort : ExplicitPort;

    /// <summary>The names of the path, in order: each but the last is for CWD. One that is empty stands for a CWD without argument.</summary>
    public MemoryExtensions.SpanSplitEnumerator<byte> GetSegments() => Path.Split((byte)'/');

    /// <summary>The last name of the path: the file.</summary>
    public ReadOnlySpan<byte> FileName => Path[(Path.LastIndexOf((byte)'/') + 1)..];

    /// <summary>Reads a URL.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="url">Its parts, as windows into the text.</param>
    public static ParseResult TryParse(ReadOnlySpan<byte> text, out FtpUrl url) => TryParse(text, 0, default, out url);

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out FtpUrl value)
    {
        value = default;
        var text = message[offset..];
        var scheme = "ftp://"u8;
        if (text.Length < scheme.Length)
            return Ascii.EqualsIgnoreCase(text, scheme[..text.Length]) ? ParseResult.NeedMore(scheme.Length + 1, 0) : Invalid(0);
        if (!Ascii.EqualsIgnoreCase(text[..scheme.Length], scheme))
            return Invalid(0);
        int start = scheme.Length, slash = text[start..].IndexOf((byte)'/');
        int end = slash < 0 ? text.Length : start + slash;
        var url = new FtpUrl();
        int at = text[start..end].LastIndexOf((byte)'@');
        if (at >= 0)
        {
            if (!url.TryTakeUser(text.Slice(start, at), out url))
                return Invalid(start);
            start += at + 1;
        }
        if (!url.TryTakeHost(text[start..end], out url))
            return start == text.Length ? ParseResult.NeedMore(start + 1, 0) : Invalid(start);
        if (slash >= 0 && !url.TryTakePath(text[(end + 1)..], out url))
            return Invalid(end + 1);
        value = url;
        return ParseResult.Done(text.Length);
    }

    /// <summary>What a part stands for: at most as many bytes.</summary>
    /// <returns>False if a percent sign has no two hexadecimal digits behind it, or the destination is too small.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> part, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        for (int at = 0; at < part.Length; at++)
        {
            uint value = part[at];
            if (value == '%')
            {
                if (part.Length - at < 3 || !AddressText.TryHexDigit(part[at + 1], out uint high) || !AddressText.TryHexDigit(part[at + 2], out uint low))
                    return false;
                value = high << 4 | low;
                at += 2;
            }
            if (bytesWritten == destination.Length)
                return false;
            destination[bytesWritten++] = (byte)value;
        }
        return true;
    }

    /// <summary>Makes a part - a user, a password, one name of a path - of what it is to stand for: at most three times as many bytes.</summary>
    /// <returns>False if it has a CR, an LF or a NUL, or the destination is too small.</returns>
    public static bool TryEncode(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        foreach (byte value in text)
        {
            bool isPlain = char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            if (value is 0 or (byte)'\r' or (byte)'\n' || destination.Length - bytesWritten < (isPlain ? 1 : 3))
                return false;
            if (isPlain)
            {
                destination[bytesWritten++] = value;
                continue;
            }
            destination[bytesWritten++] = (byte)'%';
            value.TryFormat(destination[bytesWritten..], out _, "X2", CultureInfo.InvariantCulture);
            bytesWritten += 2;
        }
        return true;
    }

    /// <inheritdoc/>
    public int GetMaxSize() =>
        6 + (HasUser ? User.Length + 1 + (HasPassword ? Password.Length + 1 : 0) : 0) + Host.Length + (ExplicitPort == 0 ? 0 : 1 + Digits(ExplicitPort)) + (HasPath ? 1 + Path.Length + (Type == 0 ? 0 : 7) : 0);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (WrongPart is { } part)
            throw new InvalidOperationException($"FtpUrl.{part} has characters that must be encoded, or is set without what must be there with it.");
        var output = message[offset..];
        int at = 0;
        Put(output, "ftp://"u8, ref at);
        if (HasUser)
        {
            Put(output, User, ref at);
            if (HasPassword)
            {
                Put(output, ":"u8, ref at);
                Put(output, Password, ref at);
            }
            Put(output, "@"u8, ref at);
        }
        Put(output, Host, ref at);
        if (ExplicitPort != 0)
        {
            Put(output, ":"u8, ref at);
            ExplicitPort.TryFormat(output[at..], out int digits, default, CultureInfo.InvariantCulture);
            at += digits;
        }
        if (HasPath)
        {
            Put(output, "/"u8, ref at);
            Put(output, Path, ref at);
            if (Type != 0)
            {
                Put(output, ";type="u8, ref at);
                output[at++] = Type;
            }
        }
        return at;
    }

    /// <summary>The URL; without the password, which is not for everybody's eyes.</summary>
    public override string ToString()
    {
        var shown = this with { HasPassword = false, Password = default };
        byte[] bytes = new byte[shown.GetMaxSize()];
        return Encoding.ASCII.GetString(bytes, 0, shown.Write(bytes, 0, default));
    }

    // The part that cannot be written.
    private string? WrongPart =>
        !IsPart(User, s_user) || (!HasUser && !User.IsEmpty) ? nameof(User)
        : !IsPart(Password, s_user) || (HasPassword ? !HasUser : !Password.IsEmpty) ? nameof(Password)
        : !IsHost(Host) ? nameof(Host)
        : !IsPath(Path) || (!HasPath && !Path.IsEmpty) ? nameof(Path)
        : !IsType(Type) || (!HasPath && Type != 0) ? nameof(Type)
        : null;

    private static ParseResult Invalid(int offset) => ParseResult.Invalid(ParseError.Syntax, 0, offset);

    private static void Put(Span<byte> destination, ReadOnlySpan<byte> text, ref int at)
    {
        text.CopyTo(destination[at..]);
        at += text.Length;
    }

    private static int Digits(ushort value) => value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : 5;

    private static bool IsType(byte type) => type is 0 or (byte)'a' or (byte)'A' or (byte)'i' or (byte)'I' or (byte)'d' or (byte)'D';

    private static bool IsHost(ReadOnlySpan<byte> host) => host is [(byte)'[', .. var address, (byte)']'] ? IPv6Address.TryParse(address, out _) : !host.IsEmpty && !host.ContainsAnyExcept(s_host);

    private static bool IsPath(ReadOnlySpan<byte> path)
    {
        foreach (var segment in path.Split((byte)'/'))
        {
            if (!IsPart(path[segment], s_segment))
                return false;
        }
        return true;
    }

    // Nothing but what may stand there, and escapes; none of which stands for what would end a line.
    private static bool IsPart(ReadOnlySpan<byte> part, SearchValues<byte> allowed)
    {
        while (true)
        {
            int length = part.IndexOfAnyExcept(allowed);
            if (length < 0)
                return true;
            part = part[length..];
            if (part is not [(byte)'%', _, _, ..] || !AddressText.TryHexDigit(part[1], out uint high) || !AddressText.TryHexDigit(part[2], out uint low) || (high << 4 | low) is 0 or '\r' or '\n')
                return false;
            part = part[3..];
        }
    }

    private bool TryTakeUser(ReadOnlySpan<byte> text, out FtpUrl url)
    {
        int colon = text.IndexOf((byte)':');
        url = this with { HasUser = true, User = colon < 0 ? text : text[..colon], HasPassword = colon >= 0, Password = colon < 0 ? default : text[(colon + 1)..] };
        return IsPart(url.User, s_user) && IsPart(url.Password, s_user);
    }

    private bool TryTakeHost(ReadOnlySpan<byte> text, out FtpUrl url)
    {
        url = this;
        int end = text is [(byte)'[', ..] ? text.IndexOf((byte)']') + 1 : text.IndexOf((byte)':');
        if (end < 0)
            end = text.Length;
        ushort port = 0;
        if (end < text.Length)
        {
            // A port without leading zeros, so that it is written as it was.
            var digits = text[(end + 1)..];
            if (text[end] != ':' || digits.Length is 0 or > 5 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') || digits[0] == '0' || !ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port))
                return false;
        }
        url = this with { Host = text[..end], ExplicitPort = port };
        return IsHost(url.Host);
    }

    private bool TryTakePath(ReadOnlySpan<byte> text, out FtpUrl url)
    {
        byte type = 0;
        int semicolon = text.IndexOf((byte)';');
        if (semicolon >= 0)
        {
            var ending = text[semicolon..];
            if (ending.Length == 7 && Ascii.EqualsIgnoreCase(ending[..6], ";type="u8))
                type = ending[6];
            text = text[..semicolon];
        }
        url = this with { HasPath = true, Path = text, Type = type };
        return (semicolon < 0 || type != 0) && IsType(type) && IsPath(text);
    }
}
