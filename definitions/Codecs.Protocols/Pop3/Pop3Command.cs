namespace Codecs.Protocols;

/// <summary>Command line of a POP3 client (RFC 1939 section 3): a keyword and what it takes.</summary>
/// <example><code>output.Write(new Pop3Command() / new Pop3MessageNumber { Number = 1 });</code></example>
/// <remarks>Only CRLF ends a line. RFC 2449 section 4 allows 255 bytes; an initial response of AUTH may be longer (RFC 5034 section 4).</remarks>
[Message("RFC 1939"), Terminated("\r\n"), Limit(12288)]
public readonly ref partial struct Pop3Command
{
    /// <summary>What is to be done. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Arguments))] public partial Token<Pop3Keyword> Keyword { get; init; }

    /// <summary>What it takes; empty for many.</summary>
    [Case<Pop3MessageNumber>, Case<Pop3Top>, Case<Pop3Text>, Case<Pop3Digest>, Case<Pop3Authentication>] public partial ReadOnlySpan<byte> Arguments { get; init; }

    /// <summary>Does a positive answer to the command have lines behind its first (RFC 1939 section 3)? With LIST and UIDL it does if no message is named; with AUTH in the way of servers that then list their mechanisms.</summary>
    public bool IsAnsweredByLines => Keyword is { IsKnown: true } && Keyword.Value switch
    {
        Pop3Keyword.Retrieve or Pop3Keyword.Top or Pop3Keyword.Capabilities => true,
        Pop3Keyword.List or Pop3Keyword.UniqueIds or Pop3Keyword.Authenticate or Pop3Keyword.Language => Arguments.IsEmpty,
        _ => false,
    };
}

/// <summary>Keywords of POP3 (RFC 1939, and the extensions named). Read in either case.</summary>
[Token(IgnoreCase = true)]
public enum Pop3Keyword : byte
{
    /// <summary>How many messages there are, and how large (<see cref="Pop3Status"/>).</summary>
    [Token("STAT")] Status = 1,

    /// <summary>Sizes of all messages, or of one (<see cref="Pop3MessageNumber"/>, <see cref="Pop3Listing"/>).</summary>
    [Token("LIST")] List,

    /// <summary>Sends a message (<see cref="Pop3MessageNumber"/>).</summary>
    [Token("RETR")] Retrieve,

    /// <summary>Marks a message as deleted (<see cref="Pop3MessageNumber"/>).</summary>
    [Token("DELE")] Delete,

    /// <summary>Does nothing.</summary>
    [Token("NOOP")] NoOperation,

    /// <summary>Takes back the marks.</summary>
    [Token("RSET")] Reset,

    /// <summary>Deletes what is marked, and ends the session.</summary>
    [Token("QUIT")] Quit,

    /// <summary>The head of a message and its first lines (<see cref="Pop3Top"/>).</summary>
    [Token("TOP")] Top,

    /// <summary>Identifiers of all messages, or of one (<see cref="Pop3MessageNumber"/>, <see cref="Pop3UniqueId"/>).</summary>
    [Token("UIDL")] UniqueIds,

    /// <summary>Names the mailbox (<see cref="Pop3Text"/>).</summary>
    [Token("USER")] User,

    /// <summary>Its password (<see cref="Pop3Text"/>).</summary>
    [Token("PASS")] Password,

    /// <summary>Name and a digest of time and password (<see cref="Pop3Digest"/>).</summary>
    [Token("APOP")] AuthenticateDigest,

    /// <summary>Authenticates (RFC 5034, <see cref="Pop3Authentication"/>). After each "+ " a line follows that is no command.</summary>
    [Token("AUTH")] Authenticate,

    /// <summary>What the server can do (RFC 2449, <see cref="Pop3Capability"/>).</summary>
    [Token("CAPA")] Capabilities,

    /// <summary>After +OK, TLS follows (RFC 2595).</summary>
    [Token("STLS")] StartTls,

    /// <summary>Names may be UTF-8 from now on (RFC 6856).</summary>
    [Token("UTF8")] Utf8,

    /// <summary>The language of texts (RFC 6856, <see cref="Pop3Text"/>).</summary>
    [Token("LANG")] Language,
}

/// <summary>A message (RFC 1939 section 5), or, for LIST and UIDL, none in particular.</summary>
[Message("RFC 1939"), Tag(Pop3Keyword.Retrieve, Pop3Keyword.Delete, Pop3Keyword.List, Pop3Keyword.UniqueIds)]
public readonly ref partial struct Pop3MessageNumber
{
    /// <summary>Its number, from 1.</summary>
    [Digits] public partial uint? Number { get; init; }
}

/// <summary>A message, and how much of it (RFC 1939 section 7).</summary>
[Message("RFC 1939"), Tag(Pop3Keyword.Top)]
public readonly ref partial struct Pop3Top
{
    /// <summary>Its number, from 1.</summary>
    [Digits, Terminated(" ")] public partial uint Number { get; init; }

    /// <summary>Lines behind its head.</summary>
    [Digits] public partial uint Lines { get; init; }
}

/// <summary>A name, a password, a language (RFC 1939 section 7, RFC 6856 section 3.2). It may contain blanks.</summary>
[Message("RFC 1939"), Tag(Pop3Keyword.User, Pop3Keyword.Password, Pop3Keyword.Language)]
public readonly ref partial struct Pop3Text
{
    /// <summary>The text.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}

/// <summary>A mailbox, and proof of its password (RFC 1939 section 7).</summary>
[Message("RFC 1939"), Tag(Pop3Keyword.AuthenticateDigest)]
public readonly ref partial struct Pop3Digest
{
    /// <summary>The mailbox.</summary>
    [Terminated(" ")] public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>MD5 of the timestamp in the greeting and the password, in 32 hexadecimal digits.</summary>
    public partial ReadOnlySpan<byte> Digest { get; init; }
}

/// <summary>How the client authenticates (RFC 5034 section 4).</summary>
[Message("RFC 5034"), Tag(Pop3Keyword.Authenticate)]
public readonly ref partial struct Pop3Authentication
{
    /// <summary>The mechanism, and a first response behind a blank.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>The mechanism.</summary>
    public ReadOnlySpan<byte> Mechanism => Text.IndexOf((byte)' ') is >= 0 and var end ? Text[..end] : Text;

    /// <summary>The client's first response in Base64, which saves a round trip; <c>=</c> if that is empty, nothing if the client waits for a challenge.</summary>
    public ReadOnlySpan<byte> InitialResponse => Text.IndexOf((byte)' ') is >= 0 and var end ? Text[(end + 1)..] : default;
}
