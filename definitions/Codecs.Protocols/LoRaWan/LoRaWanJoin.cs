namespace Codecs.Protocols;

/// <summary>A device joins (LoRaWAN 1.1 section 6.2.4).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanMessageType.JoinRequest)]
public readonly partial record struct LoRaWanJoinRequest
{
    /// <summary>The join server; in version 1.0 AppEUI.</summary>
    public partial ulong JoinEui { get; init; }

    /// <summary>The device.</summary>
    public partial ulong DevEui { get; init; }

    /// <summary>A number that the device never uses again.</summary>
    public partial ushort DevNonce { get; init; }
}

/// <summary>A device may join (LoRaWAN 1.1 section 6.2.5), decrypted.</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanMessageType.JoinAccept)]
public readonly ref partial struct LoRaWanJoinAccept
{
    /// <summary>A number of the server's, from which keys are derived; in version 1.0 AppNonce.</summary>
    [Bits(24)] public partial uint JoinNonce { get; init; }

    /// <summary>The network.</summary>
    [Bits(24)] public partial uint NetId { get; init; }

    /// <summary>The device's address from now on.</summary>
    public partial uint DevAddr { get; init; }

    /// <summary>Is it version 1.1 or later? (OptNeg)</summary>
    [Bits(1)] public partial bool OptNeg { get; init; }

    /// <summary>How much slower the answer in the first window is.</summary>
    [Bits(3)] public partial byte Rx1DataRateOffset { get; init; }

    /// <summary>Data rate of the second window.</summary>
    [Bits(4)] public partial byte Rx2DataRate { get; init; }

    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>Seconds until the first window; 0 means 1.</summary>
    [Bits(4)] public partial byte RxDelay { get; init; }

    /// <summary>Channels of the network: 16 bytes, or none.</summary>
    public partial ReadOnlySpan<byte> CFList { get; init; }
}

/// <summary>A device joins again (LoRaWAN 1.1 section 6.2.6).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanMessageType.RejoinRequest)]
public readonly ref partial struct LoRaWanRejoinRequest
{
    /// <summary>Why.</summary>
    [TagOf(nameof(Body))] public partial LoRaWanRejoinType RejoinType { get; init; }

    /// <summary>Who.</summary>
    [Case<LoRaWanRejoin>, Case<LoRaWanRejoinContext>] public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Why a device joins again (LoRaWAN 1.1 table 12).</summary>
public enum LoRaWanRejoinType : byte
{
    /// <summary>To change everything.</summary>
    Reset = 0,

    /// <summary>Because it may have been lost; now and then.</summary>
    Lost = 1,

    /// <summary>For new keys.</summary>
    Rekey = 2,
}

/// <summary>A device of a network joins again (LoRaWAN 1.1 section 6.2.6, types 0 and 2).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanRejoinType.Reset, LoRaWanRejoinType.Rekey)]
public readonly partial record struct LoRaWanRejoin
{
    /// <summary>The network.</summary>
    [Bits(24)] public partial uint NetId { get; init; }

    /// <summary>The device.</summary>
    public partial ulong DevEui { get; init; }

    /// <summary>How often it did so (RJcount0).</summary>
    public partial ushort Count { get; init; }
}

/// <summary>A device asks its join server again (LoRaWAN 1.1 section 6.2.6, type 1).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanRejoinType.Lost)]
public readonly partial record struct LoRaWanRejoinContext
{
    /// <summary>The join server.</summary>
    public partial ulong JoinEui { get; init; }

    /// <summary>The device.</summary>
    public partial ulong DevEui { get; init; }

    /// <summary>How often it did so (RJcount1).</summary>
    public partial ushort Count { get; init; }
}
