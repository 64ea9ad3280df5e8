using System.Buffers;
using System.IO.Pipelines;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>Bodies and stuffed frames whose waits are given up, whose writers fail, and that are as long as they may be and a byte longer.</summary>
public sealed class BodyWaitTests
{
    private const byte Next = (byte)'!';

    private static readonly byte[] s_body = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];
    private static readonly byte[] s_packet = Packet(s_body);
    private static readonly ByteStuffing s_rule = new(delimiter: 1, escape: 2, [(1, 3), (2, 2)]);

    // Each wait that does not end at once is canceled, by the token or from the pipe; only then comes the next piece.
    [Theory(Timeout = Waits.Most)]
    [InlineData(1, false)]
    [InlineData(7, false)]
    [InlineData(100, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(100, true)]
    public async Task EveryWaitForABodyIsCanceled(int size, bool isEncoded)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 0));
        var body = Body.Open(pipe.Reader, isEncoded);
        byte[] stream = [.. isEncoded ? s_packet : s_body, Next];
        await CancelEveryWait(pipe, stream, size, body.Wait, body.Take);
        Assert.Equal(s_body, body.Found);
        Assert.Equal(new[] { Next }, (await pipe.Reader.ReadAsync()).Buffer.ToArray());
    }

    [Theory(Timeout = Waits.Most)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AWriterMayFailAnywhereInABody(bool isEncoded)
    {
        byte[] stream = isEncoded ? s_packet : s_body;
        for (int at = 0; at <= stream.Length; at++)
        {
            var pipe = new Pipe();
            var body = Body.Open(pipe.Reader, isEncoded);
            if (at > 0)
            {
                await pipe.Writer.WriteAsync(stream.AsMemory(0, at));
                Assert.True(await body.Wait(default));
                body.Take();
            }
            await pipe.Writer.CompleteAsync(new IOException("gone"));
            if (at == stream.Length)
                Assert.False(await body.Wait(default));
            else
                Assert.Equal("gone", (await Assert.ThrowsAsync<IOException>(async () => await body.Wait(default))).Message);
            Assert.Equal(s_body[..body.Found.Count], body.Found);
            // An escape is no byte yet.
            Assert.Equal(isEncoded ? Decoded(stream.AsSpan(0, at)) : at, body.Found.Count);
        }
    }

    // Canceled while it waits for the one end, and while it waits for the other.
    [Theory(Timeout = Waits.Most)]
    [InlineData(1, false)]
    [InlineData(50, false)]
    [InlineData(1, true)]
    [InlineData(50, true)]
    public async Task EveryWaitOfACopyIsCanceled(int size, bool isEncoded)
    {
        var input = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 0));
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 20, resumeWriterThreshold: 10));
        var body = Body.Open(input.Reader, isEncoded);
        var pieces = new Queue<byte[]>((isEncoded ? s_packet : s_body).Chunk(size));
        var found = new List<byte>();
        int canceled = 0;
        for (bool isOver = false; !isOver;)
        {
            using var source = new CancellationTokenSource();
            var copying = body.Copy(output.Writer, source.Token).AsTask();
            if (!copying.IsCompleted)
            {
                canceled++;
                await source.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
            }
            else
            {
                isOver = await copying;
            }
            if (output.Reader.TryRead(out var read))
            {
                found.AddRange(read.Buffer.ToArray());
                output.Reader.AdvanceTo(read.Buffer.End);
            }
            if (pieces.TryDequeue(out byte[]? piece))
                await input.Writer.WriteAsync(piece);
        }
        Assert.Equal(s_body, found);
        Assert.True(canceled >= s_body.Length / size);
    }

    [Theory(Timeout = Waits.Most)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task EveryWaitForAFrameIsCanceled(int size)
    {
        byte[][] frames = [[5, 6], [1], [9, 2, 9, 1], [7], [2, 2, 2, 2]];
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 0));
        using var reader = new StuffedFrameReader(pipe.Reader, s_rule, maxFrameSize: 4);
        var found = new List<byte[]>();
        await CancelEveryWait(pipe, [.. frames.SelectMany(Stuffed)], size, reader.WaitToReadAsync, () => Take(reader, found));
        Assert.Equal(frames, found);
        Assert.Equal((0, 0), (reader.InvalidFrames, reader.TooLongFrames));
    }

    [Fact(Timeout = Waits.Most)]
    public async Task AWriterMayFailAnywhereInAFrame()
    {
        byte[][] frames = [[5, 6], [1], [9, 2, 9, 1], [7]];
        byte[] stream = [.. frames.SelectMany(Stuffed)];
        for (int at = 0; at <= stream.Length; at++)
        {
            var pipe = new Pipe();
            using var reader = new StuffedFrameReader(pipe.Reader, s_rule, maxFrameSize: 4);
            var found = new List<byte[]>();
            if (at > 0)
            {
                await pipe.Writer.WriteAsync(stream.AsMemory(0, at));
                Assert.True(await reader.WaitToReadAsync());
                Take(reader, found);
            }
            await pipe.Writer.CompleteAsync(new IOException("gone"));
            Assert.Equal("gone", (await Assert.ThrowsAsync<IOException>(async () => await reader.WaitToReadAsync())).Message);
            int end = 0;
            Assert.Equal(frames.TakeWhile(frame => (end += Stuffed(frame).Length) <= at), found);
        }
    }

    // What is escaped counts once. A frame that is too long is dropped, and the one behind it is read.
    [Fact(Timeout = Waits.Most)]
    public async Task FramesOfTheMostThatIsTakenAndOfOneByteMore()
    {
        foreach (byte[] longest in (byte[][])[[5, 6, 7, 8], [1, 2, 1, 2]])
        {
            byte[] stream = [.. Stuffed(longest), .. Stuffed([.. longest, 9]), .. Stuffed([.. longest, 2]), .. Stuffed(longest)];
            foreach (var pipe in Cut.Ways(stream).SelectMany(Cut.Pipes))
            {
                using var reader = new StuffedFrameReader(pipe, s_rule, maxFrameSize: 4);
                var found = new List<byte[]>();
                while (await reader.WaitToReadAsync())
                    Take(reader, found);
                Assert.Equal([longest, longest], found);
                Assert.Equal((0, 2), (reader.InvalidFrames, reader.TooLongFrames));
            }
        }
    }

    private static async Task CancelEveryWait(Pipe pipe, byte[] stream, int size, Func<CancellationToken, ValueTask<bool>> waitToRead, Action take)
    {
        var pieces = new Queue<byte[]>(stream.Chunk(size));
        int canceled = 0;
        for (bool isOpen = true; isOpen;)
        {
            using var source = new CancellationTokenSource();
            var wait = waitToRead(source.Token).AsTask();
            if (wait.IsCompleted)
            {
                isOpen = await wait;
                take();
                continue;
            }
            if (canceled++ % 2 == 0)
                await source.CancelAsync();
            else
                pipe.Reader.CancelPendingRead();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
            if (pieces.TryDequeue(out byte[]? piece))
                await pipe.Writer.WriteAsync(piece);
            else
                await pipe.Writer.CompleteAsync();
        }
        Assert.True(canceled >= (stream.Length - 1) / size);
        // What lies behind a body need not have come for it to end.
        foreach (byte[] piece in pieces)
            await pipe.Writer.WriteAsync(piece);
    }

    private static void Take(StuffedFrameReader reader, List<byte[]> found)
    {
        while (reader.TryRead(out var frame))
            found.Add(frame.ToArray());
    }

    private static byte[] Stuffed(byte[] frame)
    {
        var written = new ArrayBufferWriter<byte>();
        s_rule.Write(written, frame);
        return written.WrittenSpan.ToArray();
    }

    private static byte[] Packet(byte[] body)
    {
        var written = new ArrayBufferWriter<byte>();
        var encoder = new SlipEncoder();
        written.Encode(ref encoder, body);
        written.Finish(ref encoder);
        return written.WrittenSpan.ToArray();
    }

    // Bytes of the body in so many of the packet.
    private static int Decoded(ReadOnlySpan<byte> packet) => packet.Length - packet.Count((byte)0xDB) - packet.Count((byte)0xC0);

    /// <summary>One of the two readers.</summary>
    private sealed record Body(Func<CancellationToken, ValueTask<bool>> Wait, Func<PipeWriter, CancellationToken, ValueTask<bool>> Copy, Action Take, List<byte> Found)
    {
        public static Body Open(PipeReader pipe, bool isEncoded)
        {
            var found = new List<byte>();
            if (isEncoded)
            {
                var encoded = new BodyReader<SlipDecoder>(pipe, default);
                byte[] room = new byte[9];
                return new(encoded.WaitToReadAsync, encoded.CopyToAsync, Decode, found);

                void Decode()
                {
                    while (encoded.TryRead(room, out int count))
                        found.AddRange(room[..count]);
                }
            }
            var body = new BodyReader(pipe, s_body.Length);
            return new(body.WaitToReadAsync, body.CopyToAsync, Copy, found);

            void Copy()
            {
                while (body.TryRead(out var piece))
                    found.AddRange(piece.ToArray());
            }
        }
    }
}
