namespace Codecs.Protocols;

/// <summary>The reply to FEAT (RFC 2389 section 3.2): a line for each feature, between a first and a last one.</summary>
/// <remarks>A server without features, and one that does not know FEAT, answers with one line, which is an <see cref="FtpReply"/> but not this.</remarks>
[Message("RFC 2389")]
public readonly ref partial struct FtpFeatureReply
{
    [Const("211-")] private partial ReadOnlySpan<byte> First { get; }

    /// <summary>What is said before.</summary>
    [Terminated("\r\n", Except = "\n"), Limit(16384)] public partial ReadOnlySpan<byte> Title { get; init; }

    /// <summary>The features.</summary>
    [Terminated("211 "), Limit(1000)] public partial MessageList<FtpFeatureLine> Features { get; init; }

    /// <summary>What is said behind.</summary>
    [Terminated("\r\n", Except = "\n"), Limit(16384)] public partial ReadOnlySpan<byte> Ending { get; init; }
}

/// <summary>A line that tells of a feature (RFC 2389 section 3.2): <c> MLST type*;size*;modify*;</c>.</summary>
[Message("RFC 2389"), Terminated("\r\n", Except = "\n"), Limit(16384)]
public readonly ref partial struct FtpFeatureLine
{
    [While(nameof(IsBlank)), Reserved(" ")] private partial ReadOnlySpan<byte> Space { get; }

    /// <summary>Which feature: as a rule the name of a command. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Parameters))] public partial Token<FtpFeatureName> Name { get; init; }

    /// <summary>What more is said of it.</summary>
    [Case<FtpFactSelection>] public partial ReadOnlySpan<byte> Parameters { get; init; }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t';
}

/// <summary>Features of FTP servers (IANA FTP commands and extensions).</summary>
[Token(IgnoreCase = true)]
public enum FtpFeatureName : byte
{
    /// <summary>AUTH (RFC 2228, RFC 4217).</summary>
    [Token("AUTH")] Authenticate = 1,

    /// <summary>PBSZ (RFC 2228).</summary>
    [Token("PBSZ")] ProtectionBufferSize,

    /// <summary>PROT (RFC 2228).</summary>
    [Token("PROT")] ProtectionLevel,

    /// <summary>CCC (RFC 2228).</summary>
    [Token("CCC")] ClearCommandChannel,

    /// <summary>EPRT (RFC 2428).</summary>
    [Token("EPRT")] ExtendedPort,

    /// <summary>EPSV (RFC 2428).</summary>
    [Token("EPSV")] ExtendedPassive,

    /// <summary>PASV.</summary>
    [Token("PASV")] Passive,

    /// <summary>Pathnames are UTF-8 (RFC 2640).</summary>
    [Token("UTF8")] Utf8,

    /// <summary>LANG (RFC 2640).</summary>
    [Token("LANG")] Language,

    /// <summary>MDTM (RFC 3659).</summary>
    [Token("MDTM")] ModificationTime,

    /// <summary>SIZE (RFC 3659).</summary>
    [Token("SIZE")] Size,

    /// <summary>REST in stream mode (RFC 3659): <c>STREAM</c>.</summary>
    [Token("REST")] Restart,

    /// <summary>TVFS, pathnames as Unix has them (RFC 3659).</summary>
    [Token("TVFS")] TrivialVirtualFileStore,

    /// <summary>MLST and MLSD, with the facts that there are (RFC 3659, <see cref="FtpFactSelection"/>).</summary>
    [Token("MLST")] MachineListing,

    /// <summary>HOST (RFC 7151).</summary>
    [Token("HOST")] Host,

    /// <summary>MFMT (draft-somers-ftp-mfxx).</summary>
    [Token("MFMT")] SetModificationTime,

    /// <summary>MFF (draft-somers-ftp-mfxx).</summary>
    [Token("MFF")] SetFacts,

    /// <summary>CLNT.</summary>
    [Token("CLNT")] Client,

    /// <summary>HASH (draft-ietf-ftpext2-hash).</summary>
    [Token("HASH")] Hash,

    /// <summary>Deflated transfers (draft-preston-ftpext-deflate).</summary>
    [Token("MODE")] TransferMode,
}
