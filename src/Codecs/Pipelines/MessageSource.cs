using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Pipelines;

/// <summary>
/// Finds the bytes that are worth parsing, whatever the message type: <see cref="TryNext"/> gives them, <see cref="Accept"/> takes what
/// became of them.
/// </summary>
/// <remarks>
/// A message that lies in one segment of the pipe is parsed there, also when that segment has grown since the last attempt. Only one that
/// goes on in the next segment is copied, as it arrives.
/// </remarks>
internal sealed class MessageSource(PipeReader pipe, int most, MessageDescription type) : PipeInput(pipe)
{
    // Beyond the segment's end a copy looks that far at first, then twice as far each time: a line ends nearby, as a rule.
    private const int FirstLook = 128;

    // Where messages are parsed in place. Empty while one is copied, while bytes are skipped, and after a fault.
    private ReadOnlyMemory<byte> _segment;
    private int _position;

    private PooledCopies _copies = new();
    private SkipRequest _skip;

    // Of the next message: the least bytes with which parsing gets further, and the field that is not there.
    private int _needed = 1;
    private int _neededField;
    private ParseProgress _progress;

    private ParseResult _fault;

    /// <summary>What parsing knows of the next message.</summary>
    public ref ParseProgress Progress => ref _progress;

    /// <summary>Where the next message starts, in bytes from where this input began.</summary>
    public long NextOffset => Offset + _position;

    /// <summary>Is the next message known to be none?</summary>
    public bool IsFaulty => _fault.Error != ParseError.None;

    /// <summary>Why there is no message to read: what is wrong with it, or how much of it must be there for another attempt.</summary>
    public ParseResult Result => IsFaulty ? _fault : ParseResult.NeedMore(_needed, _neededField);

    /// <summary>The fault as an exception.</summary>
    public MessageReadException Error => MessageReadException.Faulty(type, NextOffset, _fault, most);

    /// <summary>The next bytes to parse; false if more must arrive before an attempt can get further than the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(out ReadOnlySpan<byte> bytes)
    {
        bytes = _segment.Span[_position..];
        if (bytes.Length > most)
            bytes = bytes[..most];
        return bytes.Length >= _needed || TryNextRarely(out bytes);
    }

    /// <summary>Goes on behind the message if there was one.</summary>
    /// <param name="result">What parsing the bytes gave.</param>
    /// <param name="length">How many bytes there were.</param>
    /// <returns>Was there one?</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accept(ParseResult result, int length)
    {
        int consumed = result.BytesConsumed;
        if (!result || (uint)(consumed - 1) >= (uint)length)
            return Refuse(result, length);
        _needed = 1;
        _progress = default;
        if (_copies.Length == 0)
            _position += consumed;
        else
            FinishCopy(consumed);
        return true;
    }

    /// <summary>Waits for more than the last attempt had.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        _copies.Recycle();
        if (IsFaulty)
            return ValueTask.FromException<bool>(Error);
        Settle();
        ContinueSkipping();
        return FillAsync(_needed, mayEnd: !_skip.IsPending, cancellationToken);
    }

    /// <summary>All that has arrived, from the start of the next message on.</summary>
    public ReadOnlySequence<byte> GetUnread()
    {
        Settle();
        return Unread;
    }

    /// <summary>Goes on somewhere else.</summary>
    public void Skip(SkipRequest request)
    {
        Settle();
        Forget();
        _skip = request;
        ContinueSkipping();
    }

    /// <inheritdoc/>
    public override void Release()
    {
        Settle();
        Forget();
        _skip = default;
        _copies.Free();
        base.Release();
    }

    /// <inheritdoc/>
    protected override MessageReadException EndedEarly() => MessageReadException.Incomplete(type, Offset, Offset + Unread.Length, ParseResult.NeedMore(_needed, _neededField));

    private bool TryNextRarely(out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        Settle();
        if (IsFaulty || !ContinueSkipping() || Unread.Length < _needed)
            return false;
        if (_copies.Length == 0)
        {
            _segment = FirstSegment;
            if (_segment.Length >= _needed)
            {
                bytes = _segment.Span[..Math.Min(_segment.Length, most)];
                return true;
            }
        }
        long ahead = _copies.Length == 0 ? _segment.Length + FirstLook : 2L * _copies.Length;
        int wanted = (int)Math.Min(Unread.Length, Math.Min(most, Math.Max(_needed, ahead)));
        _segment = default;
        bytes = _copies.Extend(Unread, wanted);
        return true;
    }

    private bool Refuse(ParseResult result, int length)
    {
        if (result.Status != OperationStatus.NeedMoreData)
        {
            // A message without bytes could be read for ever.
            Fail(result ? ParseResult.Invalid(ParseError.Length, 0, 0) : result);
        }
        else if (Math.Max(result.BytesNeeded, length + 1) > most)
        {
            Fail(ParseResult.Invalid(ParseError.Limit, result.Field, most));
        }
        else
        {
            _needed = Math.Max(result.BytesNeeded, length + 1);
            _neededField = result.Field;
        }
        return false;
    }

    private void Fail(ParseResult fault)
    {
        Settle();
        Forget();
        _fault = fault;
    }

    private void FinishCopy(int consumed)
    {
        _copies.Finish();
        Consume(consumed);
    }

    // Makes the next message the first that is unread.
    private void Settle()
    {
        Consume(_position);
        _position = 0;
        _segment = default;
    }

    // Begins anew with what is unread.
    private void Forget()
    {
        _copies.Abandon();
        _needed = 1;
        _neededField = 0;
        _progress = default;
        _fault = default;
    }

    private bool ContinueSkipping()
    {
        if (!_skip.IsPending)
            return true;
        Consume(_skip.Continue(Unread));
        _needed = _skip.Needed;
        return !_skip.IsPending;
    }
}
