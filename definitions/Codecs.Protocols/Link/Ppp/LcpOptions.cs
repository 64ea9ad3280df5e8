namespace Codecs.Protocols;

/// <summary>Configuration option of LCP (RFC 1661 section 6).</summary>
[Message("RFC 1661")]
public readonly ref partial struct LcpOption
{
    /// <summary>What the option is.</summary>
    [TagOf(nameof(Data))] public partial LcpOptionType Type { get; init; }

    /// <summary>Length of the whole option in bytes.</summary>
    [LengthOf(nameof(Type), nameof(Data))] public partial byte Length { get; }

    /// <summary>What the option says.</summary>
    [Case<LcpMaximumReceiveUnit>, Case<LcpControlCharacterMap>, Case<LcpProtocolOption>, Case<LcpMagicNumber>, Case<LcpFrameCheckAlternatives>, Case<LcpCallback>, Case<LcpEndpointDiscriminator>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Maximum receive unit (RFC 1661 section 6.1) and, of a multilink bundle, maximum received reconstructed unit (RFC 1990 section 5.1.1).</summary>
[Message("RFC 1661"), Tag(LcpOptionType.MaximumReceiveUnit, LcpOptionType.MaximumReceivedReconstructedUnit)]
public readonly partial record struct LcpMaximumReceiveUnit
{
    /// <summary>Most bytes of information and padding in a frame.</summary>
    public partial ushort Value { get; init; }
}

/// <summary>Async control character map (RFC 1662 section 7.1).</summary>
[Message("RFC 1662"), Tag(LcpOptionType.AsyncControlCharacterMap)]
public readonly partial record struct LcpControlCharacterMap
{
    /// <summary>The bytes below 32 that must be escaped: the least significant bit is for 0.</summary>
    public partial uint Map { get; init; }
}

/// <summary>Authentication protocol and quality protocol (RFC 1661 sections 6.2 and 6.3).</summary>
[Message("RFC 1661"), Tag(LcpOptionType.AuthenticationProtocol, LcpOptionType.QualityProtocol)]
public readonly ref partial struct LcpProtocolOption
{
    /// <summary>The protocol that is wanted.</summary>
    public partial PppProtocol Protocol { get; init; }

    /// <summary>What the protocol wants to know: of CHAP, the number of the algorithm (5: MD5); of quality, how often to report, in hundredths of a second.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Magic number (RFC 1661 section 6.4).</summary>
[Message("RFC 1661"), Tag(LcpOptionType.MagicNumber)]
public readonly partial record struct LcpMagicNumber
{
    /// <summary>A number that nobody else is likely to have: who gets back its own is talking to itself.</summary>
    public partial uint Value { get; init; }
}

/// <summary>Frame check sequence alternatives (RFC 1570 section 2.1).</summary>
[Message("RFC 1570"), Tag(LcpOptionType.FrameCheckAlternatives)]
public readonly partial record struct LcpFrameCheckAlternatives
{
    [Bits(5), Reserved] private partial byte Reserved { get; }

    /// <summary>32 bits (<see cref="PppFrame32"/>).</summary>
    [Bits(1)] public partial bool Fcs32 { get; init; }

    /// <summary>16 bits (<see cref="PppFrame"/>).</summary>
    [Bits(1)] public partial bool Fcs16 { get; init; }

    /// <summary>None.</summary>
    [Bits(1)] public partial bool NullFcs { get; init; }
}

/// <summary>Callback (RFC 1570 section 2.3).</summary>
[Message("RFC 1570"), Tag(LcpOptionType.Callback)]
public readonly ref partial struct LcpCallback
{
    /// <summary>What the message is: 0 nothing, who authenticates knows; 1 a dialing string, 2 a location, 3 a number (E.164), 4 a name, 6 it follows in CBCP.</summary>
    public partial byte Operation { get; init; }

    /// <summary>Where to call.</summary>
    public partial ReadOnlySpan<byte> Message { get; init; }
}

/// <summary>Endpoint discriminator (RFC 1990 section 5.1.3): tells whether links lead to the same peer.</summary>
[Message("RFC 1990"), Tag(LcpOptionType.EndpointDiscriminator)]
public readonly ref partial struct LcpEndpointDiscriminator
{
    /// <summary>What the address is: 0 nothing, 1 anything local, 2 IP, 3 IEEE 802.1, 4 magic numbers, 5 a telephone number.</summary>
    public partial byte Class { get; init; }

    /// <summary>The address.</summary>
    public partial ReadOnlySpan<byte> Address { get; init; }
}

/// <summary>Options of LCP (IANA PPP numbers).</summary>
public enum LcpOptionType : byte
{
    /// <summary>Of a vendor (RFC 2153).</summary>
    VendorSpecific = 0,

    /// <summary>Largest frame that the sender takes (<see cref="LcpMaximumReceiveUnit"/>).</summary>
    MaximumReceiveUnit = 1,

    /// <summary>What must be escaped (<see cref="LcpControlCharacterMap"/>).</summary>
    AsyncControlCharacterMap = 2,

    /// <summary>How the peer is to say who it is (<see cref="LcpProtocolOption"/>).</summary>
    AuthenticationProtocol = 3,

    /// <summary>How the quality of the link is measured (<see cref="LcpProtocolOption"/>).</summary>
    QualityProtocol = 4,

    /// <summary>To notice a loop (<see cref="LcpMagicNumber"/>).</summary>
    MagicNumber = 5,

    /// <summary>The sender takes protocol numbers of one byte. No data.</summary>
    ProtocolFieldCompression = 7,

    /// <summary>The sender takes frames without address and control. No data.</summary>
    AddressAndControlFieldCompression = 8,

    /// <summary>Which frame check sequences the sender takes (<see cref="LcpFrameCheckAlternatives"/>).</summary>
    FrameCheckAlternatives = 9,

    /// <summary>Padding that describes itself (RFC 1570).</summary>
    SelfDescribingPadding = 10,

    /// <summary>Numbered mode (RFC 1663).</summary>
    NumberedMode = 11,

    /// <summary>Call back (<see cref="LcpCallback"/>).</summary>
    Callback = 13,

    /// <summary>Several packets in a frame (RFC 1570).</summary>
    CompoundFrames = 15,

    /// <summary>Largest packet of a multilink bundle (<see cref="LcpMaximumReceiveUnit"/>).</summary>
    MaximumReceivedReconstructedUnit = 17,

    /// <summary>Multilink with short sequence numbers (RFC 1990). No data.</summary>
    ShortSequenceNumbers = 18,

    /// <summary>Whose link this is (<see cref="LcpEndpointDiscriminator"/>).</summary>
    EndpointDiscriminator = 19,
}
