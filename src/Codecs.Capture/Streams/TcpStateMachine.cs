using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>
/// Follows both ends of a connection through the states of RFC 9293 section 3.3.2, as somebody can who sees the segments pass, and
/// tells what no end that keeps to the RFC would have sent.
/// </summary>
/// <remarks>
/// What passes is taken to arrive. A transition that makes an end answer ("rcv FIN, snd ACK") is taken when the answer passes, for a
/// segment that was only sent may have reached nobody; one without an answer ("rcv ACK of FIN") is taken when that segment passes.
/// No timer is assumed. An end that is first seen in the middle of a connection is taken to be established.
/// </remarks>
public sealed class TcpStateMachine
{
    private const int LongestWindow = 1 << 30;
    private const int LargestWindowShift = 14;

    private End _client;
    private End _server;
    private bool _wasEstablished;

    /// <summary>State of the end that opened the connection.</summary>
    public TcpState Client => _client.State;

    /// <summary>State of the other end.</summary>
    public TcpState Server => _server.State;

    /// <summary>Did both ends' SYNs pass?</summary>
    public bool IsHandshakeSeen => _client.HasInitial && _server.HasInitial;

    /// <summary>Did one end reset the connection?</summary>
    public bool IsReset => _client.HasReset || _server.HasReset;

    /// <summary>Is the connection over at both ends?</summary>
    public bool IsClosed => _client.IsOver && _server.IsOver;

    /// <summary>Does this segment open another connection than the one that is followed?</summary>
    /// <remarks>
    /// A SYN with the initial sequence number that is known is a retransmission, unless the connection was established and is closed.
    /// A SYN with ACK answers a SYN of this connection as long as it is open.
    /// </remarks>
    public bool IsOfAnother(TcpRole sender, in TcpSegment segment)
    {
        if (!segment.Has(TcpFlags.Syn) || !IsPossible(segment.Flags))
            return false;
        ref var self = ref sender == TcpRole.Client ? ref _client : ref _server;
        bool isAnswer = segment.Has(TcpFlags.Ack);
        if (self.HasInitial)
        {
            return segment.SequenceNumber == self.Initial
                ? !isAnswer && IsClosed && _wasEstablished
                : !isAnswer || IsClosed;
        }
        // Its SYN may only be late: then the first byte that was seen of it is the next one.
        return IsClosed || (self.HasNext && segment.SequenceNumber + 1 != self.First);
    }

    /// <summary>Takes the next segment.</summary>
    /// <param name="sender">Which end sent it.</param>
    /// <param name="segment">The segment, which is of this connection: see <see cref="IsOfAnother"/>.</param>
    /// <returns>What is wrong with it.</returns>
    public TcpAnomaly Observe(TcpRole sender, in TcpSegment segment)
    {
        if (!IsPossible(segment.Flags))
            return TcpAnomaly.InvalidFlags;
        ref var self = ref sender == TcpRole.Client ? ref _client : ref _server;
        ref var peer = ref sender == TcpRole.Client ? ref _server : ref _client;
        if (segment.Has(TcpFlags.Rst))
            return Reset(ref self, ref peer, segment);
        var found = segment.Has(TcpFlags.Syn) ? Synchronize(ref self, ref peer, segment) : Join(ref self, ref peer, segment);
        if (found != TcpAnomaly.None)
            return found;
        if (segment.Has(TcpFlags.Ack))
            found |= Acknowledge(ref self, ref peer, segment);
        found |= Send(ref self, ref peer, segment);
        _wasEstablished |= IsHandshakeDone(self.State) && IsHandshakeDone(peer.State);
        return found;
    }

    /// <summary>Can a segment have these control bits (RFC 9293 section 3.10.7)?</summary>
    internal static bool IsPossible(TcpFlags flags)
    {
        var opposed = flags & (TcpFlags.Syn | TcpFlags.Fin | TcpFlags.Rst);
        return (opposed & (opposed - 1)) == 0 && (flags & (TcpFlags.Syn | TcpFlags.Rst | TcpFlags.Ack)) != 0;
    }

