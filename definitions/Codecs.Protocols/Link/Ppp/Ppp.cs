namespace Codecs.Protocols;

/// <summary>Point-to-point protocol (RFC 1661 section 2), with or without the address and control bytes of HDLC-like framing (RFC 1662 section 3.1), without flags and frame check sequence.</summary>
[Message("RFC 1661"), Tag(LinkType.Ppp, LinkType.PppHdlc), Tag(EtherType.Ppp), Tag(PppoeCode.SessionData)]
public readonly ref partial struct Ppp
{
    /// <summary>All stations, unnumbered information; absent where the framing is not HDLC, or after address-and-control-field compression.</summary>
    [Const(0xFF03)] public partial ushort? AddressControl { get; init; }

    /// <summary>The protocol field, in two bytes or, compressed, in one.</summary>
    public partial PppProtocolNumber ProtocolField { get; init; }

    /// <summary>What is carried, and padding if the protocol has a length of its own.</summary>
    public partial ReadOnlySpan<byte> Information { get; init; }

    /// <summary>What is carried. Setting it writes <see cref="ProtocolField"/> in two bytes.</summary>
    [TagOf(nameof(Information))]
    public PppProtocol Protocol
    {
        get => ProtocolField.Value;
        init => ProtocolField = value;
    }
}
