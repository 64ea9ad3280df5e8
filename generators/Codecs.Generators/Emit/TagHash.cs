namespace Codecs.Generators.Emit;

/// <summary>
/// A hash under which tags have places of their own, so that one comparison tells whether a tag is one of many: which of them, a
/// processor cannot foresee, and a chain of comparisons would let it guess again and again.
/// </summary>
internal sealed class TagHash
{
    private const int Width = 16;
    private const int Few = 4;
    private const int MostBits = 8;

    private TagHash(uint factor, int bits, IEnumerable<ulong> tags)
    {
        Factor = factor;
        Shift = Width - bits;
        // What is in a place that no tag has must not hash there: nothing that does then equals it.
        Tags = [.. Enumerable.Range(0, 1 << bits).Select(place => (ushort)Enumerable.Range(0, ushort.MaxValue).First(x => Place((ulong)x) != place))];
        foreach (ulong tag in tags)
            Tags[Place(tag)] = (ushort)tag;
    }

    /// <summary>What a tag is multiplied by.</summary>
    public uint Factor { get; }

    /// <summary>By how much the product is shifted to the right. As many bits as <see cref="Tags"/> has places for are the place.</summary>
    public int Shift { get; }

    /// <summary>In each place the tag that has it.</summary>
    public ushort[] Tags { get; }

    /// <summary>A hash for tags of up to 16 bits; null if they are too few to need one, or if there is none.</summary>
    public static TagHash? Find(IReadOnlyList<ulong> tags)
    {
        if (tags.Count <= Few || tags.Any(t => t > ushort.MaxValue))
            return null;
        for (int bits = 1; bits <= MostBits; bits++)
        {
            var isTaken = new bool[1 << bits];
            for (uint factor = 1; isTaken.Length >= tags.Count && factor <= ushort.MaxValue; factor += 2)
            {
                Array.Clear(isTaken, 0, isTaken.Length);
                if (tags.All(t => !isTaken[Place(t, factor, bits)] && (isTaken[Place(t, factor, bits)] = true)))
                    return new TagHash(factor, bits, tags);
            }
        }
        return null;
    }

    private static int Place(ulong tag, uint factor, int bits) => (int)(unchecked((uint)tag * factor) >> (Width - bits) & ((1U << bits) - 1));

    private int Place(ulong tag) => Place(tag, Factor, Width - Shift);
}
