using Codecs;

namespace Streamed;

public enum PropertyId : byte
{
    PayloadFormatIndicator = 1,
    MessageExpiryInterval = 2,
    ContentType = 3,
    ResponseTopic = 8,
    CorrelationData = 9,
    SubscriptionIdentifier = 11,
    SessionExpiryInterval = 17,
    ReceiveMaximum = 33,
    UserProperty = 38,
}

[Message("MQTT 5.0")]
public readonly ref partial struct Property
{
    [TagOf(nameof(Value), Bounds = true)] public partial PropertyId Id { get; init; }

    [Case<ByteProperty>, Case<TwoByteProperty>, Case<FourByteProperty>, Case<VariableProperty>, Case<StringProperty>, Case<UserProperty>]
    public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message, Tag(PropertyId.PayloadFormatIndicator)]
public readonly partial record struct ByteProperty
{
    public partial byte Value { get; init; }
}

[Message, Tag(PropertyId.ReceiveMaximum)]
public readonly partial record struct TwoByteProperty
{
    public partial ushort Value { get; init; }
}

[Message, Tag(PropertyId.SessionExpiryInterval, PropertyId.MessageExpiryInterval)]
public readonly partial record struct FourByteProperty
{
    public partial uint Value { get; init; }
}

[Message, Tag(PropertyId.SubscriptionIdentifier)]
public readonly partial record struct VariableProperty
{
    public partial VarInt Value { get; init; }
}

[Message, Tag(PropertyId.ContentType, PropertyId.ResponseTopic, PropertyId.CorrelationData)]
public readonly ref partial struct StringProperty
{
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message, Tag(PropertyId.UserProperty)]
public readonly ref partial struct UserProperty
{
    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Name { get; init; }

    [Prefixed<ushort>] public partial ReadOnlySpan<byte> Value { get; init; }
}
