using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tests.Streams;

/// <summary>Captures that begin in the middle of a connection, and connections one after the other between the same ends.</summary>
public class BeginningTests
{
    [Fact]
    public void WithoutSynAStreamBeginsWithItsFirstSegment()
    {
        var dialogue = new Dialogue().Client(500, "abc", ack: 700).Server(700, "xyz", ack: 503).Client(503, "def", ack: 703).Complete();

        Assert.Equal("abcdef.", dialogue.Sink.FromClient);
        Assert.Equal("xyz.", dialogue.Sink.FromServer);
        var connection = dialogue.Sink.Only;
        Assert.Equal((false, false, TcpEnding.CaptureEnded), (connection.IsOpeningSeen, connection.IsHandshakeSeen, connection.Ending));
        dialogue.AssertStates(TcpState.Established, TcpState.Established);
        dialogue.AssertAnomalies();
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(uint.MaxValue - 504)] // the numbers wrap around within the segments
    public void WithoutSynTheFirstSegmentMayBeLate(uint initial)
    {
        var dialogue = new Dialogue { ClientInitial = initial }.Client(506, "ghi").Client(500, "abc").Client(503, "def");
        Assert.Equal("", dialogue.Sink.FromClient);

        // What is acknowledged shows that nothing earlier is to come.
        Assert.Equal("abcdefghi", dialogue.Server(0, ack: 509).Sink.FromClient);
        Assert.Equal(0, dialogue.Connection.FromClient.OutOfOrderSegments);
    }

    [Fact]
    public void WithoutSynAStreamBeginsAtTheLatestWithItsEighthSegment()
    {
        var dialogue = new Dialogue();
        for (int i = 0; i < 7; i++)
            dialogue.Client(500 + i, "x");
        Assert.Equal("", dialogue.Sink.FromClient);
        Assert.Equal("xxxxxxxx", dialogue.Client(507, "x").Sink.FromClient);
        Assert.Equal("xxxxxxxx", dialogue.Client(400, "too late").Sink.FromClient);
    }

    [Fact]
    public void WithoutSynAStreamBeginsWhereItWasAcknowledged() =>
        Assert.Equal("abc", new Dialogue().Server(700, ack: 500).Client(500, "abc").Sink.FromClient);

    [Fact]
    public void FinWithoutAnythingBeforeIsAStreamWithoutBytes()
    {
        var dialogue = new Dialogue().Client(500, flags: Dialogue.Fin | Dialogue.Ack, ack: 700).Server(700, flags: Dialogue.Fin | Dialogue.Ack, ack: 501).Client(501, ack: 701);

        Assert.Equal((".", "."), (dialogue.Sink.FromClient, dialogue.Sink.FromServer));
        dialogue.AssertStates(TcpState.TimeWait, TcpState.Closed);
    }

    [Fact]
    public void SynAndAckWithoutSynTellsWhoTheClientIs()
    {
        // Ports alone would say otherwise.
        var dialogue = new Dialogue { ClientEnd = new(new IPv4Address(1), 80), ServerEnd = new(new IPv4Address(2), 50000) }.Server(-1, flags: Dialogue.Syn | Dialogue.Ack).Client(0, "abc");

        Assert.Equal((80, 50000), (dialogue.Connection.Client.Port, dialogue.Connection.Server.Port));
        Assert.Equal("abc", dialogue.Sink.FromClient);
        dialogue.AssertStates(TcpState.Established, TcpState.Established);
        // The SYN was only late.
        Assert.Equal("abc", dialogue.Client(-1, flags: Dialogue.Syn).Sink.FromClient);
        Assert.True(dialogue.Sink.Only.IsHandshakeSeen);
    }

    [Theory]
    [InlineData(50000, 80, 80)]
    [InlineData(80, 50000, 80)]
    [InlineData(50000, 999, 999)]
    [InlineData(999, 50000, 999)]
    [InlineData(999, 8080, 8080)] // a port that has a name tells more than a low one
    [InlineData(50000, 60000, 60000)] // the one that is seen to send first is the client
    [InlineData(60000, 50000, 50000)]
    public void WithoutSynPortsTellTheServer(ushort first, ushort second, ushort server)
    {
        var dialogue = new Dialogue { ClientEnd = new(new IPv4Address(1), first), ServerEnd = new(new IPv4Address(2), second) }.Client(0, "x");

        Assert.Equal(server, dialogue.Connection.Server.Port);
    }

    [Fact]
    public void SynThatComesLateIsOfTheSameConnection()
    {
        var dialogue = new Dialogue().Client(0, "abc").Client(-1, flags: Dialogue.Syn).Client(3, "def").Server(0, "x", ack: 6);

        Assert.Equal("abcdef", dialogue.Sink.FromClient);
        Assert.Single(dialogue.Sink.Connections);
    }

    [Fact]
    public void MissingAnswerToASynIsReplacedByWhatIsAcknowledged()
    {
        var dialogue = new Dialogue().Client(-1, flags: Dialogue.Syn).Client(0).Server(3, "def").Server(0, "abc");

        Assert.Equal("abcdef", dialogue.Sink.FromServer);
        dialogue.AssertStates(TcpState.Established, TcpState.Established);
    }

