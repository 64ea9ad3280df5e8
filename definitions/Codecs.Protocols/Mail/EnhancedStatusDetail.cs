namespace Codecs.Protocols;

/// <summary>What enhanced status codes say beyond success and failure: the subject times 1,000, and the detail (RFC 3463 section 3, and the registry of RFC 5248).</summary>
public enum EnhancedStatusDetail
{
    /// <summary>X.0.0: nothing more is known (RFC 3463).</summary>
    Undefined = 0,

    /// <summary>X.1.0: something with an address (RFC 3463).</summary>
    OtherAddressStatus = 1000,

    /// <summary>X.1.1: there is no such mailbox (RFC 3463).</summary>
    BadDestinationMailbox = 1001,

    /// <summary>X.1.2: there is no such host or domain (RFC 3463).</summary>
    BadDestinationSystem = 1002,

    /// <summary>X.1.3: the recipient's address is wrongly written (RFC 3463).</summary>
    BadDestinationMailboxSyntax = 1003,

    /// <summary>X.1.4: the recipient's address means several mailboxes (RFC 3463).</summary>
    DestinationMailboxAmbiguous = 1004,

    /// <summary>X.1.5: the recipient's address is valid (RFC 3463).</summary>
    DestinationValid = 1005,

    /// <summary>X.1.6: the recipient has moved, and left no address (RFC 3463).</summary>
    DestinationMailboxMoved = 1006,

    /// <summary>X.1.7: the sender's address is wrongly written (RFC 3463).</summary>
    BadSenderMailboxSyntax = 1007,

    /// <summary>X.1.8: there is no such host or domain of the sender (RFC 3463).</summary>
    BadSenderSystem = 1008,

    /// <summary>X.1.9: the mail was relayed to a system that does not report (RFC 3886).</summary>
    RelayedToNonCompliantMailer = 1009,

    /// <summary>X.1.10: the recipient's domain takes no mail (RFC 7505).</summary>
    RecipientHasNullMx = 1010,

    /// <summary>X.2.0: something with the mailbox (RFC 3463).</summary>
    OtherMailboxStatus = 2000,

    /// <summary>X.2.1: the mailbox is disabled (RFC 3463).</summary>
    MailboxDisabled = 2001,

    /// <summary>X.2.2: the mailbox is full (RFC 3463).</summary>
    MailboxFull = 2002,

    /// <summary>X.2.3: the mail is too long for the mailbox (RFC 3463).</summary>
    MessageTooLongForMailbox = 2003,

    /// <summary>X.2.4: the list cannot be expanded (RFC 3463).</summary>
    MailingListExpansionProblem = 2004,

    /// <summary>X.3.0: something with the mail system (RFC 3463).</summary>
    OtherSystemStatus = 3000,

    /// <summary>X.3.1: the mail system has no room (RFC 3463).</summary>
    SystemFull = 3001,

    /// <summary>X.3.2: the mail system takes no mail (RFC 3463).</summary>
    SystemNotAccepting = 3002,

    /// <summary>X.3.3: the mail system cannot do what the mail needs (RFC 3463).</summary>
    SystemNotCapable = 3003,

    /// <summary>X.3.4: the mail is larger than the system takes (RFC 3463).</summary>
    MessageTooBigForSystem = 3004,

    /// <summary>X.3.5: the mail system is misconfigured (RFC 3463).</summary>
    SystemMisconfigured = 3005,

    /// <summary>X.3.6: the priority that was asked for was changed (RFC 6710).</summary>
    PriorityChanged = 3006,

    /// <summary>X.4.0: something with the network (RFC 3463).</summary>
    OtherNetworkStatus = 4000,

    /// <summary>X.4.1: the host does not answer (RFC 3463).</summary>
    NoAnswerFromHost = 4001,

    /// <summary>X.4.2: the connection was lost (RFC 3463).</summary>
    BadConnection = 4002,

    /// <summary>X.4.3: a directory could not be asked (RFC 3463).</summary>
    DirectoryServerFailure = 4003,

    /// <summary>X.4.4: there is no way to the host (RFC 3463).</summary>
    UnableToRoute = 4004,

    /// <summary>X.4.5: the mail system is congested (RFC 3463).</summary>
    SystemCongestion = 4005,

    /// <summary>X.4.6: the mail goes in circles (RFC 3463).</summary>
    RoutingLoop = 4006,

    /// <summary>X.4.7: it took too long (RFC 3463).</summary>
    DeliveryTimeExpired = 4007,

    /// <summary>X.5.0: something with the protocol (RFC 3463).</summary>
    OtherProtocolStatus = 5000,

    /// <summary>X.5.1: the command is not allowed now, or not known (RFC 3463).</summary>
    InvalidCommand = 5001,

    /// <summary>X.5.2: the command is wrongly written (RFC 3463).</summary>
    SyntaxError = 5002,

    /// <summary>X.5.3: there are too many recipients (RFC 3463).</summary>
    TooManyRecipients = 5003,

    /// <summary>X.5.4: an argument is not valid (RFC 3463).</summary>
    InvalidArguments = 5004,

    /// <summary>X.5.5: the versions of the protocol do not match (RFC 3463).</summary>
    WrongProtocolVersion = 5005,

