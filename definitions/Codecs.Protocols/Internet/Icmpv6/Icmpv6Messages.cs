namespace Codecs.Protocols;

/// <summary>Destination unreachable (RFC 4443 section 3.1; RFC 4884 section 4.4 for the extensions).</summary>
[Message("RFC 4443"), Tag(Icmpv6Type.DestinationUnreachable)]
public readonly ref partial struct Icmpv6Unreachable
{
    /// <summary>Length of <see cref="Original"/> in units of 8 bytes if there are <see cref="Extensions"/>: at least 16. To send some, set it to that; it is computed when written.</summary>
    [LengthOf(nameof(Original), Unit = 8, When = nameof(HasExtensions))] public partial byte Length { get; init; }

    [Bits(24), Reserved] private partial uint Unused { get; }

    /// <summary>What the message is about: as much of the packet as fits, mostly cut. <see cref="IPv6.TryParseHeader(ReadOnlySpan{byte}, out IPv6)"/> reads it.</summary>
    [Case<IPv6>] public partial ReadOnlySpan<byte> Original { get; init; }

    /// <summary>What else the router has to say.</summary>
    [When(nameof(HasExtensions))] public partial Optional<IcmpExtensions> Extensions { get; init; }

    /// <summary>RFC 4884 section 4.6: with extensions, the original has at least 128 bytes. Less in the place of its length is from a sender to which that was unused.</summary>
    public bool HasExtensions => Length >= 16;
}

/// <summary>Packet too big (RFC 4443 section 3.2).</summary>
[Message("RFC 4443"), Tag(Icmpv6Type.PacketTooBig)]
public readonly ref partial struct Icmpv6PacketTooBig
{
    /// <summary>The largest packet that the next link takes, in bytes.</summary>
    public partial uint Mtu { get; init; }

    /// <inheritdoc cref="Icmpv6Unreachable.Original"/>
    [Case<IPv6>] public partial ReadOnlySpan<byte> Original { get; init; }
}

/// <summary>Time exceeded (RFC 4443 section 3.3; RFC 4884 section 4.5 for the extensions). Code 0: too many hops; 1: fragments did not arrive in time.</summary>
[Message("RFC 4443"), Tag(Icmpv6Type.TimeExceeded)]
public readonly ref partial struct Icmpv6TimeExceeded
{
    /// <inheritdoc cref="Icmpv6Unreachable.Length"/>
    [LengthOf(nameof(Original), Unit = 8, When = nameof(HasExtensions))] public partial byte Length { get; init; }

    [Bits(24), Reserved] private partial uint Unused { get; }

    /// <inheritdoc cref="Icmpv6Unreachable.Original"/>
    [Case<IPv6>] public partial ReadOnlySpan<byte> Original { get; init; }

    /// <inheritdoc cref="Icmpv6Unreachable.Extensions"/>
    [When(nameof(HasExtensions))] public partial Optional<IcmpExtensions> Extensions { get; init; }

    /// <inheritdoc cref="Icmpv6Unreachable.HasExtensions"/>
    public bool HasExtensions => Length >= 16;
}

/// <summary>Parameter problem (RFC 4443 section 3.4). Code 0: a field is wrong; 1: a next header is unknown; 2: an option is unknown.</summary>
[Message("RFC 4443"), Tag(Icmpv6Type.ParameterProblem)]
public readonly ref partial struct Icmpv6ParameterProblem
{
    /// <summary>The byte of the packet that is wrong; it may be past the end of <see cref="Original"/>.</summary>
    public partial uint Pointer { get; init; }

    /// <inheritdoc cref="Icmpv6Unreachable.Original"/>
    [Case<IPv6>] public partial ReadOnlySpan<byte> Original { get; init; }
}

/// <summary>Echo request and reply (RFC 4443 section 4): ping.</summary>
[Message("RFC 4443"), Tag(Icmpv6Type.EchoRequest, Icmpv6Type.EchoReply)]
public readonly ref partial struct Icmpv6Echo
{
    /// <summary>Whose echo it is, for who sent the request.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>Which of them.</summary>
    public partial ushort SequenceNumber { get; init; }

    /// <summary>Comes back as it was sent.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
