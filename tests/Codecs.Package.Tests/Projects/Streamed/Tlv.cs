using Codecs;

namespace Streamed;

public enum TlvType : byte
{
    Temperature = 1,
    Name = 2,
    Group = 3,
}

[Message("Trial TLV 1")]
public readonly ref partial struct TlvFrame
{
    [Const(0x544C)] public partial ushort Magic { get; }

    public partial byte Version { get; init; }

    [LengthOf(nameof(Items))] public partial VarInt Length { get; }

    public partial MessageList<Tlv> Items { get; init; }

    [ChecksumOf<Crc32>(nameof(Magic), nameof(Items))] public partial uint Checksum { get; }
}

[Message("Trial TLV 1")]
public readonly ref partial struct Tlv
{
    [TagOf(nameof(Value))] public partial TlvType Type { get; init; }

    [LengthOf(nameof(Value))] public partial VarInt Length { get; }

    [Case<Temperature>, Case<Name>, Case<TlvGroup>] public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message, Tag(TlvType.Temperature)]
public readonly partial record struct Temperature
{
    public partial short Hundredths { get; init; }
}

[Message, Tag(TlvType.Name)]
public readonly ref partial struct Name
{
    public partial ReadOnlySpan<byte> Text { get; init; }
}

[Message, Tag(TlvType.Group)]
public readonly ref partial struct TlvGroup
{
    public partial MessageList<Tlv> Items { get; init; }
}
