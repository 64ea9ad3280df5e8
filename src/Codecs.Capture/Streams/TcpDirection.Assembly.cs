using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <content>Puts the stream together. Offsets count from its first byte; numbers are those of the segments, modulo 2^32.</content>
public sealed partial class TcpDirection
{
    // RFC 7323 section 2.3: no window is longer.
    private const int LongestWindow = 1 << 30;

    // Beyond every offset, and so far from the largest number that differences do not overflow.
    private const long Unknown = long.MaxValue / 2;

    private readonly TcpReassembler _reassembler;

    // The byte that is expected next.
    private long _next;
    private uint _nextNumber;

    // Behind the last byte that was seen, and behind the last of the stream once its FIN was.
    private long _highest;
    private long _end = Unknown;

    private WaitingSegments? _waiting;
    private int _waitingSize;

    /// <summary>The pipe that is filled with it; null if there is none.</summary>
    internal TcpStream? Stream { get; set; }

    /// <summary>Bytes of memory that wait for what is missing before them.</summary>
    internal int WaitingSize => _waiting?.Size ?? 0;

    /// <summary>The stream among those that wait, and among those of which something is kept.</summary>
    internal LinkedListNode<TcpDirection> WaitingPlace => field ??= new(this);

    internal LinkedListNode<TcpDirection> ComparedPlace => field ??= new(this);

    /// <summary>What is kept for comparison; null if nothing is.</summary>
    internal RecentBytes? Recent { get; set; }

    /// <summary>Counts a segment that is not taken up.</summary>
    internal void Ignore() => Segments++;

    /// <summary>Takes a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isLast">Does the stream end with it?</param>
    /// <returns>What is wrong with it.</returns>
    internal TcpAnomaly Receive(in TcpSegment segment, bool isLast)
    {
        Segments++;
        uint number = segment.SequenceNumber;
        if (segment.Has(TcpFlags.Syn) && !_isPlaced)
            PlaceAt(number + 1);
        if (segment.Has(TcpFlags.Syn))
            number++;
        // Text in a RST is for people (RFC 9293 section 3.5.3), and none of the stream.
        int length = segment.Has(TcpFlags.Rst) ? 0 : segment.PayloadLength;
        if (!_isPlaced && _waiting is null)
        {
            _nextNumber = number;
            if (length == 0 && !isLast)
                return TcpAnomaly.None;
            _waiting = new();
        }
        int distance = (int)(number - _nextNumber);
        if (distance is < -LongestWindow or > LongestWindow)
            return length > 0 || isLast ? TcpAnomaly.FarSequence : TcpAnomaly.None;
        long offset = _next + distance;
        if (IsKeepAlive(segment, offset, length))
        {
            KeepAlives++;
            return TcpAnomaly.None;
        }
        if (isLast && _end == Unknown && (!_isPlaced || offset + length >= _next))
            EndAt(offset + length);
        length = (int)Math.Clamp(_end - offset, 0, length);
        var overlap = default(WaitingSegments.Overlap);
        if (length > 0 && !IsEnded)
            overlap = Take(offset, WaitingSegments.Slice(segment.Payload, 0, length), length);
        else if (length > 0)
            overlap = TakeOld(offset, WaitingSegments.Slice(segment.Payload, 0, length), length);
        if (!_isPlaced && (isLast || (length > 0 && IsStartKnown(number))))
            Start();
        EndIfReached();
        return Count(overlap);
    }

    /// <summary>Gives up waiting for what is missing before the first segment that waits.</summary>
    internal void SkipGap()
    {
        Start();
        if (_waiting is not { Count: > 0 })
            return;
        if (_waiting.Start > _next)
            Miss(_waiting.Start - _next, TcpGapCause.NotSeen);
        Drain(0);
        EndIfReached();
    }

    /// <summary>Ends the stream, with what still waits, and gives back its memory.</summary>
    internal void Close()
    {
        while (_waiting is { Count: > 0 })
            SkipGap();
        if (_end != Unknown && _end > _next && !IsEnded)
            Miss(_end - _next, TcpGapCause.NotSeen);
        End();
        _reassembler.Memory.Forget(this);
    }

    private bool IsKeepAlive(in TcpSegment segment, long offset, int length)
    {
        long sent = _end == Unknown ? _highest : _end + 1;
        return _isPlaced && length <= 1 && offset + 1 == sent && (segment.Flags & (TcpFlags.Syn | TcpFlags.Fin | TcpFlags.Rst)) == 0;
    }

