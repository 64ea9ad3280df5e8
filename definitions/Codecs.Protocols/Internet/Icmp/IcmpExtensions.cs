namespace Codecs.Protocols;

/// <summary>Extension structure of ICMP errors, for IPv4 and IPv6 (RFC 4884 section 7).</summary>
[Message("RFC 4884")]
public readonly ref partial struct IcmpExtensions
{
    /// <summary>Always 2.</summary>
    [Bits(4), Const(2)] public partial byte Version { get; }

    [Bits(12), Reserved] private partial ushort Reserved { get; }

    /// <summary>Internet checksum of the extension structure; 0 if there is none, as in UDP.</summary>
    [ChecksumOf<UdpChecksum>(nameof(Version), nameof(Objects))] public partial ushort Checksum { get; }

    /// <summary>What the router has to say.</summary>
    public partial MessageList<IcmpExtensionObject> Objects { get; init; }
}

/// <summary>Extension object (RFC 4884 section 7.1).</summary>
[Message("RFC 4884")]
public readonly ref partial struct IcmpExtensionObject
{
    /// <summary>Length of the object in bytes, this header of 4 included.</summary>
    [LengthOf(nameof(Length), nameof(Data))] public partial ushort Length { get; }

    /// <summary>What the object is about (Class-Num).</summary>
    [TagOf(nameof(Data))] public partial IcmpExtensionClass Class { get; init; }

    /// <summary>Says more; each class has its own (C-Type).</summary>
    public partial byte CType { get; init; }

    /// <summary>What the object says.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Classes of extension objects (IANA ICMP parameters).</summary>
public enum IcmpExtensionClass : byte
{
    /// <summary>The labels under which the datagram came (RFC 4950).</summary>
    MplsLabelStack = 1,

    /// <summary>The interface that it came by, or was to leave by (RFC 5837).</summary>
    InterfaceInformation = 2,

    /// <summary>The interface that is asked about (RFC 8335).</summary>
    InterfaceIdentification = 3,

    /// <summary>Why a message was too large (RFC 8883).</summary>
    ExtendedInformation = 4,
}
