using System.Buffers;

namespace Codecs.Protocols;

/// <summary>A chunk of a body whose length is not known in advance (RFC 9112 section 7.1). The last has no data, and fields behind it.</summary>
/// <remarks>
/// With <c>TryParseHeader</c> the data may be cut: chunks may be larger than any buffer. <see cref="HttpChunkedDecoder"/> takes a body of chunks apart piece by piece.
/// </remarks>
[Message("RFC 9112")]
public readonly ref partial struct HttpChunk
{
    /// <summary>Length of the data in bytes, in hexadecimal digits; 0 in the last chunk.</summary>
    [Digits(Radix = 16), LengthOf(nameof(Data))] public partial ulong Size { get; }

    /// <summary>Names and values, each behind a semicolon (section 7.1.1). Who does not know them ignores them.</summary>
    [While(nameof(TextCharacters)), Terminated("\r\n"), Require(nameof(IsExtension))] public partial ReadOnlySpan<byte> Extensions { get; init; }

    /// <summary>The data.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Ends the data.</summary>
    [When(nameof(HasData)), Const("\r\n")] private partial ReadOnlySpan<byte> LineEnd { get; }

    /// <summary>Fields that could only be known after the body (section 7.1.2), behind the last chunk.</summary>
    [When(nameof(IsLast)), Terminated("\r\n"), Limit(HttpSyntax.MostFields)] public partial MessageList<HttpField> Trailer { get; init; }

    /// <summary>Does the body end with this?</summary>
    public bool IsLast => Data.IsEmpty;

    private static SearchValues<byte> TextCharacters => HttpSyntax.Text;

    private bool HasData => !Data.IsEmpty;

    private bool IsExtension => Extensions.IsEmpty || Extensions.TrimStart(" \t"u8) is [(byte)';', ..];
}
