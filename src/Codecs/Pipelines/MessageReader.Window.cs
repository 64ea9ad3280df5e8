using System.Buffers;
using System.Runtime.CompilerServices;

namespace Codecs.Pipelines;

/// <content>Finds the bytes that are worth parsing, whatever the message type: TryNext gives them, Accept takes what became of them.</content>
public abstract partial class MessageReader
{
    private readonly PipeInput _input;
    private readonly MessageDescription _type;
    private readonly int _most;

    // Where messages are parsed: a segment of the pipe, a copy of the seam between two, or the copy of one message. Empty when none is known.
    private byte[] _bytes = [];
    private int _start;
    private int _position;
    private int _end;

    // With no more bytes than that in the window, it is time to look for another; with any number, if the next message is not to be parsed as if it were new.
    private int _reserve;

    private PooledCopies _copies = new();
    private SkipRequest _skip;

    // Of the next message: the least bytes with which parsing gets further, and the field that is not there.
    private int _needed = 1;
    private int _neededField;
    private ParseProgress _progress;

    // Has the next message been looked at before, or copied?
    private bool _isFamiliar;
    private bool _isResuming;
    private ParseResult _fault;

    // What parsing knows of the next message.
    private protected ref ParseProgress Progress => ref _progress;

    // Has it been looked at twice? Most that go on in the next segment are whole at the second look: only what was not needs a memory, and that costs.
    private protected bool IsResuming => _isResuming;

    // What became of the last message that was not read in the common way.
    private protected ParseResult LastResult { get; set; }

    // Is the next message known to be none?
    private protected bool IsFaulty => _fault.Error != ParseError.None;

    private protected bool ThrowIfFaulty() => IsFaulty ? throw Fault : true;

    private protected MessageReadException Fault => MessageReadException.Faulty(_type, Offset, _fault, _most);

    // Why there is no message to read: what is wrong with it, or how much of it must be there for another attempt.
    private protected ParseResult Result => IsFaulty ? _fault : ParseResult.NeedMore(_needed, _neededField);

    // As much of the window as a message may have.
    private protected ReadOnlySpan<byte> Window
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_bytes, _position, Math.Min(_end - _position, _most));
    }

    private protected ReadOnlySpan<byte> WholeWindow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_bytes, _position, _end - _position);
    }

    // Is the window worth looking at for a message that is new?
    private protected bool HasWindow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _end - _position > _reserve;
    }

    // The next bytes to parse; false if more must arrive before an attempt can get further than the last.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryNext(out ReadOnlySpan<byte> bytes)
    {
        if (!HasWindow && !TryFindWindow())
        {
            bytes = default;
            return false;
        }
        bytes = Window;
        return true;
    }

    // Goes on behind the message if parsing so many bytes gave one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool Accept(ParseResult result, int length)
    {
        int consumed = result.BytesConsumed;
        if (!result || (uint)(consumed - 1) >= (uint)length)
            return Refuse(result, length);
        if (_isFamiliar)
            Finish(consumed);
        else
            _position += consumed;
        return true;
    }

    // The same for a message that was not looked at before, and was given the whole window: the limit is compared afterwards, which is out of the way of what comes next.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryAccept(ParseResult result, int length)
    {
        int consumed = result.BytesConsumed;
        if (!result || (uint)(consumed - 1) >= (uint)_most || consumed > length)
            return false;
        _position += consumed;
        return true;
    }

    // If there was more than a message may have, it is looked at again, within the limit.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void RefuseWhole(ParseResult result)
    {
        if (_end - _position <= _most)
            Refuse(result, _end - _position);
    }

    private bool Refuse(ParseResult result, int length)
    {
        if (result.Status != OperationStatus.NeedMoreData)
        {
            // A message without bytes could be read for ever.
            Fail(result ? ParseResult.Invalid(ParseError.Length, 0, 0) : result);
        }
        else if (Math.Max(result.BytesNeeded, length + 1) > _most)
        {
            Fail(ParseResult.Invalid(ParseError.Limit, result.Field, _most));
        }
        else
        {
            _isResuming = _isFamiliar;
            _isFamiliar = true;
            _reserve = int.MaxValue;
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

    private void Finish(int consumed)
    {
        ForgetProgress();
        _needed = 1;
        _position += consumed;
        if (IsCopied)
            Settle();
    }

    // Begins anew with what is unread.
    private void Forget()
    {
        _copies.Abandon();
        ForgetProgress();
        _needed = 1;
        _neededField = 0;
        _fault = default;
    }

    private void ForgetProgress()
    {
        _isFamiliar = false;
        if (_isResuming)
            _progress = default;
        _isResuming = false;
    }

    private bool ContinueSkipping()
    {
        if (!_skip.IsPending)
            return true;
        _input.Consume(_skip.Continue(_input.Unread));
        _needed = _skip.Needed;
        return !_skip.IsPending;
    }
}
