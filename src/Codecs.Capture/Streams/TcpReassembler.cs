using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>
/// Puts the TCP connections of a capture together: gives a sink the bytes of each stream in order, whatever the order, the overlaps
/// and the losses of the segments that carried them.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Of bytes that came more than once, the first copy counts, also where a later one differs.</item>
/// <item>What is missing is waited for as long as the limits of <see cref="TcpStreamOptions"/> allow, for it may only be late; then it is reported as a gap.</item>
/// <item>Connections are told apart by addresses and ports alone: a segment that was captured twice, on two interfaces or with and without a VLAN tag, counts as
/// retransmitted. A SYN after the end of a connection, or with another initial sequence number, opens a new one.</item>
/// <item>Checksums are not verified: those of a host that leaves them to its network card are wrong in its own captures.</item>
/// <item>Fragments of IP packets are not put together; they are counted, and what they carried is missing.</item>
/// </list>
/// Nothing in a capture makes it throw. Not for use by several threads at once.
/// </remarks>
public sealed class TcpReassembler
{
    private readonly ConnectionTable _table;
    private bool _isComplete;

    /// <summary>Gives what it puts together to a sink.</summary>
    public TcpReassembler(ITcpStreamSink sink, TcpStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Sink = sink;
        Options = options ?? new();
        Memory = new(Options);
        _table = new(Options);
    }

    /// <summary>Frames that were added.</summary>
    public long Frames { get; private set; }

    /// <summary>Segments among them, or that were added by themselves.</summary>
    public long Segments { get; private set; }

    /// <summary>Frames with a fragment of an IP packet with TCP: their segments are missing in the streams.</summary>
    public long Fragments { get; private set; }

    /// <summary>Frames with a TCP header that is not whole or does not fit together.</summary>
    public long Malformed { get; private set; }

    /// <summary>Connections that were found.</summary>
    public long Connections { get; private set; }

    /// <summary>Connections that were given up because there were too many: <see cref="TcpEnding.Evicted"/>.</summary>
    public long Evicted { get; private set; }

    /// <summary>Bytes of memory that wait for what is missing before them, in all streams: at most <see cref="TcpStreamOptions.MaxWaitingBytes"/>.</summary>
    public long WaitingBytes => Memory.WaitingBytes;

    internal ITcpStreamSink Sink { get; }

    internal TcpStreamOptions Options { get; }

    internal StreamMemory Memory { get; }

    /// <summary>Takes the next frame of a capture.</summary>
    /// <returns>What it holds of TCP.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Complete"/> was called.</exception>
    public TcpFrameContent Add(in CapturedFrame frame)
    {
        ThrowIfComplete();
        Frames++;
        var content = TcpSegment.Read(frame, out var segment);
        switch (content)
        {
            case TcpFrameContent.Segment:
                Add(segment);
                break;
            case TcpFrameContent.Fragment:
                Fragments++;
                break;
            case TcpFrameContent.Malformed:
                Malformed++;
                break;
        }
        return content;
    }

    /// <summary>Takes the next segment.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Complete"/> was called.</exception>
    public void Add(in TcpSegment segment)
    {
        ThrowIfComplete();
        Segments++;
        if (segment.Timestamp is { } now)
        {
            while (_table.TryGetExpired(now, out var expired))
                Close(expired, TcpEnding.Closed);
        }
        if (_table.TryGet(segment, out var connection) && connection.IsOpenedAnewBy(segment))
        {
            Close(connection, TcpEnding.Replaced);
            connection = null;
        }
        connection ??= Open(segment);
        connection.Receive(segment);
        _table.Touch(connection);
    }

    /// <summary>Ends all connections: the capture is at its end.</summary>
    public void Complete()
    {
        if (_isComplete)
            return;
        _isComplete = true;
        foreach (var connection in _table.All)
            Close(connection, TcpEnding.CaptureEnded);
    }

    private TcpConnection Open(in TcpSegment segment)
    {
        if (_table.IsFull && _table.Idlest is { } idlest)
        {
            if (!idlest.IsOver)
                Evicted++;
            Close(idlest, TcpEnding.Evicted);
        }
        var connection = new TcpConnection(++Connections, segment, IsFromClient(segment), this);
        _table.Add(connection);
        Sink.Opened(connection);
        return connection;
    }

    private void Close(TcpConnection connection, TcpEnding reason)
    {
        _table.Remove(connection);
        connection.Close(reason);
        Sink.Closed(connection);
    }

    // Who sends a SYN opens the connection. Otherwise, servers have ports that are known.
    private static bool IsFromClient(in TcpSegment segment)
    {
        if (segment.Has(TcpFlags.Syn) && TcpStateMachine.IsPossible(segment.Flags))
            return !segment.Has(TcpFlags.Ack);
        int source = Rank(segment.Source.Port), destination = Rank(segment.Destination.Port);
        return source <= destination;
    }

    private static int Rank(ushort port) => Enum.IsDefined((TcpPort)port) ? 2 : port < 1024 ? 1 : 0;

    private void ThrowIfComplete()
    {
        if (_isComplete)
            throw new InvalidOperationException("The capture has been declared complete.");
    }
}
