using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>A connection that was found in a capture. What it tells moves on as the capture is read, until <see cref="Ending"/> is set; the object stays valid.</summary>
public sealed class TcpConnection
{
    private readonly TcpStateMachine _states = new();
    private List<TcpAnomalyCount>? _anomalies;

    internal TcpConnection(long number, in TcpSegment first, bool isClientSource, TcpReassembler reassembler)
    {
        Number = number;
        Client = isClientSource ? first.Source : first.Destination;
        Server = isClientSource ? first.Destination : first.Source;
        FirstFrame = first.Frame;
        FirstTime = first.Timestamp;
        FromClient = new(this, TcpRole.Client, reassembler);
        FromServer = new(this, TcpRole.Server, reassembler);
        Place = new(this);
    }

    /// <summary>The place of the connection among those of the capture, from 1, in the order of their first segments.</summary>
    public long Number { get; }

    /// <summary>The end that opened the connection. If that was not captured: the end without a well-known port, or, if that does not tell, the one that was seen to send first.</summary>
    public IpEndpoint Client { get; }

    /// <summary>The other end.</summary>
    public IpEndpoint Server { get; }

    /// <summary>What the client sent.</summary>
    public TcpDirection FromClient { get; }

    /// <summary>What the server sent.</summary>
    public TcpDirection FromServer { get; }

    /// <summary>State of the client.</summary>
    public TcpState ClientState => _states.Client;

    /// <summary>State of the server.</summary>
    public TcpState ServerState => _states.Server;

    /// <summary>Did a SYN pass that opened the connection? If not, its beginning is not in the capture.</summary>
    public bool IsOpeningSeen { get; private set; }

    /// <summary>Did the SYNs of both ends pass? If not, the capture does not have both, or the connection never came about.</summary>
    public bool IsHandshakeSeen => _states.IsHandshakeSeen;

    /// <summary>Why the connection is no longer followed.</summary>
    public TcpEnding Ending { get; private set; }

    /// <summary>The number of the frame with its first segment.</summary>
    public long FirstFrame { get; }

    /// <summary>The number of the frame with its last segment so far.</summary>
    public long LastFrame { get; private set; }

    /// <summary>When its first segment was captured; null if that is not known.</summary>
    public CaptureTimestamp? FirstTime { get; }

    /// <summary>When its last segment so far was captured; null if that is not known.</summary>
    public CaptureTimestamp? LastTime { get; private set; }

    /// <summary>What was wrong with its segments so far, in the order in which it was noticed first.</summary>
    public IReadOnlyList<TcpAnomalyCount> Anomalies => _anomalies ?? (IReadOnlyList<TcpAnomalyCount>)[];

    /// <summary>What one of the ends sent.</summary>
    public TcpDirection From(TcpRole role) => role == TcpRole.Client ? FromClient : FromServer;

    /// <summary>The connection among others of its table, by when it was last active.</summary>
    internal LinkedListNode<TcpConnection> Place { get; }

    internal bool IsOver => _states.IsClosed;

    internal bool IsOpenedAnewBy(in TcpSegment segment) => _states.IsOfAnother(RoleOf(segment.Source), segment);

    internal void Receive(in TcpSegment segment)
    {
        LastFrame = segment.Frame;
        LastTime = segment.Timestamp;
        var sender = RoleOf(segment.Source);
        var found = _states.Observe(sender, segment);
        IsOpeningSeen |= segment.Has(TcpFlags.Syn) && !segment.Has(TcpFlags.Ack);
        var direction = From(sender);
        if ((found & Ignored) != 0)
            direction.Ignore();
        else
        {
            if (segment.Has(TcpFlags.Ack))
                From(sender == TcpRole.Client ? TcpRole.Server : TcpRole.Client).Acknowledge(segment.AcknowledgmentNumber);
            found |= direction.Receive(segment, segment.Has(TcpFlags.Fin) && (found & TcpAnomaly.FinMoved) == 0);
        }
        if (found != TcpAnomaly.None)
            Note(found, segment.Frame);
    }

    internal void Close(TcpEnding reason)
    {
        FromClient.Close();
        FromServer.Close();
        Ending = _states.IsReset ? TcpEnding.Reset : _states.IsClosed ? TcpEnding.Closed : reason;
    }

    // Segments that their receiver does not take up.
    private const TcpAnomaly Ignored = TcpAnomaly.InvalidFlags | TcpAnomaly.SynConflict | TcpAnomaly.StrayAnswer | TcpAnomaly.ResetOutOfWindow;

    private TcpRole RoleOf(IpEndpoint source) => source == Client ? TcpRole.Client : TcpRole.Server;

    private void Note(TcpAnomaly found, long frame)
    {
        _anomalies ??= [];
        for (int i = 0; i < _anomalies.Count; i++)
        {
            var known = _anomalies[i];
            if ((found & known.Kind) != 0)
                _anomalies[i] = known with { Count = known.Count + 1 };
            found &= ~known.Kind;
        }
        for (; found != TcpAnomaly.None; found &= found - 1)
            _anomalies.Add(new(found & (TcpAnomaly)(-(int)found), 1, frame));
    }
}
