namespace Codecs.Tests.Runtime;

public sealed class BackReferencesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(5000)]
    public void Everything_that_was_added_is_found(int count)
    {
        var references = new BackReferences();
        for (int i = 0; i < count; i++)
            references.Add(HashOf(i), i * 3);
        Assert.Equal(count, references.Count);
        for (int i = 0; i < count; i++)
            Assert.Equal([i * 3], Find(in references, HashOf(i)));
        Assert.Empty(Find(in references, 12345));
        references.Dispose();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Those_with_one_hash_are_found_oldest_first(int count)
    {
        var references = new BackReferences();
        var expected = new List<int>();
        for (int i = 0; i < count; i++)
        {
            // One of three has the hash of the others; so do those that merely fall into the same place of a table.
            uint hash = i % 3 == 0 ? 77 : HashOf(i);
            references.Add(hash, i);
            if (hash == 77)
                expected.Add(i);
        }
        Assert.Equal(expected, Find(in references, 77));
        references.Dispose();
    }

    [Fact]
    public void Hash_and_offset_may_be_zero()
    {
        var references = new BackReferences();
        for (int i = 0; i < 40; i++)
            references.Add(0, 0);
        references.Add(uint.MaxValue, 0);
        references.Add(uint.MaxValue, int.MaxValue - 1);
        Assert.Equal(40, Find(in references, 0).Count);
        Assert.Equal([0, int.MaxValue - 1], Find(in references, uint.MaxValue));
        references.Dispose();
    }

    [Fact]
    public void After_it_was_disposed_of_it_is_empty_and_can_be_used()
    {
        var references = new BackReferences();
        for (int i = 0; i < 100; i++)
            references.Add(HashOf(i), i);
        references.Dispose();
        references.Dispose();
        Assert.Equal(0, references.Count);
        Assert.Empty(Find(in references, HashOf(5)));
        references.Add(HashOf(5), 6);
        Assert.Equal([6], Find(in references, HashOf(5)));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        long allocated = 0;
        int found = 0;
        for (int round = 0; round < 3; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            using var references = new BackReferences();
            for (int i = 0; i < 3000; i++)
                references.Add(HashOf(i), i);
            int cursor = 0;
            while (references.TryFind(HashOf(7), ref cursor, out int offset))
                found += offset;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(21, found);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_context_has_a_table_or_not()
    {
        Assert.False(default(WriteContext).HasBackReferences);
        Assert.False(new WriteContext { Mode = WriteMode.Preserve }.HasBackReferences);
        var references = new BackReferences();
        var context = new WriteContext { Mode = WriteMode.Preserve }.WithBackReferences(ref references);
        Assert.True(context.HasBackReferences);
        Assert.Equal(WriteMode.Preserve, context.Mode);
        context.BackReferences.Add(1, 2);
        Assert.Equal(1, references.Count);
    }

    private static uint HashOf(int i) => (uint)i * 0x85EB_CA6B + 1000;

    private static List<int> Find(in BackReferences references, uint hash)
    {
        var offsets = new List<int>();
        int cursor = 0;
        while (references.TryFind(hash, ref cursor, out int offset))
            offsets.Add(offset);
        return offsets;
    }
}
