namespace Codecs.Protocols;

/// <summary>Command of an IMAP client (RFC 9051 section 2.2.1; RFC 3501): a tag, a verb and what it takes.</summary>
/// <example><code>output.Write(new ImapCommand { Tag = "a1"u8, Verb = ImapVerb.Login, Arguments = new("alice {6+}\r\nsecret"u8) });</code></example>
/// <remarks>
/// Lines that are no commands come after a server's <c>+</c>: responses of AUTHENTICATE and the DONE of IDLE are <see cref="ImapLine"/>s. A literal is part of its command here, however it came; that the client waits
/// for a <c>+</c> before it sends one that must be waited for is for the session.
/// </remarks>
[Message("RFC 9051")]
public readonly ref partial struct ImapCommand
{
    /// <summary>By which the responses to the command are known.</summary>
    [Terminated(" "), Limit(1024), Require(nameof(IsTag))] public required partial ReadOnlySpan<byte> Tag { get; init; }

    /// <summary>What is to be done. One that is unknown keeps its bytes.</summary>
    [While(nameof(IsVerb)), Limit(1024)] public partial Token<ImapVerb> Verb { get; init; }

    /// <summary>What it takes.</summary>
    [Terminated("\r\n")] public partial ImapText Arguments { get; init; }

    // RFC 9051 section 9: a tag is any astring-char but "+".
    private bool IsTag => !Tag.IsEmpty && !Tag.ContainsAny("\r\n(){%*\"\\+"u8);

    private static bool IsVerb(byte value) => value is not ((byte)' ' or (byte)'\r' or (byte)'\n');
}

/// <summary>Verbs of IMAP (RFC 9051 section 6, RFC 3501 section 6, and the extensions named). Read in either case.</summary>
[Token(IgnoreCase = true)]
public enum ImapVerb : byte
{
    /// <summary>What the server can do.</summary>
    [Token("CAPABILITY")] Capability = 1,

    /// <summary>Does nothing.</summary>
    [Token("NOOP")] NoOperation,

    /// <summary>Ends the session.</summary>
    [Token("LOGOUT")] Logout,

    /// <summary>After OK, TLS follows.</summary>
    [Token("STARTTLS")] StartTls,

    /// <summary>Authenticates; after each + a line follows that is no command.</summary>
    [Token("AUTHENTICATE")] Authenticate,

    /// <summary>Name and password.</summary>
    [Token("LOGIN")] Login,

    /// <summary>Extensions are on from now on.</summary>
    [Token("ENABLE")] Enable,

    /// <summary>Opens a mailbox.</summary>
    [Token("SELECT")] Select,

    /// <summary>Opens a mailbox for reading.</summary>
    [Token("EXAMINE")] Examine,

    /// <summary>Makes a mailbox.</summary>
    [Token("CREATE")] Create,

    /// <summary>Deletes a mailbox.</summary>
    [Token("DELETE")] Delete,

    /// <summary>Gives a mailbox another name.</summary>
    [Token("RENAME")] Rename,

    /// <summary>A mailbox is to be seen.</summary>
    [Token("SUBSCRIBE")] Subscribe,

    /// <summary>A mailbox is not.</summary>
    [Token("UNSUBSCRIBE")] Unsubscribe,

    /// <summary>Lists mailboxes.</summary>
    [Token("LIST")] List,

    /// <summary>Lists mailboxes that are to be seen (RFC 3501).</summary>
    [Token("LSUB")] ListSubscribed,

    /// <summary>Where the names of mailboxes begin.</summary>
    [Token("NAMESPACE")] Namespace,

    /// <summary>State of a mailbox.</summary>
    [Token("STATUS")] Status,

    /// <summary>Puts a message into a mailbox.</summary>
    [Token("APPEND")] Append,

    /// <summary>Waits for what happens, until a line DONE.</summary>
    [Token("IDLE")] Idle,

    /// <summary>Closes the mailbox, and removes what is marked.</summary>
    [Token("CLOSE")] Close,

    /// <summary>Closes the mailbox.</summary>
    [Token("UNSELECT")] Unselect,

    /// <summary>Removes what is marked.</summary>
    [Token("EXPUNGE")] Expunge,

    /// <summary>Looks for messages.</summary>
    [Token("SEARCH")] Search,

    /// <summary>Reads messages.</summary>
    [Token("FETCH")] Fetch,

    /// <summary>Changes flags.</summary>
    [Token("STORE")] Store,

    /// <summary>Copies messages into another mailbox.</summary>
    [Token("COPY")] Copy,

    /// <summary>Moves messages into another mailbox.</summary>
    [Token("MOVE")] Move,

    /// <summary>The verb that follows has identifiers in place of numbers.</summary>
    [Token("UID")] ByUid,

    /// <summary>A point in time (RFC 3501).</summary>
    [Token("CHECK")] Check,

    /// <summary>Who one is (RFC 2971).</summary>
    [Token("ID")] Id,

    /// <summary>Sorts messages (RFC 5256).</summary>
    [Token("SORT")] Sort,

