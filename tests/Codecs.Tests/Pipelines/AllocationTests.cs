using System.Buffers;
using System.IO.Pipelines;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tests.Pipelines;

/// <summary>Nothing is allocated for a message, however it lies in the pipe and whether one waits for it or not.</summary>
public sealed class AllocationTests
{
    // Segments of the pipe are smaller than what is written at a time, so messages lie across them.
    private readonly Pipe _pipe = new(new PipeOptions(minimumSegmentSize: 64, pauseWriterThreshold: 0, readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(950)]
    public void Reading(int size)
    {
        byte[] bytes = [.. Enumerable.Repeat("VERB and the rest\r\n"u8.ToArray(), 50).SelectMany(line => line)];
        using var reader = _pipe.Reader.AsMessageReader<Command>(100);
        ExpectNone(50, () =>
        {
            int count = 0;
            for (int at = 0; at < bytes.Length; at += size)
            {
                // Begun before there is anything, so that it has to wait.
                var wait = reader.WaitToReadAsync();
                Send(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
                wait.GetAwaiter().GetResult();
                while (reader.TryRead(out _))
                    count++;
            }
            return count;
        });
    }

    [Fact]
    public void Writing()
    {
        using var reader = _pipe.Reader.AsMessageReader<Command>(100);
        ExpectNone(50, () =>
        {
            for (int i = 0; i < 50; i++)
                _pipe.Writer.Write(new Command { Verb = "VERB"u8, Rest = "and the rest"u8 });
            Send([]);
            reader.WaitToReadAsync().GetAwaiter().GetResult();
            int count = 0;
            while (reader.TryRead(out _))
                count++;
            return count;
        });
    }

    [Fact]
    public void BodiesAndEncoding()
    {
        byte[] room = new byte[50];
        using var chunk = new BodyReader(_pipe.Reader, 0);
        using var data = new BodyReader<DotStuffingDecoder>(_pipe.Reader, default);
        ExpectNone(20 * 23 + 50, () =>
        {
            var encoder = new DotStuffingEncoder();
            for (int i = 0; i < 20; i++)
                _pipe.Writer.Encode(ref encoder, "some text\r\n.and a dot\r\n"u8);
            _pipe.Writer.Finish(ref encoder);
            Send(room);
            int count = 0;
            data.Begin(default);
            while (data.WaitToReadAsync().GetAwaiter().GetResult())
            {
                while (data.TryRead(room, out int written))
                    count += written;
            }
            chunk.Begin(50);
            while (chunk.WaitToReadAsync().GetAwaiter().GetResult())
            {
                while (chunk.TryRead(out var piece))
                    count += (int)piece.Length;
            }
            return count;
        });
    }

    // What runs for the first time may allocate: types are loaded, pools filled, and again after a collection. What allocates again and again is a fault.
    private static void ExpectNone(int expected, Func<int> action)
    {
        long allocated = long.MaxValue;
        for (int attempt = 0; attempt < 20 && allocated != 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int found = action();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(expected, found);
        }
        Assert.Equal(0, allocated);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        BuffersExtensions.Write(_pipe.Writer, bytes);
        _pipe.Writer.FlushAsync().GetAwaiter().GetResult();
    }
}
