namespace Codecs.Protocols;

/// <summary>The version that the device, or the server, speaks (LoRaWAN 1.1 section 5.1 and 5.10).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.Reset, LoRaWanCommand.Rekey)]
public readonly partial record struct LoRaWanVersion
{
    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>1 for version 1.1.</summary>
    [Bits(4)] public partial byte Minor { get; init; }
}

/// <summary>How well the device is heard (LoRaWAN 1.1 section 5.2).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.LinkCheck, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanLinkCheckAnswer
{
    /// <summary>dB above what is just enough.</summary>
    public partial byte Margin { get; init; }

    /// <summary>Gateways that heard it.</summary>
    public partial byte GatewayCount { get; init; }
}

/// <summary>Data rate, power and channels (LoRaWAN 1.1 section 5.3).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.LinkAdr, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanLinkAdrRequest
{
    /// <summary>By the region's table; 15 to keep it (from version 1.0.4 on).</summary>
    [Bits(4)] public partial byte DataRate { get; init; }

    /// <summary>By the region's table; 15 to keep it.</summary>
    [Bits(4)] public partial byte TxPower { get; init; }

    /// <summary>Channels that may be used.</summary>
    public partial ushort ChannelMask { get; init; }

    [Bits(1), Reserved] private partial byte Reserved { get; }

    /// <summary>What <see cref="ChannelMask"/> is about, by region.</summary>
    [Bits(3)] public partial byte ChannelMaskControl { get; init; }

    /// <summary>How often each frame is sent; 0 for as before (NbTrans).</summary>
    [Bits(4)] public partial byte RepetitionCount { get; init; }
}

/// <summary>Was it done? Only if all are true (LoRaWAN 1.1 section 5.3).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.LinkAdr, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanLinkAdrAnswer
{
    [Bits(5), Reserved] private partial byte Reserved { get; }

    /// <summary>The power.</summary>
    [Bits(1)] public partial bool PowerAccepted { get; init; }

    /// <summary>The data rate.</summary>
    [Bits(1)] public partial bool DataRateAccepted { get; init; }

    /// <summary>The channels.</summary>
    [Bits(1)] public partial bool ChannelMaskAccepted { get; init; }
}

/// <summary>How much the device may send (LoRaWAN 1.1 section 5.4).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.DutyCycle, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanDutyCycleRequest
{
    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>One part in 2 to that power.</summary>
    [Bits(4)] public partial byte MaximumDutyCycle { get; init; }
}

/// <summary>Settings of the windows (LoRaWAN 1.1 section 5.5).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.RxParamSetup, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanRxParamSetupRequest
{
    [Bits(1), Reserved] private partial byte Reserved { get; }

    /// <summary>How much slower the answer in the first window is.</summary>
    [Bits(3)] public partial byte Rx1DataRateOffset { get; init; }

    /// <summary>Data rate of the second window.</summary>
    [Bits(4)] public partial byte Rx2DataRate { get; init; }

    /// <summary>Of the second window, in units of 100 Hz.</summary>
    [Bits(24)] public partial uint Frequency { get; init; }
}

/// <summary>Was it done? Only if all are true (LoRaWAN 1.1 section 5.5).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.RxParamSetup, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanRxParamSetupAnswer
{
    [Bits(5), Reserved] private partial byte Reserved { get; }

    /// <summary>The offset.</summary>
    [Bits(1)] public partial bool Rx1DataRateOffsetAccepted { get; init; }

    /// <summary>The data rate.</summary>
    [Bits(1)] public partial bool Rx2DataRateAccepted { get; init; }

    /// <summary>The frequency.</summary>
    [Bits(1)] public partial bool ChannelAccepted { get; init; }
}

/// <summary>How the device is (LoRaWAN 1.1 section 5.6).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.DevStatus, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanDevStatusAnswer
{
    /// <summary>0: external power, 1 to 254: from empty to full, 255: unknown.</summary>
    public partial byte Battery { get; init; }

    [Bits(2), Reserved] private partial byte Reserved { get; }

    /// <summary>Signal to noise of the request, in dB.</summary>
    [Bits(6)] public partial sbyte Margin { get; init; }
}

/// <summary>A channel (LoRaWAN 1.1 section 5.7).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.NewChannel, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanNewChannelRequest
{
    /// <summary>Which.</summary>
    public partial byte ChannelIndex { get; init; }

    /// <summary>In units of 100 Hz; 0 ends the channel.</summary>
    [Bits(24)] public partial uint Frequency { get; init; }

    /// <summary>By the region's table.</summary>
    [Bits(4)] public partial byte MaximumDataRate { get; init; }

    /// <summary>By the region's table.</summary>
    [Bits(4)] public partial byte MinimumDataRate { get; init; }
}

/// <summary>Was it done? Only if both are true (LoRaWAN 1.1 section 5.7, 5.8 and 14.3).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.NewChannel, LoRaWanCommand.DlChannel, LoRaWanCommand.PingSlotChannel, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanChannelAnswer
{
    [Bits(6), Reserved] private partial byte Reserved { get; }

    /// <summary>The data rates; of <see cref="LoRaWanCommand.DlChannel"/>: is there such a channel?</summary>
    [Bits(1)] public partial bool DataRateAccepted { get; init; }

    /// <summary>The frequency.</summary>
    [Bits(1)] public partial bool FrequencyAccepted { get; init; }
}

