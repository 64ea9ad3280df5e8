namespace Codecs.Protocols;

/// <summary>Link-local multicast name resolution (RFC 4795 section 2.1): the message of DNS with other bits in its header.</summary>
[Message("RFC 4795"), Tag(UdpPort.Llmnr)]
public readonly ref partial struct LlmnrMessage
{
    /// <summary>Chosen by who asks, repeated in the response.</summary>
    public partial ushort Id { get; init; }

    /// <summary>Is it a response (QR)?</summary>
    [Bits(1)] public partial bool IsResponse { get; init; }

    /// <summary>Query; others are ignored.</summary>
    [Bits(4)] public partial DnsOpcode Opcode { get; init; }

    /// <summary>Do several hosts answer for the name (C)?</summary>
    [Bits(1)] public partial bool Conflict { get; init; }

    /// <summary>Was there more than the transport allows (TC)? Then the client asks again over TCP.</summary>
    [Bits(1)] public partial bool Truncation { get; init; }

    /// <summary>Is the responder not yet sure that the name is its own (T)?</summary>
    [Bits(1)] public partial bool Tentative { get; init; }

    [Bits(4), Reserved] private partial byte Z { get; }

    /// <summary>0; responses with another one are ignored.</summary>
    [Bits(4)] public partial DnsResponseCode ResponseCode { get; init; }

    /// <summary>Questions in the message: one.</summary>
    [CountOf(nameof(Questions))] public partial ushort QuestionCount { get; }

    /// <summary>Records in the answer section.</summary>
    [CountOf(nameof(Answers))] public partial ushort AnswerCount { get; }

    /// <summary>Records in the authority section.</summary>
    [CountOf(nameof(Authorities))] public partial ushort AuthorityCount { get; }

    /// <summary>Records in the additional section.</summary>
    [CountOf(nameof(Additionals))] public partial ushort AdditionalCount { get; }

    /// <summary>What is asked.</summary>
    public partial MessageList<DnsQuestion> Questions { get; init; }

    /// <summary>Records that answer the question.</summary>
    public partial MessageList<DnsRecord> Answers { get; init; }

    /// <summary>Records that say that there are none.</summary>
    public partial MessageList<DnsRecord> Authorities { get; init; }

    /// <summary>Others that may help.</summary>
    public partial MessageList<DnsRecord> Additionals { get; init; }
}
