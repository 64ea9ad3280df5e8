using System.Buffers.Binary;

namespace Codecs.Protocols;

/// <summary>BSD loopback (LINKTYPE_NULL): an address family in the byte order of the capturing machine, which the capture does not tell.</summary>
[Message("LINKTYPE_NULL"), Tag(LinkType.Null)]
public readonly ref partial struct BsdLoopback
{
    /// <summary>The address family in either byte order: see <see cref="Family"/>.</summary>
    [LittleEndian] public partial uint FamilyField { get; init; }

    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What is carried. Families are small numbers: in the wrong byte order they are not. Written with the least significant byte first.</summary>
    [TagOf(nameof(Payload))]
    public LoopbackFamily Family
    {
        get => (LoopbackFamily)(FamilyField <= ushort.MaxValue ? FamilyField : BinaryPrimitives.ReverseEndianness(FamilyField));
        init => FamilyField = (uint)value;
    }
}

/// <summary>OpenBSD loopback (LINKTYPE_LOOP): an address family in network order.</summary>
[Message("LINKTYPE_LOOP"), Tag(LinkType.Loop)]
public readonly ref partial struct OpenBsdLoopback
{
    /// <summary>What is carried.</summary>
    [TagOf(nameof(Payload))] public partial LoopbackFamily Family { get; init; }

    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }
}

/// <summary>Address families of BSD systems, as loopback captures have them. Each system has its own number for IPv6.</summary>
public enum LoopbackFamily : uint
{
    /// <summary>Everywhere.</summary>
    IPv4 = 2,

    /// <summary>OSI, everywhere.</summary>
    Osi = 7,

    /// <summary>IPX, on most systems.</summary>
    Ipx = 23,

    /// <summary>NetBSD, OpenBSD and BSD/OS.</summary>
    IPv6 = 24,

    /// <summary>FreeBSD and DragonFly BSD.</summary>
    IPv6FreeBsd = 28,

    /// <summary>macOS and its relatives.</summary>
    IPv6Darwin = 30,
}