    /// <summary>Groups messages (RFC 5256).</summary>
    [Token("THREAD")] Thread,

    /// <summary>Quota of a root (RFC 9208).</summary>
    [Token("GETQUOTA")] GetQuota,

    /// <summary>Quota of a mailbox (RFC 9208).</summary>
    [Token("GETQUOTAROOT")] GetQuotaRoot,

    /// <summary>Sets a quota (RFC 9208).</summary>
    [Token("SETQUOTA")] SetQuota,

    /// <summary>Compresses from now on (RFC 4978).</summary>
    [Token("COMPRESS")] Compress,
}

/// <summary>A line of an IMAP client that is no command: a response in Base64, or DONE (RFC 9051 sections 6.2.2 and 6.3.13).</summary>
[Message("RFC 9051"), Terminated("\r\n"), Limit(65536)]
public readonly ref partial struct ImapLine
{
    /// <summary>The line.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}

/// <summary>Response of an IMAP server (RFC 9051 section 7): to a command, or of its own accord.</summary>
[Message("RFC 9051")]
public readonly ref partial struct ImapResponse
{
    /// <summary>The tag of the command that is complete; <c>*</c> for data and events, <c>+</c> if the client is to go on.</summary>
    [While(nameof(IsTagByte)), Limit(1024), Require(nameof(IsTag))] public required partial ReadOnlySpan<byte> Tag { get; init; }

    /// <summary>What is said.</summary>
    [Terminated("\r\n")] public partial ImapText Text { get; init; }

    /// <summary>Is it data, or an event? (<c>*</c>)</summary>
    public bool IsUntagged => Tag is [(byte)'*'];

    /// <summary>Is the client to go on? (<c>+</c>)</summary>
    public bool IsContinuation => Tag is [(byte)'+'];

    /// <summary>What became of a command, or the state of the server; <see cref="ImapStatus.None"/> for data.</summary>
    public ImapStatus Status => IsContinuation ? ImapStatus.None : ImapWords.StatusOf(ImapWords.First(Text.Bytes));

    /// <summary>What a status says to programs, without its brackets (RFC 9051 section 7.1): <c>CAPABILITY …</c>, <c>UIDNEXT 5</c>; empty if there is none.</summary>
    public ReadOnlySpan<byte> ResponseCode
    {
        get
        {
            var rest = IsContinuation ? Text.Bytes : ImapWords.Rest(Text.Bytes);
            return rest is [(byte)'[', ..] && rest.IndexOf((byte)']') is > 0 and var end ? rest[1..end] : default;
        }
    }

    /// <summary>The number before the name of data (<c>* 12 EXISTS</c>); null if there is none.</summary>
    public uint? Number => IsUntagged && System.Buffers.Text.Utf8Parser.TryParse(ImapWords.First(Text.Bytes), out uint number, out int read) && read == ImapWords.First(Text.Bytes).Length ? number : null;

    /// <summary>What data is called: <c>EXISTS</c>, <c>FETCH</c>, <c>LIST</c>; empty for a status or a continuation.</summary>
    public ReadOnlySpan<byte> Name => !IsUntagged || Status != ImapStatus.None ? default : Number.HasValue ? ImapWords.First(ImapWords.Rest(Text.Bytes)) : ImapWords.First(Text.Bytes);

    /// <summary>The data behind the name.</summary>
    public ImapValues Data => !IsUntagged || Status != ImapStatus.None ? default : new(ImapWords.Rest(Number.HasValue ? ImapWords.Rest(Text.Bytes) : Text.Bytes));

    private bool IsTag => !Tag.IsEmpty;

    private static bool IsTagByte(byte value) => value is not ((byte)' ' or (byte)'\r' or (byte)'\n');
}

/// <summary>What became of a command (RFC 9051 section 7.1).</summary>
public enum ImapStatus : byte
{
    /// <summary>It is no status.</summary>
    None,

    /// <summary>It worked.</summary>
    Ok,

    /// <summary>It did not.</summary>
    No,

    /// <summary>It was wrong.</summary>
    Bad,

    /// <summary>Greeting: authenticated already.</summary>
    PreAuthenticated,

    /// <summary>The connection ends.</summary>
    Bye,
}

/// <summary>Words of a response.</summary>
internal static class ImapWords
{
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> text) => text.IndexOf((byte)' ') is >= 0 and var end ? text[..end] : text;

    public static ReadOnlySpan<byte> Rest(ReadOnlySpan<byte> text) => text.IndexOf((byte)' ') is >= 0 and var end ? text[(end + 1)..] : default;

    public static ImapStatus StatusOf(ReadOnlySpan<byte> word) =>
        Is(word, "OK"u8) ? ImapStatus.Ok : Is(word, "NO"u8) ? ImapStatus.No : Is(word, "BAD"u8) ? ImapStatus.Bad : Is(word, "PREAUTH"u8) ? ImapStatus.PreAuthenticated : Is(word, "BYE"u8) ? ImapStatus.Bye : ImapStatus.None;

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(word, other);
}
