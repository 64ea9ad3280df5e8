using Codecs.Capture.Streams;
using Codecs.Protocols;
using static Codecs.Capture.Streams.TcpState;

namespace Codecs.Tests.Streams;

/// <summary>The sequences of RFC 9293, with its numbers: who sends what, and the states that the figures give for both ends afterwards.</summary>
public class StateTests
{
    private const TcpFlags Syn = TcpFlags.Syn, Ack = TcpFlags.Ack, Fin = TcpFlags.Fin, Rst = TcpFlags.Rst;

    // Figure 6: basic three-way handshake.
    [Fact]
    public void Handshake() => Follow(
        (TcpRole.Client, 100, 0, Syn, 0, SynSent, Listen),
        (TcpRole.Server, 300, 101, Syn | Ack, 0, SynSent, SynReceived),
        (TcpRole.Client, 101, 301, Ack, 0, Established, Established),
        (TcpRole.Client, 101, 301, Ack, 10, Established, Established));

    // Figure 7: simultaneous connection synchronization.
    [Fact]
    public void SimultaneousOpen() => Follow(
        (TcpRole.Client, 100, 0, Syn, 0, SynSent, Listen),
        (TcpRole.Server, 300, 0, Syn, 0, SynSent, SynSent),
        (TcpRole.Client, 100, 301, Syn | Ack, 0, SynReceived, SynSent),
        (TcpRole.Server, 300, 101, Syn | Ack, 0, Established, Established),
        (TcpRole.Client, 101, 301, Ack, 1, Established, Established));

    // Figure 12: normal close sequence.
    [Fact]
    public void NormalClose() => FollowEstablished(
        (TcpRole.Client, 100, 300, Fin | Ack, 0, FinWait1, Established),
        (TcpRole.Server, 300, 101, Ack, 0, FinWait2, CloseWait),
        (TcpRole.Server, 300, 101, Fin | Ack, 0, FinWait2, LastAck),
        (TcpRole.Client, 101, 301, Ack, 0, TimeWait, Closed));

    // Figure 13: simultaneous close sequence.
    [Fact]
    public void SimultaneousClose() => FollowEstablished(
        (TcpRole.Client, 100, 300, Fin | Ack, 0, FinWait1, Established),
        (TcpRole.Server, 300, 100, Fin | Ack, 0, FinWait1, FinWait1),
        (TcpRole.Client, 101, 301, Ack, 0, Closing, FinWait2),
        (TcpRole.Server, 301, 101, Ack, 0, TimeWait, TimeWait));

    // Section 3.6.1: a connection that is closed in one direction goes on in the other.
    [Fact]
    public void HalfClose() => FollowEstablished(
        (TcpRole.Client, 100, 300, Fin | Ack, 5, FinWait1, Established),
        (TcpRole.Server, 300, 106, Ack, 10, FinWait2, CloseWait),
        (TcpRole.Client, 106, 310, Ack, 0, FinWait2, CloseWait),
        (TcpRole.Server, 310, 106, Fin | Ack, 10, FinWait2, LastAck),
        (TcpRole.Server, 310, 106, Fin | Ack, 10, FinWait2, LastAck),
        (TcpRole.Client, 106, 321, Ack, 0, TimeWait, Closed));

    // The FIN of the second end with the acknowledgement of the first one's, as most hosts send it.
    [Fact]
    public void CloseInThreeSegments() => FollowEstablished(
        (TcpRole.Server, 300, 100, Fin | Ack, 0, Established, FinWait1),
        (TcpRole.Client, 100, 301, Fin | Ack, 0, LastAck, FinWait2),
        (TcpRole.Server, 301, 101, Ack, 0, Closed, TimeWait));

