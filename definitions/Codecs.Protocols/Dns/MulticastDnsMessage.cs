namespace Codecs.Protocols;

/// <summary>Multicast DNS (RFC 6762): the message of DNS, of whose classes one bit says something else.</summary>
[Message("RFC 6762"), Tag(UdpPort.MulticastDns)]
public readonly ref partial struct MulticastDnsMessage
{
    /// <summary>0, unless a query comes from elsewhere than port 5353, and in the response to that (section 18.1).</summary>
    public partial ushort Id { get; init; }

    /// <summary>Is it a response (QR)?</summary>
    [Bits(1)] public partial bool IsResponse { get; init; }

    /// <summary>Query; messages with another one are ignored (section 18.3).</summary>
    [Bits(4)] public partial DnsOpcode Opcode { get; init; }

    /// <summary>Set in responses (AA, section 18.4).</summary>
    [Bits(1)] public partial bool AuthoritativeAnswer { get; init; }

    /// <summary>In a query, do more known answers follow (TC, section 7.2)?</summary>
    [Bits(1)] public partial bool Truncation { get; init; }

    /// <summary>Not used (RD).</summary>
    [Bits(1)] public partial bool RecursionDesired { get; init; }

    /// <summary>Not used (RA).</summary>
    [Bits(1)] public partial bool RecursionAvailable { get; init; }

    [Bits(1), Reserved] private partial bool Z { get; }

    /// <summary>Not used (AD).</summary>
    [Bits(1)] public partial bool AuthenticData { get; init; }

    /// <summary>Not used (CD).</summary>
    [Bits(1)] public partial bool CheckingDisabled { get; init; }

    /// <summary>0; messages with another one are ignored (section 18.11).</summary>
    [Bits(4)] public partial DnsResponseCode ResponseCode { get; init; }

    /// <summary>Questions in the message.</summary>
    [CountOf(nameof(Questions))] public partial ushort QuestionCount { get; }

    /// <summary>Records in the answer section.</summary>
    [CountOf(nameof(Answers))] public partial ushort AnswerCount { get; }

    /// <summary>Records in the authority section.</summary>
    [CountOf(nameof(Authorities))] public partial ushort AuthorityCount { get; }

    /// <summary>Records in the additional section.</summary>
    [CountOf(nameof(Additionals))] public partial ushort AdditionalCount { get; }

    /// <summary>What is asked; several questions are usual.</summary>
    public partial MessageList<MulticastDnsQuestion> Questions { get; init; }

    /// <summary>Answers; in a query, those that are known already (section 7.1).</summary>
    public partial MessageList<MulticastDnsRecord> Answers { get; init; }

    /// <summary>In a query that probes for names, the records that they are wanted for (section 8.2).</summary>
    public partial MessageList<MulticastDnsRecord> Authorities { get; init; }

    /// <summary>Records that will be asked for next.</summary>
    public partial MessageList<MulticastDnsRecord> Additionals { get; init; }
}

/// <summary>A question of multicast DNS (RFC 6762 section 5.4).</summary>
[Message("RFC 6762"), BackReferences]
public readonly ref partial struct MulticastDnsQuestion
{
    /// <summary>The name that is asked for.</summary>
    public required partial DnsName Name { get; init; }

    /// <summary>The type that is asked for, or <see cref="DnsType.Any"/>.</summary>
    public partial DnsType Type { get; init; }

    /// <summary>Will a response to this host alone do (QU)?</summary>
    [Bits(1)] public partial bool UnicastResponse { get; init; }

    /// <summary>The class that is asked for.</summary>
    [Bits(15)] public partial DnsClass Class { get; init; }
}

/// <summary>A resource record of multicast DNS (RFC 6762 section 10.2).</summary>
[Message("RFC 6762"), BackReferences]
public readonly ref partial struct MulticastDnsRecord
{
    /// <summary>The owner.</summary>
    public partial DnsName Name { get; init; }

    /// <summary>What the data is.</summary>
    [TagOf(nameof(Data))] public partial DnsType Type { get; init; }

    /// <summary>Are these all records of that name and type, so that older ones are forgotten?</summary>
    [Bits(1)] public partial bool CacheFlush { get; init; }

    /// <summary>The class.</summary>
    [Bits(15)] public partial DnsClass Class { get; init; }

    /// <summary>For how many seconds the record may be cached; 0: it is gone (section 10.1).</summary>
    public partial DnsTimeToLive TimeToLive { get; init; }

    /// <summary>Length of the data in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort DataLength { get; }

    /// <summary>The data. It is what its type says only when that is asked for (<c>TryGet</c>), which all types of <see cref="DnsRecord"/> can be.</summary>
    [Case<ARecord>, Case<AaaaRecord>, Case<PtrRecord>, Case<SrvRecord>, Case<TxtRecord>, Case<NsecRecord>, Case<OptRecord>, Case<HinfoRecord>]
    [Case<CnameRecord>, Case<DnameRecord>, Case<NsRecord>, Case<SoaRecord>, Case<MxRecord>, Case<AfsdbRecord>, Case<RtRecord>, Case<KxRecord>, Case<RpRecord>, Case<PxRecord>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}
