using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>Does the list end with this element? (<see cref="UntilAttribute"/>)</summary>
public delegate bool ListEnd<T>(scoped in T element) where T : allows ref struct;

/// <summary>
/// Consecutive messages or values, as a window into the bytes that hold them. A list whose extent is known without its elements
/// is validated when it is walked: enumeration ends at the first fault, which <see cref="Validate"/> tells.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct MessageList<T> where T : ICodec<T>, allows ref struct
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly ListEnd<T>? _end;
    private readonly int _offset;
    private readonly int _knownCount;

    /// <summary>A list that was not validated: as many elements as fill the bytes, or up to the one that <paramref name="end"/> says is the last.</summary>
    /// <param name="bytes">The elements, and any padding after the last.</param>
    /// <param name="end">Says which element is the last; null if the bytes do.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MessageList(ReadOnlySpan<byte> bytes, ListEnd<T>? end = null)
    {
        _message = bytes;
        _end = end;
        _knownCount = -1;
    }

    /// <summary>A list that was validated.</summary>
    /// <param name="message">The enclosing message, up to the end of the list.</param>
    /// <param name="offset">Where the list starts in it.</param>
    /// <param name="count">The number of elements.</param>
    public MessageList(ReadOnlySpan<byte> message, int offset, int count)
    {
        _message = message;
        _offset = offset;
        _knownCount = count;
    }

    /// <summary>The elements as they are on the wire, and any padding after the last.</summary>
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
    public Enumerator GetEnumerator() => new(_message, _offset, _knownCount, _end);

    /// <summary>Parses a list whose extent depends on its elements. For generated code.</summary>
    /// <param name="message">The enclosing message, up to where the list must end.</param>
    /// <param name="offset">Where the list starts.</param>
    /// <param name="count">The number of elements, or -1 for as many as fill the message or as <paramref name="end"/> allows.</param>
    /// <param name="end">Says which element is the last.</param>
    /// <param name="context">The context for the elements.</param>
    /// <param name="list">The list.</param>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, int count, ListEnd<T>? end, ParseContext context, out MessageList<T> list)
    {
        list = default;
        int at = offset, found = 0;
        for (; count < 0 ? end is not null || at < message.Length : found < count; found++)
        {
            var result = T.TryParse(message, at, context, out var item);
            if (!result)
                return result.In(0, at - offset, bounded: false);
            if (result.BytesConsumed == 0 && (count < 0 || found >= 65535))
                return ParseResult.Invalid(ParseError.Length, 0, at - offset);
            at += result.BytesConsumed;
            if (end is not null && end(in item))
            {
                found++;
                break;
            }
        }
        list = new(message[..at], offset, found);
        return ParseResult.Done(at - offset);
    }

    /// <summary>Writes every element anew: what elements with back references need. For generated code.</summary>
    public int Write(Span<byte> destination, int offset, scoped WriteContext context)
    {
        int at = offset;
        foreach (var item in this)
            at += item.Write(destination, at, context);
        return at - offset;
    }

    /// <summary>Walks a list.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _message;
        private readonly ListEnd<T>? _end;
        private readonly int _start;
        private int _next;
        private int _left;
        private T _current;

        internal Enumerator(ReadOnlySpan<byte> message, int offset, int count, ListEnd<T>? end)
        {
            _message = message;
            _end = end;
            _start = offset;
            _next = offset;
            _left = count;
            _current = default!;
            Offset = offset;
            Result = ParseResult.Done(0);
        }

        /// <summary>The element.</summary>
        public readonly T Current => _current;

        /// <summary>Where the element starts, in bytes from the start of the list.</summary>
        public int Offset { readonly get => field - _start; private set; }

        /// <summary>What became of the walk so far, with lengths and offsets from the start of the list.</summary>
        public ParseResult Result { get; private set; }

        /// <summary>Goes to the next element; false at the end and at the first element that does not parse.</summary>
        public bool MoveNext()
        {
            if (_left < 0 ? _next >= _message.Length : _left == 0)
                return false;
            var result = T.TryParse(_message, _next, default, out _current);
            if (!result || (result.BytesConsumed == 0 && _left < 0))
                return Fail(result);
            Offset = _next;
            _next += result.BytesConsumed;
            Result = ParseResult.Done(_next - _start);
            if (_left > 0)
                _left--;
            else if (_end is not null && _end(in _current))
                _left = 0;
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
