namespace Codecs.Protocols;

/// <summary>Property (MQTT 5 section 2.2.2.2). Nothing but its identifier says how long it is.</summary>
[Message("MQTT 5.0")]
public readonly ref partial struct MqttProperty
{
    /// <summary>What it is. It would be more than a byte from 128 on, but there are none.</summary>
    [TagOf(nameof(Value), Bounds = true)] public partial MqttPropertyId Identifier { get; init; }

    /// <summary>What it says.</summary>
    [Case<MqttByte>, Case<MqttUInt16>, Case<MqttUInt32>, Case<MqttVariable>, Case<MqttBytes>, Case<MqttPair>] public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>A byte (MQTT 5 section 2.2.2.2).</summary>
[Message("MQTT 5.0"), Tag(MqttPropertyId.PayloadFormatIndicator, MqttPropertyId.RequestProblemInformation, MqttPropertyId.RequestResponseInformation, MqttPropertyId.MaximumQualityOfService,
    MqttPropertyId.RetainAvailable, MqttPropertyId.WildcardSubscriptionAvailable, MqttPropertyId.SubscriptionIdentifierAvailable, MqttPropertyId.SharedSubscriptionAvailable)]
public readonly partial record struct MqttByte
{
    /// <summary>The value.</summary>
    public partial byte Value { get; init; }
}

/// <summary>A number in two bytes (MQTT 5 section 1.5.2).</summary>
[Message("MQTT 5.0"), Tag(MqttPropertyId.ServerKeepAlive, MqttPropertyId.ReceiveMaximum, MqttPropertyId.TopicAliasMaximum, MqttPropertyId.TopicAlias)]
public readonly partial record struct MqttUInt16
{
    /// <summary>The value.</summary>
    public partial ushort Value { get; init; }
}

/// <summary>A number in four bytes (MQTT 5 section 1.5.3).</summary>
[Message("MQTT 5.0"), Tag(MqttPropertyId.MessageExpiryInterval, MqttPropertyId.SessionExpiryInterval, MqttPropertyId.WillDelayInterval, MqttPropertyId.MaximumPacketSize)]
public readonly partial record struct MqttUInt32
{
    /// <summary>The value.</summary>
    public partial uint Value { get; init; }
}

/// <summary>A number in one to four bytes (MQTT 5 section 1.5.5).</summary>
[Message("MQTT 5.0"), Tag(MqttPropertyId.SubscriptionIdentifier)]
public readonly ref partial struct MqttVariable
{
    /// <summary>The value.</summary>
    public partial MqttInteger Value { get; init; }
}

/// <summary>Text in UTF-8, or bytes (MQTT 5 sections 1.5.4 and 1.5.6).</summary>
[Message("MQTT 5.0"), Tag(MqttPropertyId.ContentType, MqttPropertyId.ResponseTopic, MqttPropertyId.CorrelationData, MqttPropertyId.AssignedClientIdentifier, MqttPropertyId.AuthenticationMethod,
    MqttPropertyId.AuthenticationData, MqttPropertyId.ResponseInformation, MqttPropertyId.ServerReference, MqttPropertyId.ReasonString)]
public readonly ref partial struct MqttBytes
{
    /// <summary>The value.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>A name with a value (MQTT 5 section 1.5.7).</summary>
[Message("MQTT 5.0"), Tag(MqttPropertyId.UserProperty)]
public readonly ref partial struct MqttPair
{
    /// <summary>The name.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The value.</summary>
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>Properties (MQTT 5 table 2-4).</summary>
public enum MqttPropertyId : byte
{
    /// <summary>Is the payload UTF-8 text (1)?</summary>
    PayloadFormatIndicator = 1,

    /// <summary>Seconds for which it holds.</summary>
    MessageExpiryInterval = 2,

    /// <summary>What the payload is.</summary>
    ContentType = 3,

    /// <summary>Where an answer is to go.</summary>
    ResponseTopic = 8,

    /// <summary>For which request an answer is.</summary>
    CorrelationData = 9,

    /// <summary>By which subscription it came.</summary>
    SubscriptionIdentifier = 11,

    /// <summary>Seconds for which the session is kept.</summary>
    SessionExpiryInterval = 17,

    /// <summary>The client's name.</summary>
    AssignedClientIdentifier = 18,

    /// <summary>In place of the client's.</summary>
    ServerKeepAlive = 19,

    /// <summary>How to authenticate.</summary>
    AuthenticationMethod = 21,

    /// <summary>What that takes.</summary>
    AuthenticationData = 22,

    /// <summary>Is the server to say what goes wrong (1)?</summary>
    RequestProblemInformation = 23,

    /// <summary>Seconds before the will is published.</summary>
    WillDelayInterval = 24,

    /// <summary>Is the server to send response information (1)?</summary>
    RequestResponseInformation = 25,

    /// <summary>For the client to make response topics of.</summary>
    ResponseInformation = 26,

    /// <summary>Another server.</summary>
    ServerReference = 28,

    /// <summary>The reason in words.</summary>
    ReasonString = 31,

    /// <summary>How much may be under way.</summary>
    ReceiveMaximum = 33,

    /// <summary>The largest topic alias.</summary>
    TopicAliasMaximum = 34,

    /// <summary>A number in place of the topic.</summary>
    TopicAlias = 35,

    /// <summary>The highest quality of service.</summary>
    MaximumQualityOfService = 36,

    /// <summary>Does the server keep (1)?</summary>
    RetainAvailable = 37,

    /// <summary>A name with a value.</summary>
    UserProperty = 38,

    /// <summary>Bytes of the largest packet.</summary>
    MaximumPacketSize = 39,

    /// <summary>Are wildcards known (1)?</summary>
    WildcardSubscriptionAvailable = 40,

    /// <summary>Are subscription identifiers known (1)?</summary>
    SubscriptionIdentifierAvailable = 41,

    /// <summary>Are shared subscriptions known (1)?</summary>
    SharedSubscriptionAvailable = 42,
}
