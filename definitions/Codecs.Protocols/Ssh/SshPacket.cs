namespace Codecs.Protocols;

/// <summary>Binary packet of SSH before encryption (RFC 4253 section 6): up to and with <see cref="SshMessageNumber.NewKeys"/> there is neither cipher nor MAC.</summary>
[Message("RFC 4253")]
public readonly ref partial struct SshPacket
{
    /// <summary>The most bytes of a packet that must be taken (RFC 4253 section 6.1), with its length.</summary>
    public const int MaxLength = 35000;

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(PaddingLength), nameof(Padding))] public partial uint PacketLength { get; }

    /// <summary>Length of the padding in bytes, at least 4.</summary>
    [LengthOf(nameof(Padding)), Require(nameof(IsPadded))] public partial byte PaddingLength { get; }

    /// <summary>A message.</summary>
    [Case<SshMessage>] public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>At least 4 bytes, so many that the packet is a multiple of 8. They should be random; zeros if they are not given.</summary>
    [Align(8, Min = LeastPadding)] public partial ReadOnlySpan<byte> Padding { get; init; }

    private const int LeastPadding = 4;

    private bool IsPadded => PaddingLength >= LeastPadding;
}

/// <summary>Message of SSH (RFC 4250 section 4.1): its number, and what that says.</summary>
[Message("RFC 4250")]
public readonly ref partial struct SshMessage
{
    /// <summary>What the message is.</summary>
    [TagOf(nameof(Body))] public partial SshMessageNumber Number { get; init; }

    /// <summary>What follows.</summary>
    [Case<SshDisconnect>, Case<SshIgnore>, Case<SshUnimplemented>, Case<SshDebug>, Case<SshService>, Case<SshExtensionInfo>, Case<SshKexInit>, Case<SshKexDhGexInit>, Case<SshKexDhGexReply>, Case<SshKexDhGexRequest>]
    public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Numbers of messages (IANA SSH parameters). 30 to 49 mean something else with each method of key exchange.</summary>
public enum SshMessageNumber : byte
{
    /// <summary><see cref="SshDisconnect"/>.</summary>
    Disconnect = 1,

    /// <summary><see cref="SshIgnore"/>.</summary>
    Ignore = 2,

    /// <summary><see cref="SshUnimplemented"/>.</summary>
    Unimplemented = 3,

    /// <summary><see cref="SshDebug"/>.</summary>
    Debug = 4,

    /// <summary>Wants a service (<see cref="SshService"/>).</summary>
    ServiceRequest = 5,

    /// <summary>Gives it (<see cref="SshService"/>).</summary>
    ServiceAccept = 6,

    /// <summary><see cref="SshExtensionInfo"/>.</summary>
    ExtensionInfo = 7,

    /// <summary><see cref="SshKexInit"/>.</summary>
    KexInit = 20,

    /// <summary>From here on the sender uses the new keys. Nothing follows.</summary>
    NewKeys = 21,

    /// <summary>The client's public value (<see cref="SshKexDhInit"/>).</summary>
    KexDhInit = 30,

    /// <summary>The server's (<see cref="SshKexDhReply"/>); in group exchange, the group (<see cref="SshKexDhGexGroup"/>).</summary>
    KexDhReply = 31,

    /// <summary>Group exchange: the client's public value (<see cref="SshKexDhGexInit"/>).</summary>
    KexDhGexInit = 32,

    /// <summary>Group exchange: the server's (<see cref="SshKexDhGexReply"/>).</summary>
    KexDhGexReply = 33,

    /// <summary>Group exchange: which group (<see cref="SshKexDhGexRequest"/>).</summary>
    KexDhGexRequest = 34,

    /// <summary>Who the user is (RFC 4252).</summary>
    UserAuthRequest = 50,

    /// <summary>That is not enough (RFC 4252).</summary>
    UserAuthFailure = 51,

    /// <summary>The user is let in (RFC 4252).</summary>
    UserAuthSuccess = 52,

    /// <summary>Text for the user (RFC 4252).</summary>
    UserAuthBanner = 53,

    /// <summary>Request of the connection (RFC 4254).</summary>
    GlobalRequest = 80,

    /// <summary>It is done (RFC 4254).</summary>
    RequestSuccess = 81,

    /// <summary>It is not (RFC 4254).</summary>
    RequestFailure = 82,

    /// <summary>Opens a channel (RFC 4254).</summary>
    ChannelOpen = 90,

    /// <summary>It is open (RFC 4254).</summary>
    ChannelOpenConfirmation = 91,

    /// <summary>It is not (RFC 4254).</summary>
    ChannelOpenFailure = 92,

    /// <summary>More may be sent (RFC 4254).</summary>
    ChannelWindowAdjust = 93,

    /// <summary>Data (RFC 4254).</summary>
    ChannelData = 94,

    /// <summary>Data of another kind: errors (RFC 4254).</summary>
    ChannelExtendedData = 95,

    /// <summary>No more data (RFC 4254).</summary>
    ChannelEof = 96,

    /// <summary>The channel ends (RFC 4254).</summary>
    ChannelClose = 97,

    /// <summary>Request of a channel (RFC 4254).</summary>
    ChannelRequest = 98,

    /// <summary>It is done (RFC 4254).</summary>
    ChannelSuccess = 99,

    /// <summary>It is not (RFC 4254).</summary>
    ChannelFailure = 100,
}
