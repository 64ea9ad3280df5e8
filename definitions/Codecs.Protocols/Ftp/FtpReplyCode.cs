namespace Codecs.Protocols;

/// <summary>
/// Codes of FTP replies (RFC 959 section 4.2, and the documents named). The first digit tells the outcome: 1 another reply follows, 2 done, 3 go on, 4 perhaps later, 5 never so,
/// 6 a protected reply.
/// </summary>
public enum FtpReplyCode : ushort
{
    /// <summary>A restart marker: that of the user, and that of the server.</summary>
    RestartMarker = 110,

    /// <summary>Ready in some minutes.</summary>
    ReadyInMinutes = 120,

    /// <summary>The data connection is open already; the transfer starts.</summary>
    TransferStarting = 125,

    /// <summary>The data connection is about to be opened.</summary>
    OpeningDataConnection = 150,

    /// <summary>Done.</summary>
    CommandOkay = 200,

    /// <summary>There is no need for the command here.</summary>
    CommandSuperfluous = 202,

    /// <summary>Status of the system, help, or features (RFC 2389).</summary>
    SystemStatus = 211,

    /// <summary>Status of a directory.</summary>
    DirectoryStatus = 212,

    /// <summary>Status of a file; its size or time (RFC 3659; <see cref="FtpFileSize"/>, <see cref="FtpFileTime"/>).</summary>
    FileStatus = 213,

    /// <summary>Help.</summary>
    HelpMessage = 214,

    /// <summary>The name of the system.</summary>
    SystemType = 215,

    /// <summary>Ready for a user.</summary>
    ServiceReady = 220,

    /// <summary>The server closes the connection.</summary>
    ServiceClosing = 221,

    /// <summary>The data connection is open, and nothing is transferred.</summary>
    DataConnectionOpen = 225,

    /// <summary>The data connection closes; the transfer is complete.</summary>
    ClosingDataConnection = 226,

    /// <summary>The server listens (<see cref="FtpPassiveText"/>).</summary>
    EnteringPassiveMode = 227,

    /// <summary>The server listens at a long address (RFC 1639).</summary>
    EnteringLongPassiveMode = 228,

    /// <summary>The server listens (RFC 2428, <see cref="FtpExtendedPassiveText"/>).</summary>
    EnteringExtendedPassiveMode = 229,

    /// <summary>The user is logged in.</summary>
    UserLoggedIn = 230,

    /// <summary>The user is logged in, as the security exchange has shown (RFC 2228).</summary>
    UserAuthorized = 232,

    /// <summary>The security exchange is complete; with TLS, it begins (RFC 2228, RFC 4217).</summary>
    SecurityExchangeComplete = 234,

    /// <summary>The same, with data (RFC 2228).</summary>
    SecurityExchangeCompleteWithData = 235,

    /// <summary>The action on a file is complete.</summary>
    FileActionCompleted = 250,

    /// <summary>A pathname (<see cref="FtpPathnameText"/>).</summary>
    PathnameCreated = 257,

    /// <summary>The password is needed.</summary>
    NeedPassword = 331,

    /// <summary>The account is needed.</summary>
    NeedAccount = 332,

    /// <summary>The mechanism is accepted; data of it is needed (RFC 2228).</summary>
    SecurityDataNeeded = 334,

    /// <summary>The data is accepted; more of it is needed (RFC 2228).</summary>
    MoreSecurityDataNeeded = 335,

    /// <summary>A challenge; the password is needed (RFC 2228).</summary>
    PasswordChallenge = 336,

    /// <summary>More about a file is needed.</summary>
    FileActionPending = 350,

    /// <summary>The server closes the connection, as it must.</summary>
    ServiceNotAvailable = 421,

    /// <summary>The data connection cannot be opened.</summary>
    CannotOpenDataConnection = 425,

    /// <summary>The data connection was closed; the transfer was given up.</summary>
    TransferAborted = 426,

    /// <summary>The host of HOST is not there for now, or the user may not use it (RFC 7151; 430 as in RFC 2640's kin).</summary>
    InvalidUserNameOrPassword = 430,

    /// <summary>A resource that security needs is not there (RFC 2228).</summary>
    SecurityResourceUnavailable = 431,

    /// <summary>The host of HOST is not there (RFC 7151's kin).</summary>
    RequestedHostUnavailable = 434,

    /// <summary>The file is busy.</summary>
    FileUnavailable = 450,

    /// <summary>An error of the server.</summary>
    LocalError = 451,

    /// <summary>There is no room.</summary>
    InsufficientStorage = 452,

    /// <summary>The command is unknown, or too long.</summary>
    CommandUnrecognized = 500,

    /// <summary>The arguments are wrong.</summary>
    SyntaxError = 501,

    /// <summary>The server does not have the command.</summary>
    CommandNotImplemented = 502,

    /// <summary>Not now, not in this order.</summary>
    BadSequence = 503,

    /// <summary>The server does not have it with this parameter.</summary>
    ParameterNotImplemented = 504,

    /// <summary>The data connection cannot be opened to that address family (RFC 1639).</summary>
    AddressFamilyNotSupported = 521,

    /// <summary>The server does not have the protocol; use one of those in brackets (RFC 2428).</summary>
    ProtocolNotSupported = 522,

    /// <summary>The user is not logged in.</summary>
    NotLoggedIn = 530,

    /// <summary>An account is needed to store files.</summary>
    NeedAccountForStoring = 532,

    /// <summary>The protection level is refused by policy (RFC 2228).</summary>
    ProtectionDeniedByPolicy = 533,

    /// <summary>The request is refused by policy (RFC 2228).</summary>
    RequestDeniedByPolicy = 534,

    /// <summary>The security check failed (RFC 2228).</summary>
    SecurityCheckFailed = 535,

    /// <summary>The mechanism does not have the protection level (RFC 2228).</summary>
    ProtectionLevelNotSupported = 536,

    /// <summary>The mechanism does not have the protection of commands (RFC 2228).</summary>
    CommandProtectionNotSupported = 537,

    /// <summary>There is no such file, or the user may not use it.</summary>
    FileNotAvailable = 550,

    /// <summary>The type of page is unknown.</summary>
    PageTypeUnknown = 551,

    /// <summary>There is no more room for the user.</summary>
    ExceededStorage = 552,

    /// <summary>The name of the file is not allowed.</summary>
    FileNameNotAllowed = 553,

    /// <summary>A reply with its integrity protected (RFC 2228).</summary>
    IntegrityProtectedReply = 631,

    /// <summary>A reply that is confidential and has its integrity protected (RFC 2228).</summary>
    PrivacyProtectedReply = 632,

    /// <summary>A reply that is confidential (RFC 2228).</summary>
    ConfidentialReply = 633,
}
