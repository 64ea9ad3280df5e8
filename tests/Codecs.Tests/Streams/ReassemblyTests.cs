using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tests.Streams;

public class ReassemblyTests
{
    [Fact]
    public void SegmentsInOrderAreTheirPayloads()
    {
        var dialogue = new Dialogue().Open().Client(0, "GET /").Server(0, "200 ", ack: 5).Client(5, " end").Server(4, "OK", ack: 9).Close(9, 6).Complete();

        Assert.Equal("GET / end.", dialogue.Sink.FromClient);
        Assert.Equal("200 OK.", dialogue.Sink.FromServer);
        var connection = dialogue.Sink.Only;
        Assert.Equal((TcpEnding.Closed, true, true), (connection.Ending, connection.IsOpeningSeen, connection.IsHandshakeSeen));
        Assert.Equal((1, 10), (connection.FirstFrame, connection.LastFrame));
        Assert.Equal((6, 9), (connection.FromClient.Segments, connection.FromClient.Bytes));
        Assert.Equal((4, 6), (connection.FromServer.Segments, connection.FromServer.Bytes));
        Assert.Empty(connection.Anomalies);
    }

    [Fact]
    public void StreamEndsWithItsFinAndNotWithItsConnection()
    {
        var dialogue = new Dialogue().Open().Client(0, "bye", Dialogue.Fin | Dialogue.Ack).Server(0, "go", ack: 4);

        Assert.Equal("bye.", dialogue.Sink.FromClient);
        Assert.Equal("go", dialogue.Sink.FromServer);
        Assert.True(dialogue.Connection.FromClient.IsFinished);
        Assert.Equal(TcpEnding.None, dialogue.Connection.Ending);
    }

    [Theory]
    [InlineData("abc", 0)]
    [InlineData("acb", 1)]
    [InlineData("bac", 1)]
    [InlineData("bca", 2)]
    [InlineData("cab", 1)]
    [InlineData("cba", 2)]
    public void OrderDoesNotMatter(string order, int early)
    {
        var dialogue = new Dialogue().Open();
        foreach (char piece in order)
            dialogue.Client((piece - 'a') * 2, new string(piece, 2));

        Assert.Equal("aabbcc", dialogue.Sink.FromClient);
        Assert.Equal(early, dialogue.Connection.FromClient.OutOfOrderSegments);
        Assert.Equal(0, dialogue.Connection.FromClient.RetransmittedSegments);
    }

    [Fact]
    public void RetransmissionIsCountedAndTheSameBytesAreNoConflict()
    {
        var sent = new Dialogue().Open().Client(0, "abcdef").Client(0, "abcdef").Client(2, "cd").Client(4, "efgh").Connection.FromClient;

        Assert.Equal((8, 3, 6 + 2 + 2, 0), (sent.Bytes, sent.RetransmittedSegments, sent.RetransmittedBytes, sent.Conflicts));
    }

    // Each with what was there first in lower case; the second copy in upper case only shows where nothing was.
    [Theory]
    [InlineData(2, "XX", "abcdefgh")] // within
    [InlineData(6, "XXXX", "abcdefghXX")] // across the end
    [InlineData(8, "XX", "abcdefghXX")] // behind it
    public void FirstCopyWinsOverWhatWasDelivered(int at, string later, string expected)
    {
        var dialogue = new Dialogue().Open().Client(0, "abcdefgh").Client(at, later);

        Assert.Equal(expected, dialogue.Sink.FromClient);
        bool overlaps = at < 8;
        Assert.Equal(overlaps ? 1 : 0, dialogue.Connection.FromClient.Conflicts);
        dialogue.AssertAnomalies(overlaps ? [TcpAnomaly.Conflict] : []);
    }

