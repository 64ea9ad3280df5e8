namespace Codecs.Protocols;

/// <summary>Dynamic host configuration (RFC 2131 section 2), and BOOTP (RFC 951), of which it is an extension.</summary>
/// <remarks>
/// Options may go on in <see cref="File"/>, then in <see cref="ServerName"/>, if an option says so: <see cref="Overload"/>. An option that comes several times is one option in parts (RFC 3396).
/// </remarks>
[Message("RFC 2131"), Tag(UdpPort.DhcpServer, UdpPort.DhcpClient)]
public readonly ref partial struct Dhcp
{
    /// <summary>Which way it goes (op).</summary>
    public partial DhcpOperation Operation { get; init; }

    /// <summary>Kind of the client's link (htype).</summary>
    [Bits(8)] public partial HardwareType HardwareType { get; init; }

    /// <summary>Length of <see cref="HardwareAddress"/> in bytes (hlen).</summary>
    public partial byte HardwareLength { get; init; }

    /// <summary>Relay agents on the way.</summary>
    public partial byte Hops { get; init; }

    /// <summary>Chosen by the client (xid).</summary>
    public partial uint TransactionId { get; init; }

    /// <summary>Since the client began (secs).</summary>
    public partial ushort Seconds { get; init; }

    /// <summary>Can the client be reached by broadcast only, for it has no address yet?</summary>
    [Bits(1)] public partial bool IsBroadcast { get; init; }

    [Bits(15), Reserved] private partial ushort Reserved { get; }

    /// <summary>The client's address, if it has one and answers ARP for it (ciaddr).</summary>
    public partial IPv4Address ClientAddress { get; init; }

    /// <summary>The address for the client (yiaddr).</summary>
    public partial IPv4Address YourAddress { get; init; }

    /// <summary>The server of the next step of booting (siaddr).</summary>
    public partial IPv4Address ServerAddress { get; init; }

    /// <summary>The relay agent that the message passed (giaddr).</summary>
    public partial IPv4Address RelayAddress { get; init; }

    /// <summary>The client's address on its link, in its room of 16 bytes (chaddr): see <see cref="HardwareAddress"/>.</summary>
    [Bytes(16)] public partial ReadOnlySpan<byte> ClientHardwareAddress { get; init; }

    /// <summary>Name of the server, up to a zero byte (sname); options, if <see cref="Overload"/> says so.</summary>
    [Bytes(64)] public partial ReadOnlySpan<byte> ServerName { get; init; }

    /// <summary>Name of the file to boot, up to a zero byte; options, if <see cref="Overload"/> says so.</summary>
    [Bytes(128)] public partial ReadOnlySpan<byte> File { get; init; }

    /// <summary>63825363 (hex): options follow. Null in messages of BOOTP whose vendor area is something else.</summary>
    [Const(Cookie)] public partial uint? MagicCookie { get; init; }

    /// <summary>The options, of which <see cref="DhcpOptionCode.End"/> is the last.</summary>
    [When(nameof(HasOptions)), Until(nameof(DhcpOption.IsEnd))] public partial MessageList<DhcpOption> Options { get; init; }

    /// <summary>Padding behind the options; without a <see cref="MagicCookie"/> the vendor area.</summary>
    public partial ReadOnlySpan<byte> Rest { get; init; }

    /// <summary>The value of <see cref="MagicCookie"/>.</summary>
    public const uint Cookie = 0x63825363;

    /// <summary>The client's address on its link.</summary>
    public ReadOnlySpan<byte> HardwareAddress => ClientHardwareAddress[..Math.Min(HardwareLength, ClientHardwareAddress.Length)];

    /// <summary>What kind of DHCP message it is; the default in messages of BOOTP.</summary>
    public DhcpMessageType MessageType => Find(this, DhcpOptionCode.MessageType, out var option) && option.TryGet(out DhcpMessageKind kind) ? kind.Type : default;

    /// <summary>Which of <see cref="File"/> and <see cref="ServerName"/> hold options (RFC 2132 section 9.3).</summary>
    public DhcpOverload Overload => Find(this, DhcpOptionCode.OptionOverload, out var option) && option.TryGet(out DhcpOverloading overloading) ? overloading.Fields : DhcpOverload.None;

    /// <summary>The options in <see cref="File"/>; empty if it holds none.</summary>
    public MessageList<DhcpOption> FileOptions => (Overload & DhcpOverload.File) != 0 ? new(File) : default;

    /// <summary>The options in <see cref="ServerName"/>; empty if it holds none.</summary>
    public MessageList<DhcpOption> ServerNameOptions => (Overload & DhcpOverload.ServerName) != 0 ? new(ServerName) : default;

    private bool HasOptions => MagicCookie.HasValue;

    private static bool Find(scoped in Dhcp message, DhcpOptionCode code, out DhcpOption found)
    {
        foreach (var option in message.Options)
        {
            if (option.Code != code)
                continue;
            found = option;
            return true;
        }
        found = default;
        return false;
    }
}

/// <summary>Which way a message goes (RFC 2131 section 2).</summary>
public enum DhcpOperation : byte
{
    /// <summary>From a client.</summary>
    BootRequest = 1,

    /// <summary>From a server.</summary>
    BootReply = 2,
}

/// <summary>Kinds of DHCP messages (RFC 2132 section 9.6, and as assigned since).</summary>
public enum DhcpMessageType : byte
{
    /// <summary>Looks for servers.</summary>
    Discover = 1,

    /// <summary>A server's offer.</summary>
    Offer = 2,

    /// <summary>Asks for what was offered, or to keep it.</summary>
    Request = 3,

    /// <summary>The address is in use already.</summary>
    Decline = 4,

    /// <summary>Granted.</summary>
    Ack = 5,

    /// <summary>Refused.</summary>
    Nak = 6,

    /// <summary>Gives the address back.</summary>
    Release = 7,

    /// <summary>Asks for parameters alone.</summary>
    Inform = 8,

    /// <summary>Has clients ask again (RFC 3203).</summary>
    ForceRenew = 9,

    /// <summary>Asks a server for leases (RFC 4388).</summary>
    LeaseQuery = 10,

    /// <summary>Nobody has that address (RFC 4388).</summary>
    LeaseUnassigned = 11,

    /// <summary>The server knows nothing of it (RFC 4388).</summary>
    LeaseUnknown = 12,

    /// <summary>Who has it (RFC 4388).</summary>
    LeaseActive = 13,

    /// <summary>Asks for many leases (RFC 6926).</summary>
    BulkLeaseQuery = 14,

    /// <summary>No more leases (RFC 6926).</summary>
    LeaseQueryDone = 15,
}

/// <summary>Fields that hold options (RFC 2132 section 9.3).</summary>
[Flags]
public enum DhcpOverload : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="Dhcp.File"/>.</summary>
    File = 1,

    /// <summary><see cref="Dhcp.ServerName"/>.</summary>
    ServerName = 2,
}
