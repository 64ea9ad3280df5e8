namespace Codecs.Protocols.Tests.WebSocket;

public sealed class MaskTests
{
    // More than four of the widest vectors, and some.
    private const int MaxLength = 1100;
    private const uint Key = 0x37FA213D;

    private static readonly byte[] s_key = [0x37, 0xFA, 0x21, 0x3D];
    private static readonly byte[] s_bytes = Bytes(MaxLength + 64);

    // RFC 6455 section 5.7: a single-frame masked text message.
    [Fact]
    public void Hello()
    {
        byte[] payload = [0x7F, 0x9F, 0x4D, 0x51, 0x58];
        new WebSocketMask(Key).Apply(payload);
        Assert.Equal("Hello"u8, payload);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(13)]
    public void Every_length_and_every_phase(int alignment)
    {
        byte[] buffer = new byte[MaxLength + 64], other = new byte[MaxLength + 64];
        for (int phase = 0; phase < 4; phase++)
        {
            for (int length = 0; length <= MaxLength; length++)
            {
                byte[] expected = OneByOne(s_bytes.AsSpan(0, length), phase);

                s_bytes.CopyTo(buffer, 0);
                s_bytes.AsSpan(0, length).CopyTo(buffer.AsSpan(alignment));
                At(phase).Apply(buffer.AsSpan(alignment, length));
                Assert.Equal(expected, buffer.AsSpan(alignment, length));
                Assert.Equal(s_bytes.AsSpan(alignment + length), buffer.AsSpan(alignment + length));
                Assert.Equal(s_bytes.AsSpan(0, alignment), buffer.AsSpan(0, alignment));

                Array.Fill(other, (byte)0xEE);
                At(phase).Apply(s_bytes.AsSpan(0, length), other.AsSpan(alignment));
                Assert.Equal(expected, other.AsSpan(alignment, length));
                Assert.Equal(-1, other.AsSpan(0, alignment).IndexOfAnyExcept((byte)0xEE));
                Assert.Equal(-1, other.AsSpan(alignment + length).IndexOfAnyExcept((byte)0xEE));
            }
        }
    }

    [Fact]
    public void Pieces_of_any_size()
    {
        byte[] expected = OneByOne(s_bytes, 0);
        var random = new Random(53);
        for (int round = 0; round < 2000; round++)
        {
            byte[] inPlace = [.. s_bytes], copied = new byte[s_bytes.Length];
            WebSocketMask mask = new(Key), second = new(Key);
            int largest = 1 << random.Next(1, 10);
            for (int at = 0, size; at < s_bytes.Length; at += size)
            {
                size = Math.Min(random.Next(largest), s_bytes.Length - at);
                mask.Apply(inPlace.AsSpan(at, size));
                second.Apply(s_bytes.AsSpan(at, size), copied.AsSpan(at));
            }
            Assert.Equal(expected, inPlace);
            Assert.Equal(expected, copied);
        }
    }

    // A payload may be moved to where its header was while it is unmasked.
    [Fact]
    public void To_a_place_that_begins_before()
    {
        foreach (int back in new[] { 1, 2, 6, 14, 31, 32, 64, 127 })
        {
            for (int length = 0; length <= 700; length++)
            {
                byte[] buffer = [.. new byte[back], .. s_bytes.AsSpan(0, length)];
                new WebSocketMask(Key).Apply(buffer.AsSpan(back), buffer);
                Assert.Equal(OneByOne(s_bytes.AsSpan(0, length), 0), buffer.AsSpan(0, length));
            }
        }
    }

    [Fact]
    public void No_key_changes_nothing()
    {
        byte[] payload = [.. s_bytes];
        default(WebSocketMask).Apply(payload);
        Assert.Equal(s_bytes, payload);
    }

    [Fact]
    public void Wrong_destinations_throw()
    {
        byte[] buffer = new byte[100];
        Assert.Throws<ArgumentException>(() => new WebSocketMask(Key).Apply(buffer.AsSpan(0, 10), buffer.AsSpan(90, 9)));
        Assert.Throws<ArgumentException>(() => new WebSocketMask(Key).Apply(buffer.AsSpan(0, 50), buffer.AsSpan(1)));
        new WebSocketMask(Key).Apply(buffer.AsSpan(0, 50), buffer.AsSpan(50));
    }

    private static WebSocketMask At(int phase)
    {
        var mask = new WebSocketMask(Key);
        mask.Apply(new byte[phase]);
        return mask;
    }

    // RFC 6455 section 5.3: transformed-octet-i = original-octet-i XOR masking-key-octet-(i MOD 4)
    private static byte[] OneByOne(ReadOnlySpan<byte> bytes, int phase)
    {
        byte[] result = bytes.ToArray();
        for (int i = 0; i < result.Length; i++)
            result[i] ^= s_key[(i + phase) % 4];
        return result;
    }

    private static byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(6455).NextBytes(bytes);
        return bytes;
    }
}
