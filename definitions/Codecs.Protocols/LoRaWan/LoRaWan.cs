namespace Codecs.Protocols;

/// <summary>Frame of LoRaWAN (LoRaWAN 1.1 section 4, PHYPayload), and of versions 1.0.x.</summary>
/// <remarks>
/// What is encrypted stays so: <see cref="LoRaWanKey"/> computes and checks codes, and encrypts. A join accept is encrypted as a whole, behind the first byte; it is a <see cref="LoRaWanJoinAccept"/> only after it was decrypted.
/// </remarks>
[Message("LoRaWAN 1.1"), LittleEndian]
public readonly ref partial struct LoRaWan
{
    /// <summary>What kind of frame it is, and which way it goes.</summary>
    [Bits(3), TagOf(nameof(Payload))] public partial LoRaWanMessageType MessageType { get; init; }

    [Bits(3), Reserved] private partial byte Reserved { get; }

    /// <summary>0; other versions have other frames.</summary>
    [Bits(2)] public partial byte Major { get; init; }

    /// <summary>What it says (MACPayload).</summary>
    [Case<LoRaWanUplink>, Case<LoRaWanDownlink>, Case<LoRaWanJoinRequest>, Case<LoRaWanJoinAccept>, Case<LoRaWanRejoinRequest>] public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Message integrity code; its first byte is the least significant.</summary>
    public partial uint Mic { get; init; }
}

/// <summary>Kinds of frames (LoRaWAN 1.1 table 2).</summary>
public enum LoRaWanMessageType : byte
{
    /// <summary>A device joins (<see cref="LoRaWanJoinRequest"/>).</summary>
    JoinRequest = 0,

    /// <summary>It may (<see cref="LoRaWanJoinAccept"/>).</summary>
    JoinAccept = 1,

    /// <summary>From a device (<see cref="LoRaWanUplink"/>).</summary>
    UnconfirmedDataUp = 2,

    /// <summary>To a device (<see cref="LoRaWanDownlink"/>).</summary>
    UnconfirmedDataDown = 3,

    /// <summary>From a device, to be confirmed (<see cref="LoRaWanUplink"/>).</summary>
    ConfirmedDataUp = 4,

    /// <summary>To a device, to be confirmed (<see cref="LoRaWanDownlink"/>).</summary>
    ConfirmedDataDown = 5,

    /// <summary>A device joins again (version 1.1, <see cref="LoRaWanRejoinRequest"/>).</summary>
    RejoinRequest = 6,

    /// <summary>Something else.</summary>
    Proprietary = 7,
}

/// <summary>Data from a device (LoRaWAN 1.1 section 4.3).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanMessageType.UnconfirmedDataUp, LoRaWanMessageType.ConfirmedDataUp)]
public readonly ref partial struct LoRaWanUplink
{
    /// <summary>The device, within its network.</summary>
    public partial uint DevAddr { get; init; }

    /// <summary>May the network change the data rate? (ADR)</summary>
    [Bits(1)] public partial bool AdaptiveDataRate { get; init; }

    /// <summary>Is the network to show that it hears the device? (ADRACKReq)</summary>
    [Bits(1)] public partial bool AcknowledgmentRequest { get; init; }

    /// <summary>Does it confirm the last frame to the device? (ACK)</summary>
    [Bits(1)] public partial bool Acknowledgment { get; init; }

    /// <summary>Does the device listen at times that beacons tell? (Class B)</summary>
    [Bits(1)] public partial bool IsClassB { get; init; }

    /// <summary>Length of <see cref="FOpts"/> in bytes.</summary>
    [Bits(4), LengthOf(nameof(FOpts))] public partial byte FOptsLen { get; }

    /// <summary>The lower half of the frame's number.</summary>
    public partial ushort FCnt { get; init; }

    /// <summary>MAC commands; encrypted from version 1.1 on. See <see cref="Commands"/>.</summary>
    public partial ReadOnlySpan<byte> FOpts { get; init; }

    /// <summary>What the payload is: 0 for MAC commands, 1 to 223 for applications; null if there is none.</summary>
    public partial byte? FPort { get; init; }

    /// <summary>The payload, encrypted.</summary>
    public partial ReadOnlySpan<byte> FRMPayload { get; init; }

    /// <summary>The MAC commands in <see cref="FOpts"/>, as they are if it is not encrypted.</summary>
    public MessageList<LoRaWanUplinkCommand> Commands => new(FOpts);
}

/// <summary>Data to a device (LoRaWAN 1.1 section 4.3).</summary>
[Message("LoRaWAN 1.1"), LittleEndian, Tag(LoRaWanMessageType.UnconfirmedDataDown, LoRaWanMessageType.ConfirmedDataDown)]
public readonly ref partial struct LoRaWanDownlink
{
    /// <summary>The device, within its network.</summary>
    public partial uint DevAddr { get; init; }

    /// <summary>Does the network change the data rate? (ADR)</summary>
    [Bits(1)] public partial bool AdaptiveDataRate { get; init; }

    [Bits(1), Reserved] private partial bool Reserved { get; }

    /// <summary>Does it confirm the last frame of the device? (ACK)</summary>
    [Bits(1)] public partial bool Acknowledgment { get; init; }

    /// <summary>Does more wait for the device? (FPending)</summary>
    [Bits(1)] public partial bool FPending { get; init; }

    /// <summary>Length of <see cref="FOpts"/> in bytes.</summary>
    [Bits(4), LengthOf(nameof(FOpts))] public partial byte FOptsLen { get; }

    /// <summary>The lower half of the frame's number.</summary>
    public partial ushort FCnt { get; init; }

    /// <summary>MAC commands; encrypted from version 1.1 on. See <see cref="Commands"/>.</summary>
    public partial ReadOnlySpan<byte> FOpts { get; init; }

    /// <summary>What the payload is: 0 for MAC commands, 1 to 223 for applications; null if there is none.</summary>
    public partial byte? FPort { get; init; }

    /// <summary>The payload, encrypted.</summary>
    public partial ReadOnlySpan<byte> FRMPayload { get; init; }

    /// <summary>The MAC commands in <see cref="FOpts"/>, as they are if it is not encrypted.</summary>
    public MessageList<LoRaWanDownlinkCommand> Commands => new(FOpts);
}
