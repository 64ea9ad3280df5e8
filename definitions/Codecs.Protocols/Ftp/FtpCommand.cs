namespace Codecs.Protocols;

/// <summary>Command line of an FTP client (RFC 959 section 4.1): a verb and what it is about, which for most verbs is a message of its own.</summary>
/// <example><code>output.Write(new FtpCommand() / new FtpHostPort { Address = new(192, 0, 2, 1), Port = 5282 });</code></example>
/// <remarks>
/// <para>Only CRLF ends a line. A bare LF, which many take for an end, makes the line invalid, and cannot be written: no pathname can smuggle in a command. A server answers 500 and goes on
/// behind the next CRLF. Other bytes are part of the line: pathnames may be UTF-8 (RFC 2640), and a CR in one is sent as CR NUL (<see cref="TelnetText"/>).</para>
/// <para>RFC 959 has no limit for lines. Here they have 16,384 bytes, enough for the longest pathname and for tokens of RFC 2228; what is longer is <see cref="ParseError.Limit"/>, and never
/// waited for.</para>
/// </remarks>
[Message("RFC 959"), Terminated("\r\n", Except = "\n"), Limit(16384)]
public readonly ref partial struct FtpCommand
{
    /// <summary>Telnet commands before the verb, as clients send them before ABOR (RFC 959 section 4.1.3); usually none. Anywhere else, they are part of the text.</summary>
    public partial TelnetCommands Telnet { get; init; }

    /// <summary>What is to be done. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Arguments))] public partial Token<FtpVerb> Verb { get; init; }

    /// <summary>What it is to be done with; empty for verbs that need nothing.</summary>
    [Case<FtpText>, Case<FtpPathname>, Case<FtpHostPort>, Case<FtpExtendedPort>, Case<FtpExtendedPassive>, Case<FtpType>, Case<FtpStructure>, Case<FtpMode>, Case<FtpRestart>]
    [Case<FtpAllocation>, Case<FtpAuthentication>, Case<FtpBufferSize>, Case<FtpProtection>, Case<FtpSecurityData>, Case<FtpOptions>, Case<FtpTimedPathname>, Case<FtpEntry>]
    public partial ReadOnlySpan<byte> Arguments { get; init; }
}

/// <summary>Verbs of FTP (RFC 959 section 4.1, RFC 5797, and the documents named). Read in either case.</summary>
[Token(IgnoreCase = true)]
public enum FtpVerb : byte
{
    /// <summary>Who the user is (<see cref="FtpText"/>).</summary>
    [Token("USER")] User = 1,

    /// <summary>The password (<see cref="FtpText"/>).</summary>
    [Token("PASS")] Password,

    /// <summary>The account, where that is another thing (<see cref="FtpText"/>).</summary>
    [Token("ACCT")] Account,

    /// <summary>Changes the working directory (<see cref="FtpPathname"/>).</summary>
    [Token("CWD")] ChangeWorkingDirectory,

    /// <summary>Changes to the parent directory.</summary>
    [Token("CDUP")] ChangeToParentDirectory,

    /// <summary>Mounts a file system (<see cref="FtpPathname"/>).</summary>
    [Token("SMNT")] StructureMount,

    /// <summary>Ends the user's session, but not the connection.</summary>
    [Token("REIN")] Reinitialize,

    /// <summary>Ends the connection.</summary>
    [Token("QUIT")] Logout,

    /// <summary>Where the server is to connect to (<see cref="FtpHostPort"/>).</summary>
    [Token("PORT")] DataPort,

    /// <summary>The server is to listen, and says where in its reply (<see cref="FtpPassiveText"/>).</summary>
    [Token("PASV")] Passive,

    /// <summary>How data is represented (<see cref="FtpType"/>).</summary>
    [Token("TYPE")] RepresentationType,

    /// <summary>Files, records or pages (<see cref="FtpStructure"/>).</summary>
    [Token("STRU")] FileStructure,