    [Fact]
    public void SynAfterTheEndOpensAnotherConnection()
    {
        var dialogue = new Dialogue().Open().Client(0, "first").Close(5).With(client: 70_000, server: 80_000).Open().Client(0, "second").Complete();

        Assert.Equal(["first.", "second."], dialogue.Sink.Connections.Select(connection => dialogue.Sink.Text(connection.FromClient)));
        Assert.Equal([TcpEnding.Closed, TcpEnding.CaptureEnded], dialogue.Sink.Connections.Select(connection => connection.Ending));
        dialogue.AssertAnomalies();
    }

    [Fact]
    public void SynAfterTheEndMayHaveTheSameNumber()
    {
        // As in a capture that was played twice.
        var dialogue = new Dialogue();
        for (int i = 0; i < 2; i++)
            dialogue.Open().Client(0, "again").Close(5);

        Assert.Equal(["again.", "again."], dialogue.Complete().Sink.Connections.Select(connection => dialogue.Sink.Text(connection.FromClient)));
    }

    [Fact]
    public void SynWithAnotherNumberOpensAnotherConnectionAlsoBeforeTheEnd()
    {
        var dialogue = new Dialogue().Open().Client(0, "first").With(client: 70_000, server: 80_000).Open().Client(0, "second").Complete();

        Assert.Equal(["first.", "second."], dialogue.Sink.Connections.Select(connection => dialogue.Sink.Text(connection.FromClient)));
        Assert.Equal([TcpEnding.Replaced, TcpEnding.CaptureEnded], dialogue.Sink.Connections.Select(connection => connection.Ending));
    }

    [Fact]
    public void OtherEndMayOpenTheNextConnection()
    {
        var dialogue = new Dialogue().Open().Client(0, "first").Close(5);
        (dialogue.ClientEnd, dialogue.ServerEnd) = (dialogue.ServerEnd, dialogue.ClientEnd);
        dialogue.With(client: 70_000, server: 80_000).Open().Client(0, "second").Complete();

        Assert.Equal(2, dialogue.Sink.Connections.Count);
        Assert.Equal((80, "second."), (dialogue.Connection.Client.Port, dialogue.Sink.Text(dialogue.Connection.FromClient)));
    }

    [Fact]
    public void AnswerAfterTheEndIsOfAnotherConnectionOfWhichTheSynIsMissing()
    {
        var dialogue = new Dialogue().Open().Close().With(client: 70_000, server: 80_000).Server(-1, flags: Dialogue.Syn | Dialogue.Ack).Client(0, "second").Complete();

        Assert.Equal(2, dialogue.Sink.Connections.Count);
        Assert.Equal("second.", dialogue.Sink.Text(dialogue.Connection.FromClient));
    }

    [Fact]
    public void SecondAnswerWithAnotherNumberIsIgnored()
    {
        var dialogue = new Dialogue().Client(-1, flags: Dialogue.Syn).Server(-1, flags: Dialogue.Syn | Dialogue.Ack).With(server: 80_000).Server(-1, "evil", Dialogue.Syn | Dialogue.Ack).With(server: 9000).Client(0).Server(0, "good");

        Assert.Equal("good", dialogue.Sink.FromServer);
        dialogue.AssertAnomalies(TcpAnomaly.SynConflict);
    }

    [Fact]
    public void RefusedConnectionMayBeTriedOnceMore()
    {
        // Some hosts repeat a SYN that was answered by RST.
        var dialogue = new Dialogue();
        for (int i = 0; i < 3; i++)
            dialogue.Client(-1, flags: Dialogue.Syn).Server(-1, flags: Dialogue.Rst | Dialogue.Ack);
        dialogue.AssertStates(TcpState.Closed, TcpState.Closed);
        dialogue.Open().Client(0, "abc");

        Assert.Single(dialogue.Sink.Connections);
        Assert.Equal("abc", dialogue.Sink.FromClient);
        dialogue.AssertStates(TcpState.Established, TcpState.Established);
    }

    [Fact]
    public void MoreConnectionsThanAreFollowedEndTheIdlest()
    {
        var dialogue = new Dialogue(new() { MaxConnections = 3 });
        for (ushort port = 1; port <= 3; port++)
            Port(port).Open().Client(0, "abc");
        Port(2).Client(3, flags: Dialogue.Rst | Dialogue.Ack);
        Port(1).Client(3, "def");
        // One that is over goes first, then the one that was idle for the longest.
        Port(4).Open();
        Port(5).Open();

        Assert.Equal([(2, TcpEnding.Reset), (3, TcpEnding.Evicted)], dialogue.Sink.Closed.Select(connection => ((int)connection.Number, connection.Ending)));
        Assert.Equal(1, dialogue.Reassembler.Evicted);
        Assert.Equal("abcdef", dialogue.Sink.Text(dialogue.Sink.Connections[0].FromClient));

        Dialogue Port(ushort port)
        {
            dialogue.ClientEnd = new(new IPv4Address(1), port);
            return dialogue;
        }
    }

    [Fact]
    public void ClosedConnectionIsKeptForAWhileForWhatIsLate()
    {
        var dialogue = new Dialogue(new() { ClosedFor = TimeSpan.FromSeconds(30) }).Open().Close();
        dialogue.Seconds += 30;
        dialogue.Server(0, flags: Dialogue.Fin | Dialogue.Ack, ack: 1);
        Assert.Empty(dialogue.Sink.Closed);

        dialogue.Seconds += 31;
        dialogue.Server(0, "x");
        Assert.Equal(TcpEnding.Closed, Assert.Single(dialogue.Sink.Closed).Ending);
        Assert.Equal(2, dialogue.Sink.Connections.Count);
    }
}