/// <summary>Another frequency to the device (LoRaWAN 1.1 section 5.7).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.DlChannel, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanDlChannelRequest
{
    /// <summary>For which channel.</summary>
    public partial byte ChannelIndex { get; init; }

    /// <summary>In units of 100 Hz.</summary>
    [Bits(24)] public partial uint Frequency { get; init; }
}

/// <summary>When the first window opens (LoRaWAN 1.1 section 5.8).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.RxTimingSetup, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanRxTimingSetupRequest
{
    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>Seconds; 0 means 1.</summary>
    [Bits(4)] public partial byte Delay { get; init; }
}

/// <summary>Dwell time and power (LoRaWAN 1.1 section 5.9).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.TxParamSetup, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanTxParamSetupRequest
{
    [Bits(2), Reserved] private partial byte Reserved { get; }

    /// <summary>At most 400 ms to the device?</summary>
    [Bits(1)] public partial bool DownlinkDwellTime { get; init; }

    /// <summary>At most 400 ms from it?</summary>
    [Bits(1)] public partial bool UplinkDwellTime { get; init; }

    /// <summary>Power, by a table from 8 to 36 dBm.</summary>
    [Bits(4)] public partial byte MaximumEirp { get; init; }
}

/// <summary>When the device slows down (LoRaWAN 1.1 section 5.11).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.AdrParamSetup, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanAdrParamSetupRequest
{
    /// <summary>2 to that power frames without an answer, and it asks for one.</summary>
    [Bits(4)] public partial byte LimitExponent { get; init; }

    /// <summary>2 to that power more, and it slows down.</summary>
    [Bits(4)] public partial byte DelayExponent { get; init; }
}

/// <summary>What time it is (LoRaWAN 1.1 section 5.12).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.DeviceTime, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanDeviceTimeAnswer
{
    /// <summary>Since the start of 6 January 1980, GPS time.</summary>
    public partial uint Seconds { get; init; }

    /// <summary>In units of 2 to the power of -8 seconds.</summary>
    public partial byte FractionalSecond { get; init; }
}

/// <summary>The device is to join again (LoRaWAN 1.1 section 5.13).</summary>
[Message("LoRaWAN 1.1"), LsbFirst, Tag(LoRaWanCommand.ForceRejoin, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanForceRejoinRequest
{
    /// <summary>By the region's table.</summary>
    [Bits(4)] public partial byte DataRate { get; init; }

    /// <summary>0 or 2.</summary>
    [Bits(3)] public partial byte RejoinType { get; init; }

    [Bits(1), Reserved] private partial byte Reserved { get; }

    /// <summary>How often it tries.</summary>
    [Bits(3)] public partial byte MaximumRetries { get; init; }

    /// <summary>32 times 2 to that power seconds, and up to 32 more, between two attempts.</summary>
    [Bits(3)] public partial byte Period { get; init; }

    [Bits(2), Reserved] private partial byte Reserved2 { get; }
}

/// <summary>How often the device is to join again (LoRaWAN 1.1 section 5.14).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.RejoinParamSetup, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanRejoinParamSetupRequest
{
    /// <summary>After 2 to the power of that and 10 more seconds.</summary>
    [Bits(4)] public partial byte MaximumTimeExponent { get; init; }

    /// <summary>After 2 to the power of that and 4 more frames.</summary>
    [Bits(4)] public partial byte MaximumCountExponent { get; init; }
}

/// <summary>Can it? (LoRaWAN 1.1 section 5.14).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.RejoinParamSetup, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanRejoinParamSetupAnswer
{
    [Bits(7), Reserved] private partial byte Reserved { get; }

    /// <summary>Does it know the time?</summary>
    [Bits(1)] public partial bool TimeAccepted { get; init; }
}

/// <summary>How often the device listens (LoRaWAN 1.1 section 14.1).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.PingSlotInfo, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanPingSlotInfo
{
    [Bits(5), Reserved] private partial byte Reserved { get; }

    /// <summary>Every 2 to that power seconds.</summary>
    [Bits(3)] public partial byte Periodicity { get; init; }
}

/// <summary>On which channel (LoRaWAN 1.1 section 14.3).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.PingSlotChannel, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanPingSlotChannelRequest
{
    /// <summary>In units of 100 Hz; 0 for the region's.</summary>
    [Bits(24)] public partial uint Frequency { get; init; }

    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>By the region's table.</summary>
    [Bits(4)] public partial byte DataRate { get; init; }
}

/// <summary>Where the beacon is (LoRaWAN 1.1 section 14.4).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanCommand.BeaconFrequency, In = typeof(LoRaWanDownlinkCommand))]
public readonly partial record struct LoRaWanBeaconFrequencyRequest
{
    /// <summary>In units of 100 Hz; 0 for the region's.</summary>
    [Bits(24)] public partial uint Frequency { get; init; }
}

/// <summary>Was it done? (LoRaWAN 1.1 section 14.4).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.BeaconFrequency, In = typeof(LoRaWanUplinkCommand))]
public readonly partial record struct LoRaWanBeaconFrequencyAnswer
{
    [Bits(7), Reserved] private partial byte Reserved { get; }

    /// <summary>The frequency.</summary>
    [Bits(1)] public partial bool FrequencyAccepted { get; init; }
}

/// <summary>The device's class (LoRaWAN 1.1 section 18.1).</summary>
[Message("LoRaWAN 1.1"), Tag(LoRaWanCommand.DeviceMode)]
public readonly partial record struct LoRaWanDeviceMode
{
    /// <summary>0: A, 2: C.</summary>
    public partial byte Class { get; init; }
}
