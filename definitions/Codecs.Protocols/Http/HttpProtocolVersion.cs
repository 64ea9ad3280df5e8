namespace Codecs.Protocols;

/// <summary>Versions that have heads as lines of text (RFC 9112 section 2.3).</summary>
[Token]
public enum HttpProtocolVersion : byte
{
    /// <summary>RFC 9112.</summary>
    [Token("HTTP/1.1")] Http11 = 1,

    /// <summary>RFC 1945: a connection ends with its response, if nothing else is said.</summary>
    [Token("HTTP/1.0")] Http10,
}
