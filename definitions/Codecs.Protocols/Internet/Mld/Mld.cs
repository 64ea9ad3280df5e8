namespace Codecs.Protocols;

/// <summary>Multicast listener query: version 1 (RFC 2710 section 3) or, with more after the address, version 2 (RFC 3810 section 5.1).</summary>
[Message("RFC 3810"), Tag(Icmpv6Type.MulticastListenerQuery)]
public readonly ref partial struct MldQuery
{
    /// <summary>How long listeners may take to answer, encoded: see <see cref="GetMaximumResponseDelay"/>.</summary>
    public partial ushort MaximumResponseCode { get; init; }

    [Reserved] private partial ushort Reserved { get; }

    /// <summary>The group that is asked about; :: for all.</summary>
    public partial IPv6Address MulticastAddress { get; init; }

    /// <summary>What version 2 adds; absent in version 1.</summary>
    public partial Optional<MldQueryV2> Version2 { get; init; }

    /// <summary>How long listeners may take to answer, in milliseconds. From 32768 on, version 2 has a mantissa of 12 bits and an exponent of 3 (RFC 3810 section 5.1.3).</summary>
    public int GetMaximumResponseDelay() => MaximumResponseCode < 0x8000 || !Version2.HasValue
        ? MaximumResponseCode
        : (MaximumResponseCode & 0xFFF | 0x1000) << ((MaximumResponseCode >> 12 & 7) + 3);
}

/// <summary>What version 2 adds to a query (RFC 3810 section 5.1).</summary>
[Message("RFC 3810")]
public readonly ref partial struct MldQueryV2
{
    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>Are other routers not to restart their timers (S)?</summary>
    [Bits(1)] public partial bool SuppressRouterProcessing { get; init; }

    /// <summary>How many losses in a row the querier provides for (QRV); 0 if more than 7.</summary>
    [Bits(3)] public partial byte RobustnessVariable { get; init; }

    /// <summary>How often the querier asks, encoded (QQIC): see <see cref="GetQueryInterval"/>.</summary>
    public partial byte QueryIntervalCode { get; init; }

    /// <summary>The number of <see cref="Sources"/>.</summary>
    [CountOf(nameof(Sources))] public partial ushort NumberOfSources { get; }

    /// <summary>The senders that are asked about; none for all.</summary>
    public partial ScalarList<IPv6Address> Sources { get; init; }

    /// <summary>How often the querier asks, in seconds. From 128 on, the code has a mantissa of 4 bits and an exponent of 3 (RFC 3810 section 5.1.9).</summary>
    public int GetQueryInterval() => QueryIntervalCode < 0x80
        ? QueryIntervalCode
        : (QueryIntervalCode & 0xF | 0x10) << ((QueryIntervalCode >> 4 & 7) + 3);
}

/// <summary>Multicast listener report, version 1 (RFC 2710 section 3): someone listens.</summary>
[Message("RFC 2710"), Tag(Icmpv6Type.MulticastListenerReport)]
public readonly partial record struct MldReport
{
    [Reserved] private partial uint Reserved { get; }

    /// <summary>To this group.</summary>
    public partial IPv6Address MulticastAddress { get; init; }
}

/// <summary>Multicast listener done (RFC 2710 section 3): perhaps nobody listens any more.</summary>
[Message("RFC 2710"), Tag(Icmpv6Type.MulticastListenerDone)]
public readonly partial record struct MldDone
{
    [Reserved] private partial uint Reserved { get; }

    /// <summary>To this group.</summary>
    public partial IPv6Address MulticastAddress { get; init; }
}

/// <summary>Multicast listener report, version 2 (RFC 3810 section 5.2).</summary>
[Message("RFC 3810"), Tag(Icmpv6Type.MulticastListenerReportV2)]
public readonly ref partial struct MldReportV2
{
    [Reserved] private partial ushort Reserved { get; }

    /// <summary>The number of <see cref="Records"/>.</summary>
    [CountOf(nameof(Records))] public partial ushort NumberOfRecords { get; }

    /// <summary>What the sender listens to.</summary>
    public partial MessageList<MldRecord> Records { get; init; }
}

/// <summary>Multicast address record (RFC 3810 section 5.2): to which group, and to which of its senders.</summary>
[Message("RFC 3810")]
public readonly ref partial struct MldRecord
{
    /// <summary>What <see cref="Sources"/> are.</summary>
    public partial MldRecordType Type { get; init; }

    /// <summary>Length of <see cref="AuxiliaryData"/> in units of 4 bytes.</summary>
    [LengthOf(nameof(AuxiliaryData), Unit = 4)] public partial byte AuxiliaryDataLength { get; }

    /// <summary>The number of <see cref="Sources"/>.</summary>
    [CountOf(nameof(Sources))] public partial ushort NumberOfSources { get; }

    /// <summary>The group.</summary>
    public partial IPv6Address MulticastAddress { get; init; }

    /// <summary>Senders.</summary>
    public partial ScalarList<IPv6Address> Sources { get; init; }

    /// <summary>Nothing that is defined; ignored.</summary>
    public partial ReadOnlySpan<byte> AuxiliaryData { get; init; }
}

/// <summary>Types of multicast address records (RFC 3810 section 5.2.12).</summary>
public enum MldRecordType : byte
{
    /// <summary>Answer: only these senders.</summary>
    ModeIsInclude = 1,

    /// <summary>Answer: all but these senders.</summary>
    ModeIsExclude = 2,

    /// <summary>From now on only these.</summary>
    ChangeToInclude = 3,

    /// <summary>From now on all but these.</summary>
    ChangeToExclude = 4,

    /// <summary>These too.</summary>
    AllowNewSources = 5,

    /// <summary>These no longer.</summary>
    BlockOldSources = 6,
}