    // "ab" waits at 2 and "cd" at 6; then X comes, and then the whole from the beginning.
    [Theory]
    [InlineData(0, "XXXXXXXXXX", 4, "XXabXXcdXX")]
    [InlineData(1, "XXXX", 2, ".XabX.cd..")]
    [InlineData(3, "XXXX", 2, "..abXXcd..")]
    [InlineData(2, "XX", 2, "..ab..cd..")]
    [InlineData(4, "XX", 0, "..abXXcd..")]
    public void FirstCopyWinsOverWhatWaits(int at, string later, int overlap, string expected)
    {
        var dialogue = new Dialogue().Open().Client(2, "ab").Client(6, "cd").Client(at, later);

        Assert.Equal(at == 0 ? expected : "", dialogue.Sink.FromClient);
        Assert.Equal(overlap, dialogue.Connection.FromClient.RetransmittedBytes);
        Assert.Equal(overlap > 0 ? 1 : 0, dialogue.Connection.FromClient.Conflicts);
        Assert.Equal(expected, dialogue.Client(0, "..........").Sink.FromClient);
    }

    [Fact]
    public void OverlapOfWhatWaitsThatAgreesIsNoConflict()
    {
        var dialogue = new Dialogue().Open().Client(4, "ef").Client(3, "def").Client(4, "efg").Client(0, "abcdefgh");

        Assert.Equal("abcdefgh", dialogue.Sink.FromClient);
        Assert.Equal(0, dialogue.Connection.FromClient.Conflicts);
    }

