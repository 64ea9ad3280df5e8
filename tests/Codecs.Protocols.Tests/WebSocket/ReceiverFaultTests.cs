using static Codecs.Protocols.Tests.WebSocket.Received;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>What breaks a rule, and what is nearly as wrong but right.</summary>
public sealed class ReceiverFaultTests
{
    // RFC 6455 sections 5.2, 5.4 and 5.5, after a message that is right.
    [Theory]
    [InlineData(1, 1, true, WebSocketFault.ReservedBit)]
    [InlineData(1, 2, true, WebSocketFault.ReservedBit)]
    [InlineData(2, 4, true, WebSocketFault.ReservedBit)]
    [InlineData(2, 5, false, WebSocketFault.ReservedBit)]
    [InlineData(8, 7, true, WebSocketFault.ReservedBit)]
    [InlineData(9, 4, true, WebSocketFault.ReservedBit)]
    [InlineData(3, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(4, 0, false, WebSocketFault.ReservedOpcode)]
    [InlineData(5, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(6, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(7, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(11, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(12, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(13, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(14, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(15, 0, true, WebSocketFault.ReservedOpcode)]
    [InlineData(8, 0, false, WebSocketFault.FragmentedControl)]
    [InlineData(9, 0, false, WebSocketFault.FragmentedControl)]
    [InlineData(10, 0, false, WebSocketFault.FragmentedControl)]
    [InlineData(0, 0, true, WebSocketFault.NothingToContinue)]
    [InlineData(0, 0, false, WebSocketFault.NothingToContinue)]
    public void Faults_of_a_header(int opcode, int rsv, bool isFinal, WebSocketFault fault)
    {
        Expects($"Text good|Fault {fault}", [Frames.Write(1, "good"u8), Frames.Write(opcode, "xy"u8, isFinal, rsv), Frames.Write(9, [])]);
        Assert.Equal(WebSocketCloseCode.ProtocolError, fault.Code);
    }

    [Fact]
    public void Faults_of_a_sequence()
    {
        Expects("Fault UnfinishedMessage", [Frames.Write(1, "a"u8, isFinal: false), Frames.Write(1, "b"u8)]);
        Expects("Fault UnfinishedMessage", [Frames.Write(2, [], isFinal: false), Frames.Write(1, [], isFinal: false)]);
        Expects("Text ab|Fault NothingToContinue", [Frames.Write(1, "a"u8, isFinal: false), Frames.Write(0, "b"u8), Frames.Write(0, "c"u8, isFinal: false)]);
        Expects("Fault ReservedOpcode", [Frames.Write(1, "a"u8, isFinal: false), Frames.Write(3, "b"u8), Frames.Write(0, [])]);
    }

    [Fact]
    public void Control_frames_are_short()
    {
        foreach (int opcode in new[] { 8, 9, 10 })
        {
            Expects("Fault LongControl", [Frames.Write(opcode, new byte[126])]);
            Expects("Fault LongControl", [Frames.Write(opcode, new byte[70_000])]);
        }
    }

    // RFC 6455 section 5.1.
    [Fact]
    public void Clients_mask_and_servers_do_not()
    {
        Expects("Fault NotMasked", WebSocketRole.Server, "810548656C6C6F");
        Expects("Fault NotMasked", WebSocketRole.Server, "8900");
        Expects("Fault Masked", WebSocketRole.Client, "818537FA213D7F9F4D5158");
        // A key of zeros is a key.
        Expects("Text Hello", WebSocketRole.Server, "81850000000048656C6C6F");
        Expects("Fault Masked", WebSocketRole.Client, "81850000000048656C6C6F");

        // Who watches a connection sees what is said, right or wrong.
        var watching = new WebSocketSessionOptions { AcceptsWrongMasking = true };
        Expects("Text Hello", WebSocketRole.Server, Convert.FromHexString("810548656C6C6F"), watching);
        Expects("Text Hello", WebSocketRole.Client, Convert.FromHexString("818537FA213D7F9F4D5158"), watching);
    }

    // RFC 6455 section 5.2: "the most significant bit MUST be 0".
    [Fact]
    public void Lengths_of_64_bits()
    {
        Expects("Fault PayloadLength", WebSocketRole.Client, "827F8000000000000000");
        Expects("Fault PayloadLength", WebSocketRole.Client, "827FFFFFFFFFFFFFFFFF");
        Expects("Fault MessageTooBig", WebSocketRole.Client, "827F7FFFFFFFFFFFFFFF");
        var options = new WebSocketSessionOptions { MaxMessageLength = long.MaxValue, HandsOnPieces = true };
        using var receiver = new WebSocketReceiver(WebSocketRole.Client, options);
        var header = new WebSocketFrameHeader { Opcode = WebSocketOpcode.Binary, PayloadLength = long.MaxValue };
        Assert.Equal("abc"u8, receiver.Receive(in header, "abc"u8).Bytes);
        Assert.Equal(long.MaxValue - 3, receiver.Remaining);
    }

    [Theory]
    [InlineData("", "Close ")]
    [InlineData("03E8", "Close 03E8")]
    [InlineData("0FA0E282AC", "Close 0FA0E282AC")]
    [InlineData("03", "Fault ClosePayload")]
    [InlineData("03ED", "Fault CloseCode")]
    [InlineData("0000", "Fault CloseCode")]
    [InlineData("03E8FF", "Fault CloseReason")]
    [InlineData("03E8E282", "Fault CloseReason")]
    public void Closing(string payload, string expected)
    {
        byte[] bytes = Convert.FromHexString(payload);
        string close = expected.StartsWith("Close ") ? "Close " + Latin(bytes) : expected;
        // RFC 6455 section 1.4: what comes after a Close frame is discarded.
        Expects(close, [Frames.Write(8, bytes), Frames.Write(9, "x"u8), Frames.Write(1, "x"u8), Frames.Write(8, bytes)]);
        Expects($"Text a|{close}", [Frames.Write(1, "a"u8), Frames.Write(2, "b"u8, isFinal: false), Frames.Write(8, bytes), Frames.Write(0, "c"u8)]);
    }

    // RFC 6455 section 8.1, Autobahn 6: text is checked over fragments, and as it comes.
    [Theory]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5F4908080656469746564", 12)]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5EDA080656469746564", 12)]
    [InlineData("FF", 0)]
    [InlineData("41C0AF", 1)]
    public void Text_that_is_invalid_fails_with_its_first_impossible_byte(string hex, int impossible)
    {
        byte[] text = Convert.FromHexString(hex);
        foreach (int fragmentLength in new[] { 1, 2, 5, 100 })
        {
            byte[] stream = [.. Fragments(text, fragmentLength).SelectMany(frame => frame)];
            foreach (bool isWhole in new[] { true, false })
            {
                using var receiver = new WebSocketReceiver(WebSocketRole.Server, new() { HandsOnPieces = !isWhole });
                var feeder = new FrameFeeder(receiver);
                int before = impossible / fragmentLength * (6 + fragmentLength) + 6 + impossible % fragmentLength;
                for (int at = 0; at < before; at++)
                    feeder.Feed([stream[at]]);
                Assert.Empty(feeder.Events);
                feeder.Feed([stream[before]]);
                Assert.Equal(("Fault Text", []), Assert.Single(feeder.Events));
                Assert.Equal(WebSocketCloseCode.InvalidPayloadData, receiver.Fault.Code);
            }
        }
    }

    [Fact]
    public void Text_must_not_end_within_a_character()
    {
        byte[] euro = [0xE2, 0x82, 0xAC];
        Expects($"Text {Latin(euro)}", [.. Fragments(euro, 1)]);
        Expects("Fault Text", [.. Fragments(euro[..2], 1)]);
        Expects("Fault Text", [Frames.Write(1, euro.AsSpan(0, 2))]);
        Expects("Binary " + Latin(euro[..2]), [Frames.Write(2, euro.AsSpan(0, 2))]);
        // Every message starts anew, and control frames do not count.
        Expects($"Ping |Text {Latin(euro)}|Fault Text", [Frames.Write(1, euro.AsSpan(0, 1), isFinal: false), Frames.Write(9, []), Frames.Write(0, euro.AsSpan(1)), Frames.Write(1, euro.AsSpan(1))]);
    }

    [Fact]
    public void Long_messages_are_refused_when_their_header_comes()
    {
        var options = new WebSocketSessionOptions { MaxMessageLength = 10 };
        Expects("Binary 0123456789|Binary 0123456789", [Frames.Write(2, "0123456789"u8), Frames.Write(2, "01234"u8, isFinal: false), Frames.Write(0, "56789"u8)], options);
        Expects("Fault MessageTooBig", [Frames.Write(2, new byte[11])], options);
        Expects("Ping 0123456789A|Fault MessageTooBig", [Frames.Write(2, new byte[6], isFinal: false), Frames.Write(9, "0123456789A"u8), Frames.Write(0, new byte[5], isFinal: false)], options);
        using var receiver = new WebSocketReceiver(WebSocketRole.Client, options);
        var part = receiver.Receive(new() { Opcode = WebSocketOpcode.Text, PayloadLength = 1UL << 40 }, []);
        Assert.Equal(WebSocketFault.MessageTooBig, part.Fault);
        Assert.Equal(WebSocketCloseCode.MessageTooBig, part.Fault.Code);
    }

    [Fact]
    public void No_sequence_of_frames_throws()
    {
        var random = new Random(55);
        byte[] text = [.. "Hällo, wörld! "u8];
        for (int round = 0; round < 20_000; round++)
        {
            var options = new WebSocketSessionOptions { HandsOnPieces = random.Next(2) == 0, Deflate = random.Next(2) == 0 ? default(PerMessageDeflate) : null, MaxMessageLength = 200 };
            using var receiver = new WebSocketReceiver(WebSocketRole.Server, options);
            var feeder = new FrameFeeder(receiver, random.Next(2) == 0);
            for (int frame = 0; frame < 8; frame++)
            {
                int opcode = random.Next(10) == 0 ? random.Next(16) : random.Next(10) switch { < 4 => 0, < 7 => random.Next(1, 3), 7 => 8, 8 => 9, _ => 10 };
                byte[] bytes = Frames.Write(opcode, text.AsSpan(0, random.Next(text.Length)), random.Next(3) != 0, random.Next(5) == 0 ? random.Next(8) : 0);
                int cut = random.Next(bytes.Length);
                feeder.Feed(bytes.AsSpan(0, cut));
                feeder.Feed(bytes.AsSpan(cut));
            }
            Assert.InRange(feeder.Events.Count(e => e.Kind.StartsWith("Fault")), 0, 1);
        }
    }
}
