namespace Codecs.Protocols;

/// <summary>Membership query: version 1 or 2 (RFC 2236 section 2) or, with more after the address, version 3 (RFC 3376 section 4.1).</summary>
[Message("RFC 3376"), Tag(IgmpType.MembershipQuery)]
public readonly ref partial struct IgmpQuery
{
    /// <summary>The group that is asked about; 0.0.0.0 for all.</summary>
    public partial IPv4Address GroupAddress { get; init; }

    /// <summary>What version 3 adds; absent in versions 1 and 2.</summary>
    public partial Optional<IgmpQueryV3> Version3 { get; init; }
}

/// <summary>What version 3 adds to a query (RFC 3376 section 4.1).</summary>
[Message("RFC 3376")]
public readonly ref partial struct IgmpQueryV3
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
    public partial ScalarList<IPv4Address> Sources { get; init; }

    /// <summary>How often the querier asks, in seconds. From 128 on, the code has a mantissa of 4 bits and an exponent of 3 (RFC 3376 section 4.1.7).</summary>
    public int GetQueryInterval() => Decode(QueryIntervalCode);

    internal static int Decode(byte code) => code < 0x80 ? code : (code & 0xF | 0x10) << ((code >> 4 & 7) + 3);
}

/// <summary>Membership report of versions 1 and 2, and leave group (RFC 1112 appendix I, RFC 2236 section 2).</summary>
[Message("RFC 2236"), Tag(IgmpType.MembershipReportV2, IgmpType.MembershipReportV1, IgmpType.LeaveGroup)]
public readonly partial record struct IgmpReport
{
    /// <summary>The group that the sender listens to, or leaves.</summary>
    public partial IPv4Address GroupAddress { get; init; }
}

/// <summary>Membership report, version 3 (RFC 3376 section 4.2).</summary>
[Message("RFC 3376"), Tag(IgmpType.MembershipReportV3)]
public readonly ref partial struct IgmpReportV3
{
    [Reserved] private partial ushort Reserved { get; }

    /// <summary>The number of <see cref="Records"/>.</summary>
    [CountOf(nameof(Records))] public partial ushort NumberOfRecords { get; }

    /// <summary>What the sender listens to.</summary>
    public partial MessageList<IgmpRecord> Records { get; init; }
}

/// <summary>Group record (RFC 3376 section 4.2.4): to which group, and to which of its senders.</summary>
[Message("RFC 3376")]
public readonly ref partial struct IgmpRecord
{
    /// <summary>What <see cref="Sources"/> are.</summary>
    public partial IgmpRecordType Type { get; init; }

    /// <summary>Length of <see cref="AuxiliaryData"/> in units of 4 bytes.</summary>
    [LengthOf(nameof(AuxiliaryData), Unit = 4)] public partial byte AuxiliaryDataLength { get; }

    /// <summary>The number of <see cref="Sources"/>.</summary>
    [CountOf(nameof(Sources))] public partial ushort NumberOfSources { get; }

    /// <summary>The group.</summary>
    public partial IPv4Address MulticastAddress { get; init; }

    /// <summary>Senders.</summary>
    public partial ScalarList<IPv4Address> Sources { get; init; }

    /// <summary>Nothing that is defined; ignored.</summary>
    public partial ReadOnlySpan<byte> AuxiliaryData { get; init; }
}

/// <summary>Types of group records (RFC 3376 section 4.2.12).</summary>
public enum IgmpRecordType : byte
{
    /// <summary>Answer: only these senders.</summary>
    ModeIsInclude = 1,

    /// <summary>Answer: all but these senders.</summary>
    ModeIsExclude = 2,

    /// <summary>From now on only these.</summary>
    ChangeToIncludeMode = 3,

    /// <summary>From now on all but these.</summary>
    ChangeToExcludeMode = 4,

    /// <summary>These too.</summary>
    AllowNewSources = 5,

    /// <summary>These no longer.</summary>
    BlockOldSources = 6,
}