    // SYN, with or without ACK.
    private static TcpAnomaly Synchronize(ref End self, ref End peer, in TcpSegment segment)
    {
        if (self.HasInitial && segment.SequenceNumber != self.Initial)
            return TcpAnomaly.SynConflict;
        bool isAnswer = segment.Has(TcpFlags.Ack);
        if (isAnswer && peer.HasInitial && !peer.HasSent(segment.AcknowledgmentNumber))
            return TcpAnomaly.StrayAnswer;
        self.Initial = segment.SequenceNumber;
        self.HasInitial = true;
        self.Shift = segment.WindowScale is { } shift ? Math.Min((int)shift, LargestWindowShift) : null;
        if (isAnswer)
        {
            if (self.State is TcpState.Unknown or TcpState.Listen or TcpState.SynSent)
                self.State = TcpState.SynReceived;
            if (peer.State == TcpState.Unknown)
                peer.State = TcpState.SynSent;
            // In a simultaneous open, its SYN may be acknowledged already.
            if (self.State == TcpState.SynReceived && peer.HasAcknowledged && self.IsAfterInitial(peer.Acknowledged))
                self.State = TcpState.Established;
        }
        else
        {
            // Closed: a connection that was refused is tried once more.
            if (self.State is TcpState.Unknown or TcpState.Listen or TcpState.Closed)
                self.State = TcpState.SynSent;
            if (peer.State is TcpState.Unknown or TcpState.Closed)
                peer.State = TcpState.Listen;
            self.HasReset = peer.HasReset = false;
        }
        return TcpAnomaly.None;
    }

    // ACK without SYN: what it says of the handshake, seen or not.
    private static TcpAnomaly Join(ref End self, ref End peer, in TcpSegment segment)
    {
        if (self.State is not (TcpState.Unknown or TcpState.Listen or TcpState.SynSent))
            return TcpAnomaly.None;
        if (self.State == TcpState.Listen && !peer.HasSent(segment.AcknowledgmentNumber))
            return TcpAnomaly.StrayAnswer;
        self.State = TcpState.Established;
        if (peer.State is TcpState.Unknown or TcpState.Listen or TcpState.SynSent && !peer.HasInitial)
            peer.State = TcpState.Established;
        return TcpAnomaly.None;
    }

    private static TcpAnomaly Acknowledge(ref End self, ref End peer, in TcpSegment segment)
    {
        uint number = segment.AcknowledgmentNumber;
        bool isUnseen = peer.HasNext && Distance(peer.Next, number) > 0;
        bool isNew = !self.HasAcknowledged || Distance(self.Acknowledged, number) > 0;
        self.Acknowledged = number;
        self.HasAcknowledged = true;
        Announce(ref self, peer, segment);
        if (isUnseen)
            return isNew ? TcpAnomaly.AckOfUnseen : TcpAnomaly.None;
        bool isOfFin = peer.HasFin && Distance(peer.FinEnd, number) >= 0;
        peer.State = peer.State switch
        {
            TcpState.SynReceived when peer.IsAfterInitial(number) => TcpState.Established,
            TcpState.FinWait1 when isOfFin => TcpState.FinWait2,
            TcpState.Closing when isOfFin => TcpState.TimeWait,
            TcpState.LastAck when isOfFin => TcpState.Closed,
            _ => peer.State,
        };
        if (isOfFin)
        {
            self.State = self.State switch
            {
                TcpState.SynReceived or TcpState.Established => TcpState.CloseWait,
                TcpState.FinWait1 => TcpState.Closing,
                TcpState.FinWait2 => TcpState.TimeWait,
                _ => self.State,
            };
        }
        return TcpAnomaly.None;
    }

    // How far the other end may send. Without both SYNs, the scale of windows is not known.
    private static void Announce(ref End self, in End peer, in TcpSegment segment)
    {
        if (!self.HasInitial || !peer.HasInitial)
            return;
        bool isScaled = self.Shift is not null && peer.Shift is not null && !segment.Has(TcpFlags.Syn);
        self.Window = (uint)segment.Window << (isScaled ? self.Shift!.Value : 0);
        uint edge = segment.AcknowledgmentNumber + self.Window;
        if (!self.HasEdge || Distance(self.Edge, edge) > 0)
            self.Edge = edge;
        self.HasEdge = true;
    }