    /// <summary>A stream, blocks or compressed (<see cref="FtpMode"/>).</summary>
    [Token("MODE")] TransferMode,

    /// <summary>Sends a file to the client (<see cref="FtpPathname"/>).</summary>
    [Token("RETR")] Retrieve,

    /// <summary>Takes a file from the client (<see cref="FtpPathname"/>).</summary>
    [Token("STOR")] Store,

    /// <summary>The same under a name that the server chooses (<see cref="FtpPathname"/>, if any).</summary>
    [Token("STOU")] StoreUnique,

    /// <summary>Takes data to be appended to a file (<see cref="FtpPathname"/>).</summary>
    [Token("APPE")] Append,

    /// <summary>Reserves room (<see cref="FtpAllocation"/>).</summary>
    [Token("ALLO")] Allocate,

    /// <summary>Where the next transfer begins (RFC 3659 section 5, <see cref="FtpRestart"/>).</summary>
    [Token("REST")] Restart,

    /// <summary>Which file is to be renamed (<see cref="FtpPathname"/>).</summary>
    [Token("RNFR")] RenameFrom,

    /// <summary>Into what (<see cref="FtpPathname"/>).</summary>
    [Token("RNTO")] RenameTo,

    /// <summary>Gives up the command before.</summary>
    [Token("ABOR")] Abort,

    /// <summary>Deletes a file (<see cref="FtpPathname"/>).</summary>
    [Token("DELE")] Delete,

    /// <summary>Removes a directory (<see cref="FtpPathname"/>).</summary>
    [Token("RMD")] RemoveDirectory,

    /// <summary>Makes a directory (<see cref="FtpPathname"/>).</summary>
    [Token("MKD")] MakeDirectory,

    /// <summary>What the working directory is (<see cref="FtpPathnameText"/>).</summary>
    [Token("PWD")] PrintWorkingDirectory,

    /// <summary>Sends a list for people (<see cref="FtpPathname"/>, if any; <see cref="FtpListLine"/>).</summary>
    [Token("LIST")] List,

    /// <summary>Sends a list of names (<see cref="FtpPathname"/>, if any).</summary>
    [Token("NLST")] NameList,

    /// <summary>Something that only this server has (<see cref="FtpText"/>).</summary>
    [Token("SITE")] SiteParameters,

    /// <summary>What system the server is on.</summary>
    [Token("SYST")] System,

    /// <summary>How the transfer goes on, or a list over the control connection (<see cref="FtpPathname"/>, if any).</summary>
    [Token("STAT")] Status,

    /// <summary>Asks for help (<see cref="FtpText"/>).</summary>
    [Token("HELP")] Help,

    /// <summary>Does nothing.</summary>
    [Token("NOOP")] NoOperation,

    /// <summary>As <see cref="MakeDirectory"/> (RFC 775, <see cref="FtpPathname"/>).</summary>
    [Token("XMKD")] OldMakeDirectory,

    /// <summary>As <see cref="RemoveDirectory"/> (RFC 775, <see cref="FtpPathname"/>).</summary>
    [Token("XRMD")] OldRemoveDirectory,

    /// <summary>As <see cref="PrintWorkingDirectory"/> (RFC 775).</summary>
    [Token("XPWD")] OldPrintWorkingDirectory,

    /// <summary>As <see cref="ChangeToParentDirectory"/> (RFC 775).</summary>
    [Token("XCUP")] OldChangeToParentDirectory,

    /// <summary>As <see cref="ChangeWorkingDirectory"/> (RFC 743 and others, <see cref="FtpPathname"/>).</summary>
    [Token("XCWD")] OldChangeWorkingDirectory,

    /// <summary>Which security mechanism is to be used (RFC 2228, RFC 4217, <see cref="FtpAuthentication"/>).</summary>
    [Token("AUTH")] Authenticate,

    /// <summary>Data of the security mechanism (RFC 2228, <see cref="FtpSecurityData"/>).</summary>
    [Token("ADAT")] AuthenticationData,

