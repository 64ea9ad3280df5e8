using System.Diagnostics;
using System.Runtime.CompilerServices;
using Codecs.CompilerServices;
using Codecs.Debugging;

namespace Codecs;

/// <summary>
/// Consecutive messages or values, as a window into the bytes that hold them. A list whose extent is known without its elements
/// is validated when it is walked: enumeration ends at the first fault, which <see cref="Validate"/> tells.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(MessageListView<>))]
public readonly ref partial struct MessageList<T> where T : ICodec<T>, allows ref struct
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly ListShape<T>? _shape;
    private readonly int _offset;
    private readonly int _knownCount;
    private readonly ParseOptions _options;

    /// <summary>A list that was not validated: as many elements as fill the bytes, or up to the one that <paramref name="shape"/> says is the last.</summary>
    /// <param name="bytes">The elements, and any padding after the last.</param>
    /// <param name="shape">How the list lies on the wire; null if its elements simply follow each other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MessageList(ReadOnlySpan<byte> bytes, ListShape<T>? shape = null)
    {
        _message = bytes;
        _shape = shape;
        _knownCount = -1;
    }

    /// <summary>A list that was validated.</summary>
    /// <param name="message">The enclosing message, up to the end of the list.</param>
    /// <param name="offset">Where the list starts in it.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="shape">How the list lies on the wire; null if its elements simply follow each other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MessageList(ReadOnlySpan<byte> message, int offset, int count, ListShape<T>? shape = null)
    {
        _message = message;
        _shape = shape;
        _offset = offset;
        _knownCount = count;
    }

    private MessageList(MessageList<T> list, ParseOptions options)
    {
        this = list;
        _options = options;
    }

    /// <summary>The elements as they are on the wire, with what separates them and any padding after the last.</summary>
    public ReadOnlySpan<byte> Bytes => _message[_offset..];

    /// <summary>Has the list no bytes?</summary>
    public bool IsEmpty => _message.Length == _offset;

    /// <summary>The number of elements before the end or the first fault. Walks the list unless the message has counted it.</summary>
    public int Count => _knownCount >= 0 || IsEmpty ? Math.Max(_knownCount, 0) : CountEach();

    /// <summary>Is there an element that does not parse? Walks the list.</summary>
    public bool IsMalformed => !Validate();

    /// <summary>The same list, walked as strictly as <paramref name="options"/> say.</summary>
    public MessageList<T> With(ParseOptions options) => new(this, options);

    /// <summary>Walks the list.</summary>
    /// <returns>The length of the list, or what is wrong with its first bad element, with the offset from the start of the list.</returns>
    public ParseResult Validate()
    {
        var enumerator = GetEnumerator();
        while (enumerator.MoveNext())
        {
        }
        return enumerator.Result;
    }

    /// <summary>The first element.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T First
    {
        get
        {
            var enumerator = GetEnumerator();
            return enumerator.MoveNext() ? enumerator.Current : throw new InvalidOperationException("The list has no elements.");
        }
    }

    /// <summary>The element at <paramref name="index"/>. Walks the list up to it: prefer <see langword="foreach"/> for more than one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many elements.</exception>
    public T ElementAt(int index)
    {
        int left = index;
        foreach (var item in this)
        {
            if (left-- == 0)
                return item;
        }
        throw new ArgumentOutOfRangeException(nameof(index), index, "The list has fewer elements.");
    }

    /// <summary>Walks the elements without allocation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Enumerator GetEnumerator() => new(this);

    // Not inlined: walking takes room that who asks for the count should not have to clear.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CountEach()
    {
        int count = 0;
        foreach (var _ in this)
            count++;
        return count;
    }

    /// <summary>Walks a list.</summary>
    public ref struct Enumerator : IElementEnumerator<T>
    {
        private readonly ReadOnlySpan<byte> _message;
        private readonly ListShape<T>? _shape;
        private readonly int _start;
        private readonly ParseOptions _options;

        // Do elements follow each other that were found right, so that they need only be made again?
        private readonly bool _isRight;

        private int _at;
        private int _end;
        private int _next;
        private int _left;
        private ulong _previous;
        private ParseResult _fault;
        private T _current;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(MessageList<T> list)
        {
            _message = list._message;
            _shape = list._shape;
            _options = list._options;
            _start = list._offset;
            _at = list._offset;
            _end = list._offset;
            _next = list._offset;
            _left = list._knownCount;
            _isRight = T.IsRestorable && list._knownCount >= 0 && list._shape is null && list._options == default;
            _current = default!;
        }

        private Enumerator(ReadOnlySpan<byte> message, ListShape<T>? shape, ParseOptions options, int start, int next, int left)
        {
            _message = message;
            _shape = shape;
            _options = options;
            _start = start;
            _at = _end = _next = next;
            _left = left;
            _current = default!;
        }

        /// <summary>The element.</summary>
        public readonly T Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _current;
        }

        /// <summary>Where the element starts, in bytes from the start of the list.</summary>
        public readonly int Offset => _at - _start;

        /// <summary>Length of the element in bytes, without what separates it from the next.</summary>
        public readonly int Length => _end - _at;

        /// <summary>What became of the walk so far, with lengths and offsets from the start of the list.</summary>
        public readonly ParseResult Result => _fault == default ? ParseResult.Done(_end - _start) : _fault;

        /// <summary>Goes to the next element; false at the end and at the first element that does not parse.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (!T.IsRestorable)
                return MoveNextParsed();
            int limit = _message.Length;
            if (!_isRight)
            {
                if (!Find())
                    return false;
                limit = _end;
            }
            else if (_left == 0)
            {
                return false;
            }
            else
            {
                _at = _next;
                _left--;
            }
            int end = T.Restore(_message[..limit], _at, out var item);
            if (end < 0)
            {
                // The message was changed since.
                _fault = ParseResult.Invalid(ParseError.Value, 0, _at - _start);
                _end = _at;
                _left = 0;
                return false;
            }
            _end = end;
            if (_isRight)
                _next = end;
            _current = item;
            return true;
        }

        // The next element of a list that was not found right, or has a shape. All goes in and out by value, so that the walk need not be in memory.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool Find()
        {
            var step = Find(_message, _shape, _options, _start, _next, _left);
            (_at, _end, _next, _left, _fault) = (step.At, step.End, step.Next, step.Left, step.Fault);
            return step.IsThere;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Step Find(ReadOnlySpan<byte> message, ListShape<T>? shape, ParseOptions options, int start, int next, int left)
        {
            var walk = new Enumerator(message, shape, options, start, next, left);
            bool isThere = walk.MoveNextParsed();
            return new Step(walk._at, walk._end, walk._next, walk._left, walk._fault, isThere);
        }

        private bool MoveNextParsed()
        {
            if (_left < 0 ? _next >= _message.Length : _left == 0)
                return false;
            if (_shape is { IsSeparated: true } || ReferenceEquals(_shape, ListShape<T>.Built))
                return MoveNextDelimited();
            var result = T.TryParseAfter(_previous, _message, _next, new ParseContext { Options = _options }, out _current);
            if (!result || (result.BytesConsumed == 0 && _left < 0))
                return Fail(result);
            Take(_next, result.BytesConsumed);
            _next += result.BytesConsumed;
            if (_left > 0)
                _left--;
            else if (_shape is not null && IsLast(_shape))
                _left = 0;
            else if (_shape is { Align: > 0 })
                Align(_shape.Align);
            return true;
        }

        // The next element begins at a multiple, if there is one.
        private void Align(int multiple)
        {
            int end = Math.Min(_next + Wire.Padding(_next - _start, multiple), _message.Length);
            // The element is good; what follows it is not.
            if (_options.IsStrict && _message[_next..end].ContainsAnyExcept((byte)0))
            {
                _fault = ParseResult.Invalid(ParseError.Value, 0, _next - _start);
                end = _message.Length;
            }
            _next = end;
        }

        private void Take(int at, int length)
        {
            _at = at;
            _end = at + length;
            _previous = T.Next(in _current);
        }

        private readonly bool IsLast(ListShape<T> shape)
        {
            if (shape.End is { } end)
                return end(in _current);
            return shape.EndAfter is { } after && T.TryParse(_message, _start, default, out var first) && after(in first, in _current);
        }

        // Elements that end where something else says so.
        private bool MoveNextDelimited()
        {
            int at = _next, end = _message.Length;
            if (ReferenceEquals(_shape, ListShape<T>.Built))
            {
                at += sizeof(int);
                end = at + BitConverter.ToInt32(_message[_next..at]);
            }
            else if (T.IsWhole && _message[at..].IndexOf(_shape!.Separator) is >= 0 and var found)
            {
                end = at + found;
            }
            var result = T.TryParseAfter(_previous, _message[..end], at, new ParseContext { Options = _options }, out _current);
            if (!result)
                return Fail(result);
            Take(at, result.BytesConsumed);
            int next = at + result.BytesConsumed;
            if (T.IsWhole && next != end)
                return Fail(ParseResult.Invalid(ParseError.Syntax, 0, next - at));
            _next = next;
            if (_left > 0)
                _left--;
            if (next == _message.Length)
            {
                _left = 0;
            }
            else if (!ReferenceEquals(_shape, ListShape<T>.Built))
            {
                if (!_message[next..].StartsWith(_shape!.Separator))
                {
                    // The element is good; what follows it is not.
                    _fault = ParseResult.Invalid(ParseError.Syntax, 0, next - _start);
                    _left = 0;
                    return true;
                }
                _next = next + _shape.Separator.Length;
                // A separator is followed by an element, be it an empty one.
                if (_next == _message.Length && _left < 0)
                    _left = 1;
            }
            return true;
        }

        private bool Fail(ParseResult result)
        {
            _fault = result ? ParseResult.Invalid(ParseError.Length, 0, _next - _start) : result.In(result.Field, _next - _start, bounded: true);
            _at = _end = _next;
            _next = _message.Length;
            _left = 0;
            return false;
        }

        private readonly record struct Step(int At, int End, int Next, int Left, ParseResult Fault, bool IsThere);
    }
}