    [Fact]
    public void WhatIsNotKeptIsNotCompared()
    {
        var dialogue = new Dialogue(new() { MaxComparedBytesPerStream = 4 }).Open().Client(0, "abcdefgh");
        Assert.Equal(0, dialogue.Client(0, "XXXX").Connection.FromClient.Conflicts);
        Assert.Equal(1, dialogue.Client(0, "XXXXX").Connection.FromClient.Conflicts);

        var nothing = new Dialogue(new() { MaxComparedBytesPerStream = 0 }).Open().Client(0, "abcdefgh").Client(0, "XXXXXXXX");
        Assert.Equal(0, nothing.Connection.FromClient.Conflicts);
        Assert.Equal("abcdefgh", nothing.Sink.FromClient);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 1)]
    [InlineData(uint.MaxValue - 5)]
    [InlineData(int.MaxValue - 3)]
    public void NumbersWrapAround(uint initial)
    {
        var dialogue = new Dialogue().With(initial, initial).Open().Client(4, "efgh").Client(0, "abcd").Client(2, "cdef").Server(0, "12").Client(8, "ij").Server(2, "34").Close(10, 4).Complete();

        Assert.Equal("abcdefghij.", dialogue.Sink.FromClient);
        Assert.Equal("1234.", dialogue.Sink.FromServer);
        Assert.Equal(TcpEnding.Closed, dialogue.Connection.Ending);
        Assert.Equal(0, dialogue.Connection.FromClient.Conflicts);
    }

    [Fact]
    public void StreamsMayBeLongerThanNumbersReach()
    {
        var dialogue = new Dialogue().Open();
        const int Step = 1 << 29;
        for (long at = 0; at < 20L * Step; at += Step)
            dialogue.Client(at, "x", missing: Step - 1);
        dialogue.Client(20L * Step, "end");

        Assert.Equal((20 + 3, 20L * (Step - 1), 0), (dialogue.Connection.FromClient.Bytes, dialogue.Connection.FromClient.MissingBytes, dialogue.Connection.FromClient.RetransmittedBytes));
        Assert.EndsWith("end", dialogue.Sink.FromClient);
    }

    [Fact]
    public void KeepAlivesAreNoData()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Client(2).Server(0, ack: 3).Client(2, "\0").Server(0, ack: 3).Client(3, "def").Server(-1).Server(0, "x");

        Assert.Equal("abcdef", dialogue.Sink.FromClient);
        Assert.Equal("x", dialogue.Sink.FromServer);
        Assert.Equal((2, 0, 0), (dialogue.Connection.FromClient.KeepAlives, dialogue.Connection.FromClient.Conflicts, dialogue.Connection.FromClient.RetransmittedSegments));
        Assert.Equal(1, dialogue.Connection.FromServer.KeepAlives);
        dialogue.AssertAnomalies();
    }

    [Fact]
    public void ProbeOfAClosedWindowIsDataAndMayBeRepeated()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Server(0, ack: 3, window: 0).Client(3, "d").Server(0, ack: 3, window: 0).Client(3, "d").Server(0, ack: 4, window: 10).Client(4, "ef");

        Assert.Equal("abcdef", dialogue.Sink.FromClient);
        Assert.Equal(0, dialogue.Connection.FromClient.Conflicts);
        dialogue.AssertAnomalies();
    }

    [Fact]
    public void SynMayHaveData()
    {
        // RFC 7413: the data of the SYN is acknowledged with it, or else sent once more.
        var taken = new Dialogue().Client(-1, "GET", Dialogue.Syn).Server(-1, "200", Dialogue.Syn | Dialogue.Ack, ack: 3).Client(3, " /", ack: 3);
        Assert.Equal("GET /", taken.Sink.FromClient);
        Assert.Equal("200", taken.Sink.FromServer);
        taken.AssertStates(TcpState.Established, TcpState.Established);
        taken.AssertAnomalies();

        var refused = new Dialogue().Client(-1, "GET", Dialogue.Syn).Server(-1, "", Dialogue.Syn | Dialogue.Ack).Client(0, "GET /");
        Assert.Equal("GET /", refused.Sink.FromClient);
        Assert.Equal(0, refused.Connection.FromClient.Conflicts);
    }

    [Fact]
    public void RepeatedSynIsOfTheSameConnection()
    {
        var dialogue = new Dialogue().Client(-1, flags: Dialogue.Syn).Client(-1, flags: Dialogue.Syn).Server(-1, flags: Dialogue.Syn | Dialogue.Ack).Server(-1, flags: Dialogue.Syn | Dialogue.Ack).Client(0, "a");

        Assert.Equal("a", dialogue.Sink.FromClient);
        dialogue.AssertStates(TcpState.Established, TcpState.Established);
        dialogue.AssertAnomalies();
    }

    [Fact]
    public void TextInAResetIsNoData()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Server(0, "no such thing", Dialogue.Rst | Dialogue.Ack, ack: 3).Complete();

        Assert.Equal(("abc.", "."), (dialogue.Sink.FromClient, dialogue.Sink.FromServer));
        Assert.Equal(TcpEnding.Reset, dialogue.Connection.Ending);
    }

    [Fact]
    public void DataOnItsWayWhenTheConnectionIsResetIsTaken()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Server(0, flags: Dialogue.Rst | Dialogue.Ack, ack: 3).Client(3, "def").Complete();

        Assert.Equal("abcdef.", dialogue.Sink.FromClient);
        dialogue.AssertAnomalies();
        Assert.Equal(TcpEnding.Reset, dialogue.Connection.Ending);
    }

    [Fact]
    public void ImpossibleSegmentsAreCountedAndLeftOut()
    {
        var dialogue = new Dialogue().Open()
            .Client(0, "X", TcpFlags.None).Client(0, "X", TcpFlags.Psh).Client(0, "X", Dialogue.Fin).Client(0, "X", Dialogue.Syn | Dialogue.Fin)
            .Client(0, "X", Dialogue.Syn | Dialogue.Rst | Dialogue.Ack).Client(0, "X", Dialogue.Fin | Dialogue.Rst | Dialogue.Ack).Client(0, "abc");

        Assert.Equal("abc", dialogue.Sink.FromClient);
        Assert.Equal(new TcpAnomalyCount(TcpAnomaly.InvalidFlags, 6, 4), Assert.Single(dialogue.Connection.Anomalies));
        dialogue.AssertStates(TcpState.Established, TcpState.Established);
    }

    [Fact]
    public void DataBehindTheFinIsLeftOut()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc", Dialogue.Fin | Dialogue.Ack).Client(3, "XXX").Client(0, "abcd").Complete();

        Assert.Equal("abc.", dialogue.Sink.FromClient);
        Assert.Equal(new TcpAnomalyCount(TcpAnomaly.DataAfterFin, 2, 5), Assert.Single(dialogue.Connection.Anomalies));
    }

    [Fact]
    public void FinDoesNotMove()
    {
        var later = new Dialogue().Open().Client(0, "abc", Dialogue.Fin | Dialogue.Ack).Client(0, "abcdef", Dialogue.Fin | Dialogue.Ack).Complete();
        Assert.Equal("abc.", later.Sink.FromClient);
        later.AssertAnomalies(TcpAnomaly.DataAfterFin, TcpAnomaly.FinMoved);

        var earlier = new Dialogue().Open().Client(0, "abcdef").Client(2, flags: Dialogue.Fin | Dialogue.Ack).Client(6, "g").Complete();
        Assert.Equal("abcdefg.", earlier.Sink.FromClient);
        earlier.AssertAnomalies(TcpAnomaly.FinMoved);
        Assert.False(earlier.Connection.FromClient.IsFinished);
        earlier.AssertStates(TcpState.Established, TcpState.Established);
    }

    [Fact]
    public void NumbersThatAreFarAwayAreLeftOut()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Client((1L << 30) + 4, "XX").Client(-(1L << 30), "XX").Client(3, "def").Complete();

        Assert.Equal("abcdef.", dialogue.Sink.FromClient);
        Assert.Equal(new TcpAnomalyCount(TcpAnomaly.FarSequence, 2, 5), Assert.Single(dialogue.Connection.Anomalies));
    }

    [Fact]
    public void DataBeyondTheWindowIsAnAnomaly()
    {
        // 10 << 3 with the scale of both, 10 without: the first window, of the SYN, is never scaled.
        var scaled = new Dialogue().Client(-1, flags: Dialogue.Syn, scale: 2).Server(-1, flags: Dialogue.Syn | Dialogue.Ack, window: 10, scale: 3).Client(0, "0123456789").Server(0, ack: 10, window: 10)
            .Client(10, new string('x', 80));
        scaled.AssertAnomalies();
        scaled.Client(90, "x").AssertAnomalies();
        scaled.Client(91, "x").AssertAnomalies(TcpAnomaly.BeyondWindow);

        var plain = new Dialogue().Client(-1, flags: Dialogue.Syn).Server(-1, flags: Dialogue.Syn | Dialogue.Ack, window: 10, scale: 3).Client(0, "0123456789").Server(0, ack: 10, window: 10).Client(10, new string('x', 11));
        plain.AssertAnomalies(TcpAnomaly.BeyondWindow);
        Assert.Equal(21, plain.Connection.FromClient.Bytes);
    }

    [Fact]
    public void AcknowledgementOfWhatWasNotSeenIsAnAnomaly()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Server(0, ack: 10).Server(0, ack: 10).Client(10, "xyz").Complete();

        Assert.Equal("abc<3+7 NotSeen>xyz.", dialogue.Sink.FromClient);
        Assert.Equal(new TcpAnomalyCount(TcpAnomaly.AckOfUnseen, 1, 5), Assert.Single(dialogue.Connection.Anomalies));
    }

    [Fact]
    public void ConnectionWithItselfIsFollowed()
    {
        var end = new IpEndpoint(new IPv4Address(0x7F000001), 4000);
        var dialogue = new Dialogue { ClientEnd = end, ServerEnd = end, ServerInitial = 1000 }.Client(-1, flags: Dialogue.Syn).Client(-1, flags: Dialogue.Syn | Dialogue.Ack).Client(0, "abc").Complete();

        Assert.Equal("abc.", dialogue.Sink.FromClient);
        Assert.Single(dialogue.Sink.Connections);
    }

    [Fact]
    public void MistakesOfTheCallerThrow()
    {
        Assert.Throws<ArgumentNullException>(() => new TcpReassembler(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TcpStreamOptions { MaxConnections = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TcpStreamOptions { MaxWaitingBytes = -1 });
        Assert.Throws<InvalidOperationException>(() => new Dialogue().Complete().Client(0, "x"));
    }
}
