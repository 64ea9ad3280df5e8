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
    public int Count
    {
        get
        {
            if (_knownCount >= 0 || IsEmpty)
                return Math.Max(_knownCount, 0);
            int count = 0;
            foreach (var _ in this)
                count++;
            return count;
        }
    }

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
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks a list.</summary>
    public ref struct Enumerator : IElementEnumerator<T>
    {
        private readonly ReadOnlySpan<byte> _message;
        private readonly ListShape<T>? _shape;
        private readonly ParseOptions _options;
        private readonly int _start;
        private int _next;
        private int _left;
        private ulong _previous;
        private T _current;

        internal Enumerator(MessageList<T> list)
        {
            _message = list._message;
            _shape = list._shape;
            _options = list._options;
            _start = list._offset;
            _next = list._offset;
            _left = list._knownCount;
            _current = default!;
            Offset = list._offset;
            Result = ParseResult.Done(0);
        }

        /// <summary>The element.</summary>
        public readonly T Current => _current;

        /// <summary>Where the element starts, in bytes from the start of the list.</summary>
        public int Offset { readonly get => field - _start; private set; }

        /// <summary>Length of the element in bytes, without what separates it from the next.</summary>
        public int Length { get; private set; }

        /// <summary>What became of the walk so far, with lengths and offsets from the start of the list.</summary>
        public ParseResult Result { get; private set; }

        /// <summary>Goes to the next element; false at the end and at the first element that does not parse.</summary>
        public bool MoveNext()
        {
            if (_left < 0 ? _next >= _message.Length : _left == 0)
                return false;
            if (_shape is { IsSeparated: true } || ReferenceEquals(_shape, ListShape<T>.Built))
                return MoveNextDelimited();
            if (_left > 0 && _shape is null && _options == default && T.Load(_message, _next, out _current) is var end and >= 0)
            {
                Offset = _next;
                Length = end - _next;
                _next = end;
                _left--;
                Result = ParseResult.Done(end - _start);
                return true;
            }
            var result = T.TryParseAfter(_previous, _message, _next, new ParseContext { Options = _options }, out _current);
            if (!result || (result.BytesConsumed == 0 && _left < 0))
                return Fail(result);
            Take(_next, result.BytesConsumed);
            _next += result.BytesConsumed;
            Result = ParseResult.Done(_next - _start);
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
                Result = ParseResult.Invalid(ParseError.Value, 0, _next - _start);
                end = _message.Length;
            }
            _next = end;
        }

        private void Take(int at, int length)
        {
            Offset = at;
            Length = length;
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
            Result = ParseResult.Done(_next - _start);
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
                    Result = ParseResult.Invalid(ParseError.Syntax, 0, next - _start);
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
            Result = result ? ParseResult.Invalid(ParseError.Length, 0, _next - _start) : result.In(result.Field, _next - _start, bounded: true);
            Offset = _next;
            _next = _message.Length;
            _left = 0;
            return false;
        }
    }
}
