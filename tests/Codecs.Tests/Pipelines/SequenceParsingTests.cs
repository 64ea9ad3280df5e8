using System.Buffers;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

public sealed class SequenceParsingTests
{
    [Fact]
    public void InOnePieceNothingIsCopied()
    {
        byte[] bytes = "NOOP x\r\nQUIT\r\n"u8.ToArray();
        Assert.Equal(8, Command.TryParse(new ReadOnlySequence<byte>(bytes), [], out var command).BytesConsumed);
        Assert.True(command.Rest.Overlaps(bytes));
    }

    [Fact]
    public void InTheFirstPieceNothingIsCopied()
    {
        byte[] bytes = "NOOP x\r\nQUIT\r\n"u8.ToArray();
        foreach (byte[][] pieces in Cut.Ways(bytes).Where(pieces => pieces[0].Length > 8))
            Assert.Equal(8, Command.TryParse(Cut.Join(pieces), [], out _).BytesConsumed);
    }

    [Theory]
    [InlineData("NOOP x\r\nQUIT\r\n", 8)]
    [InlineData("NOOP x\r", 0)]
    [InlineData("", 0)]
    public void TheResultIsThatOfTheWhole(string text, int consumed)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        var whole = Command.TryParse(bytes, out _);
        Assert.Equal(consumed, whole.BytesConsumed);
        Span<byte> scratch = stackalloc byte[bytes.Length];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            Assert.Equal(whole, Command.TryParse(Cut.Join(pieces), scratch, out var command));
            Assert.Equal(whole ? "x" : "", Encoding.ASCII.GetString(command.Rest));
        }
    }

    [Fact]
    public void ScratchThatIsTooShort()
    {
        byte[] bytes = [.. "NOOP "u8, .. Enumerable.Repeat((byte)'x', 500), .. "\r\n"u8];
        var sequence = Cut.Join(Cut.Every(bytes, 7));
        Span<byte> scratch = stackalloc byte[507];
        Assert.True(Command.TryParse(sequence, scratch, out _));
        var result = Command.TryParse(sequence, scratch[..506], out var command);
        Assert.Equal((OperationStatus.InvalidData, ParseError.Limit, 506, 0), (result.Status, result.Error, result.Offset, command.Rest.Length));
        Assert.Equal(ParseError.Limit, Command.TryParse(sequence, [], out _).Error);
        // A message that ends before the room does needs no more of it.
        Assert.True(Command.TryParse(Cut.Join(Cut.Every([.. "A b\r\n"u8, .. bytes], 2)), scratch[..200], out _));
    }
}
