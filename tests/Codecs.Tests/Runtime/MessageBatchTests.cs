namespace Codecs.Tests.Runtime;

/// <summary>A batch shows what slicing would, wherever the places lie.</summary>
public sealed class MessageBatchTests
{
    private static readonly byte[] s_memory = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    // Around the number that is loaded at a time.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(200)]
    public void It_shows_every_message_in_order(int count)
    {
        var random = new Random(count);
        var places = Enumerable.Range(0, count).Select(_ => random.Next(900)).Select(start => start..(start + random.Next(100))).ToArray();
        var shown = new List<byte[]>();
        var batch = new MessageBatch(s_memory, places);
        foreach (var message in batch)
            shown.Add(message.ToArray());
        Assert.Equal(count, batch.Count);
        Assert.Equal(places.Select(place => s_memory[place]), shown);
    }

    [Fact]
    public void A_place_may_be_told_from_the_end()
    {
        var shown = new List<int>();
        foreach (var message in new MessageBatch(s_memory, [Range.All, ^10.., 0..^990, ^1..^1, 1000..]))
            shown.Add(message.Length);
        Assert.Equal([1000, 10, 10, 0, 0], shown);
    }

    [Fact]
    public void A_place_outside_throws_when_its_turn_comes_and_others_are_shown()
    {
        Range[] outside = [1001..1002, 0..1001, int.MaxValue..int.MaxValue, ^1001..^1000, ^int.MaxValue.., 5..4, (int.MaxValue - 62)..int.MaxValue, 999..int.MaxValue];
        var places = outside.Append(990..1000).ToArray();
        var batch = new MessageBatch(s_memory, places).GetEnumerator();
        foreach (var _ in outside)
        {
            Assert.True(batch.MoveNext());
            Assert.True(Throws(batch));
        }
        Assert.True(batch.MoveNext());
        Assert.Equal(s_memory[990..], batch.Current.ToArray());
        Assert.False(batch.MoveNext());
        Assert.False(batch.MoveNext());
    }

    [Fact]
    public void Of_no_memory_nothing_is_read()
    {
        var batch = new MessageBatch([], [0..0, 0..1]).GetEnumerator();
        Assert.True(batch.MoveNext());
        Assert.Equal(0, batch.Current.Length);
        Assert.True(batch.MoveNext());
        Assert.True(Throws(batch));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var places = Enumerable.Range(0, 100).Select(i => i..(i + 64)).ToArray();
        Sum(places);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int sum = Sum(places);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Enumerable.Range(0, 100).Sum(), sum);
    }

    private static int Sum(Range[] places)
    {
        int sum = 0;
        foreach (var message in new MessageBatch(s_memory, places))
            sum += message[0];
        return sum;
    }

    private static bool Throws(MessageBatch.Enumerator batch)
    {
        try
        {
            return batch.Current.Length < 0;
        }
        catch (ArgumentOutOfRangeException)
        {
            return true;
        }
    }
}
