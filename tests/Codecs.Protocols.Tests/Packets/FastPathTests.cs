using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Codecs.Capture;
using Codecs.Fuzz;
using Codecs.Protocols.Tests.Meter;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Packets;

/// <summary>Fast paths change how fast a packet is parsed, never what is found: compared with a stack that has none.</summary>
public sealed class FastPathTests
{
    private static readonly byte[] s_preserved = new byte[0x20000], s_expected = new byte[0x20000];

    [Fact]
    public void SamplesAreReadAsWithoutPaths()
    {
        foreach (var sample in Frames)
            Compare(sample.Bytes, sample.Title);
    }

    [Fact]
    public void CutFramesAreReadAsWithoutPaths()
    {
        foreach (var sample in Frames)
        {
            for (int length = 0; length < Math.Min(sample.Bytes.Length, 120); length++)
                Compare(sample.Bytes.AsSpan(0, length), sample.Title);
        }
    }

    [Fact]
    public void ChangedFramesAreReadAsWithoutPaths()
    {
        // The bits of lengths, versions, flags and tags, alone and together.
        byte[] changes = [0x01, 0x04, 0x10, 0x20, 0x40, 0x80, 0xF0, 0xFF];
        foreach (var sample in Frames)
        {
            byte[] frame = [.. sample.Bytes];
            for (int at = 12; at < Math.Min(frame.Length, 74); at++)
            {
                foreach (byte change in changes)
                {
                    frame[at] ^= change;
                    Compare(frame, sample.Title);
                    frame[at] ^= change;
                }
            }
        }
    }

