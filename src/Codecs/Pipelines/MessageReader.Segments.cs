using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Pipelines;

/// <content>Walks through the segments of what has arrived, and tells the pipe only when somebody has to wait.</content>
/// <remarks>
/// <para>A message that lies in one segment is parsed there, also when that segment has grown since the last attempt. Where one segment ends and the next is there, the last bytes of the one are copied together with
/// the first of the other: messages that begin before the seam are parsed in that copy, those behind it in the next segment.</para>
/// <para>A message that is longer is copied by itself, as it arrives. (And so is every message of a pipe whose memory is not that of arrays.)</para>
/// </remarks>
public abstract partial class MessageReader
{
    // What begins so near the end of a segment goes on in the next, as a rule; and parsers are fastest where they can look that far ahead.
    private const int Near = 63;

    // Beyond the segment's end a copy looks that far at first, then twice as far each time: a line ends nearby, as a rule.
    private const int FirstLook = 128;

    private bool _isWalking;

    // Unread bytes of the pipe that lie before the window.
    private long _passed;

    // Of a window over a seam: the bytes before it.
    private int _tail;

    // The next segment, if there is one that lies in an array, and where those behind it are.
    private ArraySegment<byte> _following;
    private SequencePosition _behind;

    // Is the window the copy of one message?
    private bool IsCopied => _copies.Length > 0 && _tail == 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryFindWindow()
    {
        if (IsFaulty || !ContinueSkipping())
            return false;
        bool isCopied = IsCopied;
        if (isCopied ? _end - _position >= _needed : TryWalk())
            return true;
        int left = _end - _position;
        if (_input.Unread.Length - _passed - (_position - _start) < _needed)
            return false;
        long ahead = isCopied ? 2L * _copies.Length : left + FirstLook;
        Settle();
        Show(_copies.Extend(_input.Unread, (int)Math.Min(_input.Unread.Length, Math.Min(_most, Math.Max(_needed, ahead)))));
        _isFamiliar = true;
        _reserve = int.MaxValue;
        return true;
    }

    private bool TryWalk()
    {
        if (!_isWalking)
        {
            _isWalking = true;
            _behind = _input.Unread.Start;
            Look();
        }
        while (true)
        {
            int left = _end - _position;
            if (_tail > 0 && _position - _start >= _tail)
                Cross();
            else if (left == 0 && _following.Count > 0)
                ShowFollowing(offset: 0);
            else if (_tail > 0 || _following.Count == 0 || (left > Near && left >= _needed))
                return TryKeep(left);
            else
                return TryJoin(left);
        }
    }

    // What is left of the window, if it is enough.
    private bool TryKeep(int left)
    {
        if (left < _needed)
            return false;
        _reserve = _isFamiliar ? int.MaxValue : _tail > 0 ? _end - _start - _tail : _following.Count > 0 ? Near : 0;
        return true;
    }

    // What is left of the segment, with the beginning of the next.
    private bool TryJoin(int left)
    {
        int ahead = Math.Min(_following.Count, Math.Max(FirstLook, _needed - left));
        if (left + ahead < _needed)
            return false;
        _passed += _position - _start;
        Show(_copies.Join(_bytes.AsSpan(_position, left), _following.AsSpan(0, ahead)));
        _tail = left;
        return TryKeep(left + ahead);
    }

    // The window over a seam was read up to the seam at least: the rest is in the next segment.
    private void Cross()
    {
        int read = _position - _start;
        _copies.Finish(read);
        _position = _start + _tail;
        ShowFollowing(read - _tail);
        _tail = 0;
    }

    private void ShowFollowing(int offset)
    {
        _passed += _position - _start;
        Show(_following);
        _position += offset;
        Look();
    }

    private void Look() =>
        _following = _input.TryGetSegment(ref _behind, out var memory) && MemoryMarshal.TryGetArray(memory, out var segment) ? segment : default;

    // Makes the next message the first that is unread.
    private void Settle()
    {
        int read = _position - _start;
        if (_copies.Length > 0 && (read > 0 || _tail > 0))
            _copies.Finish(read);
        _input.Consume(_passed + read);
        Show(ArraySegment<byte>.Empty);
        _passed = 0;
        _tail = 0;
        _following = default;
        _isWalking = false;
    }

    private void Show(ArraySegment<byte> bytes)
    {
        _bytes = bytes.Array!;
        _start = _position = bytes.Offset;
        _end = bytes.Offset + bytes.Count;
    }
}
