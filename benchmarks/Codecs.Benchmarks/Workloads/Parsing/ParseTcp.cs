namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>W1: reading TCP segments over IPv4 in Ethernet frames that are in the cache.</summary>
public abstract class ParseTcp : Workload
{
    /// <summary>Packets of one run: about 750 KB, which stays in a second-level cache.</summary>
    protected const int Packets = 8000;

    /// <summary>The frames to read.</summary>
    protected byte[][] Frames { get; private set; } = [];

    /// <summary>Have most segments TCP options?</summary>
    protected virtual bool HaveTcpOptions => true;

    /// <inheritdoc/>
    public override void SetUp() => Frames = PacketData.TcpPackets(Packets, HaveTcpOptions);

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        Frames = PacketData.DamagedTcpPackets(Packets, HaveTcpOptions);
        return true;
    }
}