    /// <summary>How large protected blocks may be (RFC 2228, <see cref="FtpBufferSize"/>).</summary>
    [Token("PBSZ")] ProtectionBufferSize,

    /// <summary>How data connections are protected (RFC 2228, <see cref="FtpProtection"/>).</summary>
    [Token("PROT")] ProtectionLevel,

    /// <summary>The control connection is protected no longer (RFC 2228).</summary>
    [Token("CCC")] ClearCommandChannel,

    /// <summary>A command with its integrity protected (RFC 2228, <see cref="FtpSecurityData"/>).</summary>
    [Token("MIC")] IntegrityProtected,

    /// <summary>A command that is confidential (RFC 2228, <see cref="FtpSecurityData"/>).</summary>
    [Token("CONF")] ConfidentialityProtected,

    /// <summary>A command that is both (RFC 2228, <see cref="FtpSecurityData"/>).</summary>
    [Token("ENC")] PrivacyProtected,

    /// <summary>What more the server can do (RFC 2389, <see cref="FtpFeatureReply"/>).</summary>
    [Token("FEAT")] Features,

    /// <summary>How one of these is to behave (RFC 2389, <see cref="FtpOptions"/>).</summary>
    [Token("OPTS")] Options,

    /// <summary>As <see cref="DataPort"/>, also for IPv6 (RFC 2428, <see cref="FtpExtendedPort"/>).</summary>
    [Token("EPRT")] ExtendedPort,

    /// <summary>As <see cref="Passive"/>, also for IPv6 (RFC 2428, <see cref="FtpExtendedPassive"/>, <see cref="FtpExtendedPassiveText"/>).</summary>
    [Token("EPSV")] ExtendedPassive,

    /// <summary>As <see cref="DataPort"/>, for long addresses (RFC 1639, historic).</summary>
    [Token("LPRT")] LongPort,

    /// <summary>As <see cref="Passive"/>, for long addresses (RFC 1639, historic).</summary>
    [Token("LPSV")] LongPassive,

    /// <summary>The language of replies (RFC 2640, <see cref="FtpText"/>).</summary>
    [Token("LANG")] Language,

    /// <summary>When a file was changed (RFC 3659 section 3, <see cref="FtpPathname"/>, <see cref="FtpFileTime"/>).</summary>
    [Token("MDTM")] ModificationTime,

    /// <summary>How long a file is (RFC 3659 section 4, <see cref="FtpPathname"/>, <see cref="FtpFileSize"/>).</summary>
    [Token("SIZE")] Size,

    /// <summary>What is known of a file, for programs (RFC 3659 section 7, <see cref="FtpPathname"/>, if any; <see cref="FtpEntry"/>).</summary>
    [Token("MLST")] MachineListing,

    /// <summary>Sends the same of all files of a directory (RFC 3659 section 7, <see cref="FtpPathname"/>, if any; <see cref="FtpEntryLine"/>).</summary>
    [Token("MLSD")] MachineDirectoryListing,

    /// <summary>Which of several servers at one address is meant (RFC 7151, <see cref="FtpText"/>).</summary>
    [Token("HOST")] Host,

    /// <summary>Sets when a file was changed (draft-somers-ftp-mfxx, <see cref="FtpTimedPathname"/>).</summary>
    [Token("MFMT")] SetModificationTime,

    /// <summary>Sets when a file was created (draft-somers-ftp-mfxx, <see cref="FtpTimedPathname"/>).</summary>
    [Token("MFCT")] SetCreationTime,

    /// <summary>Sets facts of a file (draft-somers-ftp-mfxx, <see cref="FtpEntry"/>).</summary>
    [Token("MFF")] SetFacts,

    /// <summary>What program the client is (<see cref="FtpText"/>; never specified).</summary>
    [Token("CLNT")] Client,

    /// <summary>A hash of a file (draft-ietf-ftpext2-hash, <see cref="FtpPathname"/>).</summary>
    [Token("HASH")] Hash,
}
