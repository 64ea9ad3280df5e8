namespace Codecs.Protocols;

/// <summary>Control packet of MQTT 3.1.1 (OASIS, section 2), and 3.1.</summary>
/// <example><code>output.Write(new Mqtt { QualityOfService = 1 } / new MqttSubscribe { PacketIdentifier = 10, Subscriptions = new ListBuilder&lt;MqttSubscription> { new() { TopicFilter = "a/b"u8 } } });</code></example>
/// <remarks>A connection begins with a <see cref="MqttConnect"/>, in the same form for all versions. If its <see cref="MqttConnect.ProtocolLevel"/> is 5, all other packets are <see cref="Mqtt5"/>.</remarks>
[Message("MQTT 3.1.1")]
public readonly ref partial struct Mqtt
{
    /// <summary>What kind of packet it is.</summary>
    [Bits(4), TagOf(nameof(Body))] public partial MqttPacketType PacketType { get; init; }

    /// <summary>PUBLISH: was it sent before? (DUP)</summary>
    [Bits(1)] public partial bool IsDuplicate { get; init; }

    /// <summary>PUBLISH: 0 at most once, 1 at least once, 2 exactly once. 1 in PUBREL, SUBSCRIBE and UNSUBSCRIBE, 0 in all others.</summary>
    [Bits(2)] public partial byte QualityOfService { get; init; }

    /// <summary>PUBLISH: is the server to keep it, or was it kept?</summary>
    [Bits(1)] public partial bool Retain { get; init; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(TopicName), nameof(Body))] public partial MqttInteger RemainingLength { get; }

    /// <summary>PUBLISH: what it is about.</summary>
    [When(nameof(IsPublish)), Prefixed<ushort>] public partial ReadOnlySpan<byte> TopicName { get; init; }

    /// <summary>By which packets that belong together are known; only in those that are confirmed.</summary>
    [When(nameof(HasPacketIdentifier))] public partial ushort PacketIdentifier { get; init; }

    /// <summary>The rest. Of PUBLISH: what is published.</summary>
    [Case<MqttConnect>, Case<MqttConnack>, Case<MqttSubscribe>, Case<MqttSuback>, Case<MqttUnsubscribe>] public partial ReadOnlySpan<byte> Body { get; init; }

    private bool IsPublish => PacketType == MqttPacketType.Publish;

    private bool HasPacketIdentifier => PacketType.HasIdentifier(QualityOfService);
}

/// <summary>Control packet of MQTT 5 (OASIS, section 2). The first of a connection is a <see cref="Mqtt"/>.</summary>
[Message("MQTT 5.0")]
public readonly ref partial struct Mqtt5
{
    /// <summary>What kind of packet it is.</summary>
    [Bits(4), TagOf(nameof(Body))] public partial MqttPacketType PacketType { get; init; }

    /// <summary>PUBLISH: was it sent before? (DUP)</summary>
    [Bits(1)] public partial bool IsDuplicate { get; init; }

    /// <summary>PUBLISH: 0 at most once, 1 at least once, 2 exactly once. 1 in PUBREL, SUBSCRIBE and UNSUBSCRIBE, 0 in all others.</summary>
    [Bits(2)] public partial byte QualityOfService { get; init; }

    /// <summary>PUBLISH: is the server to keep it, or was it kept?</summary>
    [Bits(1)] public partial bool Retain { get; init; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(TopicName), nameof(Body))] public partial MqttInteger RemainingLength { get; }

    /// <summary>PUBLISH: what it is about; empty if <see cref="MqttPropertyId.TopicAlias"/> says it.</summary>
    [When(nameof(IsPublish)), Prefixed<ushort>] public partial ReadOnlySpan<byte> TopicName { get; init; }

    /// <summary>By which packets that belong together are known; only in those that are confirmed.</summary>
    [When(nameof(HasPacketIdentifier))] public partial ushort PacketIdentifier { get; init; }

    /// <summary>The rest.</summary>
    [Case<MqttConnect>, Case<Mqtt5Connack>, Case<Mqtt5Publish>, Case<Mqtt5Outcome>, Case<Mqtt5Subscribe>, Case<Mqtt5Outcomes>, Case<Mqtt5Unsubscribe>]
    public partial ReadOnlySpan<byte> Body { get; init; }

    private bool IsPublish => PacketType == MqttPacketType.Publish;

    private bool HasPacketIdentifier => PacketType.HasIdentifier(QualityOfService);
}

/// <summary>Kinds of packets (MQTT 5 section 2.1.2).</summary>
public enum MqttPacketType : byte
{
    /// <summary>A client asks for a connection.</summary>
    Connect = 1,

    /// <summary>The server's answer.</summary>
    Connack = 2,

    /// <summary>Something is published.</summary>
    Publish = 3,

    /// <summary>It has arrived (quality of service 1).</summary>
    Puback = 4,

    /// <summary>It was received (quality of service 2, first part).</summary>
    Pubrec = 5,

    /// <summary>It is released (second part).</summary>
    Pubrel = 6,

    /// <summary>It is complete (third part).</summary>
    Pubcomp = 7,

    /// <summary>A client subscribes.</summary>
    Subscribe = 8,

    /// <summary>The server's answer.</summary>
    Suback = 9,

    /// <summary>A client unsubscribes.</summary>
    Unsubscribe = 10,

    /// <summary>The server's answer.</summary>
    Unsuback = 11,

    /// <summary>Are you there?</summary>
    Pingreq = 12,

    /// <summary>Yes.</summary>
    Pingresp = 13,

    /// <summary>The connection ends.</summary>
    Disconnect = 14,

    /// <summary>Authenticates (MQTT 5).</summary>
    Auth = 15,
}

/// <summary>What follows from the kind of a packet.</summary>
internal static class MqttPacketTypes
{
    /// <summary>Has the packet an identifier (MQTT 5 table 2-3)?</summary>
    public static bool HasIdentifier(this MqttPacketType type, byte qualityOfService) =>
        type is >= MqttPacketType.Puback and <= MqttPacketType.Unsuback || (type == MqttPacketType.Publish && qualityOfService > 0);
}
