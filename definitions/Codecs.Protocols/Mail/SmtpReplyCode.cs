namespace Codecs.Protocols;

/// <summary>Codes of SMTP replies (RFC 5321 section 4.2, and the extensions named). The first digit tells the outcome: 2 done, 3 go on, 4 perhaps later, 5 never so.</summary>
public enum SmtpReplyCode : ushort
{
    /// <summary>Status of the system, or help (RFC 5321).</summary>
    SystemStatus = 211,

    /// <summary>Help (RFC 5321).</summary>
    Help = 214,

    /// <summary>The server is ready; after STARTTLS, for TLS (RFC 5321, RFC 3207).</summary>
    Ready = 220,

    /// <summary>The server closes the connection (RFC 5321).</summary>
    Closing = 221,

    /// <summary>The client is authenticated (RFC 4954 section 6).</summary>
    AuthenticationSucceeded = 235,

    /// <summary>Done (RFC 5321).</summary>
    Ok = 250,

    /// <summary>The user is not here; the server will forward (RFC 5321).</summary>
    WillForward = 251,

    /// <summary>Whether the user is here is not said, but the mail is taken (RFC 5321).</summary>
    CannotVerify = 252,

    /// <summary>Mail for the domain begins to come: so many are waiting (RFC 1985).</summary>
    PendingMessages = 253,

    /// <summary>A challenge, to be answered (RFC 4954 section 4).</summary>
    AuthenticationContinues = 334,

    /// <summary>The mail may come (RFC 5321).</summary>
    StartMailInput = 354,

    /// <summary>The server must close the connection (RFC 5321).</summary>
    ServiceNotAvailable = 421,

    /// <summary>The user must choose another password first (RFC 4954 section 6).</summary>
    PasswordTransitionNeeded = 432,

    /// <summary>The mailbox is in use, or the client has to try later (RFC 5321).</summary>
    MailboxBusy = 450,

    /// <summary>An error of the server (RFC 5321).</summary>
    LocalError = 451,

    /// <summary>The server has no room, or the client too many recipients (RFC 5321).</summary>
    InsufficientStorage = 452,

    /// <summary>There is no mail for the domain now (RFC 2645 section 5.2.1).</summary>
    NoMail = 453,

    /// <summary>Authentication, or TLS, is not possible for now (RFC 4954 section 6, RFC 3207).</summary>
    TemporaryAuthenticationFailure = 454,

    /// <summary>A parameter cannot be obeyed for now (RFC 5321).</summary>
    ParametersNotAccommodated = 455,

    /// <summary>Mail for the node cannot be sent for now (RFC 1985).</summary>
    UnableToQueue = 458,

    /// <summary>The node may not ask for mail (RFC 1985).</summary>
    NodeNotAllowed = 459,

    /// <summary>The command is unknown, or its line too long (RFC 5321; RFC 4954 section 6).</summary>
    CommandUnrecognized = 500,

    /// <summary>The arguments are wrong (RFC 5321).</summary>
    SyntaxError = 501,

    /// <summary>The server does not have the command (RFC 5321).</summary>
    CommandNotImplemented = 502,

    /// <summary>Not now, not in this order (RFC 5321).</summary>
    BadSequence = 503,

    /// <summary>The server does not have it with this parameter (RFC 5321).</summary>
    ParameterNotImplemented = 504,

    /// <summary>The host takes no mail (RFC 7504).</summary>
    DoesNotAcceptMail = 521,

    /// <summary>Over a connection without encryption, the mail is not taken (RFC 7293 and others; registered by RFC 5248).</summary>
    EncryptionNeeded = 523,

    /// <summary>The client must authenticate first (RFC 4954 section 6).</summary>
    AuthenticationRequired = 530,

    /// <summary>The mechanism is too weak (RFC 4954 section 6).</summary>
    MechanismTooWeak = 534,

    /// <summary>Name and password are wrong (RFC 4954 section 6).</summary>
    AuthenticationFailed = 535,

    /// <summary>The mechanism needs an encrypted connection (RFC 4954 section 6).</summary>
    EncryptionRequired = 538,

    /// <summary>There is no such mailbox, or it may not be used (RFC 5321).</summary>
    MailboxUnavailable = 550,

    /// <summary>The user is elsewhere: try there (RFC 5321).</summary>
    UserNotLocal = 551,

    /// <summary>The mail is larger than there is room (RFC 5321, RFC 1870).</summary>
    ExceededStorage = 552,

    /// <summary>The name of the mailbox is not allowed (RFC 5321).</summary>
    MailboxNameNotAllowed = 553,

    /// <summary>It failed; at the beginning, there is no service here (RFC 5321).</summary>
    TransactionFailed = 554,

    /// <summary>A parameter of MAIL or RCPT is not known (RFC 5321).</summary>
    ParametersNotRecognized = 555,

    /// <summary>The recipient's domain takes no mail (RFC 7504).</summary>
    DomainDoesNotAcceptMail = 556,
}
