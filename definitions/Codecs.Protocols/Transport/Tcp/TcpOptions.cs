namespace Codecs.Protocols;

/// <summary>Maximum segment size (RFC 9293 section 3.7.1). Only with SYN.</summary>
[Message("RFC 9293"), Tag(TcpOptionKind.MaximumSegmentSize)]
public readonly partial record struct TcpMaximumSegmentSize
{
    /// <summary>Bytes of payload, options counted as if there were none.</summary>
    public partial ushort Value { get; init; }
}

/// <summary>Window scale (RFC 7323 section 2). Only with SYN.</summary>
[Message("RFC 7323"), Tag(TcpOptionKind.WindowScale)]
public readonly partial record struct TcpWindowScale
{
    /// <summary>Windows are in units of 2 to the power of this. More than 14 counts as 14.</summary>
    public partial byte Shift { get; init; }
}

/// <summary>Selective acknowledgement (RFC 2018 section 3): what arrived out of order.</summary>
[Message("RFC 2018"), Tag(TcpOptionKind.Sack)]
public readonly ref partial struct TcpSack
{
    /// <summary>At most 4, the most recent first. The first may tell of a duplicate (RFC 2883).</summary>
    public partial MessageList<TcpSackBlock> Blocks { get; init; }
}

/// <summary>A block that arrived out of order (RFC 2018 section 3).</summary>
[Message("RFC 2018")]
public readonly partial record struct TcpSackBlock
{
    /// <summary>Sequence number of its first byte.</summary>
    public partial uint LeftEdge { get; init; }

    /// <summary>Sequence number of the byte after its last.</summary>
    public partial uint RightEdge { get; init; }
}

/// <summary>Timestamps (RFC 7323 section 3.2).</summary>
[Message("RFC 7323"), Tag(TcpOptionKind.Timestamps)]
public readonly partial record struct TcpTimestamps
{
    /// <summary>The sender's clock, in units of its own (TSval).</summary>
    public partial uint Value { get; init; }

    /// <summary>Under ACK, the last value that the sender received (TSecr).</summary>
    public partial uint EchoReply { get; init; }
}

/// <summary>User timeout (RFC 5482 section 3.1): how long the sender goes on without acknowledgement.</summary>
[Message("RFC 5482"), Tag(TcpOptionKind.UserTimeout)]
public readonly partial record struct TcpUserTimeout
{
    /// <summary>Is <see cref="Value"/> in minutes, or else in seconds (granularity)?</summary>
    [Bits(1)] public partial bool IsMinutes { get; init; }

    /// <summary>In minutes or seconds.</summary>
    [Bits(15)] public partial ushort Value { get; init; }

    /// <summary>The timeout.</summary>
    public TimeSpan Timeout => IsMinutes ? TimeSpan.FromMinutes(Value) : TimeSpan.FromSeconds(Value);
}
