namespace Codecs.Protocols;

/// <summary>What a message asks for (RFC 1035 section 4.1.1).</summary>
public enum DnsOpcode : byte
{
    /// <summary>A question.</summary>
    Query = 0,

    /// <summary>A question for the names of an answer. Obsolete (RFC 3425).</summary>
    InverseQuery = 1,

    /// <summary>A question for the state of a server.</summary>
    Status = 2,

    /// <summary>A zone has changed (RFC 1996).</summary>
    Notify = 4,

    /// <summary>A zone is to be changed (RFC 2136).</summary>
    Update = 5,

    /// <summary>The state of a session (RFC 8490).</summary>
    StatefulOperations = 6,
}
