namespace Codecs.Capture.Streams;

/// <summary>One direction of a connection: what one end sent. Numbers move on as the capture is read.</summary>
public sealed partial class TcpDirection
{
    internal TcpDirection(TcpConnection connection, TcpRole sender, TcpReassembler reassembler)
    {
        Connection = connection;
        Sender = sender;
        _reassembler = reassembler;
    }

    /// <summary>The connection.</summary>
    public TcpConnection Connection { get; }

    /// <summary>Which end sends.</summary>
    public TcpRole Sender { get; }

    /// <summary>The end that sends.</summary>
    public IpEndpoint Source => Sender == TcpRole.Client ? Connection.Client : Connection.Server;

    /// <summary>The end that receives.</summary>
    public IpEndpoint Destination => Sender == TcpRole.Client ? Connection.Server : Connection.Client;

    /// <summary>State of the end that sends.</summary>
    public TcpState State => Sender == TcpRole.Client ? Connection.ClientState : Connection.ServerState;

    /// <summary>Segments, those without payload and those that are wrong included.</summary>
    public long Segments { get; private set; }

    /// <summary>Bytes of the stream that were put together. Those that wait for others before them are not among them.</summary>
    public long Bytes { get; private set; }

    /// <summary>Segments that came before others that belong in front of them.</summary>
    public long OutOfOrderSegments { get; private set; }

    /// <summary>Segments with payload, some or all of which was there already.</summary>
    public long RetransmittedSegments { get; private set; }

    /// <summary>Bytes that were there already, or that came when they had been given up as missing.</summary>
    public long RetransmittedBytes { get; private set; }

    /// <summary>Those of <see cref="RetransmittedSegments"/> that had other bytes than came first. The ones that came first stay.</summary>
    public long Conflicts { get; private set; }

    /// <summary>Segments that only ask whether the other end is there (RFC 9293 section 3.8.4).</summary>
    public long KeepAlives { get; private set; }

    /// <summary>Stretches of the stream that are missing.</summary>
    public long Gaps { get; private set; }

    /// <summary>Bytes that are missing.</summary>
    public long MissingBytes { get; private set; }

    /// <summary>Where the first gap is, in bytes from the beginning of the stream; null if there is none.</summary>
    public long? FirstGap { get; private set; }

    /// <summary>Did the end that sends close the stream, by a FIN that was seen?</summary>
    public bool IsFinished => _end != Unknown;

    /// <summary>Are there no more bytes to come?</summary>
    public bool IsEnded { get; private set; }
}
