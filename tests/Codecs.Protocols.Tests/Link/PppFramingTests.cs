using System.Buffers;
using System.IO.Pipelines;
using Codecs.Fuzz;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests.Link;

public sealed class PppFramingTests
{
    private static readonly byte[] s_frame = Sample.Get("PppFrame", "RFC 1662");
    private static readonly byte[] s_frame32 = Sample.Get("PppFrame32", "RFC 1662");

    [Fact]
    public void FramesHaveACheck()
    {
        Assert.True(PppFrame.TryParse(s_frame, out var frame));
        Assert.True(frame.FrameCheckSequenceIsValid);
        Assert.True(Ppp.TryParse(frame.Packet, out var ppp));
        Assert.True(ppp.TryGet(out Lcp lcp));
        Assert.True(lcp.Code == PppControlCode.ConfigureRequest);
        Assert.True(PppFrame.TryParse(s_frame.With(6, 9), out frame));
        Assert.True(!frame.FrameCheckSequenceIsValid);
        Assert.True(PppFrame32.TryParse(s_frame32, out var frame32));
        Assert.True(frame32.FrameCheckSequenceIsValid);
        Expect.RoundTrip<PppFrame>(s_frame);
        Expect.RoundTrip<PppFrame32>(s_frame32);
    }

    // RFC 1662 section 4.2: all control characters are escaped at first; 0x7e becomes 0x7d 0x5e, 0x7d becomes 0x7d 0x5d, 0x03 becomes 0x7d 0x23.
    [Fact]
    public void BytesAreStuffedAsTheStandardHasIt()
    {
        var output = new ArrayBufferWriter<byte>();
        PppFraming.Default.Write(output, [0xFF, 0x03, 0x7E, 0x7D, 0x11], isOpened: true);
        Assert.Equal("7e" + "ff" + "7d23" + "7d5e" + "7d5d" + "7d31" + "7e", Convert.ToHexStringLower(output.WrittenSpan));
        output.Clear();
        PppFraming.Transparent.Write(output, [0xFF, 0x03, 0x7E]);
        Assert.Equal("ff037d5e7e", Convert.ToHexStringLower(output.WrittenSpan));
    }

    [Fact]
    public async Task FramesComeBackWhateverTheCut()
    {
        var output = new ArrayBufferWriter<byte>();
        PppFraming.Default.Write(output, s_frame, isOpened: true);
        PppFraming.Transparent.Write(output, s_frame);
        // XOFF and XON of the line, and a frame that is given up: an escape before the flag.
        output.Write<byte>([0x13, 0xFF, 0x11, 0x7D, 0x7E]);
        PppFraming.Default.Write(output, [0x7E, 0x00, 0x7D]);
        byte[] stream = output.WrittenSpan.ToArray();
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            var pipe = new Pipe();
            await pipe.Writer.WriteAsync(stream.AsMemory(0, cut));
            using var reader = new StuffedFrameReader(pipe.Reader, PppFraming.Default, maxFrameSize: 64);
            var frames = new List<byte[]>();
            if (cut > 0)
            {
                await reader.WaitToReadAsync();
                Collect(reader, frames);
            }
            await pipe.Writer.WriteAsync(stream.AsMemory(cut));
            await pipe.Writer.CompleteAsync();
            while (await reader.WaitToReadAsync())
                Collect(reader, frames);
            // The second frame was sent without escapes, so that the line's own bytes are taken for such: 03, 01, 01, 00, 08, 07, 02, 08, 02 are not there.
            Assert.Equal([s_frame, [.. s_frame.Where(value => value >= 32)], [0x7E, 0x00, 0x7D]], frames);
            Assert.Equal((1, 0, stream.Length), (reader.InvalidFrames, reader.TooLongFrames, reader.Offset));
        }
    }

    [Fact]
    public void SlipIsStuffedAsItsStandardHasIt()
    {
        // RFC 1055: END is 192, ESC 219, ESC_END 220, ESC_ESC 221.
        var output = new ArrayBufferWriter<byte>();
        SlipFraming.Stuffing.Write(output, [0x45, 0xC0, 0xDB, 0xDC], isOpened: true);
        Assert.Equal("c0" + "45" + "dbdc" + "dbdd" + "dc" + "c0", Convert.ToHexStringLower(output.WrittenSpan));
        var source = new ReadOnlySequence<byte>(output.WrittenMemory);
        byte[] packet = new byte[8];
        Assert.Equal(OperationStatus.Done, SlipFraming.Stuffing.TryRead(ref source, packet, out int length));
        Assert.Equal([0x45, 0xC0, 0xDB, 0xDC], packet[..length]);
        Assert.True(source.IsEmpty);
    }

    private static void Collect(StuffedFrameReader reader, List<byte[]> frames)
    {
        while (reader.TryRead(out var frame))
            frames.Add(frame.ToArray());
    }
}
