using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Capture.Streams;

/// <summary>What one end of a connection sent, as a pipe to read from.</summary>
/// <remarks>
/// A read for which nothing is there drives the capture forward until there is, or the stream is at its end. Within
/// <see cref="TcpStreamReader.ForEachAsync"/>, which drives the capture itself, it waits.
/// <para>The stream is complete at its end, and at a <see cref="TcpGap"/>: bytes from before and behind a gap never come together. <see cref="TrySkipGap"/>
/// makes the pipe go on behind it.</para>
/// <para>As with every pipe, what a read gave is valid until <see cref="AdvanceTo(SequencePosition)"/>, and each read is followed by one. A stream that is not
/// read to its end is to be completed, so that nothing is kept for it any longer.</para>
/// </remarks>
public sealed class TcpStream : PipeReader
{
    private readonly TcpStreamReader _owner;
    private readonly Queue<StreamStretch> _later = new();
    private StreamStretch? _current;
    private StreamStretch? _last;
    private ReadOnlySequence<byte> _shown;
    private bool _isShowing;
    private bool _isEnded;
    private bool _isAbandoned;

    internal TcpStream(TcpStreamPair pair, TcpDirection direction, TcpStreamReader owner)
    {
        Pair = pair;
        Direction = direction;
        _owner = owner;
        Place = new(this);
    }

    /// <summary>What is known of the stream. Its numbers may be ahead of what was read.</summary>
    public TcpDirection Direction { get; }

    /// <summary>
    /// Had the stream to be cut off, because more of it was unread than is kept (<see cref="TcpStreamOptions.MaxUnreadBytesPerStream"/>,
    /// <see cref="TcpStreamOptions.MaxUnreadBytes"/>)? It then ends early: when all streams together have too much, the one that was not read for the longest also loses what is unread.
    /// </summary>
    public bool IsCut { get; private set; }

    /// <summary>Bytes that were lost because the stream was cut off.</summary>
    public long CutBytes { get; private set; }

    internal TcpStreamPair Pair { get; }

    internal LinkedListNode<TcpStream> Place { get; }

    /// <summary>Does somebody wait for it?</summary>
    internal bool IsWaiting { get; private set; }

    /// <summary>Bytes that were not read yet.</summary>
    internal long Unread { get; private set; }

    /// <summary>If the pipe is complete at a gap: makes it go on behind it. What was left unread before the gap is lost.</summary>
    /// <param name="gap">What is missing.</param>
    /// <returns>False if the stream is not at a gap: it is at its end, or not that far.</returns>
    public bool TrySkipGap(out TcpGap gap)
    {
        StreamStretch before;
        lock (_owner.Gate)
        {
            gap = default;
            if (_isAbandoned || !_later.TryDequeue(out var next))
                return false;
            gap = next.Gap;
            before = _current!;
            Charge(before, -before.Unread);
            _shown = default;
            _isShowing = false;
            _current = next;
        }
        before.Close();
        return true;
    }

    /// <inheritdoc/>
    public override bool TryRead(out ReadResult result)
    {
        lock (_owner.Gate)
        {
            if (!Current().Pipe.Reader.TryRead(out result))
                return false;
            Show(result);
            return true;
        }
    }

