namespace Codecs.Protocols;

/// <summary>Which security mechanism is to be used (RFC 2228 section 3; RFC 4217).</summary>
[Message("RFC 2228"), Tag(FtpVerb.Authenticate)]
public readonly ref partial struct FtpAuthentication
{
    /// <summary>The mechanism. After 234 to TLS or SSL, TLS follows.</summary>
    public partial Token<FtpSecurityMechanism> Mechanism { get; init; }
}

/// <summary>Security mechanisms of FTP (IANA FTP security mechanism names).</summary>
[Token(IgnoreCase = true)]
public enum FtpSecurityMechanism : byte
{
    /// <summary>TLS (RFC 4217).</summary>
    [Token("TLS")] Tls = 1,

    /// <summary>The same, before RFC 4217.</summary>
    [Token("TLS-C")] TlsC,

    /// <summary>TLS with data connections that are protected from the beginning, before RFC 4217.</summary>
    [Token("TLS-P")] TlsP,

    /// <summary>The same, before RFC 4217.</summary>
    [Token("SSL")] Ssl,

    /// <summary>Kerberos and others by GSS-API (RFC 2228 appendix I).</summary>
    [Token("GSSAPI")] GssApi,

    /// <summary>Kerberos version 4 (RFC 2228 appendix II).</summary>
    [Token("KERBEROS_V4")] KerberosV4,
}

/// <summary>How large protected blocks may be (RFC 2228 section 3); 0 with TLS (RFC 4217 section 8).</summary>
[Message("RFC 2228"), Tag(FtpVerb.ProtectionBufferSize)]
public readonly partial record struct FtpBufferSize
{
    /// <summary>Bytes.</summary>
    [Digits] public partial uint Size { get; init; }
}

/// <summary>How data connections are protected (RFC 2228 section 3).</summary>
[Message("RFC 2228"), Tag(FtpVerb.ProtectionLevel)]
public readonly ref partial struct FtpProtection
{
    /// <summary>How.</summary>
    public partial Token<FtpProtectionCode> Level { get; init; }
}

/// <summary>How data connections are protected (RFC 2228 section 3).</summary>
[Token(IgnoreCase = true)]
public enum FtpProtectionCode : byte
{
    /// <summary>Not at all.</summary>
    [Token("C")] Clear = 1,

    /// <summary>Nobody can change what is sent.</summary>
    [Token("S")] Safe,

    /// <summary>Nobody can read what is sent.</summary>
    [Token("E")] Confidential,

    /// <summary>Both. The only one with TLS, besides <see cref="Clear"/> (RFC 4217 section 9).</summary>
    [Token("P")] Private,
}

/// <summary>Data of the security mechanism in Base64, or a command that it protects (RFC 2228 sections 3 and 4).</summary>
[Message("RFC 2228"), Tag(FtpVerb.AuthenticationData, FtpVerb.IntegrityProtected, FtpVerb.ConfidentialityProtected, FtpVerb.PrivacyProtected)]
public readonly ref partial struct FtpSecurityData
{
    /// <summary>The data in Base64.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Decodes the data.</summary>
    /// <returns>False if it is no Base64, or the destination is too small. As many bytes as the text has are always enough.</returns>
    public bool TryDecode(Span<byte> destination, out int bytesWritten) => SaslResponse.TryDecode(Data, destination, out bytesWritten);
}
