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
    // Half of the places of a table are empty at least, so that searches are short.
    private const int InPlace = 32;
    private const int FirstCapacity = 256;

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
        if (_table is null && _count < InPlace / 2)
            Insert(_entries, (ulong)hash << 32 | ((uint)offset + 1));
        else
            AddToTable(hash, offset);
        _count++;
    }

    /// <summary>Finds what was remembered with that hash, one after the other, the oldest first.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="cursor">Where the search has come to: 0 to begin with.</param>
    /// <param name="offset">The offset that was remembered.</param>
    /// <returns>False if there is nothing more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryFind(uint hash, ref int cursor, out int offset) =>
        _table is null ? TryFind(_entries, hash, ref cursor, out offset) : TryFind(_table, hash, ref cursor, out offset);

    /// <summary>Forgets everything, and gives pooled memory back.</summary>
    public void Dispose()
    {
        _count = 0;
        _entries = default;
        if (_table is null)
            return;
        ArrayPool<ulong>.Shared.Return(_table);
        _table = null;
    }

    // A table with open addressing, of a power of two. A place that is 0 is empty, so an offset is one more there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Insert(Span<ulong> table, ulong entry)
    {
        int at = Place((uint)(entry >> 32)) & (table.Length - 1);
        while (table[at] != 0)
            at = (at + 1) & (table.Length - 1);
        table[at] = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFind(ReadOnlySpan<ulong> table, uint hash, ref int cursor, out int offset)
    {
        int at = Place(hash) + cursor;
        while (true)
        {
            ulong entry = table[at & (table.Length - 1)];
            offset = (int)(uint)entry - 1;
            if (entry == 0)
                return false;
            cursor++;
            if ((uint)(entry >> 32) == hash)
                return true;
            at++;
        }
    }

    private static int Place(uint hash) => (int)(hash * 0x9E37_79B1 >> 8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddToTable(uint hash, int offset)
    {
        if (_table is null || _count >= _table.Length / 2)
            Grow();
        Insert(_table, (ulong)hash << 32 | ((uint)offset + 1));
    }

    private void Grow()
    {
        // The pool's arrays are of powers of two.
        var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(2 * (_table?.Length ?? 0), FirstCapacity));
        larger.AsSpan().Clear();
        Span<ulong> old = _table is null ? _entries : _table;
        // From an empty place on, so that those of one hash stay in the order in which they were added.
        int empty = old.IndexOf(0UL);
        for (int i = 1; i <= old.Length; i++)
        {
            if (old[(empty + i) & (old.Length - 1)] is var entry and not 0)
                Insert(larger, entry);
        }
        if (_table is not null)
            ArrayPool<ulong>.Shared.Return(_table);
        _table = larger;
    }

    [InlineArray(InPlace)]
    private struct Entries
    {
        private ulong _first;
    }
}
