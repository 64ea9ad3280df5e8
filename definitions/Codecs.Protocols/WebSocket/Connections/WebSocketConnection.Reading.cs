using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Protocols;

/// <content>From the pipe to messages.</content>
public sealed partial class WebSocketConnection
{
    private const int MaxHeaderLength = 14;

    // What the pipe has given: a segment of it, of which what lies from _position to _end was not read yet, and what follows that.
    private ReadOnlySequence<byte> _held;
    private ReadOnlySequence<byte> _rest;
    private byte[] _segment = [];
    private int _position;
    private int _end;

    // Bytes that were looked at in vain: the beginning of a header.
    private long _examined;

    private bool _isHolding;
    private bool _isEnded;
    private bool _isDrained = true;

    private long Unread => _rest.Length + _end - _position;

    /// <summary>Sends what was written, and waits until there may be something to read. What was read before is no longer valid.</summary>
    /// <returns>
    /// False if nothing will come any more: the other end has closed, was found to break a rule, or has gone (<see cref="WebSocketSession.CloseCode"/>,
    /// <see cref="WebSocketSession.IsClean"/>). Then <see cref="CloseAsync"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">By the token, or by <see cref="PipeReader.CancelPendingRead"/>. Nothing is lost: one can wait again.</exception>
    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => _isDrained ? WaitAsync(cancellationToken) : new(true);

    /// <summary>Reads the next message or piece of one, control frame, or fault. Pings and the Close frame are answered, with the next flush or wait.</summary>
    /// <param name="part">What was read, valid until the next read or wait.</param>
    /// <returns>False if nothing more has come: wait.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryRead(out WebSocketPart part)
    {
        do
        {
            var window = new ReadOnlySpan<byte>(_segment, _position, _end - _position);
            if (_receiver.Remaining == 0 && WebSocketFrame.TryParse(window, out var frame) is { Success: true } result)
            {
                _position += result.BytesConsumed;
                var header = frame.Header;
                if (_receiver.TryReceiveWhole(in header, frame.Payload.WireBytes, out var message))
                {
                    part = new() { Kind = header.Opcode == WebSocketOpcode.Text ? WebSocketPartKind.Text : WebSocketPartKind.Binary, IsFirst = true, IsLast = true, Bytes = message };
                    return true;
                }
                part = _receiver.Receive(in header, frame.Payload.WireBytes);
            }
            else if (!TryReadPiece(window, out part))
            {
                return false;
            }
        }
        while (part.Kind == WebSocketPartKind.None);
        if (part.Kind > WebSocketPartKind.Binary)
            End(part);
        return true;
    }

    // Pools its state: it waits as often as bytes come.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
            while (!_isEnded)
            {
                Release();
                var result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
                Hold(result.Buffer);
                _isDrained = result.Buffer.Length <= _examined;
                if (result.IsCanceled)
                    throw new OperationCanceledException();
                if (!_isDrained)
                    return true;
                if (result.IsCompleted)
                    Cut();
            }
        }
        catch (IOException)
        {
            // The transport has broken.
            Cut();
        }
        return false;
    }

    // Takes what the other end still sends, and does not look at it.
    private async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Release();
            var result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
            _input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return;
        }
    }

    private void Cut()
    {
        Session.Cut();
        _isEnded = _isDrained = true;
    }

    private void Hold(in ReadOnlySequence<byte> buffer)
    {
        _held = _rest = buffer;
        _isHolding = true;
    }

    // Gives the pipe what was read, and says that the rest was looked at.
    private void Release()
    {
        if (!_isHolding)
            return;
        _examined = Unread;
        var (consumed, examined) = (_held.GetPosition(_held.Length - _examined), _held.End);
        _held = _rest = default;
        Show([]);
        _isHolding = false;
        _input.AdvanceTo(consumed, examined);
    }

    // What does not lie in one segment as a whole frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadPiece(ReadOnlySpan<byte> window, out WebSocketPart part)
    {
        part = default;
        if (_isEnded)
        {
            _isDrained = true;
            return false;
        }
        if (_receiver.Remaining > 0)
        {
            if (window.IsEmpty && !TryMoveOn())
                return false;
            int length = (int)Math.Min(_end - _position, _receiver.Remaining);
            part = _receiver.Receive(new ReadOnlySpan<byte>(_segment, _position, length));
            _position += length;
            return true;
        }
        if (window.IsEmpty)
            return TryMoveOn();
        return TryReadHeader(window, out part);
    }

    private bool TryReadHeader(ReadOnlySpan<byte> window, out WebSocketPart part)
    {
        part = default;
        Span<byte> bytes = stackalloc byte[MaxHeaderLength];
        int available = Math.Min(window.Length, MaxHeaderLength);
        window[..available].CopyTo(bytes);
        if (available < MaxHeaderLength)
        {
            int more = (int)Math.Min(MaxHeaderLength - available, _rest.Length);
            _rest.Slice(0, more).CopyTo(bytes[available..]);
            available += more;
        }
        var result = WebSocketFrame.TryParseHeader(bytes[..available], out var frame);
        if (result.Status == OperationStatus.InvalidData)
        {
            part = _receiver.Reject(WebSocketFault.PayloadLength);
            return true;
        }
        if (!result)
        {
            // All there is, is the beginning of a header.
            _isDrained = true;
            return false;
        }
        Skip(result.BytesConsumed - frame.Payload.WireBytes.Length);
        part = _receiver.Receive(frame.Header, default);
        return true;
    }

    private void End(WebSocketPart part)
    {
        _output.Answer(part);
        _isEnded = part.Kind >= WebSocketPartKind.Close;
    }

    // To the next bytes of the pipe, if the segment was read to its end.
    private bool TryMoveOn()
    {
        while (!_rest.IsEmpty)
        {
            var memory = _rest.First;
            _rest = _rest.Slice(memory.Length);
            if (memory.IsEmpty)
                continue;
            Show(MemoryMarshal.TryGetArray(memory, out var segment) ? segment : new(memory.ToArray()));
            return true;
        }
        _isDrained = true;
        return false;
    }

    private void Skip(int count)
    {
        while (count > _end - _position)
        {
            count -= _end - _position;
            TryMoveOn();
        }
        _position += count;
    }

    private void Show(ArraySegment<byte> segment)
    {
        _segment = segment.Array!;
        _position = segment.Offset;
        _end = segment.Offset + segment.Count;
    }
}