    // Payload and FIN.
    private static TcpAnomaly Send(ref End self, ref End peer, in TcpSegment segment)
    {
        var found = TcpAnomaly.None;
        uint start = segment.SequenceNumber + (segment.Has(TcpFlags.Syn) ? 1u : 0);
        uint end = start + (uint)segment.PayloadLength;
        // So far off that it says nothing of this connection.
        if (self.HasNext && Distance(self.Next, end) is < -LongestWindow or > LongestWindow)
            return TcpAnomaly.None;
        if (segment.PayloadLength > 0 && !IsKeepAlive(self, segment))
        {
            if (self.HasFin && Distance(self.FinEnd, end) >= 0)
                found |= TcpAnomaly.DataAfterFin;
            if (self.HasReset)
                found |= TcpAnomaly.DataAfterReset;
            // One byte beyond a closed window is how it is asked whether it has opened (RFC 9293 section 3.8.6.1).
            bool isProbe = segment.PayloadLength == 1 && start == peer.Edge;
            if (peer.HasEdge && !isProbe && Distance(peer.Edge, end) > 0)
                found |= TcpAnomaly.BeyondWindow;
        }
        if (segment.Has(TcpFlags.Fin))
            found |= Finish(ref self, end);
        self.Sent(start, self.HasFin && Distance(self.FinEnd, end) >= -1 ? self.FinEnd : end);
        return found;
    }

    // It may have one byte, which is none of the stream (RFC 9293 section 3.8.4).
    private static bool IsKeepAlive(in End self, in TcpSegment segment) =>
        segment.PayloadLength == 1 && self.HasNext && segment.SequenceNumber + 1 == self.Next;

    private static TcpAnomaly Finish(ref End self, uint end)
    {
        if (self.HasFin)
            return self.FinEnd == end + 1 ? TcpAnomaly.None : TcpAnomaly.FinMoved;
        if (self.HasNext && Distance(self.Next, end) < 0)
            return TcpAnomaly.FinMoved;
        self.FinEnd = end + 1;
        self.HasFin = true;
        self.State = self.State switch
        {
            TcpState.SynReceived or TcpState.Established => TcpState.FinWait1,
            TcpState.CloseWait => TcpState.LastAck,
            _ => self.State,
        };
        return TcpAnomaly.None;
    }

    private static TcpAnomaly Reset(ref End self, ref End peer, in TcpSegment segment)
    {
        if (!IsResetObeyed(self, peer, segment))
            return TcpAnomaly.ResetOutOfWindow;
        self.HasReset = true;
        self.State = peer.State = TcpState.Closed;
        return TcpAnomaly.None;
    }

    private static bool IsResetObeyed(in End self, in End peer, in TcpSegment segment)
    {
        // "In the SYN-SENT state [...], the RST is acceptable if the ACK field acknowledges the SYN" (RFC 9293 section 3.5.3).
        if (peer.State == TcpState.SynSent && !peer.HasAcknowledged && peer.HasInitial)
            return segment.Has(TcpFlags.Ack) && peer.HasSent(segment.AcknowledgmentNumber);
        if (!peer.HasAcknowledged)
            return true;
        int distance = Distance(peer.Acknowledged, segment.SequenceNumber);
        if (distance < 0)
            return false;
        // What was sent but not yet acknowledged need not be in the capture's order.
        return distance == 0 || (uint)distance < peer.Window || (self.HasNext && Distance(segment.SequenceNumber, self.Next) >= 0);
    }

    private static bool IsHandshakeDone(TcpState state) => state >= TcpState.Established;

    // RFC 9293 section 3.4: numbers wrap around; what is less than half of them ahead is later.
    private static int Distance(uint from, uint to) => (int)(to - from);

    private struct End
    {
        public TcpState State;
        public bool HasInitial, HasNext, HasAcknowledged, HasFin, HasEdge, HasReset;
        public int? Shift;

        // The number of its SYN; of the first byte that was seen of it; after the last that was seen; after its FIN.
        public uint Initial, First, Next, FinEnd;

        // Of the other end's stream: what it last acknowledged, how much further it said it has room, and the furthest that it ever said.
        public uint Acknowledged, Window, Edge;

        public readonly bool IsOver => State is TcpState.Closed or TcpState.TimeWait;

        public readonly bool IsAfterInitial(uint number) => HasInitial && Distance(Initial, number) > 0;

        // Is this an acknowledgement of its SYN, or of more that it has sent?
        public readonly bool HasSent(uint number) => IsAfterInitial(number) && Distance(number, Next) >= 0;

        public void Sent(uint start, uint end)
        {
            if (!HasNext)
            {
                First = start;
                Next = end;
            }
            else if (Distance(Next, end) > 0)
                Next = end;
            HasNext = true;
        }
    }
}
