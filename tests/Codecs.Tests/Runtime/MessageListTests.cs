using System.Buffers;

namespace Codecs.Tests.Runtime;

public sealed class MessageListTests
{
    private static readonly byte[] s_items = [1, 1, 0xAA, 2, 0, 3, 2, 0xBB, 0xCC];

    [Fact]
    public void ElementsInOrder()
    {
        var list = new MessageList<Item>(s_items);
        Assert.Equal((3, false, false), (list.Count, list.IsEmpty, list.IsMalformed));
        Assert.Equal(1, list.First.Kind);
        Assert.Equal((2, 2), (list.ElementAt(1).Kind, list.ElementAt(2).Data.Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessageList<Item>(s_items).ElementAt(3).Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessageList<Item>(s_items).ElementAt(-1).Kind);
        Assert.Equal(9, list.Validate().BytesConsumed);
        var items = list.GetEnumerator();
        var offsets = new List<int>();
        while (items.MoveNext())
            offsets.Add(items.Offset);
        Assert.Equal([0, 3, 5], offsets);
        Assert.False(items.MoveNext());
    }

    [Fact]
    public void TheDefaultIsEmpty()
    {
        MessageList<Item> list = default;
        Assert.Equal((0, true, false, 0), (list.Count, list.IsEmpty, list.IsMalformed, list.Bytes.Length));
        Assert.Throws<InvalidOperationException>(() => default(MessageList<Item>).First.Kind);
    }

    [Theory]
    [InlineData("010", 0)]
    [InlineData("0101", 0)]
    [InlineData("020003", 1)]
    [InlineData("0101aa0305bb", 1)]
    public void WalksEndAtTheFirstFault(string digits, int good)
    {
        byte[] bytes = Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits[..^1]);
        var list = new MessageList<Item>(bytes);
        Assert.Equal((good, true), (list.Count, list.IsMalformed));
        var result = list.Validate();
        Assert.Equal((OperationStatus.InvalidData, ParseError.Length), (result.Status, result.Error));
        Assert.InRange(result.Offset, 0, bytes.Length);
    }

    // A list of which only the bytes are known is read when it is walked; one that says itself where it ends, with its message.
    [Fact]
    public void WhatCanWaitIsNotValidated()
    {
        byte[] bytes = [1, 2, 7, 0, 9, 9, 0, 0];
        Assert.True(ItemLists.TryParse(bytes, out var lists));
        Assert.Equal((1, 7, true, 1), (lists.Counted.Count, lists.Counted.First.Kind, lists.Bounded.IsMalformed, lists.Ended.Count));
        var strict = ItemLists.TryParse(bytes, new ParseOptions { ValidateLists = true }, out _);
        Assert.Equal((OperationStatus.InvalidData, 4), (strict.Status, strict.Offset));
        bytes[3] = 100;
        Assert.Equal(OperationStatus.NeedMoreData, ItemLists.TryParse(bytes, out _).Status);
    }

    [Fact]
    public void UntilEndsWithItsElement()
    {
        byte[] bytes = [0, 0, 5, 0, 6, 0, 0, 1, 0xEE, 4, 4];
        Assert.True(ItemLists.TryParse(bytes, out var lists));
        Assert.Equal((3, 7), (lists.Ended.Count, lists.Ended.Bytes.Length));
        var result = ItemLists.TryParse(bytes.AsSpan(0, 6), out _);
        Assert.Equal((OperationStatus.NeedMoreData, 8), (result.Status, result.BytesNeeded));
    }

    [Fact]
    public void ListsAreWrittenAsTheyAre()
    {
        var list = new MessageList<Item>(s_items);
        var ended = new ListBuilder<Item> { new() { Kind = 9 }, new() };
        byte[] bytes = new ItemLists { Counted = list, Bounded = list, Ended = ended }.ToArray();
        Assert.Equal("0309" + Convert.ToHexStringLower(s_items) + Convert.ToHexStringLower(s_items) + "09000000", Convert.ToHexStringLower(bytes));
        Assert.True(ItemLists.TryParse(bytes, out var lists));
        Assert.Equal((3, 3, 2), (lists.Counted.Count, lists.Bounded.Count, lists.Ended.Count));
    }
}
