namespace Codecs.Protocols;

/// <summary>Methods of requests (RFC 9110 section 9 and its registry).</summary>
[Token]
public enum HttpRequestMethod : byte
{
    /// <summary>Asks for a representation.</summary>
    [Token("GET")] Get = 1,

    /// <summary>As <see cref="Get"/>, but only the head of the response is sent.</summary>
    [Token("HEAD")] Head,

    /// <summary>Gives something to be processed.</summary>
    [Token("POST")] Post,

    /// <summary>Gives what replaces all that is there.</summary>
    [Token("PUT")] Put,

    /// <summary>Asks to remove what is there.</summary>
    [Token("DELETE")] Delete,

    /// <summary>Asks for a tunnel to a host.</summary>
    [Token("CONNECT")] Connect,

    /// <summary>Asks what is possible.</summary>
    [Token("OPTIONS")] Options,

    /// <summary>Asks to be sent the request as it arrives.</summary>
    [Token("TRACE")] Trace,

    /// <summary>Gives changes to what is there (RFC 5789).</summary>
    [Token("PATCH")] Patch,
}
