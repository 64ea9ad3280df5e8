namespace Codecs.Protocols;

/// <summary>A line of text that ends with CRLF, whatever it says: for protocols of lines, where it is not known yet what a line is, or where it is none that should be there.</summary>
/// <remarks>A CR or LF without the other is part of the line, and so is NUL.</remarks>
[Message, Terminated("\r\n"), Limit(65536)]
public readonly ref partial struct TextLine
{
    /// <summary>All of it, without its end.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}
