namespace Codecs.Protocols;

/// <summary>Point-to-point protocol (RFC 1661 section 2), with or without the address and control bytes of HDLC-like framing (RFC 1662 section 3.1), without flags and frame check sequence.</summary>
[Message("RFC 1661"), Tag(LinkType.Ppp, LinkType.PppHdlc)]
public readonly ref partial struct Ppp
{
    /// <summary>All stations, unnumbered information; absent where the framing is not HDLC, or after address-and-control-field compression.</summary>
    [Const(0xFF03)] public partial ushort? AddressControl { get; init; }

    /// <summary>What is carried. The one-byte form of protocol-field compression (RFC 1661 section 6.5) is not read.</summary>
    [TagOf(nameof(Information))] public partial PppProtocol Protocol { get; init; }

    /// <summary>What is carried, and padding if the protocol has a length of its own.</summary>
    public partial ReadOnlySpan<byte> Information { get; init; }
}
