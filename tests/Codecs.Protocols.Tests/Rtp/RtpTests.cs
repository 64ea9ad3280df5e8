using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Rtp;

public sealed class RtpTests
{
    private static readonly byte[] s_plain = Sample.Get("Rtp", "RFC 3550 section 5.1: plain");
    private static readonly byte[] s_full = Sample.Get("Rtp", "RFC 3550 section 5.1: marker");
    private static readonly byte[] s_sender = Sample.Get("Rtcp", "RFC 3550 section 6.4.1");
    private static readonly byte[] s_receiver = Sample.Get("Rtcp", "RFC 3550 section 6.4.2");
    private static readonly byte[] s_others = Sample.Get("Rtcp", "RFC 3550 section 6.7");

    [Fact]
    public void Parse()
    {
        Assert.True(Protocols.Rtp.TryParse(s_plain, out var rtp));
        Assert.Equal((0, 0x1234, 320u, 0xDEADBEEF, 4), (rtp.PayloadType, rtp.SequenceNumber, rtp.Timestamp, rtp.SynchronizationSource, rtp.Payload.Length));
        Assert.True(Protocols.Rtp.TryParse(s_full, out rtp));
        Assert.Equal((true, 2, 0x33333333u), (rtp.Marker, rtp.ContributingSources.Count, rtp.ContributingSources[1]));
        Assert.Equal((0xBEDE, 4), (rtp.Extension.Value.DefinedByProfile, rtp.Extension.Value.Data.Length));
        Assert.Equal((2, 3, (byte?)4), (rtp.Payload.Length, rtp.Padding.Value.Length, rtp.PaddingCount));
    }

    [Fact]
    public void ReportsAreRead()
    {
        Assert.True(Rtcp.TryParse(s_sender, out var rtcp));
        Assert.Equal(2, rtcp.Packets.Count);
        Assert.True(rtcp.Packets.First.TryGet(out RtcpSenderReport report));
        Assert.Equal((0xE000000080000000, 160u, 10u, 1600u, 1), (report.NtpTimestamp, report.RtpTimestamp, report.SenderPacketCount, report.SenderOctetCount, report.ReportBlocks.Count));
        var block = report.ReportBlocks.First;
        Assert.Equal((64, -2, 0x10005u, 65536u), (block.FractionLost, block.CumulativePacketsLost, block.ExtendedHighestSequenceNumber, block.DelaySinceLastSenderReport));
        Assert.True(rtcp.Packets.ElementAt(1).TryGet(out RtcpSourceDescription description));
        var items = description.Chunks.First.Items;
        Assert.Equal((3, RtcpItemType.CanonicalName), (items.Count, items.First.Type));
        Assert.True(items.ElementAt(1).Text.SequenceEqual("tool"u8));

        Assert.True(Rtcp.TryParse(s_receiver, out rtcp));
        Assert.True(rtcp.Packets.First.TryGet(out RtcpReceiverReport received));
        Assert.Equal(1, received.ReportBlocks.Count);
        Assert.True(rtcp.Packets.ElementAt(1).TryGet(out RtcpBye bye));
        Assert.Equal((1, 0x11111111u), (bye.Sources.Count, bye.Sources[0]));
        Assert.True(bye.Reason.Value.SequenceEqual("end"u8));
    }

    [Fact]
    public void OtherPacketsAreRead()
    {
        Assert.True(Rtcp.TryParse(s_others, out var rtcp));
        Assert.True(rtcp.Packets.First.TryGet(out RtcpApplication application));
        Assert.True(application.Name.SequenceEqual("TEST"u8));
        Assert.Equal((5, 4), (rtcp.Packets.First.Count, application.Data.Length));
        Assert.True(rtcp.Packets.ElementAt(1).TryGet(out RtcpFeedback feedback));
        Assert.Equal(0x22222222u, feedback.MediaSource);
        Assert.Equal((true, (byte?)4), (rtcp.Packets.ElementAt(2).HasPadding, rtcp.Packets.ElementAt(2).PaddingCount));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_plain, new Protocols.Rtp { SequenceNumber = 0x1234, Timestamp = 320, SynchronizationSource = 0xDEADBEEF, Payload = [0xD5, 0xD5, 0xD5, 0xD5] }.ToArray());
        Assert.Equal(s_full, new Protocols.Rtp
        {
            Marker = true,
            SequenceNumber = 1,
            SynchronizationSource = 0x11111111,
            ContributingSources = [0x22222222, 0x33333333],
            Extension = new RtpExtension { DefinedByProfile = 0xBEDE, Data = [0x10, 0xAA, 0, 0] },
            Payload = [1, 2],
            Padding = new([3, 0, 0]),
        }.ToArray());
        Assert.Equal(s_receiver, new Rtcp
        {
            Packets = new ListBuilder<RtcpPacket>
            {
                new RtcpPacket
                {
                    Count = 1,
                    PacketType = RtcpPacketType.ReceiverReport,
                    Body = new RtcpReceiverReport
                    {
                        Count = 1,
                        SynchronizationSource = 0x11111111,
                        ReportBlocks = new ListBuilder<RtcpReportBlock>
                        {
                            new()
                            {
                                SynchronizationSource = 0x22222222, FractionLost = 64, CumulativePacketsLost = -2, ExtendedHighestSequenceNumber = 0x10005, InterarrivalJitter = 9,
                                LastSenderReport = 0x12345678, DelaySinceLastSenderReport = 65536,
                            },
                        },
                    }.ToArray(),
                },
                new RtcpPacket { Count = 1, PacketType = RtcpPacketType.Bye, Body = new RtcpBye { Count = 1, Sources = [0x11111111], Reason = new("end"u8) }.ToArray() },
            },
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Protocols.Rtp>(s_plain);
        Expect.RoundTrip<Protocols.Rtp>(s_full);
        Expect.RoundTrip<Rtcp>(s_sender);
        Expect.RoundTrip<Rtcp>(s_receiver);
        Expect.RoundTrip<Rtcp>(s_others);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Protocols.Rtp>(s_plain, least: 12);
        Expect.Unfinished<RtcpPacket>(s_sender[..52]);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<Protocols.Rtp>(s_plain.With(0, 0x40), ParseError.Value, nameof(Protocols.Rtp.Version), 0);
        Expect.Invalid<Protocols.Rtp>(s_full.With(s_full.Length - 1, 0), ParseError.Length, nameof(Protocols.Rtp.PaddingCount), s_full.Length - 1);
        // A report that is to have more blocks than there are.
        Assert.True(Rtcp.TryParse(s_sender.With(0, 0x9F), out var rtcp));
        Assert.False(rtcp.Packets.First.TryGet(out RtcpSenderReport _));
    }
}
