using System.Collections;
using System.ComponentModel;

namespace Codecs;

/// <summary>Builds a list: <c>new ListBuilder&lt;TcpOption&gt; { a, b }</c>, or in scratch memory <c>new ListBuilder&lt;TcpOption&gt;(stackalloc byte[40]) { a, b }</c>.</summary>
/// <remarks>Scratch is an optimisation: when it is full, or none is given, the list goes on on the heap.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
public ref struct ListBuilder<T> : IEnumerable where T : ICodec<T>, allows ref struct
{
    private Span<byte> _buffer;
    private int _length;
    private int _count;
    private ulong _previous;

    /// <summary>A builder on the heap.</summary>
    public ListBuilder()
    {
    }

    /// <summary>A builder in scratch memory, which must live as long as the list.</summary>
    public ListBuilder(Span<byte> scratch) => _buffer = scratch;

    /// <summary>Adds an element.</summary>
    public void Add(scoped T item)
    {
        int size = Reserve(T.GetMaxSizeAfter(_previous, in item));
        Advance(size, T.WriteAfter(_previous, in item, _buffer, _length + size, default));
        _previous = T.Next(in item);
    }

    /// <summary>Adds something that encodes an element, such as one and what it carries. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Append<TItem>(scoped TItem item) where TItem : IWritable, allows ref struct
    {
        int prefix = Reserve(item.GetMaxSize());
        Advance(prefix, item.Write(_buffer, _length + prefix, default));
    }

    // An element that only what encloses it ends is kept behind its length: returns the bytes of that.
    private int Reserve(int size)
    {
        int prefix = T.IsWhole ? sizeof(int) : 0;
        int needed = _length + prefix + size;
        if (needed > _buffer.Length)
        {
            var larger = new byte[Math.Max(needed, 2 * _buffer.Length)];
            _buffer[.._length].CopyTo(larger);
            _buffer = larger;
        }
        return prefix;
    }

    private void Advance(int prefix, int written)
    {
        if (prefix != 0)
            BitConverter.TryWriteBytes(_buffer[_length..], written);
        _length += prefix + written;
        _count++;
    }

    /// <summary>The list. Elements that are added afterwards are not in it.</summary>
    public readonly MessageList<T> ToList() => new(_buffer[.._length], 0, _count, T.IsWhole ? ListShape<T>.Built : null);

    /// <summary>The list.</summary>
    public static implicit operator MessageList<T>(ListBuilder<T> builder) => builder.ToList();

    // Only here so that C# allows the initialiser.
    readonly IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
}
