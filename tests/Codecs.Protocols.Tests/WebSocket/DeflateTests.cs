using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class DeflateTests
{
    private const int Limit = 1 << 20;

    // RFC 7692 sections 7.2.3.1 to 7.2.3.6: one block, no compression, BFINAL, two blocks, nothing.
    [Theory]
    [InlineData("F248CDC9C90700", "Hello")]
    [InlineData("000500FAFF48656C6C6F00", "Hello")]
    [InlineData("F348CDC9C9070000", "Hello")]
    [InlineData("F248050000 00FFFFCAC9C90700", "Hello")]
    [InlineData("00", "")]
    public void Messages_of_the_specification(string hex, string text)
    {
        byte[] compressed = Expect.Hex(hex);
        foreach (bool keepsContext in new[] { true, false })
        {
            using var decompressor = new PerMessageDeflateDecompressor(keepsContext, Limit);
            for (int round = 0; round < 3; round++)
                Assert.Equal(text, Text(decompressor, compressed));
        }
    }

    // RFC 7692 section 7.2.3.2: the second message refers to the first.
    [Fact]
    public void Messages_that_share_a_window()
    {
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        Assert.Equal("Hello", Text(decompressor, Expect.Hex("F248CDC9C90700")));
        Assert.Equal("Hello", Text(decompressor, Expect.Hex("F200110000")));

        using var forgetful = new PerMessageDeflateDecompressor(keepsContext: false, Limit);
        Assert.Equal("Hello", Text(forgetful, Expect.Hex("F248CDC9C90700")));
        Assert.Equal(OperationStatus.InvalidData, forgetful.Decompress(Expect.Hex("F200110000"), isEnd: true, new ArrayBufferWriter<byte>()));
    }

    // RFC 7692 section 7.2.3.1: a compressed message in two frames.
    [Theory]
    [InlineData("F248CDC9C90700")]
    [InlineData("F348CDC9C9070000")]
    [InlineData("F248050000 00FFFFCAC9C90700")]
    [InlineData("000500FAFF48656C6C6F00")]
    public void Pieces(string hex)
    {
        byte[] compressed = Expect.Hex(hex);
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        for (int first = 0; first <= compressed.Length; first++)
        {
            for (int second = first; second <= compressed.Length; second++)
            {
                var text = new ArrayBufferWriter<byte>();
                Assert.Equal(OperationStatus.Done, decompressor.Decompress(compressed.AsSpan(0, first), isEnd: false, text));
                Assert.Equal(OperationStatus.Done, decompressor.Decompress(compressed.AsSpan(first..second), isEnd: false, text));
                Assert.Equal(OperationStatus.Done, decompressor.Decompress(compressed.AsSpan(second), isEnd: true, text));
                Assert.Equal("Hello"u8, text.WrittenSpan);
            }
        }
    }

    // RFC 7692 section 7.2.1: blocks with BFINAL and without may follow each other, each stream on a byte boundary.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Streams_that_end_within_a_message(int pieceLength)
    {
        byte[] first = Noise(3000), second = Noise(50_000), third = [.. "the end"u8];
        byte[] compressed = [.. Stream(first), 0x03, 0x00, .. Stream(second), .. Stream(third), 0x00];
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        for (int round = 0; round < 2; round++)
        {
            var bytes = new ArrayBufferWriter<byte>();
            for (int at = 0; at < compressed.Length; at += pieceLength)
            {
                int end = Math.Min(at + pieceLength, compressed.Length);
                Assert.Equal(OperationStatus.Done, decompressor.Decompress(compressed.AsSpan(at..end), end == compressed.Length, bytes));
            }
            Assert.Equal([.. first, .. second, .. third], bytes.WrittenSpan.ToArray());
            Assert.Equal("Hello", Text(decompressor, Expect.Hex("F248CDC9C90700")));
        }
    }

    // The block with BFINAL refers to the message before, and something follows it.
    [Fact]
    public void A_stream_that_ends_with_a_reference_to_an_earlier_message()
    {
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        Assert.Equal("Hello", Text(decompressor, Expect.Hex("F248CDC9C90700")));
        Assert.Equal("HelloHello", Text(decompressor, Expect.Hex("F3001100 F248CDC9C90700")));
    }

    // Not what RFC 7692 section 7.2.1 asks for, but what stops with the last block is complete; so is nothing at all.
    [Theory]
    [InlineData("F348CDC9C90700", "Hello")]
    [InlineData("0300", "")]
    [InlineData("", "")]
    public void Messages_that_lack_the_empty_block(string hex, string text)
    {
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(text, Text(decompressor, Expect.Hex(hex)));
            Assert.Equal("Hello", Text(decompressor, Expect.Hex("F248CDC9C90700")));
        }
    }

    [Fact]
    public void Endless_streams_are_refused()
    {
        byte[] compressed = [.. Enumerable.Repeat<byte[]>([0x03, 0x00], 100_000).SelectMany(stream => stream), 0x00];
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        Assert.Equal(OperationStatus.InvalidData, decompressor.Decompress(compressed, isEnd: true, new ArrayBufferWriter<byte>()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(70_000)]
    public void Bombs_end_at_the_limit(int limit)
    {
        foreach (int length in new[] { limit, limit + 1, limit + 100, 10_000_000 })
        {
            using var compressor = new PerMessageDeflateCompressor(keepsContext: false);
            byte[] compressed = [.. compressor.Compress(new byte[length])];
            using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, limit);
            var bytes = new ArrayBufferWriter<byte>();
            var status = decompressor.Decompress(compressed, isEnd: true, bytes);
            Assert.Equal(length <= limit ? OperationStatus.Done : OperationStatus.DestinationTooSmall, status);
            Assert.Equal(Math.Min(length, limit), bytes.WrittenCount);
            Assert.Equal(status, decompressor.Decompress([0x00], isEnd: true, bytes));
        }
    }

    // The limit is that of a message, not of all of them, and not of a piece.
    [Fact]
    public void The_limit_is_that_of_a_message()
    {
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, 5);
        for (int round = 0; round < 10; round++)
            Assert.Equal("Hello", Text(decompressor, Expect.Hex("F248CDC9C90700")));
        var bytes = new ArrayBufferWriter<byte>();
        byte[] twice = Expect.Hex("000500FAFF48656C6C6F 000500FAFF48656C6C6F 00");
        Assert.Equal(OperationStatus.Done, decompressor.Decompress(twice.AsSpan(0, 10), isEnd: false, bytes));
        Assert.Equal(OperationStatus.DestinationTooSmall, decompressor.Decompress(twice.AsSpan(10), isEnd: true, bytes));
    }

    [Fact]
    public void What_is_no_compressed_data_is_an_error_that_stays()
    {
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        Assert.Equal(OperationStatus.InvalidData, decompressor.Decompress([0xFF, 0xFF, 0xFF], isEnd: true, new ArrayBufferWriter<byte>()));
        Assert.Equal(OperationStatus.InvalidData, decompressor.Decompress(Expect.Hex("F248CDC9C90700"), isEnd: true, new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public void Damage_never_throws()
    {
        var random = new Random(7692);
        using var compressor = new PerMessageDeflateCompressor(keepsContext: true);
        byte[] good = [.. compressor.Compress(Noise(2000))];
        for (int round = 0; round < 5000; round++)
        {
            byte[] bad = [.. good[..random.Next(good.Length)]];
            for (int i = 0; i < bad.Length && i < 3; i++)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            using var decompressor = new PerMessageDeflateDecompressor(random.Next(2) == 0, 10_000);
            var bytes = new ArrayBufferWriter<byte>();
            int cut = random.Next(bad.Length + 1);
            decompressor.Decompress(bad.AsSpan(0, cut), isEnd: false, bytes);
            decompressor.Decompress(bad.AsSpan(cut), isEnd: true, bytes);
            decompressor.Decompress(good, isEnd: true, bytes);
            Assert.True(bytes.WrittenCount <= 20_000);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compressed_and_decompressed(bool keepsContext)
    {
        var random = new Random(1);
        using var compressor = new PerMessageDeflateCompressor(keepsContext);
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext, Limit);
        byte[] noise = Noise(Limit);
        for (int round = 0; round < 300; round++)
        {
            byte[] message = noise[..random.Next(round % 10 == 0 ? 200_000 : 300)];
            int pieces = random.Next(1, 4);
            var found = new ArrayBufferWriter<byte>();
            for (int piece = 0; piece < pieces; piece++)
            {
                var part = message.AsSpan(message.Length * piece / pieces, message.Length * (piece + 1) / pieces - message.Length * piece / pieces);
                var compressed = compressor.Compress(part, piece == pieces - 1);
                Assert.Equal(OperationStatus.Done, decompressor.Decompress(compressed, piece == pieces - 1, found));
            }
            Assert.Equal(message, found.WrittenSpan);
        }
    }

    [Fact]
    public void A_context_makes_later_messages_shorter()
    {
        byte[] message = Noise(500);
        using var keeping = new PerMessageDeflateCompressor(keepsContext: true);
        using var forgetting = new PerMessageDeflateCompressor(keepsContext: false);
        int first = keeping.Compress(message).Length;
        Assert.True(keeping.Compress(message).Length < 20);
        Assert.Equal(first, forgetting.Compress(message).Length);
        Assert.Equal(first, forgetting.Compress(message).Length);
        Assert.Equal("\0"u8, keeping.Compress([]));
        Assert.Equal("\0"u8, forgetting.Compress([]));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_message_with_context()
    {
        byte[] message = Noise(3000);
        using var compressor = new PerMessageDeflateCompressor(keepsContext: true);
        using var decompressor = new PerMessageDeflateDecompressor(keepsContext: true, Limit);
        var found = new ArrayBufferWriter<byte>(10_000);
        long allocated = 0;
        for (int round = 0; round < 50; round++)
        {
            found.ResetWrittenCount();
            allocated = GC.GetAllocatedBytesForCurrentThread();
            decompressor.Decompress(compressor.Compress(message), isEnd: true, found);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(message, found.WrittenSpan);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Bad_arguments_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerMessageDeflateCompressor(true, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerMessageDeflateCompressor(true, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerMessageDeflateDecompressor(true, -1));
    }

    private static string Text(PerMessageDeflateDecompressor decompressor, byte[] compressed)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Assert.Equal(OperationStatus.Done, decompressor.Decompress(compressed, isEnd: true, bytes));
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A stream of its own, whose last block has BFINAL.</summary>
    private static byte[] Stream(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes);
        return stream.ToArray();
    }

    /// <summary>Something that can be compressed, a little.</summary>
    private static byte[] Noise(int length)
    {
        var random = new Random(7692);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[i] = i > 100 && random.Next(8) != 0 ? bytes[i - random.Next(1, 100)] : (byte)random.Next(256);
        return bytes;
    }
}
