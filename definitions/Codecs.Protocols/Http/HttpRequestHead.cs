using System.Buffers;

namespace Codecs.Protocols;

/// <summary>The head of a request of HTTP/1.1 (RFC 9112 sections 2.1 and 3): the request line and the fields, up to the empty line. What follows is the body (<see cref="HttpBody"/>).</summary>
/// <remarks>
/// Lines end with CRLF. Where RFC 9112 leaves a choice, the strict one is made, for whoever reads a head otherwise than the next reader lets requests be smuggled in: an LF alone is no end of a
/// line, a CR alone is nowhere, the parts of the request line have a single space between them, and a field that goes on in the next line (obs-fold, section 5.2) is refused. Only empty lines
/// before the request line are skipped, as section 2.2 asks for. No value that is written can end its line.
/// </remarks>
[Message("RFC 9112")]
public readonly ref partial struct HttpRequestHead
{
    [While(nameof(LineEnds)), Limit(64), Reserved("")] private partial ReadOnlySpan<byte> EmptyLines { get; }

    /// <summary>What is asked for. Methods differ if they differ in case.</summary>
    [While(nameof(TokenCharacters)), Terminated(" "), Require(nameof(HasMethod))] public partial Token<HttpRequestMethod> Method { get; init; }

    /// <summary>Of what: a path with its query, a whole URI, a host and port, or an asterisk (section 3.2). Not decoded; bytes above 127, which it must not have, are kept.</summary>
    [While(nameof(TargetCharacters)), Terminated(" "), Limit(HttpSyntax.MostBytes), Require(nameof(HasTarget))] public partial ReadOnlySpan<byte> Target { get; init; }

    /// <summary>The version of the client (section 2.3).</summary>
    [While(nameof(VersionCharacters)), Terminated("\r\n"), Require(nameof(HasVersion))] public required partial Token<HttpProtocolVersion> Version { get; init; }

    /// <summary>The fields in their order; of those with the same name, the order may matter.</summary>
    [Terminated("\r\n"), Limit(HttpSyntax.MostFields), Require(nameof(IsUnfolded))] public partial MessageList<HttpField> Fields { get; init; }

    private static SearchValues<byte> LineEnds => HttpSyntax.LineEnds;

    private static SearchValues<byte> TokenCharacters => HttpSyntax.Token;

    private static SearchValues<byte> TargetCharacters => HttpSyntax.Target;

    private static SearchValues<byte> VersionCharacters => HttpSyntax.Version;

    private bool HasMethod => !Method.Bytes.IsEmpty;

    private bool HasTarget => !Target.IsEmpty;

    private bool HasVersion => HttpSyntax.IsVersion(Version.Bytes);

    private bool IsUnfolded
    {
        get
        {
            foreach (var line in Fields)
            {
                if (line.IsContinuation)
                    return false;
            }
            return true;
        }
    }
}
