using System.Text;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Protocols;
using Codecs.Tests.Capture;

namespace Codecs.Tests.Streams;

/// <summary>Where the segment is in a frame, and what is around it.</summary>
public class SegmentTests
{
    private static readonly byte[] s_tcp = TcpFrames.Tcp(50000, 80, 1, 2, TcpFlags.Ack | TcpFlags.Psh, "abc");

    public static TheoryData<string, string> Frames => new()
    {
        { "IPv4", Hex(TcpFrames.Frame(TcpFrames.IPv4(s_tcp))) },
        { "IPv4 with options", Hex(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, options: "94040000"))) },
        { "IPv4, padded", Hex([.. TcpFrames.Frame(TcpFrames.IPv4(s_tcp)), 0, 0, 0]) },
        { "IPv4 without a length", Hex(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, totalLength: 0))) },
        { "VLAN", Hex(TcpFrames.Frame(TcpFrames.IPv4(s_tcp), tags: "8100" + "0005")) },
        { "VLAN in VLAN", Hex(TcpFrames.Frame(TcpFrames.IPv4(s_tcp), tags: "88a8" + "0005" + "8100" + "0006")) },
        { "IPv4 in IPv4", Hex(TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.IPv4(s_tcp), source: 8, destination: 9, protocol: 4))) },
        { "IPv4 in IPv6", Hex(TcpFrames.Frame(TcpFrames.IPv6(TcpFrames.IPv4(s_tcp), source: 8, destination: 9, next: 4), type: "86dd")) },
        { "source route", Hex(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, destination: 9, options: "01" + "830704" + "c0000202"))) },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void SegmentIsFound(string what, string frame)
    {
        Assert.True(what.Length > 0);
        var found = Read(Convert.FromHexString(frame));

        Assert.Equal((TcpFrameContent.Segment, "192.0.2.1:50000", "192.0.2.2:80", "abc", 3), found);
    }

    [Fact]
    public void SegmentIsFoundInIPv6()
    {
        (TcpFrameContent, string, string, string, int) expected = (TcpFrameContent.Segment, "[2001:db8::1]:50000", "[2001:db8::2]:80", "abc", 3);
        byte[] options = Convert.FromHexString("0600" + "050200000100");
        byte[] atomic = Convert.FromHexString("0600" + "0000" + "00000001");
        byte[] routing = [.. Convert.FromHexString("0602" + "0001" + "00000000" + "20010db8000000000000000000000002")];

        Assert.Equal(expected, Read(TcpFrames.Frame(TcpFrames.IPv6(s_tcp), type: "86dd")));
        Assert.Equal(expected, Read(TcpFrames.Frame(TcpFrames.IPv6([.. options, .. s_tcp], next: 0), type: "86dd")));
        Assert.Equal(expected, Read(TcpFrames.Frame(TcpFrames.IPv6([.. atomic, .. s_tcp], next: 44), type: "86dd")));
        // Under a routing header, the last node is where it goes.
        Assert.Equal(expected, Read(TcpFrames.Frame(TcpFrames.IPv6([.. routing, .. s_tcp], destination: 9, next: 43), type: "86dd")));
        Assert.Equal(expected, Read(TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.IPv6(s_tcp), protocol: 41))));
    }

    [Fact]
    public void FragmentsAreNoSegments()
    {
        Assert.Equal(TcpFrameContent.Fragment, Read(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, fragment: 0x2000))).Content);
        Assert.Equal(TcpFrameContent.Fragment, Read(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, fragment: 3))).Content);
        Assert.Equal(TcpFrameContent.Fragment, Read(TcpFrames.Frame(TcpFrames.IPv6([.. Convert.FromHexString("0600" + "0001" + "00000001"), .. s_tcp], next: 44), type: "86dd")).Content);
        Assert.Equal(TcpFrameContent.Fragment, Read(TcpFrames.Frame(TcpFrames.IPv6([.. Convert.FromHexString("0600" + "0008" + "00000001"), .. s_tcp], next: 44), type: "86dd")).Content);
        // Within a fragment, nothing is whole.
        Assert.Equal(TcpFrameContent.Fragment, Read(TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.IPv4(s_tcp), protocol: 4, fragment: 0x2000))).Content);
        Assert.Equal(TcpFrameContent.None, Read(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, protocol: 17, fragment: 3))).Content);
    }

    [Fact]
    public void WhatIsNotTcpIsNone()
    {
        Assert.Equal(TcpFrameContent.None, Read(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, protocol: 17))).Content);
        Assert.Equal(TcpFrameContent.None, Read([]).Content);
        // An ICMP error quotes a segment; it is none.
        Assert.Equal(TcpFrameContent.None, Read(TcpFrames.Frame(TcpFrames.IPv4([.. Convert.FromHexString("0303000000000000"), .. TcpFrames.IPv4(s_tcp)], protocol: 1))).Content);
    }

    [Fact]
    public void BrokenHeaderIsMalformed()
    {
        byte[] tcp = [.. s_tcp];
        tcp[12] = 0x40;
        Assert.Equal(TcpFrameContent.Malformed, Read(TcpFrames.Frame(TcpFrames.IPv4(tcp))).Content);
        Assert.Equal(TcpFrameContent.Malformed, Read(TcpFrames.Frame(TcpFrames.IPv4(s_tcp[..19]))).Content);
        Assert.Equal(TcpFrameContent.Malformed, Read(TcpFrames.Frame(TcpFrames.IPv4(s_tcp))[..(14 + 20 + 19)], original: 60).Content);
    }

    [Fact]
    public void WhatWasNotCapturedIsMissing()
    {
        byte[] frame = TcpFrames.Frame(TcpFrames.IPv4(s_tcp));
        Assert.Equal("ab+1", Payload(frame[..^1], (uint)frame.Length));
        Assert.Equal("+3", Payload(frame[..^3], (uint)frame.Length));
        // The length of the IP packet bounds it, not that of the frame.
        Assert.Equal("ab+1", Payload(frame[..^1], (uint)frame.Length + 50));
        // A length that the frame did not have on the wire proves nothing.
        Assert.Equal("ab+0", Payload(frame[..^1], (uint)frame.Length - 1));
        Assert.Equal("abc+0", Payload(TcpFrames.Frame(TcpFrames.IPv4(s_tcp, totalLength: 5000)), (uint)frame.Length));
        // Without a length in the header, the frame has the only one, within reason.
        byte[] offloaded = TcpFrames.Frame(TcpFrames.IPv4(s_tcp, totalLength: 0));
        Assert.Equal("abc+4996", Payload(offloaded, (uint)frame.Length + 4996));
        Assert.Equal($"abc+{(1 << 20) - frame.Length}", Payload(offloaded, uint.MaxValue));
    }

    [Fact]
    public void HeaderThatWasCapturedInPartIsASegmentWithoutItsPayload()
    {
        byte[] syn = TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.Tcp(50000, 80, 1, 0, TcpFlags.Syn, "abc", options: "020405b401030307")));
        Assert.Equal("abc+0 scale 7", Payload(syn, (uint)syn.Length, withScale: true));
        // The scale may be the largest then.
        Assert.Equal("+3 scale 14", Payload(syn[..(14 + 20 + 24)], (uint)syn.Length, withScale: true));
    }

    [Fact]
    public void AddressesAreToldApartByVersion()
    {
        var v4 = new IpEndpoint(new IPv4Address(0xC0000201), 1);
        var mapped = new IpEndpoint(new IPv6Address((UInt128)0xFFFF << 32 | 0xC0000201), 1);
        Assert.NotEqual(v4, mapped);
        Assert.NotEqual(0, v4.CompareTo(mapped));
        Assert.Equal(("192.0.2.1:1", "[::ffff:192.0.2.1]:1"), (v4.ToString(), mapped.ToString()));
        Assert.Equal("192.0.2.1:1", v4.ToIPEndPoint().ToString());
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static (TcpFrameContent Content, string Source, string Destination, string Payload, int Length) Read(byte[] bytes, uint? original = null)
    {
        using var reader = CaptureReader.Open(new MemoryStream(new PcapBytes(true).Header().Record(1, 0, bytes, original: original).ToArray()));
        Assert.True(reader.TryRead(out var frame));
        var content = TcpSegment.Read(frame, out var segment);
        return content == TcpFrameContent.Segment
            ? (content, segment.Source.ToString(), segment.Destination.ToString(), Encoding.Latin1.GetString(segment.Payload), segment.PayloadLength)
            : (content, "", "", "", 0);
    }

    private static string Payload(byte[] bytes, uint original, bool withScale = false)
    {
        using var reader = CaptureReader.Open(new MemoryStream(new PcapBytes(true).Header().Record(1, 0, bytes, original: original).ToArray()));
        Assert.True(reader.TryRead(out var frame));
        Assert.Equal(TcpFrameContent.Segment, TcpSegment.Read(frame, out var segment));
        string scale = withScale ? $" scale {segment.WindowScale}" : "";
        return $"{Encoding.Latin1.GetString(segment.Payload)}+{segment.MissingLength}{scale}";
    }
}
