using Codecs.Protocols;

namespace Codecs.Tests.Tool.Definitions;

/// <summary>What a barometer says: one field for each way of saying how far a field goes.</summary>
[Message("Barometer 1.0"), Tag((UdpPort)40_002)]
public readonly ref partial struct BarometerReport
{
    [LittleEndian] public partial uint Serial { get; init; }

    [Bits(1), PresenceOf(nameof(Altitude))] public partial bool HasAltitude { get; }

    [Bits(7)] public partial byte Mode { get; init; }

    public partial int? Altitude { get; init; }

    /// <summary>Only with a mode of two or three, or above a hundred.</summary>
    [When(nameof(IsDetailed))] public partial ushort? Detail { get; init; }

    [Prefixed<byte>] public partial ReadOnlySpan<byte> Label { get; init; }

    [Terminated("\r\n")] public partial ReadOnlySpan<byte> Remark { get; init; }

    [Digits, Terminated(" ")] public partial uint Pressure { get; init; }

    [CountOf(nameof(Points))] public partial byte PointCount { get; }

    public partial MessageList<BarometerPoint> Points { get; init; }

    [LengthOf(nameof(Trends), Unit = 2, Bias = 2)] public partial ushort TrendsLength { get; }

    [Until(nameof(BarometerTrend.IsLast))] public partial MessageList<BarometerTrend> Trends { get; init; }

    [While(nameof(s_spaces)), Reserved(" ")] private partial ReadOnlySpan<byte> Spaces { get; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    [Bits(6)] public partial byte Unit { get; init; }

    [Bits(2), Escape<byte>(2, Bias = 2), Escape<uint>(3)] public partial uint Trust { get; init; }

    [Const("END")] private partial ReadOnlySpan<byte> End { get; }

    private static readonly System.Buffers.SearchValues<byte> s_spaces = System.Buffers.SearchValues.Create(" \t"u8);

    public bool IsDetailed => Mode is 2 or 3 || (HasAltitude && Mode > 100);
}

/// <summary>A point of a curve, in an order of bits of its own.</summary>
[Message, LsbFirst]
public readonly partial record struct BarometerPoint
{
    [Bits(3)] public partial byte Kind { get; init; }

    [Bits(10), LittleEndian] public partial ushort Hour { get; init; }

    [Bits(3)] public partial byte Quality { get; init; }

    public partial short Value { get; init; }
}

/// <summary>Where it goes.</summary>
[Message]
public readonly partial record struct BarometerTrend
{
    public partial sbyte Slope { get; init; }

    [Bits(1)] public partial bool IsLast { get; init; }

    [Bits(7)] public partial byte Hours { get; init; }
}

/// <summary>Barometers in a network of IPv4 alone.</summary>
[Stack]
internal readonly ref partial struct BarometerStack
{
    public partial Ethernet Ethernet { get; }

    public partial IPv4 IPv4 { get; }

    public partial Udp Udp { get; }

    public partial BarometerReport Report { get; }
}
