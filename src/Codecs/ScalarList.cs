using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Codecs.Debugging;

namespace Codecs;

/// <summary>Consecutive numbers, enums or addresses of fixed width, as a window into the bytes that hold them.</summary>
/// <typeparam name="T">An integer, an enum, or an <see cref="IScalar{TSelf, TInteger}"/> that is exactly its integer.</typeparam>
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(ScalarListView<>))]
[CollectionBuilder(typeof(ScalarList), nameof(ScalarList.Create))]
public readonly ref struct ScalarList<T> where T : unmanaged
{
    private readonly bool _isLittleEndian;

    /// <summary>A list over its bytes on the wire. Bytes after the last whole element are no element.</summary>
    public ScalarList(ReadOnlySpan<byte> bytes, bool isLittleEndian = false)
    {
        Bytes = bytes;
        _isLittleEndian = isLittleEndian;
    }

    /// <summary>The elements as they are on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The number of elements.</summary>
    public int Count => Bytes.Length / Unsafe.SizeOf<T>();

    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public T this[int index] => ScalarList.Read<T>(Bytes.Slice(index * Unsafe.SizeOf<T>(), Unsafe.SizeOf<T>()), _isLittleEndian);

    /// <summary>The same values with bytes in that order: these, or a copy on the heap. For generated code.</summary>
    public ScalarList<T> InOrder(bool isLittleEndian)
    {
        if (isLittleEndian == _isLittleEndian || Unsafe.SizeOf<T>() == 1)
            return this;
        var bytes = Bytes[..(Count * Unsafe.SizeOf<T>())].ToArray();
        for (int at = 0; at < bytes.Length; at += Unsafe.SizeOf<T>())
            bytes.AsSpan(at, Unsafe.SizeOf<T>()).Reverse();
        return new(bytes, isLittleEndian);
    }

    /// <summary>Writes the values in that order. For generated code.</summary>
    /// <returns>The bytes written.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Write(Span<byte> destination, bool isLittleEndian)
    {
        int width = Unsafe.SizeOf<T>(), size = Count * width;
        Bytes[..size].CopyTo(destination);
        if (isLittleEndian != _isLittleEndian && width > 1)
        {
            for (int at = 0; at < size; at += width)
                destination.Slice(at, width).Reverse();
        }
        return size;
    }

    /// <summary>The values in a new array.</summary>
    public T[] ToArray()
    {
        var values = new T[Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = this[i];
        return values;
    }

    /// <summary>Walks the elements.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks a list.</summary>
    public ref struct Enumerator
    {
        private readonly ScalarList<T> _list;
        private int _index;

        internal Enumerator(ScalarList<T> list)
        {
            _list = list;
            _index = -1;
        }

        /// <summary>The element.</summary>
        public readonly T Current => _list[_index];

        /// <summary>Goes to the next element; false at the end.</summary>
        public bool MoveNext() => ++_index < _list.Count;
    }
}

/// <summary>Makes <see cref="ScalarList{T}"/> values: also what <c>[a, b, c]</c> calls.</summary>
public static class ScalarList
{
    /// <summary>A list of these values, in network order, on the heap.</summary>
    public static ScalarList<T> Create<T>(ReadOnlySpan<T> values) where T : unmanaged => Create(values, new byte[values.Length * Unsafe.SizeOf<T>()]);

    /// <summary>A list of these values in scratch memory, which must live as long as the list.</summary>
    /// <exception cref="ArgumentException">The scratch memory is too small.</exception>
    public static ScalarList<T> Create<T>(ReadOnlySpan<T> values, Span<byte> scratch, bool isLittleEndian = false) where T : unmanaged
    {
        int width = Unsafe.SizeOf<T>();
        if (scratch.Length < values.Length * width)
            throw new ArgumentException($"{values.Length * width} bytes are needed.", nameof(scratch));
        for (int i = 0; i < values.Length; i++)
            Write(scratch.Slice(i * width, width), values[i], isLittleEndian);
        return new(scratch[..(values.Length * width)], isLittleEndian);
    }

    // The element is its integer in the order of the machine; the generator admits no other types.
    internal static T Read<T>(ReadOnlySpan<byte> bytes, bool isLittleEndian) where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<byte, T>(bytes[0]),
        2 => Unsafe.BitCast<ushort, T>(isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)),
        4 => Unsafe.BitCast<uint, T>(isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes)),
        8 => Unsafe.BitCast<ulong, T>(isLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes)),
        16 => Unsafe.BitCast<UInt128, T>(isLittleEndian ? BinaryPrimitives.ReadUInt128LittleEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes)),
        _ => throw new NotSupportedException($"{typeof(T)} is not an integer."),
    };

    private static void Write<T>(Span<byte> bytes, T value, bool isLittleEndian) where T : unmanaged
    {
        switch (Unsafe.SizeOf<T>())
        {
            case 1:
                bytes[0] = Unsafe.BitCast<T, byte>(value);
                break;
            case 2:
                ushort two = Unsafe.BitCast<T, ushort>(value);
                if (isLittleEndian)
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes, two);
                else
                    BinaryPrimitives.WriteUInt16BigEndian(bytes, two);
                break;
            case 4:
                uint four = Unsafe.BitCast<T, uint>(value);
                if (isLittleEndian)
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes, four);
                else
                    BinaryPrimitives.WriteUInt32BigEndian(bytes, four);
                break;
            case 8:
                ulong eight = Unsafe.BitCast<T, ulong>(value);
                if (isLittleEndian)
                    BinaryPrimitives.WriteUInt64LittleEndian(bytes, eight);
                else
                    BinaryPrimitives.WriteUInt64BigEndian(bytes, eight);
                break;
            case 16:
                var sixteen = Unsafe.BitCast<T, UInt128>(value);
                if (isLittleEndian)
                    BinaryPrimitives.WriteUInt128LittleEndian(bytes, sixteen);
                else
                    BinaryPrimitives.WriteUInt128BigEndian(bytes, sixteen);
                break;
            default:
                throw new NotSupportedException($"{typeof(T)} is not an integer.");
        }
    }
}
