using System.Diagnostics.CodeAnalysis;

namespace Codecs.Capture.Streams;

/// <summary>Reads the TCP connections of a capture: each of its streams is a pipe. What is put together, and how, says <see cref="TcpReassembler"/>.</summary>
/// <remarks>
/// Who reads drives the capture forward; there is no thread behind it. There are two ways:
/// <list type="bullet">
/// <item><see cref="TryAccept"/> gives the connections one after the other, and each may be read to its end before the next one. What the others send meanwhile is
/// kept, within the limits of <see cref="TcpStreamOptions"/>.</item>
/// <item><see cref="ForEachAsync"/> runs a handler for each connection, all at once. It keeps no more than what a handler leaves unread, however long the capture is.</item>
/// </list>
/// Not for use by several threads at once.
/// </remarks>
/// <example><code>
/// using var capture = CaptureReader.Open("mail.pcap");
/// using var streams = new TcpStreamReader(capture);
/// while (streams.TryAccept(out var connection))
/// {
///     await connection.FromClient.CopyToAsync(file);
///     connection.Complete();
/// }
/// </code></example>
public sealed class TcpStreamReader : IDisposable
{
    private const int BytesPerStretch = 1024;

    private readonly CaptureReader _capture;
    private readonly TcpReassembler _reassembler;
    private readonly TcpStreamOptions _options;
    private readonly Queue<TcpStreamPair> _opened = new();

    // Those with unread bytes, the one that was not read for the longest first.
    private readonly LinkedList<TcpStream> _unread = new();
    private long _unreadBytes;
    private TcpStreamPair? _awaited;
    private bool _isAdvancing;
    private bool _isServing;
    private bool _isAtEnd;

    /// <summary>Reads the connections of a capture, from where that stands. The capture stays open.</summary>
    public TcpStreamReader(CaptureReader capture, TcpStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capture);
        _capture = capture;
        _options = options ?? new();
        _reassembler = new(new Sink(this), _options);
    }

    /// <summary>Called when a connection is no longer followed: its numbers are final, and its streams have no more to come.</summary>
    public event Action<TcpConnection>? Closed;

    /// <summary>Frames, segments and connections so far.</summary>
    public TcpReassembler Reassembler => _reassembler;

    /// <summary>Connections that were not given to anybody, because as many as are followed at a time were waiting to be accepted.</summary>
    public long NotAccepted { get; private set; }

    internal Lock Gate { get; } = new();

    /// <summary>Is it somebody else who drives the capture forward?</summary>
    internal bool IsDriven => _isServing || _isAdvancing;

    /// <summary>Gives the next connection, in the order of their first segments; reads the capture until there is one.</summary>
    /// <returns>False if there are no more in the capture.</returns>
    /// <exception cref="InvalidOperationException"><see cref="ForEachAsync"/> is running.</exception>
    public bool TryAccept([NotNullWhen(true)] out TcpStreamPair? connection)
    {
        ThrowIfServing();
        while (!_opened.TryDequeue(out connection))
        {
            if (!Advance())
                return false;
        }
        return true;
    }

    /// <summary>Reads the capture to its end, with a handler for each connection. When a handler ends, its streams are completed.</summary>
    /// <remarks>
    /// Handlers run when there is something for them, one after the other, on the thread that reads the capture. A handler may await other things than its streams;
    /// the capture waits for it when it has more unread than is kept. A handler that waits for one stream while the other one fills up cannot be helped: that one is cut off.
    /// </remarks>
    /// <param name="handler">Called with each connection when its first segment was read.</param>
    /// <param name="cancellationToken">Ends reading; streams then end where they are.</param>
    /// <exception cref="InvalidOperationException">It is running already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task ForEachAsync(Func<TcpStreamPair, Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfServing();
        _isServing = true;
        // Handlers go on where they are woken up, not in a context that comes back to them later.
        if (SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default)
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var handlers = new TcpHandlers(handler, Gate);
        try
        {
            bool isMore = true;
            while (isMore && !cancellationToken.IsCancellationRequested && !handlers.HasFailed)
            {
                isMore = Advance();
                while (_opened.TryDequeue(out var pair))
                    handlers.Start(pair);
                while (_awaited is { } awaited)
                {
                    _awaited = null;
                    await awaited.WaitUntilQuiet().ConfigureAwait(false);
                    Limit(null);
                }
            }
            End();
            await handlers.WhenAll().ConfigureAwait(false);
        }
        finally
        {
            _isServing = false;
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Ends all streams. The capture stays open.</summary>
    public void Dispose() => End();

    /// <summary>Reads the next frame. At the end of the capture, all streams end.</summary>
    internal bool Advance()
    {
        if (_isAtEnd)
            return false;
        _isAdvancing = true;
        try
        {
            if (_capture.TryRead(out var frame))
            {
                _reassembler.Add(frame);
                return true;
            }
        }
        finally
        {
            _isAdvancing = false;
        }
        End();
        return false;
    }

    /// <summary>A stream has more or less that is unread. Called with the gate held.</summary>
    internal void Charge(TcpStream stream, long bytes, int stretches)
    {
        _unreadBytes += bytes + stretches * (long)BytesPerStretch;
        if (stream.Place.List is not null)
        {
            // Who reads is put last; who is only written to keeps its place.
            if (bytes > 0)
                return;
            _unread.Remove(stream.Place);
        }
        if (stream.Unread > 0)
            _unread.AddLast(stream.Place);
    }

    private void End()
    {
        if (_isAtEnd)
            return;
        _isAtEnd = true;
        bool wasAdvancing = _isAdvancing;
        _isAdvancing = true;
        _reassembler.Complete();
        _isAdvancing = wasAdvancing;
    }

    // Sees to it that no more is unread than is kept, once a stream has got something.
    private void Limit(TcpStream? stream)
    {
        if (stream is not null && stream.Unread > _options.MaxUnreadBytesPerStream && !IsAwaited(stream))
            stream.Cut(isDropped: false);
        while (true)
        {
            TcpStream longest;
            lock (Gate)
            {
                if (_unreadBytes <= _options.MaxUnreadBytes || _unread.First is null)
                    return;
                longest = _unread.First.Value;
                if (IsAwaited(longest))
                    return;
                _unread.Remove(longest.Place);
            }
            longest.Cut(isDropped: true);
        }
    }

    // Will its handler come back, so that the capture is to wait for it?
    private bool IsAwaited(TcpStream stream)
    {
        if (!stream.Pair.IsBusy)
            return false;
        _awaited = stream.Pair;
        return true;
    }

    private void ThrowIfServing()
    {
        if (_isServing)
            throw new InvalidOperationException("The connections are being handled already.");
    }

    private sealed class Sink(TcpStreamReader owner) : ITcpStreamSink
    {
        public void Opened(TcpConnection connection)
        {
            if (owner._opened.Count >= owner._options.MaxConnections)
            {
                owner.NotAccepted++;
                return;
            }
            var pair = new TcpStreamPair(connection, owner);
            connection.FromClient.Stream = pair.FromClient;
            connection.FromServer.Stream = pair.FromServer;
            owner._opened.Enqueue(pair);
        }

        public void Data(TcpDirection direction, ReadOnlySpan<byte> bytes)
        {
            if (direction.Stream is not { } stream)
                return;
            stream.Write(bytes);
            owner.Limit(stream);
        }

        public void Gap(TcpDirection direction, TcpGap gap) => direction.Stream?.Skip(gap);

        public void Ended(TcpDirection direction) => direction.Stream?.End();

        public void Closed(TcpConnection connection) => owner.Closed?.Invoke(connection);
    }
}