    private WaitingSegments.Overlap Take(long offset, ReadOnlySpan<byte> payload, int length)
    {
        _highest = Math.Max(_highest, offset + length);
        if (!_isPlaced || offset > _next)
            return Wait(offset, payload, length);
        var overlap = TakeOld(offset, payload, length);
        int old = overlap.Length;
        int pieces = 0;
        while (old < length && !IsEnded)
        {
            payload = WaitingSegments.Slice(payload, old, length - old);
            length -= old;
            long start = _waiting is not null && pieces < _waiting.Count ? _waiting[pieces].Offset : Unknown;
            if (start > _next)
            {
                int fresh = (int)Math.Min(start - _next, length);
                Deliver(WaitingSegments.Slice(payload, 0, fresh), fresh);
                old = fresh;
                continue;
            }
            var piece = _waiting![pieces++];
            old = Math.Min(piece.Length, length);
            overlap.Length += old;
            overlap.IsConflict |= WaitingSegments.Differs(piece.Captured, WaitingSegments.Slice(payload, 0, old));
            Deliver(piece.Captured, piece.Length);
        }
        Drain(pieces);
        return overlap;
    }

    // What was put together before.
    private WaitingSegments.Overlap TakeOld(long offset, ReadOnlySpan<byte> payload, int length)
    {
        int old = (int)Math.Clamp(_next - offset, 0, length);
        return new() { Length = old, IsConflict = old > 0 && Recent is { } recent && recent.Differs(offset, WaitingSegments.Slice(payload, 0, old)) };
    }

    private WaitingSegments.Overlap Wait(long offset, ReadOnlySpan<byte> payload, int length)
    {
        _waiting ??= new();
        if (_isPlaced)
            OutOfOrderSegments++;
        var overlap = _waiting.Insert(offset, payload, length);
        int most = _reassembler.Options.MaxWaitingBytesPerConnection;
        while (_waiting.Count > 0 && (_waiting.Count > WaitingSegments.MostPieces || Connection.FromClient.WaitingSize + Connection.FromServer.WaitingSize > most))
            SkipGap();
        ReportWaiting();
        return overlap;
    }

    // Delivers what follows on what was put together; some pieces were delivered already.
    private void Drain(int pieces)
    {
        if (_waiting is not { Count: > 0 })
            return;
        while (pieces < _waiting.Count && _waiting[pieces].Offset == _next)
        {
            var piece = _waiting[pieces++];
            Deliver(piece.Captured, piece.Length);
        }
        // A stream that stops at a gap has given them back already.
        _waiting.Remove(Math.Min(pieces, _waiting.Count));
        ReportWaiting();
    }

    private void Deliver(ReadOnlySpan<byte> captured, int length)
    {
        if (IsEnded)
            return;
        if (!captured.IsEmpty)
        {
            Advance(captured.Length);
            Bytes += captured.Length;
            _reassembler.Memory.Remember(this, _next, captured);
            _reassembler.Sink.Data(this, captured);
        }
        if (captured.Length < length)
            Miss(length - captured.Length, TcpGapCause.NotCaptured);
    }

    private void Miss(long length, TcpGapCause cause)
    {
        if (IsEnded)
            return;
        var gap = new TcpGap(_next, length, cause);
        Gaps++;
        MissingBytes += length;
        FirstGap ??= _next;
        Advance(length);
        _reassembler.Sink.Gap(this, gap);
        if (_reassembler.Options.StopAtGap)
            End();
    }

    private void Advance(long length)
    {
        _next += length;
        _nextNumber += (uint)length;
        _highest = Math.Max(_highest, _next);
    }

    private void EndAt(long end)
    {
        _end = end;
        _waiting?.RemoveFrom(end);
        ReportWaiting();
    }

    private void EndIfReached()
    {
        if (_isPlaced && _next >= _end)
            End();
    }

    private void End()
    {
        if (IsEnded)
            return;
        IsEnded = true;
        _waiting?.Clear();
        ReportWaiting();
        _reassembler.Sink.Ended(this);
    }

    private void ReportWaiting()
    {
        int size = WaitingSize;
        if (size == _waitingSize)
            return;
        int before = _waitingSize;
        _waitingSize = size;
        _reassembler.Memory.Wait(this, before, size);
    }

    private TcpAnomaly Count(WaitingSegments.Overlap overlap)
    {
        if (overlap.Length == 0)
            return TcpAnomaly.None;
        RetransmittedSegments++;
        RetransmittedBytes += overlap.Length;
        if (!overlap.IsConflict)
            return TcpAnomaly.None;
        Conflicts++;
        return TcpAnomaly.Conflict;
    }
}