    /// <inheritdoc/>
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (TryRead(out var result))
                return new(result);
            if (_owner.IsDriven)
                return WaitAsync(cancellationToken);
            _owner.Advance();
        }
        return ValueTask.FromCanceled<ReadResult>(cancellationToken);
    }

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        lock (_owner.Gate)
        {
            long count = _shown.IsEmpty ? 0 : _shown.Slice(_shown.Start, consumed).Length;
            Current().Pipe.Reader.AdvanceTo(consumed, examined);
            _shown = default;
            _isShowing = false;
            if (count > 0 && _current is { } current)
                Charge(current, -count);
        }
    }

    /// <inheritdoc/>
    public override void CancelPendingRead()
    {
        StreamStretch current;
        lock (_owner.Gate)
            current = Current();
        current.Pipe.Reader.CancelPendingRead();
    }

    /// <summary>Ends reading: what is unread is dropped, and nothing more is kept.</summary>
    /// <param name="exception">Without meaning here: who sent the bytes does not hear of it.</param>
    public override void Complete(Exception? exception = null)
    {
        lock (_owner.Gate)
        {
            if (_isAbandoned)
                return;
            _isAbandoned = true;
            Drop();
        }
        Release();
    }

    /// <summary>Takes the next bytes.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        StreamStretch last;
        lock (_owner.Gate)
        {
            if (IsCut)
                CutBytes += bytes.Length;
            if (_isAbandoned || IsCut || _isEnded)
                return;
            Current();
            last = _last!;
            bytes.CopyTo(last.Pipe.Writer.GetSpan(bytes.Length));
            last.Pipe.Writer.Advance(bytes.Length);
            Charge(last, bytes.Length);
        }
        // Whoever waits goes on within this call; it never waits itself, for there is no threshold.
        _ = last.Pipe.Writer.FlushAsync();
    }

    /// <summary>Takes a gap.</summary>
    internal void Skip(TcpGap gap)
    {
        StreamStretch before;
        lock (_owner.Gate)
        {
            if (_isAbandoned || IsCut || _isEnded)
                return;
            Current();
            before = _last!;
            if (before.Gap.Length > 0 && !before.HasData)
            {
                // Nothing is between the two.
                before.Gap = before.Gap with { Length = before.Gap.Length + gap.Length };
                return;
            }
            _last = new StreamStretch { Gap = gap };
            _later.Enqueue(_last);
        }
        before.Pipe.Writer.Complete();
    }

    /// <summary>There is nothing more to come.</summary>
    internal void End()
    {
        StreamStretch last;
        lock (_owner.Gate)
        {
            if (_isEnded)
                return;
            _isEnded = true;
            if (_isAbandoned || IsCut)
                return;
            Current();
            last = _last!;
        }
        last.Pipe.Writer.Complete();
    }

    /// <summary>Ends the stream early; with what is unread, if that is to go and nobody looks at it.</summary>
    internal void Cut(bool isDropped)
    {
        StreamStretch last;
        lock (_owner.Gate)
        {
            if (_isAbandoned || IsCut)
                return;
            IsCut = true;
            if (isDropped && !IsWaiting && !_isShowing)
            {
                CutBytes += Unread;
                Drop();
                Release();
            }
            Current();
            last = _last!;
        }
        last.Pipe.Writer.Complete();
    }

    // Pools its state: a handler waits as often as segments come.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadResult> WaitAsync(CancellationToken cancellationToken)
    {
        StreamStretch current;
        lock (_owner.Gate)
        {
            current = Current();
            IsWaiting = true;
            Pair.SetQuiet();
        }
        try
        {
            var result = await current.Pipe.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            lock (_owner.Gate)
                Show(result);
            return result;
        }
        finally
        {
            lock (_owner.Gate)
                IsWaiting = false;
        }
    }

    private StreamStretch Current()
    {
        if (_isAbandoned)
            throw new InvalidOperationException("Reading is not allowed after the reader was completed.");
        return _current ??= _last = new();
    }

    private void Show(in ReadResult result)
    {
        _shown = result.Buffer;
        _isShowing = true;
    }

    private void Drop()
    {
        _shown = default;
        _isShowing = false;
        if (_current is { } current)
            Charge(current, -current.Unread);
        foreach (var later in _later)
            Charge(later, -later.Unread);
    }

    // Without the gate where somebody may wait, who then goes on within this call. Nobody else touches what was dropped.
    private void Release()
    {
        _current?.Close();
        while (_later.TryDequeue(out var later))
            later.Close();
        _current = _last = null;
    }

    private void Charge(StreamStretch stretch, long change)
    {
        long before = stretch.Unread;
        stretch.Unread += change;
        stretch.HasData |= change > 0;
        Unread += change;
        _owner.Charge(this, change, (before > 0 ? -1 : 0) + (stretch.Unread > 0 ? 1 : 0));
    }
}
