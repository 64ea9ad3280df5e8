using System.Buffers;
using System.IO.Pipelines;

namespace Codecs.Pipelines;

/// <summary>A body of known length, of any size, piece by piece as it arrives: a BDAT chunk, a content length. Nothing is copied and no more is kept than has arrived.</summary>
/// <example>
/// <code>
/// using var body = new BodyReader(pipe.Input, length);
/// while (await body.WaitToReadAsync(cancellationToken))
/// {
///     if (body.TryRead(out var piece))
///         await file.WriteAsync(piece.First, cancellationToken);
/// }
/// </code>
/// </example>
/// <remarks>
/// It ends with the last byte of the body: the next reader of the same PipeReader starts behind it. A <see cref="MessageReader"/> of that pipe must have been released or disposed.
/// The PipeReader is not completed. For one caller at a time.
/// </remarks>
public sealed class BodyReader : IDisposable
{
    private readonly PipeInput _input;
    private bool _isDisposed;

    /// <summary>Reads a body.</summary>
    /// <param name="input">The pipe. It is not completed by this reader.</param>
    /// <param name="length">Bytes of the body.</param>
    public BodyReader(PipeReader input, long length)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = new PipeInput(input);
        Begin(length);
    }

    /// <summary>Bytes of the body that were not read yet.</summary>
    public long Remaining { get; private set; }

    /// <summary>Begins with another body, or with the next chunk of one, where the pipe then is. What was left of the one before is not skipped.</summary>
    /// <param name="length">Bytes of the body.</param>
    public void Begin(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _input.BeginBody();
        Remaining = length;
    }

    /// <summary>Waits for a piece; returns at once if one is left from the last wait. Pieces that were read before are no longer valid.</summary>
    /// <returns>False if the body was read to its end. The pipe then stands behind it.</returns>
    /// <exception cref="MessageReadException">The input has ended inside the body (<see cref="MessageReadError.Incomplete"/>).</exception>
    /// <exception cref="OperationCanceledException">By the token or by <see cref="PipeReader.CancelPendingRead"/>. Nothing is lost: one can wait again.</exception>
    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Remaining > 0)
            return _input.FillAsync(1, mayEnd: false, cancellationToken);
        _input.Release();
        return new(false);
    }

    /// <summary>Reads what has arrived of the body.</summary>
    /// <param name="piece">One or more bytes, in the pipe's own memory: valid until the next wait.</param>
    /// <returns>False if nothing has arrived, or the body has ended: wait.</returns>
    public bool TryRead(out ReadOnlySequence<byte> piece)
    {
        var unread = _input.Unread;
        long length = Math.Min(Remaining, unread.Length);
        piece = unread.Slice(0, length);
        _input.Consume(length);
        Remaining -= length;
        return length > 0;
    }

    /// <summary>Reads what has arrived of the body, as far as there is room.</summary>
    /// <param name="destination">Where to; not empty.</param>
    /// <param name="bytesWritten">Bytes that were read.</param>
    /// <returns>False if nothing has arrived, or the body has ended: wait.</returns>
    public bool TryRead(Span<byte> destination, out int bytesWritten)
    {
        if (destination.IsEmpty)
            throw new ArgumentException("There must be room.", nameof(destination));
        bytesWritten = (int)Math.Min(Math.Min(Remaining, _input.Unread.Length), destination.Length);
        _input.Unread.Slice(0, bytesWritten).CopyTo(destination);
        _input.Consume(bytesWritten);
        Remaining -= bytesWritten;
        return bytesWritten > 0;
    }

    /// <summary>Reads to the end of the body and writes it, flushing after each piece: no more is under way than the writer lets pass.</summary>
    /// <returns>False if the writer's reader has gone and the rest of the body was not read.</returns>
    /// <exception cref="MessageReadException">The input has ended inside the body.</exception>
    public async ValueTask<bool> CopyToAsync(PipeWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        while (await WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!TryRead(out var piece))
                continue;
            foreach (var segment in piece)
                output.Write(segment.Span);
            if (await PipeInput.FlushAsync(output, cancellationToken).ConfigureAwait(false))
                return false;
        }
        return true;
    }

    /// <summary>Gives the pipe what was not read. The PipeReader is not completed.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _input.End();
    }
}