    /// <summary>X.5.6: the line of the authentication exchange is too long (RFC 4954).</summary>
    AuthenticationLineTooLong = 5006,

    /// <summary>X.6.0: something with the content (RFC 3463).</summary>
    OtherContentStatus = 6000,

    /// <summary>X.6.1: the kind of content is not supported (RFC 3463).</summary>
    MediaNotSupported = 6001,

    /// <summary>X.6.2: the content must be converted, which is not allowed (RFC 3463).</summary>
    ConversionProhibited = 6002,

    /// <summary>X.6.3: the content must be converted, which is not possible (RFC 3463).</summary>
    ConversionNotSupported = 6003,

    /// <summary>X.6.4: the content was converted and lost something (RFC 3463).</summary>
    ConversionWithLoss = 6004,

    /// <summary>X.6.5: the content could not be converted (RFC 3463).</summary>
    ConversionFailed = 6005,

    /// <summary>X.6.7: addresses that are no ASCII are not taken (RFC 6531).</summary>
    NonAsciiAddresses = 6007,

    /// <summary>X.6.9: the mail has headers in UTF-8, which are not taken (RFC 6531).</summary>
    Utf8HeaderNotTransferable = 6009,

    /// <summary>X.7.0: something with security or policy (RFC 3463).</summary>
    OtherSecurityStatus = 7000,

    /// <summary>X.7.1: the sender may not send to the recipient (RFC 3463).</summary>
    DeliveryNotAuthorized = 7001,

    /// <summary>X.7.2: the sender may not send to the list (RFC 3463).</summary>
    MailingListExpansionProhibited = 7002,

    /// <summary>X.7.3: it cannot be made as secure as was asked (RFC 3463).</summary>
    SecurityConversionImpossible = 7003,

    /// <summary>X.7.4: a security feature is not supported (RFC 3463).</summary>
    SecurityFeaturesNotSupported = 7004,

    /// <summary>X.7.5: encryption failed (RFC 3463).</summary>
    CryptographicFailure = 7005,

    /// <summary>X.7.6: the algorithm is not supported (RFC 3463).</summary>
    CryptographicAlgorithmNotSupported = 7006,

    /// <summary>X.7.7: the mail was changed on its way (RFC 3463).</summary>
    MessageIntegrityFailure = 7007,

    /// <summary>X.7.8: name and password are wrong (RFC 4954).</summary>
    AuthenticationCredentialsInvalid = 7008,

    /// <summary>X.7.9: the mechanism is too weak (RFC 4954).</summary>
    AuthenticationMechanismTooWeak = 7009,

    /// <summary>X.7.10: encryption is needed (RFC 5248).</summary>
    EncryptionNeeded = 7010,

    /// <summary>X.7.11: the mechanism needs encryption (RFC 4954).</summary>
    EncryptionRequiredForMechanism = 7011,

    /// <summary>X.7.12: the user must choose another password first (RFC 4954).</summary>
    PasswordTransitionNeeded = 7012,

    /// <summary>X.7.13: the account is disabled (RFC 5248).</summary>
    UserAccountDisabled = 7013,

    /// <summary>X.7.14: the submission server has no trust relation with the third party (RFC 4468).</summary>
    TrustRelationshipRequired = 7014,

    /// <summary>X.7.15: the priority is too low (RFC 6710).</summary>
    PriorityTooLow = 7015,

    /// <summary>X.7.16: the mail is too big for its priority (RFC 6710).</summary>
    MessageTooBigForPriority = 7016,

    /// <summary>X.7.17: the mailbox has another owner now (RFC 7293).</summary>
    MailboxOwnerChanged = 7017,

    /// <summary>X.7.18: the domain has another owner now (RFC 7293).</summary>
    DomainOwnerChanged = 7018,

    /// <summary>X.7.19: whether the mailbox has another owner now cannot be told (RFC 7293).</summary>
    RecipientValidSinceTestImpossible = 7019,

    /// <summary>X.7.20: there is no valid DKIM signature (RFC 7372).</summary>
    NoPassingDkimSignature = 7020,

    /// <summary>X.7.21: there is no acceptable DKIM signature (RFC 7372).</summary>
    NoAcceptableDkimSignature = 7021,

    /// <summary>X.7.22: there is no valid DKIM signature of the author (RFC 7372).</summary>
    NoValidAuthorDkimSignature = 7022,

    /// <summary>X.7.23: SPF says that the host may not send for the domain (RFC 7372).</summary>
    SpfValidationFailed = 7023,

    /// <summary>X.7.24: SPF could not be evaluated (RFC 7372).</summary>
    SpfValidationError = 7024,

    /// <summary>X.7.25: the address has no name that leads back to it (RFC 7372).</summary>
    ReverseDnsValidationFailed = 7025,

    /// <summary>X.7.26: several checks of who sends failed (RFC 7372).</summary>
    MultipleAuthenticationChecksFailed = 7026,

    /// <summary>X.7.27: the sender's domain takes no mail (RFC 7505).</summary>
    SenderHasNullMx = 7027,

    /// <summary>X.7.28: the mail looks like a flood (RFC 5248 registry).</summary>
    MailFloodDetected = 7028,

    /// <summary>X.7.30: TLS is required on the way, and not there (RFC 8689).</summary>
    RequireTlsSupportRequired = 7030,
}
