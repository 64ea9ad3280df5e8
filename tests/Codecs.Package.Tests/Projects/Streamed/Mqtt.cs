using Codecs;

namespace Streamed;

public enum PacketType : byte
{
    Connect = 1,
    ConnAck,
    Publish,
    PubAck,
    PubRec,
    PubRel,
    PubComp,
    Subscribe,
    SubAck,
    Unsubscribe,
    UnsubAck,
    PingReq,
    PingResp,
    Disconnect,
    Auth,
}

[Message("MQTT 5.0")]
public readonly ref partial struct MqttPacket
{
    [Bits(4), TagOf(nameof(Body))] public partial PacketType Type { get; init; }

    [Bits(1)] public partial bool Dup { get; init; }

    [Bits(2)] public partial byte QoS { get; init; }

    [Bits(1)] public partial bool Retain { get; init; }

    [LengthOf(nameof(Body))] public partial VarInt RemainingLength { get; }

    [Argument(nameof(QoS))] public partial ReadOnlySpan<byte> Body { get; init; }
}

[Message("MQTT 5.0"), Tag(PacketType.Connect)]
public readonly ref partial struct Connect
{
    [Prefixed<ushort>, Const("MQTT")] public partial ReadOnlySpan<byte> ProtocolName { get; }

    [Const(5)] public partial byte ProtocolVersion { get; }

    [Bits(1), PresenceOf(nameof(UserName))] public partial bool UserNameFlag { get; }

    [Bits(1), PresenceOf(nameof(Password))] public partial bool PasswordFlag { get; }

    [Bits(1)] public partial bool WillRetain { get; init; }

    [Bits(2)] public partial byte WillQoS { get; init; }

    [Bits(1), PresenceOf(nameof(Will))] public partial bool WillFlag { get; }

    [Bits(1)] public partial bool CleanStart { get; init; }

    [Bits(1), Reserved] private partial bool Reserved { get; }

    public partial ushort KeepAlive { get; init; }

    [Prefixed<VarInt>] public partial MessageList<Property> Properties { get; init; }

    [Prefixed<ushort>] public partial ReadOnlySpan<byte> ClientIdentifier { get; init; }

    public partial Optional<Will> Will { get; init; }

    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> UserName { get; init; }

    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> Password { get; init; }
}

[Message("MQTT 5.0")]
public readonly ref partial struct Will
{
    [Prefixed<VarInt>] public partial MessageList<Property> Properties { get; init; }

    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Topic { get; init; }

    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Payload { get; init; }
}

[Message("MQTT 5.0"), Tag(PacketType.Publish)]
public readonly ref partial struct Publish
{
    [Parameter] public partial byte QoS { get; init; }

    [Prefixed<ushort>] public partial ReadOnlySpan<byte> TopicName { get; init; }

    [When(nameof(HasPacketIdentifier))] public partial ushort PacketIdentifier { get; init; }

    [Prefixed<VarInt>] public partial MessageList<Property> Properties { get; init; }

    public partial ReadOnlySpan<byte> Payload { get; init; }

    private bool HasPacketIdentifier => QoS > 0;
}

[Message("MQTT 5.0"), Tag(PacketType.Subscribe)]
public readonly ref partial struct Subscribe
{
    public partial ushort PacketIdentifier { get; init; }

    [Prefixed<VarInt>] public partial MessageList<Property> Properties { get; init; }

    public partial MessageList<Subscription> Subscriptions { get; init; }
}

[Message("MQTT 5.0")]
public readonly ref partial struct Subscription
{
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> TopicFilter { get; init; }

    [Bits(2), Reserved] private partial byte Reserved { get; }

    [Bits(2)] public partial byte RetainHandling { get; init; }

    [Bits(1)] public partial bool RetainAsPublished { get; init; }

    [Bits(1)] public partial bool NoLocal { get; init; }

    [Bits(2)] public partial byte MaximumQoS { get; init; }
}

[Message("MQTT 5.0"), Tag(PacketType.SubAck)]
public readonly ref partial struct SubAck
{
    public partial ushort PacketIdentifier { get; init; }

    [Prefixed<VarInt>] public partial MessageList<Property> Properties { get; init; }

    public partial ScalarList<byte> ReasonCodes { get; init; }
}
