using System.Buffers;
using System.IO.Pipelines;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

public class ByteStuffingTests
{
    // A delimiter of 1, an escape of 2 that is doubled.
    private static readonly ByteStuffing s_doubled = new(delimiter: 1, escape: 2, [(1, 3), (2, 2)]);

    private static readonly ByteStuffing s_masked = ByteStuffing.Masked(0x7E, 0x7D, 0x20, escaped: [0x11, 0x13], ignored: [0x11, 0x13]);

    [Fact]
    public void RulesThatCannotBeUndoneAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ByteStuffing(1, 1, [(1, 2)]));
        Assert.Throws<ArgumentException>(() => new ByteStuffing(1, 2, [(2, 3)]));
        Assert.Throws<ArgumentException>(() => new ByteStuffing(1, 2, [(1, 3)]));
        Assert.Throws<ArgumentException>(() => new ByteStuffing(1, 2, [(1, 3), (2, 3)]));
        Assert.Throws<ArgumentException>(() => new ByteStuffing(1, 2, [(1, 3), (2, 1)]));
        Assert.Throws<ArgumentException>(() => ByteStuffing.Masked(1, 2, 3));
        Assert.Throws<ArgumentException>(() => ByteStuffing.Masked(0x7E, 0x7D, 0x20, ignored: [0x7E]));
        Assert.Throws<ArgumentException>(() => s_doubled.Write(new ArrayBufferWriter<byte>(), []));
    }

    [Fact]
    public void AnyFrameComesBackInRoomOfAnySize()
    {
        var random = new Random(11);
        for (int i = 0; i < 2000; i++)
        {
            byte[] frame = new byte[random.Next(1, 40)];
            random.NextBytes(frame);
            foreach (ref byte value in frame.AsSpan())
                value = random.Next(3) == 0 ? value : (byte)((i & 1) == 0 ? random.Next(1, 4) : 0x7C + random.Next(4));
            var rule = (i & 1) == 0 ? s_doubled : s_masked;
            byte[] encoded = Encode(rule, frame, room: random.Next(1, 5));
            Assert.InRange(encoded.Length, frame.Length + 1, ByteStuffing.GetMaxEncodedLength(frame.Length));
            Assert.Equal(encoded.Length - 1, encoded.AsSpan().IndexOf(rule.Delimiter));
            Assert.Equal(frame, Decode(rule, encoded, room: random.Next(1, 5), piece: random.Next(1, 5)));
        }
    }

    [Fact]
    public void FramesAreReadFromASequence()
    {
        var source = new ReadOnlySequence<byte>([1, 1, 5, 2, 3, 1, 1, 6, 2, 9, 9, 1, 7, 7, 7, 1, 8]);
        byte[] frame = new byte[2];
        Assert.Equal(OperationStatus.Done, s_doubled.TryRead(ref source, frame, out int length));
        Assert.Equal([5, 1], frame[..length]);
        // 9 is no code; then one that is too long.
        Assert.Equal(OperationStatus.InvalidData, s_doubled.TryRead(ref source, frame, out _));
        Assert.Equal(OperationStatus.DestinationTooSmall, s_doubled.TryRead(ref source, frame, out _));
        Assert.Equal(OperationStatus.NeedMoreData, s_doubled.TryRead(ref source, frame, out length));
        Assert.Equal((1, 0), (source.Length, length));
        var ignored = new ReadOnlySequence<byte>([0x11, 0x7E, 0x11, 0x05, 0x7D, 0x31, 0x7E]);
        Assert.Equal(OperationStatus.Done, s_masked.TryRead(ref ignored, frame, out length));
        Assert.Equal([0x05, 0x11], frame[..length]);
    }

    [Fact]
    public async Task BrokenFramesAreDroppedAndCounted()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[] { 9, 1, 1, 2, 9, 9, 1, 4, 4, 4, 4, 4, 1, 2, 3, 5, 1, 2, 1, 7, 1 });
        await pipe.Writer.CompleteAsync();
        using var reader = new StuffedFrameReader(pipe.Reader, s_doubled, maxFrameSize: 4);
        var frames = new List<string>();
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var frame))
                frames.Add(Convert.ToHexString(frame));
        }
        Assert.Equal(["09", "0105", "07"], frames);
        Assert.Equal((2, 1), (reader.InvalidFrames, reader.TooLongFrames));
    }

    [Fact]
    public async Task TheInputMayNotEndWithinAFrame()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[] { 1, 9, 9 });
        await pipe.Writer.CompleteAsync();
        using var reader = new StuffedFrameReader(pipe.Reader, s_doubled, maxFrameSize: 4);
        Assert.True(await reader.WaitToReadAsync());
        Assert.False(reader.TryRead(out _));
        var error = await Assert.ThrowsAsync<MessageReadException>(async () => await reader.WaitToReadAsync());
        Assert.Equal((MessageReadError.Incomplete, 1, 3), (error.Error, error.MessageOffset, error.Offset));
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        byte[] stream = [.. Enumerable.Repeat<byte[]>([5, 6, 2, 3, 7, 1, 8, 9, 10, 1], 200).SelectMany(part => part)];
        using var reader = new StuffedFrameReader(PipeReader.Create(new ReadOnlySequence<byte>(stream)), s_doubled, maxFrameSize: 64);
        Assert.True(reader.WaitToReadAsync().AsTask().IsCompletedSuccessfully);
        Assert.True(reader.TryRead(out _) && reader.TryRead(out _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        int frames = 2;
        while (reader.TryRead(out _))
            frames++;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(400, frames);
    }

    private static byte[] Encode(ByteStuffing rule, ReadOnlySpan<byte> frame, int room)
    {
        var encoder = new ByteStuffingEncoder(rule);
        var encoded = new List<byte>();
        Span<byte> destination = stackalloc byte[room];
        while (true)
        {
            var status = encoder.Encode(frame, destination, out int consumed, out int written);
            encoded.AddRange(destination[..written]);
            frame = frame[consumed..];
            if (status == OperationStatus.NeedMoreData)
                break;
        }
        while (encoder.Finish(destination, out int written) != OperationStatus.Done)
            encoded.AddRange(destination[..written]);
        return [.. encoded, rule.Delimiter];
    }

    private static byte[] Decode(ByteStuffing rule, ReadOnlySpan<byte> encoded, int room, int piece)
    {
        var decoder = new ByteStuffingDecoder(rule);
        var frame = new List<byte>();
        Span<byte> destination = stackalloc byte[room];
        while (true)
        {
            var status = decoder.Decode(encoded[..Math.Min(piece, encoded.Length)], destination, out int consumed, out int written);
            frame.AddRange(destination[..written]);
            encoded = encoded[consumed..];
            if (status == OperationStatus.Done)
                return [.. frame];
            Assert.NotEqual(OperationStatus.InvalidData, status);
        }
    }
}
