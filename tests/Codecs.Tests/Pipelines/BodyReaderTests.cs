using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

public sealed class BodyReaderTests
{
    private static readonly byte[] s_chunks = [.. Enumerable.Range(0, 600).Select(i => (byte)i)];

    [Fact(Timeout = Waits.Most)]
    public async Task ChunksOfKnownLength()
    {
        int[] lengths = [0, 1, 255, 0, 300, 44];
        foreach (byte[][] pieces in Cut.Ways(s_chunks))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var body = new BodyReader(pipe, 0);
                var found = new List<byte>();
                foreach (int length in lengths)
                {
                    body.Begin(length);
                    int count = 0;
                    while (await body.WaitToReadAsync())
                    {
                        while (TakeSome(body, found.Count % 2 == 0, found, out int taken))
                            count += taken;
                        Assert.Equal(length - count, body.Remaining);
                    }
                    Assert.Equal(length, count);
                    Assert.False(body.TryRead(out _));
                    Assert.False(await body.WaitToReadAsync());
                }
                Assert.Equal(s_chunks, found);
                Assert.True((await pipe.ReadAsync()).IsCompleted);
            }
        }
    }

    [Fact(Timeout = Waits.Most)]
    public async Task TheInputMayNotEndWithinABody()
    {
        foreach (byte[][] pieces in Cut.Ways([1, 2, 3]))
        {
            using var body = new BodyReader(new ScriptedPipe(pieces), 4);
            var error = await Assert.ThrowsAsync<MessageReadException>(async () => await body.CopyToAsync(new Pipe().Writer));
            Assert.Equal((MessageReadError.Incomplete, 0L, 3L), (error.Error, error.MessageOffset, error.Offset));
            using var encoded = new BodyReader<SlipDecoder>(new ScriptedPipe(pieces), default);
            error = await Assert.ThrowsAsync<MessageReadException>(async () => await encoded.CopyToAsync(new Pipe().Writer));
            Assert.Equal((MessageReadError.Incomplete, 0L, 3L), (error.Error, error.MessageOffset, error.Offset));
        }
    }

    // A body of many times what the two pipes may hold.
    [Theory(Timeout = Waits.Most)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABodyLargerThanWhatIsKept(bool isEncoded)
    {
        const int Length = 4_000_000;
        var options = new PipeOptions(pauseWriterThreshold: 20_000, resumeWriterThreshold: 10_000, useSynchronizationContext: false);
        Pipe input = new(options), output = new(options);
        var writing = Task.Run(async () =>
        {
            byte[] piece = new byte[1000];
            for (int i = 0; i < Length / piece.Length; i++)
            {
                piece.AsSpan().Fill((byte)i);
                input.Writer.Write(isEncoded ? Encode(piece) : piece);
                await input.Writer.FlushAsync();
            }
            await input.Writer.WriteAsync(isEncoded ? new byte[] { 0xC0, (byte)'!' } : "!"u8.ToArray());
            await input.Writer.CompleteAsync();
        });
        var copying = Task.Run(async () =>
        {
            bool isWhole = isEncoded ? await new BodyReader<SlipDecoder>(input.Reader, default).CopyToAsync(output.Writer) : await new BodyReader(input.Reader, Length).CopyToAsync(output.Writer);
            await output.Writer.CompleteAsync();
            return isWhole;
        });
        int count = 0;
        while (true)
        {
            var read = await output.Reader.ReadAsync();
            Assert.InRange(read.Buffer.Length, 0, 50_000);
            foreach (var segment in read.Buffer)
            {
                for (int i = 0; i < segment.Length; i++, count++)
                {
                    if (segment.Span[i] != (byte)(count / 1000))
                        Assert.Fail($"wrong byte at {count}");
                }
            }
            output.Reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }
        await writing;
        Assert.Equal((Length, true), (count, await copying));
        Assert.Equal("!", Encoding.ASCII.GetString((await input.Reader.ReadAsync()).Buffer));
    }

    [Fact(Timeout = Waits.Most)]
    public async Task NobodyWantsTheRest()
    {
        var output = new Pipe();
        await output.Reader.CompleteAsync();
        using var body = new BodyReader(new ScriptedPipe(Cut.Every(s_chunks, 100)), 600);
        Assert.False(await body.CopyToAsync(output.Writer));
        Assert.Equal(500, body.Remaining);
    }

    [Fact(Timeout = Waits.Most)]
    public async Task PacketsWithStuffedBytes()
    {
        byte[][] packets = [[1, 2, 3], [], [0xC0], [0xDB, 0xDC, 0xC0, 0xDB], [0xDD, 0xC0]];
        byte[] bytes = Convert.FromHexString("010203C0" + "C0" + "DBDCC0" + "DBDDDCDBDCDBDDC0" + "DDDBDCC0");
        var written = new ArrayBufferWriter<byte>();
        var encoder = new SlipEncoder();
        foreach (byte[] packet in packets)
        {
            written.Encode(ref encoder, packet);
            written.Finish(ref encoder);
        }
        Assert.Equal(bytes, written.WrittenSpan.ToArray());

        byte[] room = new byte[3];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var body = new BodyReader<SlipDecoder>(pipe, default);
                long offset = 0;
                foreach (byte[] packet in packets)
                {
                    var found = new List<byte>();
                    while (await body.WaitToReadAsync())
                    {
                        while (body.TryRead(room, out int count))
                            found.AddRange(room[..count]);
                    }
                    Assert.Equal(packet, found);
                    offset += body.BytesConsumed;
                    body.Begin(default);
                }
                Assert.Equal(bytes.Length, offset);
            }
        }
    }

    [Fact(Timeout = Waits.Most)]
    public async Task AnInvalidByteComesAfterWhatIsRight()
    {
        foreach (byte[][] pieces in Cut.Ways([1, 2, 0xDB, 7]))
        {
            using var body = new BodyReader<SlipDecoder>(new ScriptedPipe(pieces), default);
            var found = new List<byte>();
            byte[] room = new byte[10];
            var error = await Assert.ThrowsAsync<MessageReadException>(async () =>
            {
                while (await body.WaitToReadAsync())
                {
                    while (body.TryRead(room, out int count))
                        found.AddRange(room[..count]);
                }
            });
            Assert.Equal([1, 2], found);
            Assert.Equal((MessageReadError.Invalid, 3L), (error.Error, error.Offset));
        }
    }

    [Fact(Timeout = Waits.Most)]
    public async Task CanceledAndDisposed()
    {
        var pipe = new Pipe();
        var body = new BodyReader(pipe.Reader, 10);
        using (var source = new CancellationTokenSource())
        {
            var wait = body.WaitToReadAsync(source.Token).AsTask();
            source.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        }
        await pipe.Writer.WriteAsync(new byte[20]);
        Assert.True(await body.WaitToReadAsync());
        byte[] room = new byte[4];
        Assert.True(body.TryRead(room, out int count));
        Assert.Equal((4, 6L), (count, body.Remaining));
        Assert.Throws<ArgumentException>(() => body.TryRead([], out _));
        body.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await body.WaitToReadAsync());
        Assert.Throws<ObjectDisposedException>(() => body.Begin(1));
        Assert.Equal(16, (await pipe.Reader.ReadAsync()).Buffer.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BodyReader(pipe.Reader, -1));
    }

    private static bool TakeSome(BodyReader body, bool isCopied, List<byte> found, out int taken)
    {
        Span<byte> room = stackalloc byte[5];
        if (isCopied)
        {
            bool isTaken = body.TryRead(room, out taken);
            found.AddRange(room[..taken]);
            return isTaken;
        }
        bool isRead = body.TryRead(out var piece);
        taken = (int)piece.Length;
        found.AddRange(piece.ToArray());
        return isRead;
    }

    private static byte[] Encode(byte[] piece)
    {
        var written = new ArrayBufferWriter<byte>();
        var encoder = new SlipEncoder();
        written.Encode(ref encoder, piece);
        return written.WrittenSpan.ToArray();
    }
}
