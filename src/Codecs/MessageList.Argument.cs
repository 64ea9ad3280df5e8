using System.ComponentModel;
using System.Diagnostics;
using Codecs.Debugging;

namespace Codecs;

/// <summary>Consecutive messages or values that must be told something to be read (<see cref="ParameterAttribute"/>): the list keeps it for all of them.</summary>
/// <remarks>Otherwise as <see cref="MessageList{T}"/>.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TArgument">What they must be told.</typeparam>
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(MessageListView<,>))]
public readonly ref struct MessageList<T, TArgument>
    where T : ICodec<T, TArgument>, allows ref struct
    where TArgument : allows ref struct
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly TArgument _argument;
    private readonly int _offset;
    private readonly int _knownCount;

    /// <summary>A list that was not validated: as many elements as fill the bytes.</summary>
    public MessageList(ReadOnlySpan<byte> bytes, TArgument argument)
    {
        _message = bytes;
        _argument = argument;
        _knownCount = -1;
    }

    private MessageList(ReadOnlySpan<byte> message, int offset, int count, TArgument argument)
    {
        _message = message;
        _offset = offset;
        _knownCount = count;
        _argument = argument;
    }

    /// <inheritdoc cref="MessageList{T}.Bytes"/>
    public ReadOnlySpan<byte> Bytes => _message[_offset..];

    /// <inheritdoc cref="MessageList{T}.IsEmpty"/>
    public bool IsEmpty => _message.Length == _offset;

    /// <inheritdoc cref="MessageList{T}.IsMalformed"/>
    public bool IsMalformed => !Validate();

    /// <inheritdoc cref="MessageList{T}.Count"/>
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

    /// <inheritdoc cref="MessageList{T}.Validate"/>
    public ParseResult Validate()
    {
        var enumerator = GetEnumerator();
        while (enumerator.MoveNext())
        {
        }
        return enumerator.Result;
    }

    /// <inheritdoc cref="MessageList{T}.First"/>
    public T First
    {
        get
        {
            var enumerator = GetEnumerator();
            return enumerator.MoveNext() ? enumerator.Current : throw new InvalidOperationException("The list has no elements.");
        }
    }

    /// <inheritdoc cref="MessageList{T}.GetEnumerator"/>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Parses a list of so many elements. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, int count, TArgument argument, scoped ParseContext context, out MessageList<T, TArgument> list)
    {
        list = default;
        int at = offset;
        for (int found = 0; found < count; found++)
        {
            var result = found >= 65535 ? ParseResult.Invalid(ParseError.Limit, 0, 0) : T.TryParse(message, at, argument, context.Nested(), out _);
            if (!result)
                return result.In(0, at - offset, bounded: false);
            at += result.BytesConsumed;
        }
        list = new(message[..at], offset, count, argument);
        return ParseResult.Done(at - offset);
    }

    /// <summary>Walks a list.</summary>
    public ref struct Enumerator : IElementEnumerator<T>
    {
        private readonly MessageList<T, TArgument> _list;
        private int _next;
        private int _left;
        private T _current;

        internal Enumerator(MessageList<T, TArgument> list)
        {
            _list = list;
            _next = list._offset;
            _left = list._knownCount;
            _current = default!;
            Result = ParseResult.Done(0);
        }

        /// <summary>The element.</summary>
        public readonly T Current => _current;

        /// <summary>Where the element starts, in bytes from the start of the list.</summary>
        public int Offset { get; private set; }

        /// <summary>Length of the element in bytes.</summary>
        public int Length { get; private set; }

        /// <summary>What became of the walk so far, with lengths and offsets from the start of the list.</summary>
        public ParseResult Result { get; private set; }

        /// <summary>Goes to the next element; false at the end and at the first element that does not parse.</summary>
        public bool MoveNext()
        {
            if (_left < 0 ? _next >= _list._message.Length : _left == 0)
                return false;
            int at = _next - _list._offset;
            var result = T.TryParse(_list._message, _next, _list._argument, default, out _current);
            if (!result || (result.BytesConsumed == 0 && _left < 0))
            {
                Result = result ? ParseResult.Invalid(ParseError.Length, 0, at) : result.In(result.Field, at, bounded: true);
                _left = 0;
                return false;
            }
            Offset = at;
            Length = result.BytesConsumed;
            _next += result.BytesConsumed;
            Result = ParseResult.Done(_next - _list._offset);
            if (_left > 0)
                _left--;
            return true;
        }
    }
}

/// <summary>Builds a list of elements with an argument: <c>new ListBuilder&lt;PcapngOption, bool&gt;(isLittleEndian) { a, b }</c>. Each is written with the argument.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TArgument">What they must be told.</typeparam>
/// <param name="argument">The same that the message whose field the list becomes passes to it.</param>
public ref struct ListBuilder<T, TArgument>(TArgument argument) : System.Collections.IEnumerable
    where T : ICodec<T, TArgument>, allows ref struct
{
    private readonly TArgument _argument = argument;
    private Span<byte> _buffer;
    private int _length;

    /// <summary>Adds an element.</summary>
    public void Add(scoped T item)
    {
        int needed = _length + item.GetMaxSize(_argument);
        if (needed > _buffer.Length)
        {
            var larger = new byte[Math.Max(needed, 2 * _buffer.Length)];
            _buffer[.._length].CopyTo(larger);
            _buffer = larger;
        }
        _length += item.Write(_buffer, _length, _argument, default);
    }

    /// <summary>The list. Elements that are added afterwards are not in it.</summary>
    public readonly MessageList<T, TArgument> ToList() => new(_buffer[.._length], _argument);

    /// <summary>The list.</summary>
    public static implicit operator MessageList<T, TArgument>(ListBuilder<T, TArgument> builder) => builder.ToList();

    // Only here so that C# allows the initialiser.
    readonly System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
}
