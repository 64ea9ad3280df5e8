using System.Buffers;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests;

/// <summary>RFC 5321 section 4.5.2, and what it leaves open.</summary>
public sealed class DotStuffingTests
{
    private const string Rest = "NOOP\r\n";

    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData("\r\n", "\r\n.\r\n")]
    [InlineData("one\r\n", "one\r\n.\r\n")]
    [InlineData(".\r\n", "..\r\n.\r\n")]
    [InlineData(".one\r\n..\r\n...two\r\n", "..one\r\n...\r\n....two\r\n.\r\n")]
    [InlineData("a.\r\n.\r\nb\r\n", "a.\r\n..\r\nb\r\n.\r\n")]
    [InlineData("\0\u00FF.\u00E9\r\n", "\0\u00FF.\u00E9\r\n.\r\n")]
    [InlineData("\r\n\r\n.\r\n\r\n", "\r\n\r\n..\r\n\r\n.\r\n")]
    public void BothWays(string data, string wire)
    {
        Assert.Equal((data, false, false), Decode(wire));
        Assert.Equal(wire, Encode(data, converts: false));
        Assert.Equal(wire, Encode(data, converts: true));
    }

    // What a receiver gets that no sender may send.
    [Theory]
    // A dot that stands alone, but not between two CRLFs, ends nothing and is not taken away.
    [InlineData("a\n.\nb\r\n.\r\n", "a\n.\nb\r\n", false, true)]
    [InlineData("a\n.\r\nb\r\n.\r\n", "a\n.\r\nb\r\n", false, true)]
    [InlineData("a\r.\rb\r\n.\r\n", "a\r.\rb\r\n", true, false)]
    [InlineData("a\r.\r\nb\r\n.\r\n", "a\r.\r\nb\r\n", true, false)]
    [InlineData("a\n..\r\n.\r\n", "a\n..\r\n", false, true)]
    // Behind CRLF the dot goes, but what follows is not the end.
    [InlineData("a\r\n.\nb\r\n.\r\n", "a\r\n\nb\r\n", false, true)]
    [InlineData("a\r\n.\rb\r\n.\r\n", "a\r\n\rb\r\n", true, false)]
    [InlineData("a\r\n.\r\r\n.\r\n", "a\r\n\r\r\n", true, false)]
    [InlineData(".\r.\r\n.\r\n", "\r.\r\n", true, false)]
    [InlineData("a\r\r\n.\r\n", "a\r\r\n", true, false)]
    [InlineData("\n\r\n.\r\n", "\n\r\n", false, true)]
    [InlineData("a\n\r\n.\n\r\n.\r\n", "a\n\r\n\n\r\n", false, true)]
    // A dot behind spaces, and one before them.
    [InlineData(" .\r\n. \r\n.\r\n", " .\r\n \r\n", false, false)]
    public void OnlyCrlfDotCrlfEnds(string wire, string data, bool hasBareCr, bool hasBareLf) => Assert.Equal((data, hasBareCr, hasBareLf), Decode(wire));

    [Theory]
    [InlineData("a\nb", "a", '\n')]
    [InlineData("\nb", "", '\n')]
    [InlineData("a\r\n\nb", "a\r\n", '\n')]
    [InlineData("a\rb", "a", 'b')]
    [InlineData("a\r\r\n", "a", '\r')]
    [InlineData(".\r.", "..", '.')]
    public void ABareCrOrLfIsNotSent(string data, string written, char culprit)
    {
        var output = new ArrayBufferWriter<byte>();
        var encoder = new DotStuffingEncoder();
        var error = Assert.Throws<InvalidOperationException>(() => output.Encode(ref encoder, Encoding.Latin1.GetBytes(data)));
        Assert.Contains($"0x{(int)culprit:X2}", error.Message, StringComparison.Ordinal);
        Assert.Equal(written, Encoding.Latin1.GetString(output.WrittenSpan));
    }

    [Fact]
    public void ABareCrIsNotSentAtTheEndEither()
    {
        var output = new ArrayBufferWriter<byte>();
        var encoder = new DotStuffingEncoder();
        output.Encode(ref encoder, "a\r"u8);
        Assert.Throws<InvalidOperationException>(() => output.Finish(ref encoder));
        Assert.Equal(1, output.WrittenCount);
    }

    [Theory]
    [InlineData("one\n.two\n", "one\r\n..two\r\n.\r\n")]
    [InlineData("one\r.two\r", "one\r\n..two\r\n.\r\n")]
    [InlineData("\n\n.\n", "\r\n\r\n..\r\n.\r\n")]
    [InlineData("\r\r\n\n", "\r\n\r\n\r\n.\r\n")]
    [InlineData("a\n\r\n.", "a\r\n\r\n..\r\n.\r\n")]
    public void LineEndsAreConvertedIfAsked(string data, string wire) => Assert.Equal(wire, Encode(data, converts: true));

    [Fact]
    public void ALastLineWithoutEndGetsOne() => Assert.Equal("a\r\n..b\r\n.\r\n", Encode("a\r\n.b", converts: false));

    // Lines of random pieces of what matters, in random pieces: what was sent arrives, and so does what follows.
    [Fact]
    public void WhatIsSentArrives()
    {
        var random = new Random(5321);
        string[] parts = ["\r\n", ".", "..", "\r\n.", "\r\n.\r\n", "text", "\0", new string('x', 100)];
        for (int i = 0; i < 2000; i++)
        {
            string data = string.Concat(random.GetItems(parts, random.Next(12))) + "\r\n";
            Assert.Equal((data, false, false), Decode(Encode(data, converts: false)));
        }
    }

    private static (string Data, bool HasBareCr, bool HasBareLf) Decode(string wire)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(wire + Rest);
        var whole = DecodeInPieces(bytes, bytes.Length, bytes.Length);
        foreach (int piece in (int[])[1, 2, 3, 7])
        {
            foreach (int room in (int[])[1, 2, 5, 1000])
                Assert.Equal(whole, DecodeInPieces(bytes, piece, room));
        }
        return whole;
    }

    private static (string Data, bool HasBareCr, bool HasBareLf) DecodeInPieces(byte[] bytes, int piece, int room)
    {
        var decoder = new DotStuffingDecoder();
        var data = new StringBuilder();
        byte[] destination = new byte[room];
        int at = 0, end = 0;
        while (true)
        {
            Assert.True(at < bytes.Length, "nothing ends it");
            end = Math.Min(bytes.Length, Math.Max(end, at + piece));
            var status = decoder.Decode(bytes.AsSpan(at..end), destination, out int consumed, out int written);
            data.Append(Encoding.Latin1.GetString(destination, 0, written));
            at += consumed;
            if (status == OperationStatus.Done)
                break;
            Assert.Equal(status == OperationStatus.NeedMoreData, at == end);
            Assert.True(consumed + written > 0);
        }
        Assert.Equal(Rest, Encoding.Latin1.GetString(bytes, at, bytes.Length - at));
        return (data.ToString(), decoder.HasBareCr, decoder.HasBareLf);
    }

    private static string Encode(string data, bool converts)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(data);
        string whole = EncodeInPieces(bytes, Math.Max(bytes.Length, 1), 1000, converts);
        foreach (int piece in (int[])[1, 2, 3, 7])
        {
            foreach (int room in (int[])[1, 2, 5, 1000])
                Assert.Equal(whole, EncodeInPieces(bytes, piece, room, converts));
        }
        var output = new ArrayBufferWriter<byte>();
        var encoder = new DotStuffingEncoder { ConvertsLineEnds = converts };
        output.Encode(ref encoder, bytes);
        output.Finish(ref encoder);
        Assert.Equal(whole, Encoding.Latin1.GetString(output.WrittenSpan));
        return whole;
    }

    private static string EncodeInPieces(byte[] bytes, int piece, int room, bool converts)
    {
        var encoder = new DotStuffingEncoder { ConvertsLineEnds = converts };
        var wire = new StringBuilder();
        byte[] destination = new byte[room];
        int written;
        foreach (byte[] chunk in bytes.Chunk(piece))
        {
            for (int at = 0; at < chunk.Length;)
            {
                var status = encoder.Encode(chunk.AsSpan(at), destination, out int consumed, out written);
                wire.Append(Encoding.Latin1.GetString(destination, 0, written));
                at += consumed;
                Assert.Equal(at < chunk.Length ? OperationStatus.DestinationTooSmall : OperationStatus.NeedMoreData, status);
                Assert.True(consumed + written > 0);
            }
        }
        while (encoder.Finish(destination, out written) == OperationStatus.DestinationTooSmall)
            wire.Append(Encoding.Latin1.GetString(destination, 0, written));
        return wire.Append(Encoding.Latin1.GetString(destination, 0, written)).ToString();
    }
}
