using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>An association of a capture, and what is known of it so far.</summary>
public sealed class SctpAssociation
{
    private readonly SctpStateMachine _states = new();

    internal SctpAssociation(long number, IpEndpoint initiator, IpEndpoint responder, long frame, CaptureTimestamp? timestamp)
    {
        Number = number;
        Initiator = initiator;
        Responder = responder;
        FirstFrame = LastFrame = frame;
        FirstTimestamp = LastTimestamp = timestamp;
    }

    /// <summary>From 1, in the order in which they were found.</summary>
    public long Number { get; }

    /// <summary>The end that opened it, with the address that it used first: an end may have several.</summary>
    public IpEndpoint Initiator { get; }

    /// <summary>The other end.</summary>
    public IpEndpoint Responder { get; }

    /// <summary>State of the initiator.</summary>
    public SctpState InitiatorState => _states.Initiator;

    /// <summary>State of the responder.</summary>
    public SctpState ResponderState => _states.Responder;

    /// <summary>The tag of packets to the initiator; null if that was not seen.</summary>
    public uint? InitiatorTag => _states.InitiatorTag;

    /// <summary>The tag of packets to the responder; null if that was not seen.</summary>
    public uint? ResponderTag => _states.ResponderTag;

    /// <inheritdoc cref="SctpStateMachine.IsHandshakeSeen"/>
    public bool IsHandshakeSeen => _states.IsHandshakeSeen;

    /// <inheritdoc cref="SctpStateMachine.IsAborted"/>
    public bool IsAborted => _states.IsAborted;

    /// <inheritdoc cref="SctpStateMachine.IsClosed"/>
    public bool IsClosed => _states.IsClosed;

    /// <summary>All that was wrong with its packets.</summary>
    public SctpAnomaly Anomalies { get; private set; }

    /// <summary>Packets of both ends.</summary>
    public long Packets { get; private set; }

    /// <summary>Data chunks of both ends, repeated ones too.</summary>
    public long DataChunks { get; private set; }

    /// <summary>Bytes of the users in them.</summary>
    public long UserBytes { get; private set; }

    /// <summary>Number of the frame that it was found in.</summary>
    public long FirstFrame { get; }

    /// <summary>Number of its last frame.</summary>
    public long LastFrame { get; private set; }

    /// <summary>Time of the first frame.</summary>
    public CaptureTimestamp? FirstTimestamp { get; }

    /// <summary>Time of the last frame.</summary>
    public CaptureTimestamp? LastTimestamp { get; private set; }

    internal bool IsOpenedAnewBy(in Sctp packet) => _states.IsOpenedAnewBy(packet);

    internal void Observe(SctpRole sender, in Sctp packet, long frame, CaptureTimestamp? timestamp)
    {
        Packets++;
        LastFrame = frame;
        LastTimestamp = timestamp ?? LastTimestamp;
        Anomalies |= _states.Observe(sender, packet);
        foreach (var chunk in packet.Chunks)
        {
            if (chunk.Type != SctpChunkType.Data || !chunk.TryGet(out SctpData data))
                continue;
            DataChunks++;
            UserBytes += data.UserData.Length;
        }
    }
}
