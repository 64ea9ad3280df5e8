using System.Buffers;

namespace Codecs.Protocols;

/// <summary>The head of a response of HTTP/1.1 (RFC 9112 sections 2.1 and 4): the status line and the fields, up to the empty line. What follows is the body (<see cref="HttpBody"/>).</summary>
/// <remarks>
/// As strict as <see cref="HttpRequestHead"/> but in two things: the space behind the status may be missing if no words follow, as some servers have it, and a field may go on in the next line
/// (obs-fold), since a client must read that (section 5.2): see <see cref="HttpField.IsContinuation"/>.
/// </remarks>
[Message("RFC 9112")]
public readonly ref partial struct HttpResponseHead
{
    /// <summary>The version of the server (section 2.3).</summary>
    [While(nameof(VersionCharacters)), Terminated(" "), Require(nameof(HasVersion))] public required partial Token<HttpProtocolVersion> Version { get; init; }

    /// <summary>What became of the request (RFC 9110 section 15): three digits, of which the first is the class.</summary>
    [Digits(3)] public required partial ushort StatusCode { get; init; }

    [While(nameof(Blank)), Reserved(" ")] private partial ReadOnlySpan<byte> Space { get; }

    /// <summary>The same in words, for people; may be empty, and is to be ignored.</summary>
    [While(nameof(TextCharacters)), Terminated("\r\n"), Require(nameof(IsApart))] public partial ReadOnlySpan<byte> ReasonPhrase { get; init; }

    /// <summary>The fields in their order; of those with the same name, the order may matter.</summary>
    [Terminated("\r\n"), Limit(HttpSyntax.MostFields), Require(nameof(BeginsWithField))] public partial MessageList<HttpField> Fields { get; init; }

    private static SearchValues<byte> VersionCharacters => HttpSyntax.Version;

    private static SearchValues<byte> Blank => HttpSyntax.Blank;

    private static SearchValues<byte> TextCharacters => HttpSyntax.Text;

    private bool HasVersion => HttpSyntax.IsVersion(Version.Bytes);

    private bool IsApart => !Space.IsEmpty || ReasonPhrase.IsEmpty;

    // RFC 9112 section 2.2: white space between the first line and the first field hides that field from some readers.
    private bool BeginsWithField => Fields.IsEmpty || !Fields.First.IsContinuation;
}
