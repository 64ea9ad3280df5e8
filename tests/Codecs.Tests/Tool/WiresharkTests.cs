using System.Text;
using Codecs.Capture;
using Codecs.Protocols;
using Codecs.Tests.Capture;
using Codecs.Tests.Streams;
using Codecs.Tests.Tool.Definitions;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary>Dissectors for Wireshark, loaded into tshark: field by field what our own dissection of the same frames says.</summary>
public class WiresharkTests
{
    private const string Prefix = "codecs.";

    [TsharkTheory]
    [InlineData("udp/plain.pcap")]
    [InlineData("udp/damaged-lengths.pcap")]
    [InlineData("icmp/old-types.pcap")]
    [InlineData("icmp/redirect.pcap")]
    [InlineData("icmp/extensions-interface-information.pcap")]
    [InlineData("arp/other-address-types.pcap")]
    [InlineData("ipv4/timestamp-option.pcap")]
    [InlineData("ipv6ext/chains.pcap")]
    [InlineData("icmpv6/router-advertisement.pcap")]
    [InlineData("tcp/mptcp.pcap")]
    [InlineData("tcp/user-timeout-and-odd-options.pcap")]
    [InlineData("vlan/three-tags.pcap")]
    [InlineData("coap/libcoap.pcap")]
    public void ShippedDefinitionsAreDissectedAsByOurselves(string name)
    {
        string file = Path.Combine(Repository.Captures, name);
        var shown = TsharkRun.Of(Lua(), File.ReadAllBytes(file), Prefix);

        using var reader = CaptureReader.Open(file);
        int compared = 0;
        while (reader.TryRead(out var frame))
        {
            var own = new ShownFields(Prefix);
            // What Wireshark starts with is its own.
            var visitor = new ShownFields.Layers(own, frame.Data, static layer => layer is not ("Ethernet" or "Llc" or "Snap"));
            Packet.Walk(frame.LinkType, frame.Data, ref visitor);
            if (own.IsBroken)
                continue;
            var actual = own.Comparable(shown[(int)frame.Number - 1]);
            Assert.Equal(own.Expected, own.HasRest ? actual.Take(own.Expected.Length) : actual);
            compared += own.Expected.Length;
        }
        Assert.InRange(compared, 20, int.MaxValue);
    }

    [TsharkTheory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    [InlineData(101, true)]
    [InlineData(127, false)]
    public void EveryWayOfSayingHowFarAFieldGoesIsKnownToLua(byte mode, bool hasAltitude)
    {
        var frames = new List<byte[]>();
        for (int size = 0; size < 4; size++)
            frames.Add(UdpFrame(40_002, Report(mode, hasAltitude, size)));

        var shown = TsharkRun.Of(Lua("--assembly", AssemblyTests.Assembly), TcpFrames.File(frames), Prefix);

        for (int i = 0; i < frames.Count; i++)
        {
            var own = new ShownFields(Prefix);
            var visitor = new ShownFields.Layers(own, frames[i], static layer => layer == "BarometerReport");
            BarometerStack.Walk(frames[i], ref visitor);
            Assert.False(own.IsBroken);
            Assert.Equal(own.Expected.Select(static field => (field.Name, field.Value)), shown[i].Select(static field => (field.Name, field.Value)));
        }
    }

    [TsharkTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void MessagesOfAStreamAreFoundHoweverItIsCut(int size)
    {
        string message = Encoding.Latin1.GetString(AssemblyTests.Frame.AsSpan(42)), stream = message + message + message;
        var script = new TcpFrameScript(serverPort: 40_001);
        var pieces = Enumerable.Range(0, (stream.Length + size - 1) / size).Select(i => script.Client(i * size, stream.Substring(i * size, Math.Min(size, stream.Length - i * size))));

        var shown = TsharkRun.Of(Lua("ThermometerReport", "--assembly", AssemblyTests.Assembly), TcpFrames.File([.. script.Open(), .. pieces]), Prefix);

        string[] once = ["version 1", "scale 0", "place_length 4", "place 726f6f66", "count 2", "degrees 2150", "degrees -300"];
        Assert.Equal([.. once, .. once, .. once], shown.SelectMany(static frame => frame).Select(static field => $"{field.Name["codecs.thermometer_report.".Length..]} {field.Value}"));
    }

    [Fact]
    public void WhatLuaCannotBeToldIsSaid()
    {
        string lua = Lua("WebSocketFrame", "BsdLoopback");

        Assert.Contains("--   WebSocketFrame.Payload: read by code of MaskedBytes.\n", lua);
        Assert.DoesNotContain("Udp", Lua("IPv6Fragment"));
        Assert.DoesNotContain("is shown as bytes", Lua("Udp"));
    }

    [Fact]
    public void FileIsTheSameEachTime()
    {
        Assert.Equal(Lua(), Lua());
        Assert.DoesNotContain('\r', Lua());
    }

    [Fact]
    public void PrefixIsOfLettersThatFiltersHave()
    {
        Assert.Contains("\"mine_udp.source_port\"", ToolRun.Of("wireshark", "udp", "--prefix", "mine_").Output);
        Assert.Equal(ExitCode.Failure, ToolRun.Of("wireshark", "udp", "--prefix", "\"").ExitCode);
    }

    private static string Lua(params string[] arguments)
    {
        var run = ToolRun.Of(["wireshark", .. arguments]);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    private static byte[] UdpFrame(ushort port, byte[] payload)
    {
        byte[] header = [0xC3, 0x50, (byte)(port >> 8), (byte)port, (byte)(payload.Length + 8 >> 8), (byte)(payload.Length + 8), 0, 0];
        return TcpFrames.Frame(TcpFrames.IPv4([.. header, .. payload], protocol: 17));
    }

    private static byte[] Report(byte mode, bool hasAltitude, int size)
    {
        var points = new ListBuilder<BarometerPoint>();
        var trends = new ListBuilder<BarometerTrend>();
        for (int i = 0; i < size; i++)
        {
            points.Add(new BarometerPoint { Kind = 5, Hour = (ushort)(1000 + i), Quality = (byte)(i + 1), Value = (short)(-1 - i) });
            trends.Add(new BarometerTrend { Slope = (sbyte)-i, Hours = 100, IsLast = i == size - 1 });
        }
        byte[] bytes = new byte[256];
        var report = new BarometerReport
        {
            Serial = 0x01020304,
            Mode = mode,
            Altitude = hasAltitude ? -2 : null,
            Detail = mode is 2 or 3 || (hasAltitude && mode > 100) ? (ushort)7 : null,
            Label = "roof"u8[..size],
            Remark = "no\rline"u8,
            Pressure = 1013,
            Points = points,
            Trends = trends,
            Unit = 33,
            Trust = size switch { 0 => 1, 1 => 2, 2 => 257, _ => 70_000 },
        };
        Assert.True(report.TryWrite(bytes, out int written));
        return bytes[..written];
    }
}
