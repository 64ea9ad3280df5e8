using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

/// <summary>
/// A mailbox in angle brackets (RFC 5321 section 4.1.2): <c>&lt;alice@example.org></c>, <c>&lt;"a quoted \"local\" part"@example.org></c>, <c>&lt;@relay.example:bob@example.net></c>; or
/// nothing in them, as a reverse path to which nothing is to be reported.
/// </summary>
/// <example><code>Path = new SmtpPath("alice"u8, "example.org"u8)</code></example>
/// <remarks>
/// <para>The local part is kept as it is on the wire, with its quotes: <see cref="TryUnquote"/> and <see cref="TryQuote"/> change it into what it means, and back. Two local parts
/// are the same if they mean the same, but for the case of letters only the receiver may say so (RFC 5321 section 2.4).</para>
/// <para>Bytes above 127 are accepted everywhere (RFC 6531). So are dots anywhere in a local part without quotes, which some hosts have, and a local part without domain, of which RFC 5321
/// knows only <c>&lt;Postmaster></c>: <see cref="ParseOptions.IsStrict"/> refuses these two. Control characters, and what would end the path before its time, are refused, and cannot be written.</para>
/// </remarks>
public readonly ref struct SmtpPath : ICodec<SmtpPath>
{
    private const string AtomCharacters = "!#$%&'*+-/0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~.";

    private static readonly SearchValues<byte> s_atoms = SearchValues.Create([.. Encoding.ASCII.GetBytes(AtomCharacters), .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    // What stands in quotes as it is.
    private static readonly SearchValues<byte> s_quoted = SearchValues.Create([.. Enumerable.Range(0x20, 0xE0).Where(value => value is not ('"' or '\\' or 0x7F)).Select(value => (byte)value)]);

    /// <summary>A mailbox.</summary>
    /// <param name="localPart">As it is on the wire: in quotes if it must be.</param>
    /// <param name="domain">A name, or an address in brackets.</param>
    public SmtpPath(ReadOnlySpan<byte> localPart, ReadOnlySpan<byte> domain)
    {
        LocalPart = localPart;
        Domain = domain;
    }

    /// <summary>Hosts that the mail was to go through, <c>@a.example,@b.example</c>; obsolete and to be ignored (RFC 5321 appendix C).</summary>
    public ReadOnlySpan<byte> Route { get; init; }

    /// <summary>The user's name on the wire, perhaps in quotes.</summary>
    public ReadOnlySpan<byte> LocalPart { get; init; }

    /// <summary>The user's domain; empty for <see cref="IsPostmaster"/>.</summary>
    public SmtpDomain Domain { get; init; }

    /// <summary>Is it <c>&lt;></c>? As a forward path it names nobody.</summary>
    public bool IsNull => LocalPart.IsEmpty && Domain.IsEmpty;

    /// <summary>Is it the postmaster of whoever is asked (RFC 5321 section 4.5.1)?</summary>
    public bool IsPostmaster => Domain.IsEmpty && Ascii.EqualsIgnoreCase(LocalPart, "postmaster"u8);

    /// <summary>Is it more than ASCII, so that only servers with SMTPUTF8 may get it (RFC 6531)?</summary>
    public bool IsInternational => !Ascii.IsValid(LocalPart) || !Ascii.IsValid(Domain.Bytes);

    /// <summary>Reads a mailbox without brackets: <c>alice@example.org</c>.</summary>
    /// <returns>False if it is none.</returns>
    public static bool TryParseMailbox(ReadOnlySpan<byte> text, out SmtpPath path)
    {
        path = default;
        int at = 0;
        if (!TakeLocalPart(text, ref at) || at == text.Length || text[at] != '@' || at + 1 == text.Length || SmtpDomain.TryParse(text, at + 1, default, out var domain).BytesConsumed != text.Length - at - 1)
            return false;
        path = new() { LocalPart = text[..at], Domain = domain };
        return true;
    }

    /// <summary>The local part as it is on the wire, in quotes if it must be: at most twice as many bytes, and two.</summary>
    /// <returns>False if it has control characters, or the destination is too small.</returns>
    public static bool TryQuote(ReadOnlySpan<byte> localPart, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (!localPart.IsEmpty && !localPart.ContainsAnyExcept(s_atoms) && HasAtomsOnly(localPart))
        {
            bytesWritten = localPart.TryCopyTo(destination) ? localPart.Length : 0;
            return bytesWritten > 0;
        }
        int at = 0;
        if (!TryPut(destination, (byte)'"', ref at))
            return false;
        foreach (byte value in localPart)
        {
            bool isEscaped = value is (byte)'"' or (byte)'\\';
            if ((!isEscaped && !s_quoted.Contains(value)) || (isEscaped && !TryPut(destination, (byte)'\\', ref at)) || !TryPut(destination, value, ref at))
                return false;
        }
        if (!TryPut(destination, (byte)'"', ref at))
            return false;
        bytesWritten = at;
        return true;
    }

    /// <summary>What the local part means, without quotes: at most as many bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryUnquote(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (LocalPart is not [(byte)'"', .. var quoted, (byte)'"'])
        {
            bytesWritten = LocalPart.TryCopyTo(destination) ? LocalPart.Length : 0;
            return bytesWritten == LocalPart.Length;
        }
        int written = 0;
        for (int at = 0; at < quoted.Length; at++)
        {
            if (quoted[at] == '\\' && at + 1 < quoted.Length)
                at++;
            if (!TryPut(destination, quoted[at], ref written))
                return false;
        }
        bytesWritten = written;
        return true;
    }

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out SmtpPath value)
    {
        value = default;
        var text = message[offset..];
        int at = 0;
        if (!Take(text, '<', ref at))
            return Unexpected(text, at);
        int routeEnd = at;
        if (Take(text, '@', ref at))
        {
            if (!TakeRoute(text, ref at))
                return Unexpected(text, at);
            routeEnd = at;
            if (!Take(text, ':', ref at))
                return Unexpected(text, at);
        }
        int localStart = at;
        bool isNull = routeEnd == 1 && at < text.Length && text[at] == '>';
        if (!isNull && !TakeLocalPart(text, ref at))
            return Unexpected(text, at);
        int localEnd = at;
        var domain = default(SmtpDomain);
        if (!isNull && Take(text, '@', ref at))
        {
            var result = SmtpDomain.TryParse(text, at, context, out domain);
            if (!result)
                return result.In(0, at, bounded: false);
            at += result.BytesConsumed;
        }
        if (!Take(text, '>', ref at))
            return Unexpected(text, at);
        value = new() { Route = text[1..routeEnd], LocalPart = text[localStart..localEnd], Domain = domain };
        return context.Options.IsStrict && !value.IsStrict ? ParseResult.Invalid(ParseError.Syntax, 0, localStart) : ParseResult.Done(at);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => 2 + (Route.IsEmpty ? 0 : Route.Length + 1) + LocalPart.Length + (Domain.IsEmpty ? 0 : Domain.GetMaxSize() + 1);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        int at = offset, end = 0;
        if (!IsNull && (!TakeLocalPart(LocalPart, ref end) || end != LocalPart.Length))
            throw new InvalidOperationException("The local part is no sequence of atoms, and not in quotes.");
        message[at++] = (byte)'<';
        if (!Route.IsEmpty)
        {
            end = 1;
            if (IsNull || Route[0] != '@' || !TakeRoute(Route, ref end) || end != Route.Length)
                throw new InvalidOperationException("The route is no list of domains, or leads to nobody.");
            Route.CopyTo(message[at..]);
            at += Route.Length;
            message[at++] = (byte)':';
        }
        LocalPart.CopyTo(message[at..]);
        at += LocalPart.Length;
        if (!Domain.IsEmpty)
        {
            message[at++] = (byte)'@';
            at += Domain.Write(message, at, context);
        }
        message[at++] = (byte)'>';
        return at - offset;
    }

    /// <summary>The path as it is on the wire.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("<");
        if (!Route.IsEmpty)
            text.Append(Encoding.UTF8.GetString(Route)).Append(':');
        text.Append(Encoding.UTF8.GetString(LocalPart));
        if (!Domain.IsEmpty)
            text.Append('@').Append(Domain.ToString());
        return text.Append('>').ToString();
    }

    private bool IsStrict => IsNull || ((!Domain.IsEmpty || IsPostmaster) && (LocalPart[0] == '"' || HasAtomsOnly(LocalPart)));

    private static bool HasAtomsOnly(ReadOnlySpan<byte> text) => text[0] != '.' && text[^1] != '.' && text.IndexOf(".."u8) < 0;

    private static bool Take(ReadOnlySpan<byte> text, char expected, ref int at)
    {
        if (at == text.Length || text[at] != expected)
            return false;
        at++;
        return true;
    }

    // Behind the first @.
    private static bool TakeRoute(ReadOnlySpan<byte> text, ref int at)
    {
        while (true)
        {
            var result = SmtpDomain.TryParse(text, at, default, out _);
            // A name that goes on to the end may go on behind it.
            at += result ? result.BytesConsumed : result.Offset;
            if (!result)
                return false;
            if (!Take(text, ',', ref at))
                return true;
            if (!Take(text, '@', ref at))
                return false;
        }
    }

    private static bool TakeLocalPart(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at;
        if (!Take(text, '"', ref at))
        {
            int length = text[at..].IndexOfAnyExcept(s_atoms);
            at = length < 0 ? text.Length : at + length;
            return at > start;
        }
        while (true)
        {
            int length = text[at..].IndexOfAnyExcept(s_quoted);
            at = length < 0 ? text.Length : at + length;
            if (at == text.Length)
                return false;
            if (text[at] == '"')
            {
                at++;
                return true;
            }
            if (text[at] != '\\')
                return false;
            if (at + 1 == text.Length)
            {
                at++;
                return false;
            }
            if (text[at + 1] is < 0x20 or > 0x7E)
                return false;
            at += 2;
        }
    }

    private static bool TryPut(Span<byte> destination, byte value, ref int at)
    {
        if (at == destination.Length)
            return false;
        destination[at++] = value;
        return true;
    }

    private static ParseResult Unexpected(ReadOnlySpan<byte> text, int at) => at == text.Length ? ParseResult.NeedMore(at + 1, 0) : ParseResult.Invalid(ParseError.Syntax, 0, at);
}
