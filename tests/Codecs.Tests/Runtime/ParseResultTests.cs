using System.Buffers;
using System.Runtime.CompilerServices;

namespace Codecs.Tests.Runtime;

public sealed class ParseResultTests
{
    [Fact]
    public void TheDefaultIsAFailure()
    {
        ParseResult result = default;
        Assert.False(result);
        Assert.Equal((OperationStatus.InvalidData, ParseError.None, 0, 0, 0), (result.Status, result.Error, result.BytesConsumed, result.BytesNeeded, result.Offset));
        Assert.False(result.IsMalformed);
        Assert.Equal("InvalidData(field 0, byte 0, None)", result.ToString());
        Assert.NotEqual("", result.Describe<Item>());
        Assert.Equal(8, Unsafe.SizeOf<ParseResult>());
    }

    [Fact]
    public void EachOutcomeHasItsOwnNumber()
    {
        var done = ParseResult.Done(0);
        Assert.True(done);
        Assert.Equal((OperationStatus.Done, 0, 0, 0, "Done(0)"), (done.Status, done.BytesConsumed, done.BytesNeeded, done.Offset, done.ToString()));
        var more = ParseResult.NeedMore(int.MaxValue, 2);
        Assert.False(more);
        Assert.Equal((OperationStatus.NeedMoreData, 0, int.MaxValue, 0, 2), (more.Status, more.BytesConsumed, more.BytesNeeded, more.Offset, more.Field));
        Assert.Equal(("NeedMoreData(2147483647)", false), (more.ToString(), more.IsMalformed));
        var invalid = ParseResult.Invalid(ParseError.Syntax, 65535, 7);
        Assert.Equal((OperationStatus.InvalidData, 0, 0, 7, 65535, ParseError.Syntax), (invalid.Status, invalid.BytesConsumed, invalid.BytesNeeded, invalid.Offset, invalid.Field, invalid.Error));
        Assert.True(invalid.IsMalformed);
        Assert.False(ParseResult.Invalid(ParseError.NotCarried, 0, 0).IsMalformed);
    }

    [Fact]
    public void APartSeenFromTheWhole()
    {
        Assert.Equal(ParseResult.NeedMore(15, 3), ParseResult.NeedMore(5, 1).In(3, 10, bounded: false));
        // Within a length there will never be more.
        Assert.Equal(ParseResult.Invalid(ParseError.Length, 3, 10), ParseResult.NeedMore(5, 1).In(3, 10, bounded: true));
        Assert.Equal(ParseResult.Invalid(ParseError.Value, 3, 12), ParseResult.Invalid(ParseError.Value, 1, 2).In(3, 10, bounded: true));
        Assert.True(ParseResult.Done(4).In(3, 10, bounded: true) == ParseResult.Done(4));
    }

    [Fact]
    public void DescribeNeverThrows()
    {
        Assert.Equal("Item: 3 bytes", ParseResult.Done(3).Describe<Item>());
        Assert.Equal("Item.Data: at least 4 bytes needed", ParseResult.NeedMore(4, 2).Describe<Item>());
        Assert.Equal("Item.Length at byte 1: Length", ParseResult.Invalid(ParseError.Length, 1, 1).Describe<Item>());
        Assert.Equal("Item at byte 1: Length", ParseResult.Invalid(ParseError.Length, 99, 1).Describe<Item>());
        Assert.Equal("Item: not what is carried here", ParseResult.Invalid(ParseError.NotCarried, 1, 1).Describe<Item>());
    }

    [Fact]
    public void EqualIfTheSameOutcome()
    {
        Assert.Equal(ParseResult.Done(3), ParseResult.Done(3));
        Assert.True(ParseResult.Done(3) != ParseResult.Done(4));
        Assert.NotEqual(default, ParseResult.Done(0));
        Assert.Equal(ParseResult.Done(3).GetHashCode(), ParseResult.Done(3).GetHashCode());
        Assert.False(ParseResult.Done(3).Equals((object)3));
    }
}