    // Section 3.3.2, figure 5: a FIN may be sent before the SYN is acknowledged.
    [Fact]
    public void CloseBeforeTheHandshakeIsDone() => Follow(
        (TcpRole.Client, 100, 0, Syn, 0, SynSent, Listen),
        (TcpRole.Server, 300, 101, Syn | Ack, 0, SynSent, SynReceived),
        (TcpRole.Server, 301, 101, Fin | Ack, 0, SynSent, FinWait1),
        (TcpRole.Client, 101, 302, Ack, 0, CloseWait, FinWait2));

    // Section 3.10.7.1: nobody listens.
    [Fact]
    public void Refused() => Follow(
        (TcpRole.Client, 100, 0, Syn, 0, SynSent, Listen),
        (TcpRole.Server, 0, 101, Rst | Ack, 0, Closed, Closed));

    // A scan that does not complete the handshake.
    [Fact]
    public void ResetInTheHandshake() => Follow(
        (TcpRole.Client, 100, 0, Syn, 0, SynSent, Listen),
        (TcpRole.Server, 300, 101, Syn | Ack, 0, SynSent, SynReceived),
        (TcpRole.Client, 101, 0, Rst, 0, Closed, Closed));

    [Fact]
    public void Abort() => FollowEstablished(
        (TcpRole.Client, 100, 300, Ack, 10, Established, Established),
        (TcpRole.Client, 110, 300, Rst | Ack, 0, Closed, Closed),
        (TcpRole.Server, 300, 110, Ack, 0, Closed, Closed));

    // Figure 10: one end has forgotten the connection, and answers what the other one sends by the number that this one acknowledged.
    [Fact]
    public void HalfOpenConnection() => FollowEstablished(
        (TcpRole.Server, 300, 100, Ack, 10, Established, Established),
        (TcpRole.Client, 100, 0, Rst, 0, Closed, Closed));

    // Section 3.5.3: "a RST is valid if its sequence number is in the window", in SYN-SENT "if the ACK field acknowledges the SYN".
    [Fact]
    public void ResetsThatNobodyObeys()
    {
        var states = new TcpStateMachine();
        Send(states, TcpRole.Client, 100, 0, Syn);
        Assert.Equal(TcpAnomaly.ResetOutOfWindow, Send(states, TcpRole.Server, 0, 100, Rst | Ack));
        Assert.Equal(TcpAnomaly.ResetOutOfWindow, Send(states, TcpRole.Server, 0, 102, Rst | Ack));
        Assert.Equal(TcpAnomaly.ResetOutOfWindow, Send(states, TcpRole.Server, 0, 0, Rst));
        Assert.Equal((SynSent, Listen), (states.Client, states.Server));
        Send(states, TcpRole.Server, 300, 101, Syn | Ack, window: 1000);
        Send(states, TcpRole.Client, 101, 301, Ack, window: 1000);
        Assert.Equal(TcpAnomaly.ResetOutOfWindow, Send(states, TcpRole.Server, 300, 0, Rst));
        Assert.Equal(TcpAnomaly.ResetOutOfWindow, Send(states, TcpRole.Server, 1301, 0, Rst));
        Assert.Equal((Established, Established), (states.Client, states.Server));
        Assert.Equal(TcpAnomaly.None, Send(states, TcpRole.Server, 1300, 0, Rst));
        Assert.True(states.IsReset && states.IsClosed);
        Assert.Equal(TcpAnomaly.DataAfterReset, Send(states, TcpRole.Server, 301, 101, Ack, length: 3));
        Assert.Equal(TcpAnomaly.None, Send(states, TcpRole.Client, 101, 301, Ack, length: 3));
        Assert.Equal((Closed, Closed), (states.Client, states.Server));
    }

    // Figure 8: recovery from an old duplicate SYN. To who looks on, the old SYN is a connection of its own.
    [Fact]
    public void OldDuplicateSyn()
    {
        var dialogue = new Dialogue { ClientInitial = 90, ServerInitial = 300 }
            .Client(-1, flags: Syn).Server(-1, flags: Syn | Ack).Client(0, flags: Rst);
        dialogue.AssertStates(Closed, Closed);
        dialogue.With(100, 400).Client(-1, flags: Syn).Server(-1, flags: Syn | Ack).Client(0);

        dialogue.AssertStates(Established, Established);
        Assert.Equal([TcpEnding.Reset, TcpEnding.CaptureEnded], dialogue.Complete().Sink.Connections.Select(connection => connection.Ending));
    }

