namespace Codecs.Tests.Runtime;

public sealed class ListBuilderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void ScratchThatIsFullGoesOnOnTheHeap(int scratch)
    {
        var builder = new ListBuilder<Item>(new byte[scratch])
        {
            new() { Kind = 1, Data = [1] },
            new() { Kind = 2 },
            new() { Kind = 3, Data = [1, 2, 3] },
        };
        MessageList<Item> list = builder;
        Assert.Equal("010101" + "0200" + "0303010203", Convert.ToHexStringLower(list.Bytes));
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public void WithoutScratch()
    {
        var builder = new ListBuilder<Item>();
        Assert.True(builder.ToList().IsEmpty);
        for (int i = 0; i < 1000; i++)
            builder.Add(new Item { Kind = (byte)i, Data = new byte[i % 3] });
        var list = builder.ToList();
        Assert.Equal(1000, list.Count);
        int at = 0;
        foreach (var item in list)
            Assert.Equal((byte)at++, item.Kind);
        Assert.Equal(1000, at);
    }

    [Fact]
    public void ElementsAddedLaterAreNotInTheList()
    {
        var builder = new ListBuilder<Item>(new byte[64]) { new() { Kind = 1 } };
        var before = builder.ToList();
        builder.Add(new Item { Kind = 2 });
        Assert.Equal((1, 2), (before.Count, builder.ToList().Count));
    }

    [Fact]
    public void EnoughScratchAllocatesNothing()
    {
        // The first round loads types.
        Build();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        int sum = Build();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.Equal((3, 0), (sum, allocated));
    }

    private static int Build()
    {
        var builder = new ListBuilder<Item>(stackalloc byte[16]) { new() { Kind = 1 }, new() { Kind = 2 } };
        MessageList<Item> list = builder;
        int sum = 0;
        foreach (var item in list)
            sum += item.Kind;
        return sum;
    }
}
