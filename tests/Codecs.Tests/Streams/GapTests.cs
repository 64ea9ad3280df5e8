using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>What is missing, and what is kept while it is waited for.</summary>
public class GapTests
{
    [Fact]
    public void WhatIsMissingIsReportedWhenTheConnectionEnds()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc").Client(5, "fgh").Client(10, "k");
        Assert.Equal("abc", dialogue.Sink.FromClient);

        dialogue.Complete();

        Assert.Equal("abc<3+2 NotSeen>fgh<8+2 NotSeen>k.", dialogue.Sink.FromClient);
        var sent = dialogue.Connection.FromClient;
        Assert.Equal((2, 4, 3, 7), (sent.Gaps, sent.MissingBytes, sent.FirstGap, sent.Bytes));
    }

    [Fact]
    public void WhatIsMissingAtTheBeginningIsReportedIfTheSynWasSeen() =>
        Assert.Equal("<0+4 NotSeen>efgh.", new Dialogue().Open().Client(4, "efgh").Complete().Sink.FromClient);

    [Fact]
    public void WhatIsMissingBeforeTheFinIsReported() =>
        Assert.Equal("abc<3+4 NotSeen>.", new Dialogue().Open().Client(0, "abc").Client(7, flags: Dialogue.Fin | Dialogue.Ack).Complete().Sink.FromClient);

    [Fact]
    public void LateSegmentsFillGapsEvenBehindTheFin() =>
        Assert.Equal("abcdef.", new Dialogue().Open().Client(0, "ab").Client(4, "ef").Close(6).Client(2, "cd").Sink.FromClient);

    [Fact]
    public void StreamMayStopAtItsFirstGap()
    {
        var dialogue = new Dialogue(new() { StopAtGap = true }).Open().Client(0, "abc").Client(5, "fgh").Client(9, "j").Server(0, "yes").Complete();

        Assert.Equal("abc<3+2 NotSeen>.", dialogue.Sink.FromClient);
        Assert.Equal("yes.", dialogue.Sink.FromServer);
        Assert.Equal((3, 1, 2), (dialogue.Connection.FromClient.Bytes, dialogue.Connection.FromClient.Gaps, dialogue.Connection.FromClient.MissingBytes));
    }

    [Fact]
    public void FramesThatWereCapturedInPartLeaveGapsAtOnce()
    {
        var dialogue = new Dialogue().Open().Client(0, "abc", missing: 7).Client(10, "klm", missing: 2);
        Assert.Equal("abc<3+7 NotCaptured>klm<13+2 NotCaptured>", dialogue.Sink.FromClient);

        // Also when it had to wait.
        dialogue.Client(20, "u", missing: 1).Client(15, "pqrst").Client(22, flags: Dialogue.Fin | Dialogue.Ack);
        Assert.EndsWith("klm<13+2 NotCaptured>pqrstu<21+1 NotCaptured>.", dialogue.Sink.FromClient);
    }

    [Fact]
    public void StreamThatStopsAtAGapMayDoSoWithinASegmentThatFillsOne()
    {
        var dialogue = new Dialogue(new() { StopAtGap = true }).Open().Client(4, "ef").Client(8, "i", missing: 2).Client(12, "m").Client(0, "abcdefghijklm").Complete();

        Assert.Equal("abcdefghi<9+2 NotCaptured>.", dialogue.Sink.FromClient);
        Assert.Equal(0, dialogue.Reassembler.WaitingBytes);
    }

    [Fact]
    public void WaitingEndsWhenTooMuchWaits()
    {
        var dialogue = new Dialogue(new() { MaxWaitingBytesPerConnection = 1000 }).Open().Client(0, "a");
        for (int i = 0; i < 20; i++)
            dialogue.Client(100 + i * 100, new string('b', 50));

        // Each takes 64 bytes of the memory pool and 64 beside it: seven of them are within the limit.
        Assert.StartsWith("a<1+99 NotSeen>" + new string('b', 50) + "<150+50 NotSeen>", dialogue.Sink.FromClient);
        Assert.Equal(13, dialogue.Connection.FromClient.Gaps);
        Assert.InRange(dialogue.Reassembler.WaitingBytes, 1, 1000);
        // What comes then is late.
        dialogue.Client(1, new string('c', 99));
        Assert.DoesNotContain('c', dialogue.Sink.FromClient);
        Assert.Equal((99, 0), (dialogue.Connection.FromClient.RetransmittedBytes, dialogue.Connection.FromClient.Conflicts));
    }

    [Fact]
    public void WhatComesLateIsNotComparedWithAnything()
    {
        var dialogue = new Dialogue(new() { MaxWaitingBytesPerConnection = 0 }).Open().Client(0, "abc").Client(10, "klm").Client(8, "XX").Client(2, "cXXXXXXXklm");

        Assert.Equal((0, 2), (dialogue.Connection.FromClient.Conflicts, dialogue.Connection.FromClient.RetransmittedSegments));
        Assert.Equal(1, dialogue.Client(9, "XXlm").Connection.FromClient.Conflicts);
    }

    [Fact]
    public void BothDirectionsOfAConnectionShareItsLimit()
    {
        var dialogue = new Dialogue(new() { MaxWaitingBytesPerConnection = 300 }).Open().Client(10, new string('c', 50)).Server(10, new string('s', 50));
        Assert.Equal(("", ""), (dialogue.Sink.FromClient, dialogue.Sink.FromServer));

        dialogue.Server(100, new string('s', 50));

        Assert.Equal("", dialogue.Sink.FromClient);
        Assert.StartsWith("<0+10 NotSeen>", dialogue.Sink.FromServer);
    }

    [Fact]
    public void WaitingOfTheStreamThatWaitedForTheLongestEndsWhenTooMuchWaitsInAll()
    {
        var options = new TcpStreamOptions { MaxWaitingBytes = 400 };
        var dialogue = new Dialogue(options);
        for (int i = 0; i < 4; i++)
        {
            dialogue.ClientEnd = new(new Protocols.IPv4Address(0xC0000201), (ushort)(50000 + i));
            dialogue.Open().Client(10, new string('c', 50));
        }

        var texts = dialogue.Sink.Connections.Select(connection => dialogue.Sink.Text(connection.FromClient)).ToArray();
        Assert.Equal("<0+10 NotSeen>" + new string('c', 50), texts[0]);
        Assert.Equal(["", "", ""], texts[1..]);
        Assert.InRange(dialogue.Reassembler.WaitingBytes, 1, 400);
    }

    [Fact]
    public void ManySmallPiecesDoNotWait()
    {
        var dialogue = new Dialogue().Open();
        for (int i = 0; i < 5000; i++)
            dialogue.Client(2 * i + 1, "x");

        Assert.Equal(5000 - 1024, dialogue.Connection.FromClient.Bytes);
        Assert.Equal(5000, dialogue.Complete().Connection.FromClient.Bytes);
        Assert.Equal(5000, dialogue.Connection.FromClient.MissingBytes);
    }

    [Fact]
    public void WhatFollowsOnAnotherIsOnePiece()
    {
        var dialogue = new Dialogue().Open();
        for (int i = 0; i < 5000; i++)
            dialogue.Client(10 + i, "x");

        Assert.Equal(0, dialogue.Connection.FromClient.Bytes);
        Assert.InRange(dialogue.Reassembler.WaitingBytes, 5000, 20_000);
        Assert.Equal("0123456789" + new string('x', 5000), dialogue.Client(0, "0123456789").Complete().Sink.FromClient[..5010]);
    }

    [Fact]
    public void NothingWaitsWithoutRoom()
    {
        var dialogue = new Dialogue(new() { MaxWaitingBytesPerConnection = 0 }).Open().Client(3, "def").Client(0, "abc").Complete();

        Assert.Equal("<0+3 NotSeen>def.", dialogue.Sink.FromClient);
    }

    [Fact]
    public void ComparedBytesAreTakenFromTheStreamThatIsIdle()
    {
        var dialogue = new Dialogue(new() { MaxComparedBytes = 2048 }).Open().Client(0, "abc").Server(0, "def", ack: 3);
        var first = dialogue.Connection;
        dialogue.ClientEnd = new(new Protocols.IPv4Address(0xC0000201), 50001);
        dialogue.Open().Client(0, "ghi");

        // Each stream has 1 KiB at least: the client's of the first connection had to go.
        dialogue.ClientEnd = first.Client;
        dialogue.Client(0, "XXX").Server(0, "XXX", ack: 3);
        Assert.Equal((0, 1), (first.FromClient.Conflicts, first.FromServer.Conflicts));
    }
}
