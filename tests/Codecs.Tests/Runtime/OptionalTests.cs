namespace Codecs.Tests.Runtime;

public sealed class OptionalTests
{
    [Fact]
    public void AbsentDiffersFromEmpty()
    {
        Optional<ReadOnlySpan<byte>> absent = default;
        Optional<ReadOnlySpan<byte>> empty = ReadOnlySpan<byte>.Empty;
        Assert.Equal((false, true), (absent.HasValue, empty.HasValue));
        Assert.Equal((0, 0), (absent.GetValueOrDefault().Length, empty.Value.Length));
        Assert.Throws<InvalidOperationException>(() => default(Optional<ReadOnlySpan<byte>>).Value.Length);
    }

    [Fact]
    public void ValuesConvert()
    {
        Optional<Item> item = new Item { Kind = 3 };
        Assert.Equal((true, 3), (item.HasValue, item.Value.Kind));
        Assert.Equal(0, default(Optional<Item>).GetValueOrDefault().Kind);
    }
}
