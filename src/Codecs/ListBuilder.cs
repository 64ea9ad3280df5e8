using System.Collections;

namespace Codecs;

/// <summary>Builds a list: <c>new ListBuilder&lt;TcpOption&gt; { a, b }</c>, or in scratch memory <c>new ListBuilder&lt;TcpOption&gt;(stackalloc byte[40]) { a, b }</c>.</summary>
/// <remarks>Scratch is an optimisation: when it is full, or none is given, the list goes on on the heap.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
public ref struct ListBuilder<T> : IEnumerable where T : ICodec<T>, allows ref struct
{
    private Span<byte> _buffer;
    private int _length;
    private int _count;

    /// <summary>A builder on the heap.</summary>
    public ListBuilder()
    {
    }

    /// <summary>A builder in scratch memory, which must live as long as the list.</summary>
    public ListBuilder(Span<byte> scratch) => _buffer = scratch;

    /// <summary>Adds an element.</summary>
    public void Add(scoped T item) => Append(item);

    /// <summary>Adds something that encodes an element: the element itself, or it and what it carries. For generated code.</summary>
    public void Append<TItem>(scoped TItem item) where TItem : IWritable, allows ref struct
    {
        int needed = _length + item.GetMaxSize();
        if (needed > _buffer.Length)
        {
            var larger = new byte[Math.Max(needed, 2 * _buffer.Length)];
            _buffer[.._length].CopyTo(larger);
            _buffer = larger;
        }
        _length += item.Write(_buffer, _length, default);
        _count++;
    }

    /// <summary>The list. Elements that are added afterwards are not in it.</summary>
    public readonly MessageList<T> ToList() => new(_buffer[.._length], 0, _count);

    /// <summary>The list.</summary>
    public static implicit operator MessageList<T>(ListBuilder<T> builder) => builder.ToList();

    // Only here so that C# allows the initialiser.
    readonly IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
}
