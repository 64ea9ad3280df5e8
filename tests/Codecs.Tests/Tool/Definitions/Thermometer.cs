using Codecs.Protocols;

namespace Codecs.Tests.Tool.Definitions;

/// <summary>What a thermometer says: a protocol that the command has never heard of.</summary>
[Message("Thermometer 1.0"), Tag((UdpPort)40_001), Tag((TcpPort)40_001)]
public readonly ref partial struct ThermometerReport
{
    /// <summary>Always 1.</summary>
    [Bits(4), Const(1)] public partial byte Version { get; }

    /// <summary>What is measured.</summary>
    [Bits(4)] public partial ThermometerScale Scale { get; init; }

    /// <summary>Length of <see cref="Place"/> in bytes.</summary>
    [LengthOf(nameof(Place))] public partial byte PlaceLength { get; }

    /// <summary>Where it hangs.</summary>
    public partial ReadOnlySpan<byte> Place { get; init; }

    /// <summary>Number of <see cref="Degrees"/>.</summary>
    [CountOf(nameof(Degrees))] public partial byte Count { get; }

    /// <summary>Hundredths.</summary>
    public partial ScalarList<short> Degrees { get; init; }
}

/// <summary>How degrees are counted.</summary>
public enum ThermometerScale : byte
{
    /// <summary>From the melting of ice.</summary>
    Celsius = 0,

    /// <summary>From nothing.</summary>
    Kelvin = 1,
}

/// <summary>Thermometers in a network of IPv4 alone.</summary>
[Stack]
internal readonly ref partial struct ThermometerStack
{
    public partial Ethernet Ethernet { get; }

    public partial IPv4 IPv4 { get; }

    public partial Udp Udp { get; }

    public partial ThermometerReport Report { get; }
}
