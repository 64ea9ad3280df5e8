using System.Buffers;

namespace Codecs.Protocols;

/// <summary>A line of the fields of a head or of a trailer (RFC 9112 section 5): a name, a colon without space before it, and a value.</summary>
/// <remarks>Control characters but the tabulator are nowhere in it. Bytes above 127 are kept, and mean what the field says.</remarks>
[Message("RFC 9112")]
public readonly ref partial struct HttpField
{
    /// <summary>White space at the start of the line. If there is some, the line has no name, but goes on with the value of the line before (obs-fold, RFC 9112 section 5.2).</summary>
    [While(nameof(Blank))] public partial ReadOnlySpan<byte> Fold { get; init; }

    /// <summary>What the value is. Names do not differ if they differ in case only; one that is not known keeps its bytes.</summary>
    [When(nameof(HasName)), While(nameof(TokenCharacters)), Terminated(":"), Require(nameof(IsNamed))] public partial Token<HttpFieldName> Name { get; init; }

    [When(nameof(HasName)), While(nameof(Blank)), Reserved(" ")] private partial ReadOnlySpan<byte> Space { get; }

    /// <summary>The <see cref="Value"/>, and the white space between it and the end of the line.</summary>
    [While(nameof(TextCharacters)), Terminated("\r\n"), Limit(HttpSyntax.MostBytes)] public partial ReadOnlySpan<byte> Content { get; init; }

    /// <summary>The value, without the white space around it (RFC 9110 section 5.5).</summary>
    public ReadOnlySpan<byte> Value { get => Content.TrimEnd(" \t"u8); init => Content = value; }

    /// <summary>Does the line go on with the value of the line before? In place of the end of that line and of the white space, a space is to be read.</summary>
    public bool IsContinuation => !Fold.IsEmpty;

    private static SearchValues<byte> Blank => HttpSyntax.Blank;

    private static SearchValues<byte> TokenCharacters => HttpSyntax.Token;

    private static SearchValues<byte> TextCharacters => HttpSyntax.Text;

    private bool HasName => Fold.IsEmpty;

    private bool IsNamed => IsContinuation || !Name.Bytes.IsEmpty;
}
