namespace Codecs.Protocols;

/// <summary>PPP over Ethernet, once a session is set up (RFC 2516 section 6).</summary>
[Message("RFC 2516"), Tag(EtherType.PppoeSession), Tag(LinkType.PppEther)]
public readonly ref partial struct PppoeSession
{
    /// <summary>Always 1.</summary>
    [Bits(4), Const(1)] public partial byte Version { get; }

    /// <summary>Always 1.</summary>
    [Bits(4), Const(1)] public partial byte Type { get; }

    /// <summary>Always <see cref="PppoeCode.SessionData"/>.</summary>
    [TagOf(nameof(Payload))] public partial PppoeCode Code { get; init; }

    /// <summary>The session, as the access concentrator numbers it.</summary>
    public partial ushort SessionId { get; init; }

    /// <summary>Length of the payload in bytes.</summary>
    [LengthOf(nameof(Payload))] public partial ushort Length { get; }

    /// <summary>A PPP packet, without address and control.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }
}

/// <summary>PPP over Ethernet, discovery (RFC 2516 section 5): finds an access concentrator, and sets up and ends sessions.</summary>
[Message("RFC 2516"), Tag(EtherType.PppoeDiscovery)]
public readonly ref partial struct PppoeDiscovery
{
    /// <summary>Always 1.</summary>
    [Bits(4), Const(1)] public partial byte Version { get; }

    /// <summary>Always 1.</summary>
    [Bits(4), Const(1)] public partial byte Type { get; }

    /// <summary>What the packet says.</summary>
    public partial PppoeCode Code { get; init; }

    /// <summary>The session; 0 as long as there is none.</summary>
    public partial ushort SessionId { get; init; }

    /// <summary>Length of the tags in bytes.</summary>
    [LengthOf(nameof(Tags))] public partial ushort Length { get; }

    /// <summary>What is asked for or offered.</summary>
    [Until(nameof(PppoeTag.IsEnd))] public partial MessageList<PppoeTag> Tags { get; init; }
}

/// <summary>Tag of a discovery packet (RFC 2516 section 5 and appendix A): type, length and value.</summary>
[Message("RFC 2516")]
public readonly ref partial struct PppoeTag
{
    /// <summary>What the value is.</summary>
    [TagOf(nameof(Value))] public partial PppoeTagType Type { get; init; }

    /// <summary>Length of the value in bytes.</summary>
    [LengthOf(nameof(Value))] public partial ushort Length { get; }

    /// <summary>A name in UTF-8, or bytes.</summary>
    [Case<PppoeMaximumPayload>, Case<PppoeVendorSpecific>] public partial ReadOnlySpan<byte> Value { get; init; }

    /// <summary>Does nothing follow?</summary>
    public bool IsEnd => Type == PppoeTagType.EndOfList;
}

/// <summary>The largest PPP packet that fits, if that is more than 1492 bytes (RFC 4638 section 2).</summary>
[Message("RFC 4638"), Tag(PppoeTagType.PppMaximumPayload)]
public readonly partial record struct PppoeMaximumPayload
{
    /// <summary>Bytes.</summary>
    public partial ushort Value { get; init; }
}

/// <summary>Anything of a vendor (RFC 2516 appendix A).</summary>
[Message("RFC 2516"), Tag(PppoeTagType.VendorSpecific)]
public readonly ref partial struct PppoeVendorSpecific
{
    /// <summary>The vendor, by its enterprise number (IANA).</summary>
    public partial uint VendorId { get; init; }

    /// <summary>What it says.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>What a PPPoE packet is (RFC 2516 sections 5 and 6).</summary>
public enum PppoeCode : byte
{
    /// <summary>A PPP packet of a session.</summary>
    SessionData = 0x00,

    /// <summary>Offer of an access concentrator (PADO).</summary>
    ActiveDiscoveryOffer = 0x07,

    /// <summary>Who offers? (PADI)</summary>
    ActiveDiscoveryInitiation = 0x09,

    /// <summary>Request for a session (PADR).</summary>
    ActiveDiscoveryRequest = 0x19,

    /// <summary>The session is set up (PADS).</summary>
    ActiveDiscoverySessionConfirmation = 0x65,

    /// <summary>The session has ended (PADT).</summary>
    ActiveDiscoveryTerminate = 0xA7,
}

/// <summary>Types of tags (RFC 2516 appendix A).</summary>
public enum PppoeTagType : ushort
{
    /// <summary>Ends the list.</summary>
    EndOfList = 0x0000,

    /// <summary>The service that is wanted; empty for any.</summary>
    ServiceName = 0x0101,

    /// <summary>Name of the access concentrator.</summary>
    AccessConcentratorName = 0x0102,

    /// <summary>Comes back to the host as it was sent.</summary>
    HostUniq = 0x0103,

    /// <summary>Comes back to the access concentrator as it was sent.</summary>
    AccessConcentratorCookie = 0x0104,

    /// <summary>Of a vendor (<see cref="PppoeVendorSpecific"/>).</summary>
    VendorSpecific = 0x0105,

    /// <summary>Comes back to a relay as it was sent.</summary>
    RelaySessionId = 0x0110,

    /// <summary>Largest packet (<see cref="PppoeMaximumPayload"/>).</summary>
    PppMaximumPayload = 0x0120,

    /// <summary>The service is not offered.</summary>
    ServiceNameError = 0x0201,

    /// <summary>The access concentrator failed.</summary>
    AccessConcentratorSystemError = 0x0202,

    /// <summary>Something else is wrong.</summary>
    GenericError = 0x0203,
}
