namespace Codecs.Protocols;

/// <summary>Destination unreachable (RFC 792; RFC 1191 section 4 for the MTU; RFC 4884 section 4.1 for the extensions).</summary>
[Message("RFC 792"), Tag(IcmpType.DestinationUnreachable)]
public readonly ref partial struct IcmpUnreachable
{
    [Reserved] private partial byte Unused { get; }

    /// <summary>Length of <see cref="Original"/> in units of 4 bytes if there are <see cref="Extensions"/>: at least 32. To send some, set it to that; it is computed when written.</summary>
    [LengthOf(nameof(Original), Unit = 4, When = nameof(HasExtensions))] public partial byte Length { get; init; }

    /// <summary>The largest datagram that the next link takes, in bytes; 0 if the router does not say, and without meaning but under <see cref="IcmpUnreachableCode.FragmentationNeeded"/>.</summary>
    public partial ushort NextHopMtu { get; init; }

    /// <summary>What the message is about: the datagram's header and at least 8 bytes after it, mostly cut. <see cref="IPv4.TryParseHeader(ReadOnlySpan{byte}, out IPv4)"/> reads it.</summary>
    [Case<IPv4>] public partial ReadOnlySpan<byte> Original { get; init; }

    /// <summary>What else the router has to say.</summary>
    [When(nameof(HasExtensions))] public partial Optional<IcmpExtensions> Extensions { get; init; }

    /// <summary>RFC 4884 section 4.6: with extensions, the original has at least 128 bytes. Less in the place of its length is from a sender to which that was unused.</summary>
    public bool HasExtensions => Length >= 32;
}

/// <summary>Time exceeded (RFC 792; RFC 4884 section 4.3 for the extensions). Code 0: too many hops; 1: fragments did not arrive in time.</summary>
[Message("RFC 792"), Tag(IcmpType.TimeExceeded)]
public readonly ref partial struct IcmpTimeExceeded
{
    [Reserved] private partial byte Unused { get; }

    /// <inheritdoc cref="IcmpUnreachable.Length"/>
    [LengthOf(nameof(Original), Unit = 4, When = nameof(HasExtensions))] public partial byte Length { get; init; }

    [Reserved] private partial ushort Unused2 { get; }

    /// <inheritdoc cref="IcmpUnreachable.Original"/>
    [Case<IPv4>] public partial ReadOnlySpan<byte> Original { get; init; }

    /// <inheritdoc cref="IcmpUnreachable.Extensions"/>
    [When(nameof(HasExtensions))] public partial Optional<IcmpExtensions> Extensions { get; init; }

    /// <inheritdoc cref="IcmpUnreachable.HasExtensions"/>
    public bool HasExtensions => Length >= 32;
}

/// <summary>Parameter problem (RFC 792; RFC 4884 section 4.2 for the extensions).</summary>
[Message("RFC 792"), Tag(IcmpType.ParameterProblem)]
public readonly ref partial struct IcmpParameterProblem
{
    /// <summary>Under code 0, the byte of <see cref="Original"/> that is wrong.</summary>
    public partial byte Pointer { get; init; }

    /// <inheritdoc cref="IcmpUnreachable.Length"/>
    [LengthOf(nameof(Original), Unit = 4, When = nameof(HasExtensions))] public partial byte Length { get; init; }

    [Reserved] private partial ushort Unused { get; }

    /// <inheritdoc cref="IcmpUnreachable.Original"/>
    [Case<IPv4>] public partial ReadOnlySpan<byte> Original { get; init; }

    /// <inheritdoc cref="IcmpUnreachable.Extensions"/>
    [When(nameof(HasExtensions))] public partial Optional<IcmpExtensions> Extensions { get; init; }

    /// <inheritdoc cref="IcmpUnreachable.HasExtensions"/>
    public bool HasExtensions => Length >= 32;
}

/// <summary>Redirect (RFC 792): send to another router. Codes: for the network 0, the host 1, the network and type of service 2, the host and type of service 3.</summary>
[Message("RFC 792"), Tag(IcmpType.Redirect)]
public readonly ref partial struct IcmpRedirect
{
    /// <summary>The router to send to.</summary>
    public partial IPv4Address Gateway { get; init; }

    /// <inheritdoc cref="IcmpUnreachable.Original"/>
    [Case<IPv4>] public partial ReadOnlySpan<byte> Original { get; init; }
}

/// <summary>Source quench (RFC 792): send more slowly. Obsolete (RFC 6633).</summary>
[Message("RFC 792"), Tag(IcmpType.SourceQuench)]
public readonly ref partial struct IcmpSourceQuench
{
    [Reserved] private partial uint Unused { get; }

    /// <inheritdoc cref="IcmpUnreachable.Original"/>
    [Case<IPv4>] public partial ReadOnlySpan<byte> Original { get; init; }
}