    // Figure 9: half-open connection discovery. The answer of the old connection is not one to the SYN.
    [Fact]
    public void HalfOpenConnectionIsDiscovered()
    {
        var dialogue = new Dialogue { ClientInitial = 99, ServerInitial = 299 }.Client(0, "x").Server(0, ack: 1);
        dialogue.AssertStates(Established, Established);
        dialogue.With(client: 400).Client(-1, flags: Syn).With(client: 99).Server(0, ack: 1);
        dialogue.AssertStates(SynSent, Listen);
        dialogue.AssertAnomalies(TcpAnomaly.StrayAnswer);
        dialogue.Client(1, flags: Rst);
        dialogue.AssertStates(Closed, Closed);
        dialogue.With(400, 700).Open().Client(0, "abc");

        dialogue.AssertStates(Established, Established);
        Assert.Equal("abc", dialogue.Sink.Text(dialogue.Connection.FromClient));
        Assert.Equal(2, dialogue.Sink.Connections.Count);
    }

    [Fact]
    public void AnswerThatAcknowledgesSomethingElseIsNone()
    {
        var states = new TcpStateMachine();
        Send(states, TcpRole.Client, 100, 0, Syn);
        Assert.Equal(TcpAnomaly.StrayAnswer, Send(states, TcpRole.Server, 300, 91, Syn | Ack));
        Assert.Equal(TcpAnomaly.StrayAnswer, Send(states, TcpRole.Server, 300, 102, Syn | Ack));
        Assert.Equal((SynSent, Listen), (states.Client, states.Server));
        Assert.Equal(TcpAnomaly.None, Send(states, TcpRole.Server, 400, 101, Syn | Ack));
        Assert.Equal((SynSent, SynReceived), (states.Client, states.Server));
    }

    private static void Follow(params (TcpRole Sender, uint Number, uint Acknowledged, TcpFlags Flags, int Length, TcpState Client, TcpState Server)[] steps) => Follow(new(), steps);

    // "ESTABLISHED", with the numbers that the closing figures begin with.
    private static void FollowEstablished(params (TcpRole Sender, uint Number, uint Acknowledged, TcpFlags Flags, int Length, TcpState Client, TcpState Server)[] steps)
    {
        var states = new TcpStateMachine();
        Follow(
            states,
            (TcpRole.Client, 99, 0, Syn, 0, SynSent, Listen),
            (TcpRole.Server, 299, 100, Syn | Ack, 0, SynSent, SynReceived),
            (TcpRole.Client, 100, 300, Ack, 0, Established, Established));
        Follow(states, steps);
    }

    private static void Follow(TcpStateMachine states, params (TcpRole Sender, uint Number, uint Acknowledged, TcpFlags Flags, int Length, TcpState Client, TcpState Server)[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            var (sender, number, acknowledged, flags, length, client, server) = steps[i];
            Assert.Equal((i, TcpAnomaly.None), (i, Send(states, sender, number, acknowledged, flags, length)));
            Assert.Equal((i, client, server), (i, states.Client, states.Server));
        }
    }

    private static TcpAnomaly Send(TcpStateMachine states, TcpRole sender, uint number, uint acknowledged, TcpFlags flags, int length = 0, ushort window = 4096)
    {
        IpEndpoint client = new(new IPv4Address(1), 1), server = new(new IPv4Address(2), 2);
        return states.Observe(sender, new TcpSegment
        {
            Source = sender == TcpRole.Client ? client : server,
            Destination = sender == TcpRole.Client ? server : client,
            SequenceNumber = number,
            AcknowledgmentNumber = acknowledged,
            Flags = flags,
            Window = window,
            Payload = new byte[length],
        });
    }
}
