using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>What following a connection needs of a TCP segment. Its payload is valid as long as the frame that it was read from.</summary>
public readonly ref struct TcpSegment
{
    /// <summary>Who sent it.</summary>
    public required IpEndpoint Source { get; init; }

    /// <summary>Who is to receive it: under a source route or routing header the last node, not the next.</summary>
    public required IpEndpoint Destination { get; init; }

    /// <summary>Number of the first byte of the payload; under SYN, the number before it.</summary>
    public required uint SequenceNumber { get; init; }

    /// <summary>Under ACK, the number of the byte that is expected next.</summary>
    public uint AcknowledgmentNumber { get; init; }

    /// <summary>The control bits.</summary>
    public required TcpFlags Flags { get; init; }

    /// <summary>As it is in the header: the scale is not applied.</summary>
    public ushort Window { get; init; }

    /// <summary>Under SYN, the shift of the window scale option (RFC 7323 section 2); null if there is no such option.</summary>
    public byte? WindowScale { get; init; }

    /// <summary>What was captured of the payload.</summary>
    public ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Bytes at the end of the payload that were not captured.</summary>
    public int MissingLength { get; init; }

    /// <summary>Bytes of the payload on the wire.</summary>
    public int PayloadLength => Payload.Length + MissingLength;

    /// <summary>The number of its frame in the capture.</summary>
    public long Frame { get; init; }

    /// <summary>When it was captured; null if that is not known.</summary>
    public CaptureTimestamp? Timestamp { get; init; }

    /// <summary>Does it have all of these control bits?</summary>
    public bool Has(TcpFlags flags) => (Flags & flags) == flags;

    /// <summary>Finds the segment in a frame, below whatever is around it: VLAN tags, IP in IP, extension headers.</summary>
    /// <returns>What the frame holds; only for <see cref="TcpFrameContent.Segment"/> is there a segment.</returns>
    public static TcpFrameContent Read(in CapturedFrame frame, out TcpSegment segment)
    {
        var visitor = new TcpSegmentVisitor(frame.Data, frame.OriginalLength);
        Packet.Walk(frame.LinkType, frame.Data, ref visitor);
        segment = visitor.Content == TcpFrameContent.Segment ? visitor.ToSegment(frame.Number, frame.Timestamp) : default;
        return visitor.Content;
    }
}
