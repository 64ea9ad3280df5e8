namespace Codecs.Protocols;

/// <summary>A client asks for a connection (MQTT 3.1.1 and 5, section 3.1).</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Connect)]
public readonly ref partial struct MqttConnect
{
    /// <summary>MQTT; in version 3.1 MQIsdp.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> ProtocolName { get; init; }

    /// <summary>3 for version 3.1, 4 for 3.1.1, 5 for 5.</summary>
    public partial byte ProtocolLevel { get; init; }

    /// <summary>Is there a <see cref="UserName"/>?</summary>
    [Bits(1), PresenceOf(nameof(UserName))] public partial bool HasUserName { get; }

    /// <summary>Is there a <see cref="Password"/>?</summary>
    [Bits(1), PresenceOf(nameof(Password))] public partial bool HasPassword { get; }

    /// <summary>Is the will to be kept?</summary>
    [Bits(1)] public partial bool WillRetain { get; init; }

    /// <summary>Quality of service of the will.</summary>
    [Bits(2)] public partial byte WillQualityOfService { get; init; }

    /// <summary>Is there a will: what is published if the client is lost?</summary>
    [Bits(1), PresenceOf(nameof(WillTopic)), PresenceOf(nameof(WillPayload))] public partial bool HasWill { get; }

    /// <summary>Is what the server knows of an earlier session to be forgotten? In version 3 also what it knows of this one, later.</summary>
    [Bits(1)] public partial bool CleanStart { get; init; }

    [Bits(1), Reserved] private partial bool Reserved { get; }

    /// <summary>The longest time in seconds between two packets of the client; 0 for any.</summary>
    public partial ushort KeepAlive { get; init; }

    /// <summary>Version 5: more about the connection.</summary>
    [When(nameof(IsVersion5)), Prefixed<MqttInteger>] public partial MessageList<MqttProperty> Properties { get; init; }

    /// <summary>Who the client is; empty if the server is to say.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> ClientIdentifier { get; init; }

    /// <summary>Version 5: more about the will.</summary>
    [When(nameof(HasWillProperties)), Prefixed<MqttInteger>] public partial MessageList<MqttProperty> WillProperties { get; init; }

    /// <summary>What the will is about.</summary>
    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> WillTopic { get; init; }

    /// <summary>What is published.</summary>
    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> WillPayload { get; init; }

    /// <summary>For the server to authenticate the client.</summary>
    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> UserName { get; init; }

    /// <summary>The same.</summary>
    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> Password { get; init; }

    private bool IsVersion5 => ProtocolLevel >= 5;

    private bool HasWillProperties => HasWill && IsVersion5;
}

/// <summary>Is there a connection? (MQTT 3.1.1 section 3.2.)</summary>
[Message("MQTT 3.1.1"), Tag(MqttPacketType.Connack, In = typeof(Mqtt))]
public readonly partial record struct MqttConnack
{
    [Bits(7), Reserved] private partial byte Reserved { get; }

    /// <summary>Does the server know of an earlier session?</summary>
    [Bits(1)] public partial bool SessionPresent { get; init; }

    /// <summary>0: yes, 1: not this version, 2: not this client identifier, 3: not now, 4: wrong user name or password, 5: not allowed.</summary>
    public partial byte ReturnCode { get; init; }
}

/// <summary>A client subscribes (MQTT 3.1.1 section 3.8).</summary>
[Message("MQTT 3.1.1"), Tag(MqttPacketType.Subscribe, In = typeof(Mqtt))]
public readonly ref partial struct MqttSubscribe
{
    /// <summary>To what, one or more.</summary>
    public partial MessageList<MqttSubscription> Subscriptions { get; init; }
}

/// <summary>What a client subscribes to (MQTT 3.1.1 and 5, section 3.8.3).</summary>
[Message("MQTT 5.0")]
public readonly ref partial struct MqttSubscription
{
    /// <summary>The topics: + stands for one level, # for all levels from there on.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> TopicFilter { get; init; }

    [Bits(2), Reserved] private partial byte Reserved { get; }

    /// <summary>Version 5: when what was kept is sent: 0 at once, 1 if the subscription is new, 2 not.</summary>
    [Bits(2)] public partial byte RetainHandling { get; init; }

    /// <summary>Version 5: is <see cref="Mqtt5.Retain"/> to stay as it was published?</summary>
    [Bits(1)] public partial bool RetainAsPublished { get; init; }

    /// <summary>Version 5: is what this client publishes not to be sent to it?</summary>
    [Bits(1)] public partial bool NoLocal { get; init; }

    /// <summary>The highest quality of service.</summary>
    [Bits(2)] public partial byte QualityOfService { get; init; }
}

