using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Pipelines;

/// <summary>What has arrived in a pipe and is not consumed yet. The pipe gets its memory back once for each read, not once for each message.</summary>
/// <param name="pipe">The pipe.</param>
/// <param name="endedEarly">What is thrown where the input ends too early; if not given, that it ends within a body.</param>
internal sealed class PipeInput(PipeReader pipe, Func<MessageReadException>? endedEarly = null)
{
    // Of the unread bytes, how many the pipe was told are examined: it does not wake us for them, and may not be told less.
    private long _examined;
    private bool _isHolding;
    private bool _isCompleted;

    /// <summary>What is held and not consumed; valid until the next <see cref="FillAsync"/> or <see cref="Release"/>.</summary>
    public ReadOnlySequence<byte> Unread { get; private set; }

    /// <summary>Where <see cref="Unread"/> starts, in bytes from where this input began.</summary>
    public long Offset { get; private set; }

    /// <summary>The first bytes of <see cref="Unread"/> that lie together; empty only if there are none at all.</summary>
    public ReadOnlyMemory<byte> FirstSegment
    {
        get
        {
            var first = Unread.First;
            return first.IsEmpty && !Unread.IsEmpty ? FindSegment() : first;
        }
    }

    /// <summary>The next bytes of <see cref="Unread"/> that lie together.</summary>
    /// <param name="at">Where to look; then, where what follows them starts.</param>
    /// <param name="segment">The bytes.</param>
    /// <returns>False if there are none.</returns>
    public bool TryGetSegment(ref SequencePosition at, out ReadOnlyMemory<byte> segment)
    {
        while (Unread.TryGet(ref at, out segment))
        {
            if (!segment.IsEmpty)
                return true;
        }
        return false;
    }

    /// <summary>Moves <see cref="Unread"/> on.</summary>
    public void Consume(long count)
    {
        if (count == 0)
            return;
        Unread = Unread.Slice(count);
        Offset += count;
        _examined = Math.Max(0, _examined - count);
    }

    /// <summary>Waits until that many bytes are unread. What <see cref="Unread"/> gave before is then no longer valid, unless they already were.</summary>
    /// <returns>False if the input has ended and nothing is unread.</returns>
    /// <exception cref="MessageReadException">The input has ended with fewer bytes, or with none where it may not end.</exception>
    /// <exception cref="OperationCanceledException">By the token, or by <see cref="PipeReader.CancelPendingRead"/>.</exception>
    public ValueTask<bool> FillAsync(int needed, bool mayEnd, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);
        while (true)
        {
            if (Unread.Length >= needed)
                return new(true);
            if (_isHolding && _isCompleted)
                return Unread.IsEmpty && mayEnd ? new(false) : ValueTask.FromException<bool>(EndedEarly());
            var read = ReadAsync(needed, cancellationToken);
            if (!read.IsCompletedSuccessfully)
                return AwaitAsync(read, needed, mayEnd, cancellationToken);
            if (Hold(read.Result))
                return ValueTask.FromCanceled<bool>(new CancellationToken(canceled: true));
        }
    }

    /// <summary>Gives everything back to the pipe, of which what was not consumed is there for whoever reads next.</summary>
    public void Release()
    {
        var (unread, examined, isHolding) = (Unread, _examined, _isHolding);
        Unread = default;
        _examined = 0;
        _isHolding = false;
        if (isHolding)
            pipe.AdvanceTo(unread.Start, unread.GetPosition(Math.Min(examined, unread.Length)));
    }

    /// <summary>As <see cref="Release"/>, but the pipe may have been completed by its owner, and takes nothing back then.</summary>
    public void End()
    {
        try
        {
            Release();
        }
        catch (InvalidOperationException)
        {
            // "Reading is not allowed after reader was completed": there is nobody who could read on.
        }
    }

    /// <summary>Where the body that is being read starts, as <see cref="Offset"/>.</summary>
    public long BodyOffset { get; private set; }

    /// <summary>Gives the pipe what is held, and begins with a body where it then is.</summary>
    public void BeginBody()
    {
        Release();
        BodyOffset = Offset;
    }

    /// <summary>Sends what was written to another pipe.</summary>
    /// <returns>Has its reader gone?</returns>
    /// <exception cref="OperationCanceledException">By the token, or by <see cref="PipeWriter.CancelPendingFlush"/>.</exception>
    public static async ValueTask<bool> FlushAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        var result = await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return result.IsCanceled ? throw new OperationCanceledException() : result.IsCompleted;
    }

    private MessageReadException EndedEarly() =>
        endedEarly?.Invoke() ?? new(MessageReadError.Incomplete, "The input ends within a body", BodyOffset, Offset + Unread.Length);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> AwaitAsync(ValueTask<ReadResult> read, int needed, bool mayEnd, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Hold(await read.ConfigureAwait(false)))
                throw new OperationCanceledException();
            if (Unread.Length >= needed)
                return true;
            if (_isCompleted)
                return Unread.IsEmpty && mayEnd ? false : throw EndedEarly();
            read = ReadAsync(needed, cancellationToken);
        }
    }

    private ValueTask<ReadResult> ReadAsync(int needed, CancellationToken cancellationToken)
    {
        if (_isHolding)
        {
            _examined = Unread.Length;
            _isHolding = false;
            var (consumed, examined) = (Unread.Start, Unread.End);
            Unread = default;
            pipe.AdvanceTo(consumed, examined);
        }
        // Any read brings at least one byte more, and costs less with pipes that do not implement the other themselves.
        if (needed <= _examined + 1)
            return pipe.ReadAsync(cancellationToken);
        // On the way to so many bytes, the pipe may have told itself that all before the last are examined.
        _examined = needed - 1;
        return pipe.ReadAtLeastAsync(needed, cancellationToken);
    }

    // What a read brought is held even if it was canceled: then nothing is examined that nobody has seen.
    private bool Hold(ReadResult result)
    {
        Unread = result.Buffer;
        _isHolding = true;
        _isCompleted = result.IsCompleted;
        return result.IsCanceled;
    }

    private ReadOnlyMemory<byte> FindSegment()
    {
        SequencePosition at = Unread.Start, next = at;
        while (Unread.TryGet(ref next, out var segment))
        {
            if (!segment.IsEmpty)
            {
                Unread = Unread.Slice(at);
                return segment;
            }
            at = next;
        }
        return default;
    }
}
