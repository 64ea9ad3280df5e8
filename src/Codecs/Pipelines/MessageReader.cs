using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Pipelines;

/// <summary>
/// Messages from a pipe, in the idiom of channels: wait, then read all there is. <see cref="MessageReader{T}"/> says which messages, and
/// <see cref="MessageReader{T, TArgument}"/> does for those that need to be told something.
/// </summary>
/// <remarks>
/// <para>A message that was read is a window into memory that is given back by the next <see cref="WaitToReadAsync"/>. A ref struct cannot live
/// across an <see langword="await"/>, so the compiler sees to it (CS4007) that nothing is used after that.</para>
/// <para>The type of the messages can change in mid-stream, at any message and without losing a byte: <see cref="Release"/> or <see cref="Dispose"/> gives
/// the pipe what was not read, and the next reader of the same <see cref="PipeReader"/> starts there. Neither completes the PipeReader, which stays the
/// caller's to complete.</para>
/// <para>The pipe is advanced once for each wait, not for each message, and everything that has arrived counts as examined when a message needs more: a pipe's
/// writer is held up by its threshold exactly while messages wait to be read.</para>
/// <para>Like a PipeReader, this is for one caller at a time.</para>
/// </remarks>
public abstract partial class MessageReader : IDisposable
{
    private bool _isDisposed;

    private protected MessageReader(PipeReader input, int maxMessageSize, MessageDescription type)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMessageSize);
        _input = new PipeInput(input, EndedEarly);
        _most = maxMessageSize;
        _type = type;
    }

    /// <summary>Where the next message starts, in bytes read by this reader so far.</summary>
    public long Offset => _input.Offset + _passed + _position - _start;

    /// <summary>
    /// What has arrived and was not read: the next message, whole or not, right or wrong, and what follows it. Valid until the next
    /// <see cref="WaitToReadAsync"/>.
    /// </summary>
    public ReadOnlySequence<byte> Unread
    {
        get
        {
            Settle();
            return _input.Unread;
        }
    }

    /// <summary>Waits until there may be a message to read; returns at once if some are left from the last wait. What was read before is no longer valid.</summary>
    /// <returns>True: try to read. False: the input has ended, behind a complete message.</returns>
    /// <exception cref="MessageReadException">
    /// The input has ended inside a message (<see cref="MessageReadError.Incomplete"/>), of which <see cref="Unread"/> is the beginning. Or the next message was found
    /// to be invalid or too long, and was not skipped.
    /// </exception>
    /// <exception cref="OperationCanceledException">By the token or by <see cref="PipeReader.CancelPendingRead"/>. Nothing is lost: one can wait again.</exception>
    // Inlined, all that a pipe does would take the compiler's budget from the loop that reads.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Window.Length < _needed || cancellationToken.IsCancellationRequested)
            return FillAsync(cancellationToken);
        _copies.Recycle();
        return new(true);
    }

    /// <summary>Skips bytes, from the start of the next message on. What has not arrived yet is skipped when it does, without being kept.</summary>
    public void Skip(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0)
            Skip(new SkipRequest(count));
    }

    /// <summary>
    /// Skips everything, from the start of the next message on, up to a terminator and with it: how a protocol of lines goes on after a line that is wrong, or too
    /// long. What has not arrived yet is skipped when it does, without being kept.
    /// </summary>
    /// <param name="terminator">For lines: <c>"\r\n"u8</c>.</param>
    public void SkipPast(ReadOnlySpan<byte> terminator)
    {
        if (terminator.IsEmpty)
            throw new ArgumentException("There must be something to find.", nameof(terminator));
        Skip(new SkipRequest(terminator.ToArray()));
    }

    /// <summary>
    /// Gives the pipe what was not read, for another reader of it. Afterwards this one can go on where the other ended; it counts only what it reads itself.
    /// </summary>
    /// <remarks>
    /// If a wait was canceled that had been begun for the rest of a message, the pipe takes the beginning of that message for examined: the next reader gets it together with
    /// what arrives next.
    /// </remarks>
    public void Release()
    {
        LetGo();
        _input.Release();
    }

    /// <summary>As <see cref="Release"/>, for good. The PipeReader is not completed; if its owner has done so, it does not matter.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        LetGo();
        _input.End();
    }

    // Called, since a method clears what all that is inlined into it may need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        Settle();
        _copies.Recycle();
        if (IsFaulty)
            return ValueTask.FromException<bool>(Fault);
        ContinueSkipping();
        return _input.FillAsync(_needed, mayEnd: !_skip.IsPending, cancellationToken);
    }

    private void LetGo()
    {
        Settle();
        Forget();
        _skip = default;
        _copies.Free();
    }

    private void Skip(SkipRequest request)
    {
        Settle();
        Forget();
        _skip = request;
        ContinueSkipping();
    }

    private MessageReadException EndedEarly() =>
        MessageReadException.Incomplete(_type, _input.Offset, _input.Offset + _input.Unread.Length, ParseResult.NeedMore(_needed, _neededField));
}