/// <summary>What a client is subscribed to (MQTT 3.1.1 section 3.9).</summary>
[Message("MQTT 3.1.1"), Tag(MqttPacketType.Suback, In = typeof(Mqtt))]
public readonly ref partial struct MqttSuback
{
    /// <summary>One for each subscription: the quality of service granted, or 80 (hex) if it failed.</summary>
    public partial ReadOnlySpan<byte> ReturnCodes { get; init; }
}

/// <summary>A client unsubscribes (MQTT 3.1.1 section 3.10).</summary>
[Message("MQTT 3.1.1"), Tag(MqttPacketType.Unsubscribe, In = typeof(Mqtt))]
public readonly ref partial struct MqttUnsubscribe
{
    /// <summary>From what, one or more.</summary>
    public partial MessageList<MqttTopic> TopicFilters { get; init; }
}

/// <summary>Topics (MQTT 3.1.1 and 5, section 3.10.3).</summary>
[Message("MQTT 5.0")]
public readonly ref partial struct MqttTopic
{
    /// <summary>As it was subscribed to.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> TopicFilter { get; init; }
}

/// <summary>Is there a connection? (MQTT 5 section 3.2.)</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Connack, In = typeof(Mqtt5))]
public readonly ref partial struct Mqtt5Connack
{
    [Bits(7), Reserved] private partial byte Reserved { get; }

    /// <summary>Does the server know of an earlier session?</summary>
    [Bits(1)] public partial bool SessionPresent { get; init; }

    /// <summary>0: yes; from 80 (hex) on why not.</summary>
    public partial byte ReasonCode { get; init; }

    /// <summary>More about the connection.</summary>
    [Prefixed<MqttInteger>] public partial MessageList<MqttProperty> Properties { get; init; }
}

/// <summary>What is published (MQTT 5 section 3.3).</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Publish, In = typeof(Mqtt5))]
public readonly ref partial struct Mqtt5Publish
{
    /// <summary>More about it.</summary>
    [Prefixed<MqttInteger>] public partial MessageList<MqttProperty> Properties { get; init; }

    /// <summary>What is published.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }
}

/// <summary>What became of something (MQTT 5 sections 3.4 to 3.7, 3.14 and 3.15): of what was published, of the connection, of authentication.</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Puback, MqttPacketType.Pubrec, MqttPacketType.Pubrel, MqttPacketType.Pubcomp, MqttPacketType.Disconnect, MqttPacketType.Auth, In = typeof(Mqtt5))]
public readonly ref partial struct Mqtt5Outcome
{
    /// <summary>What became of it; null, at the end of a packet, for 0: it is well.</summary>
    public partial byte? ReasonCode { get; init; }

    /// <summary>More about it.</summary>
    [Prefixed<MqttInteger>] public partial Optional<MessageList<MqttProperty>> Properties { get; init; }
}

/// <summary>A client subscribes (MQTT 5 section 3.8).</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Subscribe, In = typeof(Mqtt5))]
public readonly ref partial struct Mqtt5Subscribe
{
    /// <summary>More about it.</summary>
    [Prefixed<MqttInteger>] public partial MessageList<MqttProperty> Properties { get; init; }

    /// <summary>To what, one or more.</summary>
    public partial MessageList<MqttSubscription> Subscriptions { get; init; }
}

/// <summary>What became of subscriptions (MQTT 5 sections 3.9 and 3.11).</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Suback, MqttPacketType.Unsuback, In = typeof(Mqtt5))]
public readonly ref partial struct Mqtt5Outcomes
{
    /// <summary>More about it.</summary>
    [Prefixed<MqttInteger>] public partial MessageList<MqttProperty> Properties { get; init; }

    /// <summary>One for each topic filter.</summary>
    public partial ReadOnlySpan<byte> ReasonCodes { get; init; }
}

/// <summary>A client unsubscribes (MQTT 5 section 3.10).</summary>
[Message("MQTT 5.0"), Tag(MqttPacketType.Unsubscribe, In = typeof(Mqtt5))]
public readonly ref partial struct Mqtt5Unsubscribe
{
    /// <summary>More about it.</summary>
    [Prefixed<MqttInteger>] public partial MessageList<MqttProperty> Properties { get; init; }

    /// <summary>From what, one or more.</summary>
    public partial MessageList<MqttTopic> TopicFilters { get; init; }
}
