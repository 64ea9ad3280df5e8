using System.IO.Pipelines;

namespace Codecs.Protocols;

/// <summary>
/// Frames into a pipe, from whoever has something to say: the answers of the one who reads, and messages of anybody. A frame is written as a whole, with its payload masked or copied straight into
/// the pipe; only while a flush waits for the other end, it is kept and sent behind that.
/// </summary>
internal sealed class WebSocketOutput(PipeWriter pipe, WebSocketSession session) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly MessageBuffer _kept = new();

    // The flush that waits. While it does, the pipe must be left alone.
    private Task<bool>? _flush;
    private bool _isWritten;
    private bool _isReaderGone;

    public void Message(WebSocketOpcode type, ReadOnlySpan<byte> bytes, bool isLast)
    {
        lock (_gate)
        {
            var header = session.Sender.Message(type, bytes, isLast, out var payload);
            Append(in header, payload);
        }
    }

    public void Ping(ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            var header = session.Sender.Ping(payload);
            Append(in header, payload);
        }
    }

    public void Pong(ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            var header = session.Sender.Pong(payload);
            Append(in header, payload);
        }
    }

    /// <summary>Writes the Close frame, if none was written before.</summary>
    public void Close(WebSocketCloseCode code, ReadOnlySpan<byte> reason)
    {
        lock (_gate)
        {
            if (session.Sender.IsClosed)
                return;
            var header = session.Sender.Close(code, reason, out var payload);
            Append(in header, payload);
        }
    }

    public void Answer(WebSocketPart part)
    {
        lock (_gate)
        {
            if (session.TryAnswer(part, out var header, out var payload))
                Append(in header, payload);
        }
    }

    /// <summary>Sends what was written.</summary>
    /// <returns>False if the other end takes nothing any more.</returns>
    public ValueTask<bool> FlushAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_flush is { } pending)
                return new(pending.WaitAsync(cancellationToken));
            if (!_isWritten)
                return new(!_isReaderGone);
            _isWritten = false;
            var flush = pipe.FlushAsync(CancellationToken.None);
            if (flush.IsCompletedSuccessfully)
                return new(Note(flush.Result));
            var rest = FlushKeptAsync(flush);
            _flush = rest.IsCompleted ? null : rest;
            return new(rest.WaitAsync(cancellationToken));
        }
    }

    /// <summary>Nothing more will be written. What was not flushed is.</summary>
    public async ValueTask CompleteAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The transport is gone, and that is what is wanted.
        }
        await pipe.CompleteAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        pipe.Complete();
        _kept.Dispose();
    }

    private void Append(in WebSocketFrameHeader header, ReadOnlySpan<byte> payload)
    {
        var frame = new WebSocketFrame
        {
            IsFinal = header.IsFinal,
            Rsv1 = header.Rsv1,
            Opcode = header.Opcode,
            MaskingKey = header.MaskingKey,
            Payload = payload,
        };
        _isWritten = true;
        if (_flush is null)
            pipe.Write(in frame);
        else
            _kept.Write(in frame);
    }

    private async Task<bool> FlushKeptAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            while (true)
            {
                var result = await flush.ConfigureAwait(false);
                lock (_gate)
                {
                    if (!Note(result) || _kept.Length == 0)
                    {
                        _flush = null;
                        return !_isReaderGone;
                    }
                    _kept.Written.CopyTo(pipe.GetSpan(_kept.Length));
                    pipe.Advance(_kept.Length);
                    _kept.Clear();
                    _isWritten = false;
                    flush = pipe.FlushAsync(CancellationToken.None);
                }
            }
        }
        catch
        {
            lock (_gate)
            {
                _flush = null;
                _isReaderGone = true;
            }
            throw;
        }
    }

    private bool Note(FlushResult result)
    {
        _isReaderGone |= result.IsCompleted;
        return !_isReaderGone;
    }
}
