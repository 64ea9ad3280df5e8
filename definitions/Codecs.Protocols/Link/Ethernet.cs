using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>Ethernet frame (IEEE 802.3 section 3), with a type (Ethernet II, RFC 894) or a length (RFC 1042), without preamble and frame check sequence.</summary>
/// <remarks>
/// A frame with a type does not say where its payload ends: padding up to the 60 bytes that are the least of a frame is at the
/// end of <see cref="Payload"/>, and for the length of what is carried to leave out.
/// </remarks>
[Message("IEEE 802.3"), Tag(LinkType.Ethernet), Tag(IpProtocol.Ethernet), Tag(EtherType.TransparentBridging), Tag(VxlanProtocol.Ethernet)]
public readonly ref partial struct Ethernet
{
    // IEEE 802.3 section 3.2.6: 1536 and more is a type, 1500 and less a length. What is between means nothing; it is read as a length.
    internal const ushort LeastType = 1536;

    /// <summary>The station or the group that is to receive the frame.</summary>
    public partial MacAddress Destination { get; init; }

    /// <summary>The station that sent it.</summary>
    public partial MacAddress Source { get; init; }

    /// <summary>From 1536 on what is carried: see <see cref="EtherType"/>. Below, the length of <see cref="Payload"/> in bytes, computed when written.</summary>
    [LengthOf(nameof(Payload), When = nameof(IsLength), Max = 1500)] public partial ushort TypeOrLength { get; init; }

    /// <summary>What the frame carries: LLC if it has a length.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What is after the payload of a frame that has a length: padding.</summary>
    [When(nameof(IsLength))] public partial ReadOnlySpan<byte> Trailer { get; init; }

    /// <summary>What the frame carries; <see cref="EtherType.Llc"/> if it has a length.</summary>
    [TagOf(nameof(Payload))]
    public EtherType EtherType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TypeOrLength is var type && type >= LeastType ? (EtherType)type : type == 0 ? default : EtherType.Llc;
        init => TypeOrLength = value == EtherType.Llc ? (ushort)0 : (ushort)value;
    }

    /// <summary>Has the frame a length (IEEE 802.3) in the place of a type (Ethernet II)?</summary>
    public bool IsLength => TypeOrLength < LeastType;
}
