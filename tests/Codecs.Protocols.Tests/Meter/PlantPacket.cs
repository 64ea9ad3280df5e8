namespace Codecs.Protocols.Tests.Meter;

/// <summary>The layers of a plant's network: those of everybody, and one of its own.</summary>
[Stack]
public readonly ref partial struct PlantPacket
{
    public partial Ethernet Ethernet { get; }

    public partial Vlan Vlan { get; }

    public partial IPv4 IPv4 { get; }

    public partial Tcp Tcp { get; }

    public partial MeterRequest Request { get; }

    public partial MeterResponse Response { get; }
}
