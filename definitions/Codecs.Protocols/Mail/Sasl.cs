using System.Buffers;
using System.Buffers.Text;

namespace Codecs.Protocols;

/// <summary>A line of an authentication exchange that is no command (RFC 4954 section 4): what the client answers to a 334, in Base64.</summary>
[Message("RFC 4954"), Terminated("\r\n", Except = "\r\n\0"), Limit(12288)]
public readonly ref partial struct SaslResponse
{
    /// <summary>The response in Base64, or <c>*</c> to give up.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>Does the client give up?</summary>
    public bool IsCancelled => Text is [(byte)'*'];

    /// <summary>Decodes the response.</summary>
    /// <returns>False if it is no Base64, or the destination is too small. As many bytes as the text has are always enough.</returns>
    public bool TryDecode(Span<byte> destination, out int bytesWritten) => TryDecode(Text, destination, out bytesWritten);

    /// <summary>Decodes Base64 as mail and FTP send it: complete, and without white space.</summary>
    /// <returns>False if it is something else, or the destination is too small.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        return !text.ContainsAny(" \t\r\n"u8) && Base64.DecodeFromUtf8(text, destination, out _, out bytesWritten) == OperationStatus.Done;
    }
}

/// <summary>A name and a password (RFC 4616 section 2), in the clear: to be sent over TLS only.</summary>
[Message("RFC 4616")]
public readonly ref partial struct SaslPlain
{
    /// <summary>Whom to act as, in UTF-8; empty for the one who authenticates.</summary>
    [Terminated("\0")] public partial ReadOnlySpan<byte> AuthorizationId { get; init; }

    /// <summary>Who authenticates, in UTF-8.</summary>
    [Terminated("\0")] public partial ReadOnlySpan<byte> AuthenticationId { get; init; }

    /// <summary>The password, in UTF-8.</summary>
    [Require(nameof(HasNoNul))] public partial ReadOnlySpan<byte> Password { get; init; }

    private bool HasNoNul => !Password.Contains((byte)0);
}

/// <summary>How one authenticates (IANA SASL mechanisms).</summary>
[Token(IgnoreCase = true)]
public enum SaslMechanism : byte
{
    /// <summary>Name and password (RFC 4616, <see cref="SaslPlain"/>).</summary>
    [Token("PLAIN")] Plain = 1,

    /// <summary>Name, then password, each asked for; never specified.</summary>
    [Token("LOGIN")] Login,

    /// <summary>A keyed MD5 of a challenge (RFC 2195).</summary>
    [Token("CRAM-MD5")] CramMd5,

    /// <summary>Digest authentication (RFC 2831, historic).</summary>
    [Token("DIGEST-MD5")] DigestMd5,

    /// <summary>Salted challenge and response with SHA-1 (RFC 5802).</summary>
    [Token("SCRAM-SHA-1")] ScramSha1,

    /// <summary>The same, bound to the TLS channel (RFC 5802).</summary>
    [Token("SCRAM-SHA-1-PLUS")] ScramSha1Plus,

    /// <summary>Salted challenge and response with SHA-256 (RFC 7677).</summary>
    [Token("SCRAM-SHA-256")] ScramSha256,

    /// <summary>The same, bound to the TLS channel (RFC 7677).</summary>
    [Token("SCRAM-SHA-256-PLUS")] ScramSha256Plus,

    /// <summary>By something outside, such as the client's certificate (RFC 4422 appendix A).</summary>
    [Token("EXTERNAL")] External,

    /// <summary>Nobody in particular (RFC 4505).</summary>
    [Token("ANONYMOUS")] Anonymous,

    /// <summary>Kerberos (RFC 4752).</summary>
    [Token("GSSAPI")] GssApi,

    /// <summary>Kerberos (RFC 5801).</summary>
    [Token("GS2-KRB5")] Gs2Krb5,

    /// <summary>A bearer token (RFC 7628).</summary>
    [Token("OAUTHBEARER")] OAuthBearer,

    /// <summary>A bearer token, before RFC 7628.</summary>
    [Token("XOAUTH2")] XOAuth2,

    /// <summary>NT LAN Manager.</summary>
    [Token("NTLM")] Ntlm,
}
