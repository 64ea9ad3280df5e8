using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>Finds the SCTP associations of a capture, and follows their states.</summary>
/// <remarks>
/// Associations are told apart by addresses and ports. Packets that an end with several addresses sends from another one are another association here. Fragments of IP packets are not put together. Nothing in a
/// capture makes it throw. Not for use by several threads at once.
/// </remarks>
/// <param name="maxAssociations">Most associations that are followed; what begins when there are so many is not. Those that have ended count.</param>
public sealed class SctpFollower(int maxAssociations = 65536)
{
    private readonly Dictionary<(IpEndpoint, IpEndpoint), SctpAssociation> _open = [];
    private readonly List<SctpAssociation> _all = [];

    /// <summary>The associations, in the order in which they were found.</summary>
    public IReadOnlyList<SctpAssociation> Associations => _all;

    /// <summary>Packets of associations that are not followed, because there were too many.</summary>
    public long Ignored { get; private set; }

    /// <summary>Takes the next frame of a capture.</summary>
    /// <returns>Does it hold an SCTP packet?</returns>
    public bool Add(in CapturedFrame frame)
    {
        var visitor = new SctpPacketVisitor(frame.Data);
        Packet.Walk(frame.LinkType, frame.Data, ref visitor);
        if (!visitor.IsFound)
            return false;
        Add(visitor.Source, visitor.Destination, visitor.Packet, frame.Number, frame.Timestamp);
        return true;
    }

    /// <summary>Takes the next packet.</summary>
    /// <param name="source">Who sent it.</param>
    /// <param name="destination">To whom.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="frame">Number of its frame.</param>
    /// <param name="timestamp">When; null if that is not known.</param>
    public void Add(IpEndpoint source, IpEndpoint destination, in Sctp packet, long frame, CaptureTimestamp? timestamp)
    {
        var key = source.CompareTo(destination) <= 0 ? (source, destination) : (destination, source);
        if (!_open.TryGetValue(key, out var association) || association.IsOpenedAnewBy(packet))
        {
            if (_all.Count >= maxAssociations)
            {
                Ignored++;
                return;
            }
            // Who answers is the responder, also where the INIT was not captured.
            bool isAnswer = !packet.Chunks.IsEmpty && packet.Chunks.First.Type is SctpChunkType.InitAck or SctpChunkType.CookieAck;
            association = isAnswer ? new(_all.Count + 1, destination, source, frame, timestamp) : new(_all.Count + 1, source, destination, frame, timestamp);
            _all.Add(association);
            _open[key] = association;
        }
        association.Observe(association.Initiator == source ? SctpRole.Initiator : SctpRole.Responder, packet, frame, timestamp);
    }
}
