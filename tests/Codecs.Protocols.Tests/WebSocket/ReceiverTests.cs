using System.Text;
using static Codecs.Protocols.Tests.WebSocket.Received;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class ReceiverTests
{
    // RFC 6455 section 5.7.
    [Fact]
    public void Frames_of_the_specification()
    {
        Expects("Text Hello", WebSocketRole.Client, "810548656C6C6F");
        Expects("Text Hello", WebSocketRole.Server, "818537FA213D7F9F4D5158");
        Expects("Text Hello", WebSocketRole.Client, "010348656C80026C6F");
        Expects("Ping Hello", WebSocketRole.Client, "890548656C6C6F");
        Expects("Pong Hello", WebSocketRole.Server, "8A8537FA213D7F9F4D5158");
        byte[] page = new byte[256], large = new byte[65536];
        Expects($"Binary {Latin(page)}", WebSocketRole.Client, "827E0100" + Convert.ToHexString(page));
        Expects($"Binary {Latin(large)}", WebSocketRole.Client, "827F0000000000010000" + Convert.ToHexString(large));
    }

    [Fact]
    public void Messages_in_fragments()
    {
        Expects("Text ", [Frames.Write(1, [], isFinal: false), Frames.Write(0, [], isFinal: false), Frames.Write(0, [])]);
        Expects("Text middle", [Frames.Write(1, [], isFinal: false), Frames.Write(0, "middle"u8, isFinal: false), Frames.Write(0, [])]);
        Expects("Text Hello", [Frames.Write(1, "He"u8, isFinal: false), Frames.Write(0, "l"u8, isFinal: false), Frames.Write(0, "lo"u8)]);
        Expects("Binary a|Binary bcd|Text ", [Frames.Write(2, "a"u8), Frames.Write(2, "b"u8, isFinal: false), Frames.Write(0, "cd"u8), Frames.Write(1, [])]);
    }

    // RFC 6455 section 5.4: control frames may come between fragments.
    [Fact]
    public void Control_frames_between_fragments()
    {
        Expects("Ping p|Pong |Ping |Text Hello|Pong q",
            [Frames.Write(1, "He"u8, isFinal: false), Frames.Write(9, "p"u8), Frames.Write(10, []), Frames.Write(0, "l"u8, isFinal: false), Frames.Write(9, []), Frames.Write(0, "lo"u8), Frames.Write(10, "q"u8)]);
        byte[] longest = new byte[125];
        Expects($"Ping {Latin(longest)}|Binary xy", [Frames.Write(2, "x"u8, isFinal: false), Frames.Write(9, longest), Frames.Write(0, "y"u8)]);
    }

    [Fact]
    public void Close_codes_and_words()
    {
        using var receiver = new WebSocketReceiver(WebSocketRole.Client);
        var part = receiver.Receive(new() { IsFinal = true, Opcode = WebSocketOpcode.Close, PayloadLength = 12 }, [0x03, 0xE9, .. "going away"u8]);
        Assert.Equal((WebSocketPartKind.Close, WebSocketCloseCode.GoingAway), (part.Kind, part.CloseCode));
        Assert.Equal("going away"u8, part.CloseReason);
        Assert.Equal(WebSocketCloseCode.GoingAway, receiver.CloseCode);

        using var other = new WebSocketReceiver(WebSocketRole.Client);
        part = other.Receive(new() { IsFinal = true, Opcode = WebSocketOpcode.Close }, []);
        Assert.Equal((WebSocketPartKind.Close, WebSocketCloseCode.NoStatusReceived), (part.Kind, part.CloseCode));
        Assert.True(part.CloseReason.IsEmpty);
    }

    [Fact]
    public void Pieces_are_handed_on_as_they_come()
    {
        using var receiver = new WebSocketReceiver(WebSocketRole.Client, new() { HandsOnPieces = true });
        var part = receiver.Receive(new() { Opcode = WebSocketOpcode.Text, PayloadLength = 4 }, []);
        Assert.Equal(WebSocketPartKind.None, part.Kind);
        part = receiver.Receive("He"u8);
        Assert.Equal((WebSocketPartKind.Text, true, false, "He"), (part.Kind, part.IsFirst, part.IsLast, Encoding.UTF8.GetString(part.Bytes)));
        part = receiver.Receive("ll"u8);
        Assert.Equal((WebSocketPartKind.Text, false, false, "ll"), (part.Kind, part.IsFirst, part.IsLast, Encoding.UTF8.GetString(part.Bytes)));
        part = receiver.Receive(new() { Opcode = WebSocketOpcode.Ping, IsFinal = true }, []);
        Assert.Equal((WebSocketPartKind.Ping, true, true), (part.Kind, part.IsFirst, part.IsLast));
        part = receiver.Receive(new() { Opcode = WebSocketOpcode.Continuation, IsFinal = true }, []);
        Assert.Equal((WebSocketPartKind.Text, false, true, ""), (part.Kind, part.IsFirst, part.IsLast, Encoding.UTF8.GetString(part.Bytes)));
    }

    [Fact]
    public void What_need_not_be_copied_is_not()
    {
        byte[] payload = [.. "Hello"u8];
        using var client = new WebSocketReceiver(WebSocketRole.Client);
        Assert.True(client.Receive(new() { Opcode = WebSocketOpcode.Text, IsFinal = true, PayloadLength = 5 }, payload).Bytes.Overlaps(payload));
        using var server = new WebSocketReceiver(WebSocketRole.Server);
        var header = new WebSocketFrameHeader { Opcode = WebSocketOpcode.Text, IsFinal = true, PayloadLength = 5, MaskingKey = 0 };
        Assert.True(server.ReceiveInPlace(in header, payload).Bytes.Overlaps(payload));
        Assert.False(server.Receive(in header, payload).Bytes.Overlaps(payload));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_allocated_for_a_frame(bool isInPlace)
    {
        byte[] payload = [.. "Hello, world"u8];
        using var receiver = new WebSocketReceiver(WebSocketRole.Server);
        var text = new WebSocketFrameHeader { Opcode = WebSocketOpcode.Text, IsFinal = true, PayloadLength = 12, MaskingKey = 0 };
        WebSocketFrameHeader first = text with { IsFinal = false }, ping = text with { Opcode = WebSocketOpcode.Ping }, last = text with { Opcode = WebSocketOpcode.Continuation };
        long allocated = 0;
        for (int round = 0; round < 10; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (ref readonly var header in (ReadOnlySpan<WebSocketFrameHeader>)[text, first, ping, last])
            {
                if (isInPlace)
                    receiver.ReceiveInPlace(in header, payload);
                else
                    receiver.Receive(in header, payload);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
        Assert.Equal(WebSocketFault.None, receiver.Fault);
    }

    [Fact]
    public void Bad_arguments_throw()
    {
        using var receiver = new WebSocketReceiver(WebSocketRole.Client);
        var header = new WebSocketFrameHeader { Opcode = WebSocketOpcode.Binary, PayloadLength = 4 };
        receiver.Receive(in header, "abc"u8);
        Assert.Throws<ArgumentException>(() => receiver.Receive("de"u8));
        Assert.Throws<InvalidOperationException>(() => receiver.Receive(new() { Opcode = WebSocketOpcode.Ping }, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebSocketSessionOptions { MaxMessageLength = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebSocketFrameHeader { Opcode = (WebSocketOpcode)16 });
    }
}
