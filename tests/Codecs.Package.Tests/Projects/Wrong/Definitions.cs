using Codecs;

namespace Wrong;

[Message]
public readonly ref partial struct NothingSupplies
{
    public partial byte Length { get; } // CDC001

    public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message]
public readonly ref partial struct Misspelled
{
    [LengthOf("Valeu")] public partial byte Length { get; } // CDC002

    public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message]
public readonly partial struct NeedsRef
{
    public partial ReadOnlySpan<byte> Value { get; init; } // CDC003
}

[Message]
public readonly partial record struct HalfAByte
{
    [Bits(4)] public partial byte Version { get; init; }

    public partial byte Kind { get; init; } // CDC005
}

[Message]
public readonly ref partial struct TwoOpenFields
{
    public partial ReadOnlySpan<byte> First { get; init; }

    public partial ReadOnlySpan<byte> Second { get; init; } // CDC007
}

[Message]
public readonly ref partial struct DerivedWithInit
{
    [LengthOf(nameof(Value))] public partial byte Length { get; init; } // CDC009

    public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message]
public readonly ref partial struct NotPartial
{
    public partial byte Kind { get; init; }

    public byte Flags { get; init; } // CDC042
}
