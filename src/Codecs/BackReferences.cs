using System.Buffers;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>
/// What was written into a message so far, for parts that can refer back to it: pairs of a hash and an offset. The hash is made
/// by the parts themselves, which must look at the bytes of the message before they believe that something stands there.
/// </summary>
/// <remarks>
/// A few references are held in place. More of them are held in pooled memory, so that a table must be disposed of. It is a
/// mutable value: pass it by reference.
/// </remarks>
public struct BackReferences : IDisposable
{
    private const int InPlace = 16;
    private const int FirstCapacity = 128;

    private Entries _entries;
    private ulong[]? _table;
    private int _count;

    /// <summary>The number of references.</summary>
    public readonly int Count => _count;

    /// <summary>Remembers that something with that hash stands at that offset.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="offset">The offset, from the start of the message in which it was written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint hash, int offset)
    {
        if (_count < InPlace)
            _entries[_count++] = Pack(hash, offset);
        else
            AddToTable(hash, offset);
    }

    /// <summary>Finds what was remembered with that hash, one after the other, the oldest first.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="cursor">Where the search has come to: 0 to begin with.</param>
    /// <param name="offset">The offset that was remembered.</param>
    /// <returns>False if there is nothing more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryFind(uint hash, ref int cursor, out int offset)
    {
        if (_table is not null)
            return TryFindInTable(hash, ref cursor, out offset);
        for (int i = cursor; i < _count; i++)
        {
            ulong entry = _entries[i];
            if ((uint)(entry >> 32) == hash)
            {
                cursor = i + 1;
                offset = (int)(uint)entry;
                return true;
            }
        }
        offset = 0;
        return false;
    }

    /// <summary>Forgets everything, and gives pooled memory back.</summary>
    public void Dispose()
    {
        _count = 0;
        if (_table is null)
            return;
        ArrayPool<ulong>.Shared.Return(_table);
        _table = null;
    }

    private static ulong Pack(uint hash, int offset) => (ulong)hash << 32 | (uint)offset;

    // A table with open addressing. An empty place is 0, so offsets are one more there.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddToTable(uint hash, int offset)
    {
        if (_table is null)
        {
            _table = Rent(FirstCapacity);
            foreach (ulong entry in _entries)
                Insert(_table, entry + 1);
        }
        else if (_count >= _table.Length / 2)
        {
            Grow();
        }
        Insert(_table, Pack(hash, offset) + 1);
        _count++;
    }

    private void Grow()
    {
        var old = _table!;
        _table = Rent(2 * old.Length);
        // In the order in which they were added, as far as that matters: entries of one hash, from the first empty place on.
        int empty = Array.IndexOf(old, 0UL);
        for (int i = 1; i <= old.Length; i++)
        {
            if (old[(empty + i) & (old.Length - 1)] is var entry and not 0)
                Insert(_table, entry);
        }
        ArrayPool<ulong>.Shared.Return(old);
    }

    // The pool gives arrays of powers of two, which masks need.
    private static ulong[] Rent(int capacity)
    {
        var table = ArrayPool<ulong>.Shared.Rent(capacity);
        table.AsSpan().Clear();
        return table;
    }

    private static void Insert(ulong[] table, ulong entry)
    {
        int mask = table.Length - 1;
        int at = Place(entry >> 32, mask);
        while (table[at] != 0)
            at = (at + 1) & mask;
        table[at] = entry;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool TryFindInTable(uint hash, ref int cursor, out int offset)
    {
        var table = _table!;
        int mask = table.Length - 1;
        for (int at = Place(hash, mask) + cursor; table[at & mask] is var entry and not 0; at++)
        {
            cursor++;
            if ((uint)(entry >> 32) == hash)
            {
                offset = (int)(uint)entry - 1;
                return true;
            }
        }
        offset = 0;
        return false;
    }

    private static int Place(ulong hash, int mask) => (int)((uint)hash * 0x9E37_79B1u >> 8) & mask;

    [InlineArray(InPlace)]
    private struct Entries
    {
        private ulong _first;
    }
}
