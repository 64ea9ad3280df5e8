using Codecs;

namespace Own;

/// <summary>A control packet of MQTT 3.1.1.</summary>
[Message("MQTT 3.1.1")]
public readonly ref partial struct Mqtt
{
    [Bits(4), TagOf(nameof(Body))] public partial MqttType Type { get; init; }

    [Bits(4)] public partial byte Flags { get; init; }

    [LengthOf(nameof(Body))] public partial RemainingLength Remaining { get; }

    public partial ReadOnlySpan<byte> Body { get; init; }
}

public enum MqttType : byte
{
    Connect = 1,
    Publish = 3,
    PingRequest = 12,
}

[Message, Tag(MqttType.Connect)]
public readonly ref partial struct MqttConnect
{
    [LengthOf(nameof(Protocol))] public partial ushort ProtocolLength { get; }

    [Const("MQTT")] public partial ReadOnlySpan<byte> Protocol { get; }

    [Const(4)] public partial byte Level { get; }

    [Bits(1), PresenceOf(nameof(UserName))] public partial bool HasUserName { get; }

    [Bits(5)] public partial byte WillFlags { get; init; }

    [Bits(1)] public partial bool CleanSession { get; init; }

    [Bits(1), Reserved] private partial bool Reserved { get; }

    public partial ushort KeepAlive { get; init; }

    [Prefixed<ushort>] public partial ReadOnlySpan<byte> ClientIdentifier { get; init; }

    [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> UserName { get; init; }
}
