namespace Codecs.Protocols;

/// <summary>IP control (RFC 1332): sets up IPv4 on a link.</summary>
[Message("RFC 1332"), Tag(PppProtocol.Ipcp)]
public readonly ref partial struct Ipcp
{
    /// <summary>What the packet says.</summary>
    [TagOf(nameof(Data))] public partial PppControlCode Code { get; init; }

    /// <summary>Which request an answer is for.</summary>
    public partial byte Identifier { get; init; }

    /// <summary>Length of the packet in bytes; what is behind it is padding.</summary>
    [LengthOf(nameof(Code), nameof(Data))] public partial ushort Length { get; }

    /// <summary>What follows.</summary>
    [Case<IpcpConfigure>, Case<PppTerminate>, Case<PppCodeReject>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Configure request and its answers (RFC 1332 section 3).</summary>
[Message("RFC 1332")]
[Tag(PppControlCode.ConfigureRequest, PppControlCode.ConfigureAck, PppControlCode.ConfigureNak, PppControlCode.ConfigureReject, In = typeof(Ipcp))]
public readonly ref partial struct IpcpConfigure
{
    /// <summary>What is asked for, accepted or rejected.</summary>
    public partial MessageList<IpcpOption> Options { get; init; }
}

/// <summary>Configuration option of IPCP (RFC 1332 section 3).</summary>
[Message("RFC 1332")]
public readonly ref partial struct IpcpOption
{
    /// <summary>What the option is.</summary>
    [TagOf(nameof(Data))] public partial IpcpOptionType Type { get; init; }

    /// <summary>Length of the whole option in bytes.</summary>
    [LengthOf(nameof(Type), nameof(Data))] public partial byte Length { get; }

    /// <summary>What the option says.</summary>
    [Case<IpcpAddress>, Case<IpcpAddresses>, Case<IpcpCompression>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>An address: the sender's own (RFC 1332 section 3.3), or of the servers that it is to use (RFC 1877). 0.0.0.0 asks for one.</summary>
[Message("RFC 1332")]
[Tag(IpcpOptionType.IPAddress, IpcpOptionType.MobileIPv4, IpcpOptionType.PrimaryDns, IpcpOptionType.PrimaryNetBiosName, IpcpOptionType.SecondaryDns, IpcpOptionType.SecondaryNetBiosName)]
public readonly partial record struct IpcpAddress
{
    /// <summary>The address.</summary>
    public partial IPv4Address Address { get; init; }
}

/// <summary>Both addresses (RFC 1332 section 3.1); superseded by <see cref="IpcpAddress"/>.</summary>
[Message("RFC 1332"), Tag(IpcpOptionType.IPAddresses)]
public readonly partial record struct IpcpAddresses
{
    /// <summary>Of who sends this.</summary>
    public partial IPv4Address Source { get; init; }

    /// <summary>Of who receives it.</summary>
    public partial IPv4Address Destination { get; init; }
}

/// <summary>Compression of IPv4 (RFC 1332 section 3.2) or IPv6 (RFC 5172): the sender takes headers that are compressed so.</summary>
[Message("RFC 1332"), Tag(IpcpOptionType.IPCompressionProtocol), Tag(Ipv6cpOptionType.IPv6CompressionProtocol)]
public readonly ref partial struct IpcpCompression
{
    /// <summary>How they are compressed.</summary>
    public partial PppProtocol Protocol { get; init; }

    /// <summary>What that wants to know: of Van Jacobson's, the highest slot, and whether its number may be left out.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>IPv6 control (RFC 5072): sets up IPv6 on a link.</summary>
[Message("RFC 5072"), Tag(PppProtocol.Ipv6cp)]
public readonly ref partial struct Ipv6cp
{
    /// <summary>What the packet says.</summary>
    [TagOf(nameof(Data))] public partial PppControlCode Code { get; init; }

    /// <summary>Which request an answer is for.</summary>
    public partial byte Identifier { get; init; }

    /// <summary>Length of the packet in bytes; what is behind it is padding.</summary>
    [LengthOf(nameof(Code), nameof(Data))] public partial ushort Length { get; }

    /// <summary>What follows.</summary>
    [Case<Ipv6cpConfigure>, Case<PppTerminate>, Case<PppCodeReject>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Configure request and its answers (RFC 5072 section 4).</summary>
[Message("RFC 5072")]
[Tag(PppControlCode.ConfigureRequest, PppControlCode.ConfigureAck, PppControlCode.ConfigureNak, PppControlCode.ConfigureReject, In = typeof(Ipv6cp))]
public readonly ref partial struct Ipv6cpConfigure
{
    /// <summary>What is asked for, accepted or rejected.</summary>
    public partial MessageList<Ipv6cpOption> Options { get; init; }
}

/// <summary>Configuration option of IPV6CP (RFC 5072 section 4).</summary>
[Message("RFC 5072")]
public readonly ref partial struct Ipv6cpOption
{
    /// <summary>What the option is.</summary>
    [TagOf(nameof(Data))] public partial Ipv6cpOptionType Type { get; init; }

    /// <summary>Length of the whole option in bytes.</summary>
    [LengthOf(nameof(Type), nameof(Data))] public partial byte Length { get; }

    /// <summary>What the option says.</summary>
    [Case<Ipv6cpInterfaceIdentifier>, Case<IpcpCompression>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Interface identifier (RFC 5072 section 4.1): the last 64 bits of the link-local address.</summary>
[Message("RFC 5072"), Tag(Ipv6cpOptionType.InterfaceIdentifier)]
public readonly partial record struct Ipv6cpInterfaceIdentifier
{
    /// <summary>The identifier; 0 asks for one.</summary>
    public partial ulong Value { get; init; }
}

/// <summary>Options of IPCP (IANA PPP numbers).</summary>
public enum IpcpOptionType : byte
{
    /// <summary>Both addresses (<see cref="IpcpAddresses"/>); superseded.</summary>
    IPAddresses = 1,

    /// <summary>Compressed headers (<see cref="IpcpCompression"/>).</summary>
    IPCompressionProtocol = 2,

    /// <summary>The sender's address (<see cref="IpcpAddress"/>).</summary>
    IPAddress = 3,

    /// <summary>The sender's home address (RFC 2290, <see cref="IpcpAddress"/>).</summary>
    MobileIPv4 = 4,

    /// <summary>First name server (RFC 1877, <see cref="IpcpAddress"/>).</summary>
    PrimaryDns = 129,

    /// <summary>First NetBIOS name server (RFC 1877, <see cref="IpcpAddress"/>).</summary>
    PrimaryNetBiosName = 130,

    /// <summary>Second name server (RFC 1877, <see cref="IpcpAddress"/>).</summary>
    SecondaryDns = 131,

    /// <summary>Second NetBIOS name server (RFC 1877, <see cref="IpcpAddress"/>).</summary>
    SecondaryNetBiosName = 132,
}

/// <summary>Options of IPV6CP (IANA PPP numbers).</summary>
public enum Ipv6cpOptionType : byte
{
    /// <summary>The end of the sender's addresses (<see cref="Ipv6cpInterfaceIdentifier"/>).</summary>
    InterfaceIdentifier = 1,

    /// <summary>Compressed headers (<see cref="IpcpCompression"/>).</summary>
    IPv6CompressionProtocol = 2,
}
