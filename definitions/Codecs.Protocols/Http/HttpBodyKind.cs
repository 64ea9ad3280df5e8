namespace Codecs.Protocols;

/// <summary>How the end of a body is found (RFC 9112 section 6.3).</summary>
public enum HttpBodyKind : byte
{
    /// <summary>There is no body.</summary>
    None,

    /// <summary>It has a known length.</summary>
    Length,

    /// <summary>It comes in chunks, the last of which says that it is the last (<see cref="HttpChunk"/>).</summary>
    Chunks,

    /// <summary>It ends where the connection ends; only that of a response can.</summary>
    UntilClose,

    /// <summary>From here on the connection carries something else: behind 101 what was agreed upon, behind the response to CONNECT a tunnel.</summary>
    Tunnel,
}
