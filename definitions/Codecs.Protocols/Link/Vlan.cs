using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>VLAN tag (IEEE 802.1Q section 9.6), customer or service, after the EtherType that announces it. Tags stack.</summary>
[Message("IEEE 802.1Q"), Tag(EtherType.Vlan, EtherType.ServiceVlan, EtherType.QinQ)]
public readonly ref partial struct Vlan
{
    /// <summary>Priority of the frame, 0 to 7 (PCP): 0 is best effort, 1 is less than that.</summary>
    [Bits(3)] public partial byte PriorityCodePoint { get; init; }

    /// <summary>May the frame be dropped first when there is too much (DEI)? In frames from before 2011: has it addresses in non-canonical order?</summary>
    [Bits(1)] public partial bool DropEligible { get; init; }

    /// <summary>The VLAN (VID). 0: none, only the priority counts. 4095 is reserved.</summary>
    [Bits(12)] public partial ushort VlanIdentifier { get; init; }

    /// <summary>As in <see cref="Ethernet.TypeOrLength"/>.</summary>
    [LengthOf(nameof(Payload), When = nameof(IsLength), Max = 1500)] public partial ushort TypeOrLength { get; init; }

    /// <summary>What the frame carries.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What is after the payload of a frame that has a length: padding.</summary>
    [When(nameof(IsLength))] public partial ReadOnlySpan<byte> Trailer { get; init; }

    /// <summary>What follows the tag; <see cref="EtherType.Llc"/> if it has a length.</summary>
    [TagOf(nameof(Payload))]
    public EtherType EtherType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TypeOrLength is var type && type >= Ethernet.LeastType ? (EtherType)type : type == 0 ? default : EtherType.Llc;
        init => TypeOrLength = value == EtherType.Llc ? (ushort)0 : (ushort)value;
    }

    /// <summary>Has the tag a length in the place of a type?</summary>
    public bool IsLength => TypeOrLength < Ethernet.LeastType;
}