    [CorpusFact]
    public void CapturesAreReadAsWithoutPaths()
    {
        int frames = 0;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "captures"), "*.pcap*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                using var capture = CaptureReader.Open(path);
                while (capture.TryRead(out var frame))
                {
                    Compare(frame.Data, path);
                    frames++;
                }
            }
            catch (CaptureException)
            {
                // Some are no captures any more.
            }
        }
        Assert.True(frames > 1000);
    }

    [Fact]
    public void LayersOverTheEndOfAPathAreFound()
    {
        byte[] request = Frame(5000, 5020), response = Frame(5020, 5000), other = Frame(5000, 5001);
        Compare(request, "request");
        Compare(response, "response");
        Compare(other, "other");
        Assert.True(QuickPacket.TryParse(request, out var packet));
        Assert.Equal(QuickPacket.Layers.Ethernet | QuickPacket.Layers.IPv4 | QuickPacket.Layers.Tcp | QuickPacket.Layers.Request, packet.Present);
        Assert.True(QuickPacket.TryParse(response, out packet));
        Assert.Equal(QuickPacket.Layers.Ethernet | QuickPacket.Layers.IPv4 | QuickPacket.Layers.Tcp | QuickPacket.Layers.Response, packet.Present);
        Assert.True(QuickPacket.TryParse(other, out packet));
        Assert.Equal(QuickPacket.Layers.Ethernet | QuickPacket.Layers.IPv4 | QuickPacket.Layers.Tcp, packet.Present);
        Assert.Equal(12, packet.Rest.Length);

        static byte[] Frame(ushort source, ushort destination) => (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { Source = A, Destination = B }
            / new Tcp { SourcePort = source, DestinationPort = destination, Payload = [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 1] }).ToArray();
    }

    [Fact]
    public void LayersAreMadeAgainFromWhatWasFound()
    {
        // A source that is changed behind the packet's back: what a length says now must not lead out of it.
        byte[] frame = Frames.First(f => QuickPacket.TryParse(f.Bytes, out var p) && (p.Present & QuickPacket.Layers.Tcp) != 0 && p.Rest.Length > 0).Bytes.ToArray();
        Assert.True(QuickPacket.TryParse(frame, out var packet));
        var lengths = Lengths(in packet);
        frame[46] = 0xF0;
        frame[16] = frame[17] = 0xFF;
        Assert.Equal(lengths, Lengths(in packet));

        static (int, int, int) Lengths(in QuickPacket packet) => (packet.IPv4.Payload.Length, packet.Tcp.Options.Bytes.Length, packet.Tcp.Payload.Length);
    }

    [Fact]
    public void FramesOfMoreThan65535Bytes()
    {
        byte[] frame = new byte[0x20000];
        (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { Source = A, Destination = B } / new Tcp { SourcePort = 1, DestinationPort = 2, Payload = "data"u8 }).TryWrite(frame, out _);
        Compare(frame, "long");
        Assert.True(QuickPacket.TryParse(frame, out var packet));
        Assert.Equal(frame.Length - 14, packet.Ethernet.Payload.Length);
        Assert.Equal("data"u8.ToArray(), packet.Rest.ToArray());
    }

    [Fact]
    public void NothingIsAllocated()
    {
        byte[] frame = Frames.First(f => f.Title.Contains("eth:ip:tcp", StringComparison.Ordinal)).Bytes;
        Assert.True(QuickPacket.TryParse(frame, out _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isThere = QuickPacket.TryParse(frame, out var packet) && packet.TryGet(out IPv4 _) && packet.TryGet(out Tcp _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(isThere);
    }

    private static IEnumerable<Sample> Frames => Sample.All.Where(sample => sample.Type == "Ethernet");

    private static void Compare(ReadOnlySpan<byte> frame, string title)
    {
        var result = QuickPacket.TryParse(frame, out var quick);
        var expected = PlainPacket.TryParse(frame, out var plain);
        bool isSame = result == expected && (uint)quick.Present == (uint)plain.Present && IsSame(quick.Rest, plain.Rest)
            && quick.TryGet(out Ethernet ethernet) == plain.TryGet(out Ethernet expectedEthernet) && IsSame(in ethernet, in expectedEthernet) && IsSame(ethernet.Payload, expectedEthernet.Payload)
            && quick.TryGet(out Vlan vlan) == plain.TryGet(out Vlan expectedVlan) && IsSame(in vlan, in expectedVlan) && IsSame(vlan.Payload, expectedVlan.Payload)
            && quick.TryGet(out Arp arp) == plain.TryGet(out Arp expectedArp) && IsSame(in arp, in expectedArp)
            && quick.TryGet(out IPv4 ipv4) == plain.TryGet(out IPv4 expectedIPv4) && IsSame(in ipv4, in expectedIPv4) && IsSame(ipv4.Payload, expectedIPv4.Payload)
            && quick.TryGet(out IPv6 ipv6) == plain.TryGet(out IPv6 expectedIPv6) && IsSame(in ipv6, in expectedIPv6) && IsSame(ipv6.Payload, expectedIPv6.Payload)
            && quick.TryGet(out Tcp tcp) == plain.TryGet(out Tcp expectedTcp) && IsSame(in tcp, in expectedTcp) && IsSame(tcp.Payload, expectedTcp.Payload)
            && quick.TryGet(out Udp udp) == plain.TryGet(out Udp expectedUdp) && IsSame(in udp, in expectedUdp) && IsSame(udp.Payload, expectedUdp.Payload)
            && quick.TryGet(out Icmp icmp) == plain.TryGet(out Icmp expectedIcmp) && IsSame(in icmp, in expectedIcmp)
            && quick.TryGet(out MeterRequest request) == plain.TryGet(out MeterRequest expectedRequest) && IsSame(in request, in expectedRequest)
            && quick.TryGet(out MeterResponse response) == plain.TryGet(out MeterResponse expectedResponse) && IsSame(in response, in expectedResponse);
        if (!isSame)
            Assert.Fail($"{title}: {result} and {quick.Present}, not {expected} and {plain.Present}: {Convert.ToHexStringLower(frame[..Math.Min(frame.Length, 200)])}");
    }

    // The very same bytes.
    private static bool IsSame(ReadOnlySpan<byte> span, ReadOnlySpan<byte> expected) =>
        span.Length == expected.Length && (span.IsEmpty || Unsafe.AreSame(in MemoryMarshal.GetReference(span), in MemoryMarshal.GetReference(expected)));

    private static bool IsSame<T>(scoped in T message, scoped in T expected) where T : IMessage<T>, allows ref struct
    {
        var context = new WriteContext { Mode = WriteMode.Preserve };
        int written = message.Write(s_preserved, 0, context), expectedToWrite = expected.Write(s_expected, 0, context);
        return s_preserved.AsSpan(0, written).SequenceEqual(s_expected.AsSpan(0, expectedToWrite));
    }
}
