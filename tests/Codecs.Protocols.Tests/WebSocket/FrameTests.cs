using System.Buffers;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class FrameTests
{
    private const uint Key = 0x37FA213D;

    private static readonly byte[] s_plain = Sample.Get("WebSocketFrame", "RFC 6455 section 5.7: a text message in one frame");
    private static readonly byte[] s_masked = Sample.Get("WebSocketFrame", "RFC 6455 section 5.7: the same, masked");
    private static readonly byte[] s_fragment = Sample.Get("WebSocketFrame", "RFC 6455 section 5.7: the first of two fragments");
    private static readonly byte[] s_compressed = Sample.Get("WebSocketFrame", "RFC 7692");

    [Fact]
    public void Parse()
    {
        Assert.True(WebSocketFrame.TryParse(s_plain, out var frame));
        Assert.Equal((true, WebSocketOpcode.Text, false, 5UL), (frame.IsFinal, frame.Opcode, frame.IsMasked, frame.PayloadLength));
        Assert.Null(frame.MaskingKey);
        Assert.Equal("Hello"u8, frame.Payload.ToArray());

        Assert.True(WebSocketFrame.TryParse(s_masked, out frame));
        Assert.Equal((true, WebSocketOpcode.Text, true, 5UL, Key), (frame.IsFinal, frame.Opcode, frame.IsMasked, frame.PayloadLength, frame.MaskingKey));
        Assert.Equal("Hello"u8, frame.Payload.ToArray());
        Assert.Equal(s_masked.AsSpan(6), frame.Payload.WireBytes);

        Assert.True(WebSocketFrame.TryParse(s_fragment, out frame));
        Assert.Equal((false, WebSocketOpcode.Text), (frame.IsFinal, frame.Opcode));
        Assert.True(WebSocketFrame.TryParse(s_compressed, out frame));
        Assert.Equal((true, false, false), (frame.Rsv1, frame.Rsv2, frame.Rsv3));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_plain, new WebSocketFrame { IsFinal = true, Opcode = WebSocketOpcode.Text, Payload = "Hello"u8 }.ToArray());
        Assert.Equal(s_masked, new WebSocketFrame { IsFinal = true, Opcode = WebSocketOpcode.Text, MaskingKey = Key, Payload = "Hello"u8 }.ToArray());
    }

    // RFC 6455 section 5.2: 7 bits, 16 or 64, never more than are needed.
    [Theory]
    [InlineData(0, 2)]
    [InlineData(125, 2)]
    [InlineData(126, 4)]
    [InlineData(65535, 4)]
    [InlineData(65536, 10)]
    public void LengthForms(int length, int header)
    {
        byte[] payload = new byte[length];
        new Random(length).NextBytes(payload);
        foreach (uint? key in new uint?[] { null, Key })
        {
            byte[] bytes = new WebSocketFrame { IsFinal = true, Opcode = WebSocketOpcode.Binary, MaskingKey = key, Payload = payload }.ToArray();
            Assert.Equal(header + (key is null ? 0 : 4) + length, bytes.Length);
            Assert.Equal(Frames.Write(2, payload, key: key), bytes);
            Assert.True(WebSocketFrame.TryParse(bytes, out var frame));
            Assert.Equal((ulong)length, frame.PayloadLength);
            Assert.Equal(payload, frame.Payload.ToArray());
            Expect.RoundTrip<WebSocketFrame>(bytes);
        }
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (byte[] bytes in new[] { s_plain, s_masked, s_fragment, s_compressed })
            Expect.RoundTrip<WebSocketFrame>(bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<WebSocketFrame>(s_plain);
        Expect.Unfinished<WebSocketFrame>(s_masked);
        Expect.Unfinished<WebSocketFrame>(Frames.Write(2, new byte[126]));
        Expect.Unfinished<WebSocketFrame>(Frames.Write(2, new byte[65536]));
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<WebSocketFrame>([0x82, 126, 0, 125, .. new byte[125]], ParseError.Value, nameof(WebSocketFrame.PayloadLength), 2);
        Expect.Invalid<WebSocketFrame>([0x82, 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], ParseError.Value, nameof(WebSocketFrame.PayloadLength), 2);
        Expect.Invalid<WebSocketFrame>([0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0], ParseError.Requirement, nameof(WebSocketFrame.PayloadLength), 2);
    }

    // A payload may be longer than memory: its header is read without it.
    [Fact]
    public void HeaderAlone()
    {
        byte[] bytes = [0x02, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F];
        Assert.True(WebSocketFrame.TryParseHeader(bytes, out var frame));
        Assert.Equal((long.MaxValue, Key, 2), ((long)frame.PayloadLength, frame.MaskingKey, frame.Payload.Length));
        Assert.True(Frames.TryReadHeader(bytes, out var header, out _));
        Assert.Equal(header, frame.Header);
        for (int length = 0; length < 14; length++)
            Assert.Equal(OperationStatus.NeedMoreData, WebSocketFrame.TryParseHeader(bytes.AsSpan(0, length), out _).Status);
        Assert.Equal(OperationStatus.InvalidData, WebSocketFrame.TryParse(bytes, out _).Status);
    }

    [Fact]
    public void AnotherKey()
    {
        Assert.True(WebSocketFrame.TryParse(s_masked, out var frame));
        Assert.Equal(s_plain, (frame with { MaskingKey = null }).ToArray());
        byte[] other = (frame with { MaskingKey = 0x01020304 }).ToArray();
        Assert.Equal(Frames.Write(1, "Hello"u8, key: 0x01020304), other);
        Assert.True(WebSocketFrame.TryParse(s_plain, out frame));
        Assert.Equal(s_masked, (frame with { MaskingKey = Key }).ToArray());
    }

    [Fact]
    public void NothingIsAllocated()
    {
        byte[] buffer = new byte[100];
        long allocated = 0;
        for (int i = 0; i < 10; i++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(WebSocketFrame.TryParse(s_masked, out var frame));
            Assert.True((frame with { MaskingKey = 1 }).TryWrite(buffer, out _));
            frame.Payload.CopyTo(buffer);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }
}
