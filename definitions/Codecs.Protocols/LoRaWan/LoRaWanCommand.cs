namespace Codecs.Protocols;

/// <summary>MAC command from a device (LoRaWAN 1.1 section 5). How long it is, only its identifier says: what is behind an unknown one cannot be read.</summary>
[Message("LoRaWAN 1.1")]
public readonly ref partial struct LoRaWanUplinkCommand
{
    /// <summary>What it is (CID).</summary>
    [TagOf(nameof(Value)), Require(nameof(IsKnown))] public partial LoRaWanCommand Identifier { get; init; }

    /// <summary>What it says; empty for some.</summary>
    [Bytes(nameof(Length))]
    [Case<LoRaWanVersion>, Case<LoRaWanLinkAdrAnswer>, Case<LoRaWanRxParamSetupAnswer>, Case<LoRaWanDevStatusAnswer>, Case<LoRaWanChannelAnswer>, Case<LoRaWanRejoinParamSetupAnswer>, Case<LoRaWanPingSlotInfo>, Case<LoRaWanBeaconFrequencyAnswer>, Case<LoRaWanDeviceMode>]
    public partial ReadOnlySpan<byte> Value { get; init; }

    private bool IsKnown => LengthOf(Identifier) >= 0;

    private int Length => Math.Max(LengthOf(Identifier), 0);

    private static int LengthOf(LoRaWanCommand identifier)
    {
        return identifier switch
        {
            LoRaWanCommand.LinkCheck or LoRaWanCommand.DutyCycle or LoRaWanCommand.RxTimingSetup or LoRaWanCommand.TxParamSetup or LoRaWanCommand.AdrParamSetup or LoRaWanCommand.DeviceTime or LoRaWanCommand.BeaconTiming => 0,
            LoRaWanCommand.Reset or LoRaWanCommand.LinkAdr or LoRaWanCommand.RxParamSetup or LoRaWanCommand.NewChannel or LoRaWanCommand.DlChannel or LoRaWanCommand.Rekey or LoRaWanCommand.RejoinParamSetup or LoRaWanCommand.PingSlotInfo or LoRaWanCommand.PingSlotChannel or LoRaWanCommand.BeaconFrequency or LoRaWanCommand.DeviceMode => 1,
            LoRaWanCommand.DevStatus => 2,
            _ => -1,
        };
    }
}

/// <summary>MAC command to a device (LoRaWAN 1.1 section 5). How long it is, only its identifier says: what is behind an unknown one cannot be read.</summary>
[Message("LoRaWAN 1.1")]
public readonly ref partial struct LoRaWanDownlinkCommand
{
    /// <summary>What it is (CID).</summary>
    [TagOf(nameof(Value)), Require(nameof(IsKnown))] public partial LoRaWanCommand Identifier { get; init; }

    /// <summary>What it says; empty for some.</summary>
    [Bytes(nameof(Length))]
    [Case<LoRaWanVersion>, Case<LoRaWanLinkCheckAnswer>, Case<LoRaWanLinkAdrRequest>, Case<LoRaWanDutyCycleRequest>, Case<LoRaWanRxParamSetupRequest>, Case<LoRaWanNewChannelRequest>, Case<LoRaWanRxTimingSetupRequest>, Case<LoRaWanTxParamSetupRequest>, Case<LoRaWanDlChannelRequest>, Case<LoRaWanAdrParamSetupRequest>, Case<LoRaWanDeviceTimeAnswer>, Case<LoRaWanForceRejoinRequest>, Case<LoRaWanRejoinParamSetupRequest>, Case<LoRaWanPingSlotChannelRequest>, Case<LoRaWanBeaconFrequencyRequest>, Case<LoRaWanDeviceMode>]
    public partial ReadOnlySpan<byte> Value { get; init; }

    private bool IsKnown => LengthOf(Identifier) >= 0;

    private int Length => Math.Max(LengthOf(Identifier), 0);

    private static int LengthOf(LoRaWanCommand identifier)
    {
        return identifier switch
        {
            LoRaWanCommand.DevStatus or LoRaWanCommand.PingSlotInfo => 0,
            LoRaWanCommand.Reset or LoRaWanCommand.DutyCycle or LoRaWanCommand.RxTimingSetup or LoRaWanCommand.TxParamSetup or LoRaWanCommand.Rekey or LoRaWanCommand.AdrParamSetup or LoRaWanCommand.RejoinParamSetup or LoRaWanCommand.DeviceMode => 1,
            LoRaWanCommand.LinkCheck or LoRaWanCommand.ForceRejoin => 2,
            LoRaWanCommand.BeaconTiming or LoRaWanCommand.BeaconFrequency => 3,
            LoRaWanCommand.LinkAdr or LoRaWanCommand.RxParamSetup or LoRaWanCommand.DlChannel or LoRaWanCommand.PingSlotChannel => 4,
            LoRaWanCommand.NewChannel or LoRaWanCommand.DeviceTime => 5,
            _ => -1,
        };
    }
}

/// <summary>MAC commands (LoRaWAN 1.1 table 4 and sections 14 and 18). One number is a request one way and its answer the other.</summary>
public enum LoRaWanCommand : byte
{
    /// <summary>A device has forgotten its settings, and the answer.</summary>
    Reset = 0x01,

    /// <summary>How well is the device heard?</summary>
    LinkCheck = 0x02,

    /// <summary>Data rate, power and channels.</summary>
    LinkAdr = 0x03,

    /// <summary>How much the device may send.</summary>
    DutyCycle = 0x04,

    /// <summary>Settings of the windows.</summary>
    RxParamSetup = 0x05,

    /// <summary>How is the device?</summary>
    DevStatus = 0x06,

    /// <summary>A channel.</summary>
    NewChannel = 0x07,

    /// <summary>When the first window opens.</summary>
    RxTimingSetup = 0x08,

    /// <summary>Dwell time and power.</summary>
    TxParamSetup = 0x09,

    /// <summary>Another frequency to the device.</summary>
    DlChannel = 0x0A,

    /// <summary>A device uses new keys, and the answer.</summary>
    Rekey = 0x0B,

    /// <summary>When the device slows down.</summary>
    AdrParamSetup = 0x0C,

    /// <summary>What time is it?</summary>
    DeviceTime = 0x0D,

    /// <summary>The device is to join again.</summary>
    ForceRejoin = 0x0E,

    /// <summary>How often it is to.</summary>
    RejoinParamSetup = 0x0F,

    /// <summary>How often the device listens (class B).</summary>
    PingSlotInfo = 0x10,

    /// <summary>On which channel (class B).</summary>
    PingSlotChannel = 0x11,

    /// <summary>When is the next beacon (class B, obsolete)?</summary>
    BeaconTiming = 0x12,

    /// <summary>Where is the beacon (class B)?</summary>
    BeaconFrequency = 0x13,

    /// <summary>The device's class.</summary>
    DeviceMode = 0x20,
}
