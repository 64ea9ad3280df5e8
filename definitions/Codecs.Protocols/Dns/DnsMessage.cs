namespace Codecs.Protocols;

/// <summary>A query or a response of the domain name system (RFC 1035 section 4.1; AD and CD: RFC 4035 section 3).</summary>
/// <remarks>
/// The sections are read with the message: names and extents in them are right. What the data of a record is, is read when it is asked for
/// (<see cref="DnsRecord.Data"/>). <see cref="Reader"/> reads record by record in one pass, in less time. Names are compressed when written, against everything that stands before them. <see cref="Writer"/> writes record by record, into
/// a given size; what a message of EDNS says beyond this header, <see cref="TryGetEdns"/>.
/// </remarks>
[Message("RFC 1035"), Tag(UdpPort.Dns)]
public readonly ref partial struct DnsMessage
{
    /// <summary>Chosen by who asks, repeated in the response.</summary>
    public partial ushort Id { get; init; }

    /// <summary>Is it a response (QR)?</summary>
    [Bits(1)] public partial bool IsResponse { get; init; }

    /// <summary>What is asked for.</summary>
    [Bits(4)] public partial DnsOpcode Opcode { get; init; }

    /// <summary>Has the server authority for the name of the first question (AA)?</summary>
    [Bits(1)] public partial bool AuthoritativeAnswer { get; init; }

    /// <summary>Was there more than the transport allows (TC)? Then the client asks again over TCP (RFC 7766 section 5).</summary>
    [Bits(1)] public partial bool Truncation { get; init; }

    /// <summary>Shall the server ask others (RD)? Repeated in the response.</summary>
    [Bits(1)] public partial bool RecursionDesired { get; init; }

    /// <summary>Does it do so (RA)?</summary>
    [Bits(1)] public partial bool RecursionAvailable { get; init; }

    [Bits(1), Reserved] private partial bool Z { get; }

    /// <summary>In a response, is all of it authentic (AD, RFC 4035 section 3.2.3)? In a query, is that wanted (RFC 6840 section 5.7)?</summary>
    [Bits(1)] public partial bool AuthenticData { get; init; }

    /// <summary>Does the client check signatures itself (CD, RFC 4035 section 3.2.2)?</summary>
    [Bits(1)] public partial bool CheckingDisabled { get; init; }

    /// <summary>What came of the query: the lower four bits, of which <see cref="Edns"/> has more.</summary>
    [Bits(4)] public partial DnsResponseCode ResponseCode { get; init; }

    /// <summary>Questions in the message.</summary>
    [CountOf(nameof(Questions))] public partial ushort QuestionCount { get; }

    /// <summary>Records in the answer section.</summary>
    [CountOf(nameof(Answers))] public partial ushort AnswerCount { get; }

    /// <summary>Records in the authority section.</summary>
    [CountOf(nameof(Authorities))] public partial ushort AuthorityCount { get; }

    /// <summary>Records in the additional section.</summary>
    [CountOf(nameof(Additionals))] public partial ushort AdditionalCount { get; }

    /// <summary>What is asked: one question, as a rule (RFC 9619).</summary>
    public partial MessageList<DnsQuestion> Questions { get; init; }

    /// <summary>Records that answer the question.</summary>
    public partial MessageList<DnsRecord> Answers { get; init; }

    /// <summary>Records that point to an authority.</summary>
    public partial MessageList<DnsRecord> Authorities { get; init; }

    /// <summary>Records that help to use the others, and those about the message itself.</summary>
    public partial MessageList<DnsRecord> Additionals { get; init; }
}

/// <summary>A question (RFC 1035 section 4.1.2).</summary>
[Message("RFC 1035"), BackReferences]
public readonly ref partial struct DnsQuestion
{
    /// <summary>The name that is asked for.</summary>
    public required partial DnsName Name { get; init; }

    /// <summary>The type that is asked for, or <see cref="DnsType.Any"/>.</summary>
    public partial DnsType Type { get; init; }

    /// <summary>The class that is asked for.</summary>
    public partial DnsClass Class { get; init; }
}

/// <summary>A message over a stream (RFC 1035 section 4.2.2, RFC 7766 section 8): behind its length.</summary>
[Message("RFC 7766"), Tag(TcpPort.Dns, TcpPort.DnsOverTls)]
public readonly ref partial struct DnsOverTcp
{
    /// <summary>Length of the message in bytes.</summary>
    [LengthOf(nameof(Message))] public partial ushort Length { get; }

    /// <summary>The message.</summary>
    public partial DnsMessage Message { get; init; }
}
