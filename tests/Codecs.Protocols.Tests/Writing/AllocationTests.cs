using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Writing;

public sealed class AllocationTests
{
    private static readonly byte[] s_frame = Sample.Get("Ethernet", "tcp/abort.pcap frame 1");

    [Fact]
    public void ParsingReadingAndWritingAllocateNothing()
    {
        byte[] buffer = new byte[100];
        long allocated = 0, sum = 0;
        // The first rounds load types and make delegates.
        for (int round = 0; round < 5; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
                sum += Read(s_frame) + Write(buffer) + Edit(buffer);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.NotEqual(0, sum);
        Assert.Equal(0, allocated);
    }

    private static long Read(ReadOnlySpan<byte> frame)
    {
        if (!Ethernet.TryParse(frame, out var ethernet) || !ethernet.TryGet(out IPv4 ip) || !ip.TryGet(out Tcp tcp) || !tcp.ChecksumIsValid(ip.PseudoHeader))
            return 0;
        long sum = ip.Source.Value + tcp.SourcePort + (long)tcp.Flags;
        foreach (var option in tcp.Options)
        {
            if (option.TryGet(out TcpMaximumSegmentSize size))
                sum += size.Value;
        }
        return Packet.TryParse(frame, out var packet) ? sum + packet.Tcp.Window : 0;
    }

    private static long Write(Span<byte> buffer)
    {
        var layers = new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { TimeToLive = 64, Source = A, Destination = B } / new Tcp
        {
            SourcePort = 5000,
            DestinationPort = 80,
            Options = new ListBuilder<TcpOption>(stackalloc byte[40]) { new TcpMaximumSegmentSize { Value = 1460 }, new() { Kind = TcpOptionKind.SackPermitted } },
        };
        return layers.TryWrite(buffer, out int written) ? written : 0;
    }

    private static long Edit(Span<byte> buffer)
    {
        if (!IPv4.TryEdit(buffer[14..], out var ip))
            return 0;
        ip.TimeToLive--;
        return ip.TimeToLive;
    }
}
