using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class ReceiverTests
{
    private static readonly int[] s_cuts = [1, 2, 3, 7, 64, 1000, int.MaxValue];

    // RFC 6455 section 5.7.
    [Fact]
    public void Frames_of_the_specification()
    {
        Expect("Text Hello", WebSocketRole.Client, "810548656C6C6F");
        Expect("Text Hello", WebSocketRole.Server, "818537FA213D7F9F4D5158");
        Expect("Text Hello", WebSocketRole.Client, "010348656C80026C6F");
        Expect("Ping Hello", WebSocketRole.Client, "890548656C6C6F");
        Expect("Pong Hello", WebSocketRole.Server, "8A8537FA213D7F9F4D5158");
        byte[] page = new byte[256], large = new byte[65536];
        Expect($"Binary {Latin(page)}", WebSocketRole.Client, "827E0100" + Convert.ToHexString(page));
        Expect($"Binary {Latin(large)}", WebSocketRole.Client, "827F0000000000010000" + Convert.ToHexString(large));
    }

    [Fact]
    public void Messages_in_fragments()
    {
        Expect("Text ", [Frames.Write(1, [], isFinal: false), Frames.Write(0, [], isFinal: false), Frames.Write(0, [])]);
        Expect("Text middle", [Frames.Write(1, [], isFinal: false), Frames.Write(0, "middle"u8, isFinal: false), Frames.Write(0, [])]);
        Expect("Text Hello", [Frames.Write(1, "He"u8, isFinal: false), Frames.Write(0, "l"u8, isFinal: false), Frames.Write(0, "lo"u8)]);
        Expect("Binary a|Binary bcd|Text ", [Frames.Write(2, "a"u8), Frames.Write(2, "b"u8, isFinal: false), Frames.Write(0, "cd"u8), Frames.Write(1, [])]);
    }

    // RFC 6455 section 5.4: control frames may come between fragments.
    [Fact]
    public void Control_frames_between_fragments()
    {
        Expect("Ping p|Pong |Ping |Text Hello|Pong q",
            [Frames.Write(1, "He"u8, isFinal: false), Frames.Write(9, "p"u8), Frames.Write(10, []), Frames.Write(0, "l"u8, isFinal: false), Frames.Write(9, []), Frames.Write(0, "lo"u8), Frames.Write(10, "q"u8)]);
        byte[] longest = new byte[125];
        Expect($"Ping {Latin(longest)}|Binary xy", [Frames.Write(2, "x"u8, isFinal: false), Frames.Write(9, longest), Frames.Write(0, "y"u8)]);
    }

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
        Expect($"Text good|Fault {fault}", [Frames.Write(1, "good"u8), Frames.Write(opcode, "xy"u8, isFinal, rsv), Frames.Write(9, [])]);
        Assert.Equal(WebSocketCloseCode.ProtocolError, fault.Code);
    }

    [Fact]
    public void Faults_of_a_sequence()
    {
        Expect("Fault UnfinishedMessage", [Frames.Write(1, "a"u8, isFinal: false), Frames.Write(1, "b"u8)]);
        Expect("Fault UnfinishedMessage", [Frames.Write(2, [], isFinal: false), Frames.Write(1, [], isFinal: false)]);
        Expect("Text ab|Fault NothingToContinue", [Frames.Write(1, "a"u8, isFinal: false), Frames.Write(0, "b"u8), Frames.Write(0, "c"u8, isFinal: false)]);
        Expect("Fault ReservedOpcode", [Frames.Write(1, "a"u8, isFinal: false), Frames.Write(3, "b"u8), Frames.Write(0, [])]);
    }

    [Fact]
    public void Control_frames_are_short()
    {
        foreach (int opcode in new[] { 8, 9, 10 })
        {
            Expect("Fault LongControl", [Frames.Write(opcode, new byte[126])]);
            Expect("Fault LongControl", [Frames.Write(opcode, new byte[70_000])]);
        }
    }

    // RFC 6455 section 5.1.
    [Fact]
    public void Clients_mask_and_servers_do_not()
    {
        Expect("Fault NotMasked", WebSocketRole.Server, "810548656C6C6F");
        Expect("Fault NotMasked", WebSocketRole.Server, "8900");
        Expect("Fault Masked", WebSocketRole.Client, "818537FA213D7F9F4D5158");
        // A key of zeros is a key.
        Expect("Text Hello", WebSocketRole.Server, "81850000000048656C6C6F");
        Expect("Fault Masked", WebSocketRole.Client, "81850000000048656C6C6F");

        // Who watches a connection sees what is said, right or wrong.
        var watching = new WebSocketSessionOptions { AcceptsWrongMasking = true };
        Expect("Text Hello", WebSocketRole.Server, Convert.FromHexString("810548656C6C6F"), watching);
        Expect("Text Hello", WebSocketRole.Client, Convert.FromHexString("818537FA213D7F9F4D5158"), watching);
    }

    // RFC 6455 section 5.2: "the most significant bit MUST be 0".
    [Fact]
    public void Lengths_of_64_bits()
    {
        Expect("Fault PayloadLength", WebSocketRole.Client, "827F8000000000000000");
        Expect("Fault PayloadLength", WebSocketRole.Client, "827FFFFFFFFFFFFFFFFF");
        Expect("Fault MessageTooBig", WebSocketRole.Client, "827F7FFFFFFFFFFFFFFF");
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
        Expect(close, [Frames.Write(8, bytes), Frames.Write(9, "x"u8), Frames.Write(1, "x"u8), Frames.Write(8, bytes)]);
        Expect($"Text a|{close}", [Frames.Write(1, "a"u8), Frames.Write(2, "b"u8, isFinal: false), Frames.Write(8, bytes), Frames.Write(0, "c"u8)]);
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
        Expect($"Text {Latin(euro)}", [.. Fragments(euro, 1)]);
        Expect("Fault Text", [.. Fragments(euro[..2], 1)]);
        Expect("Fault Text", [Frames.Write(1, euro.AsSpan(0, 2))]);
        Expect("Binary " + Latin(euro[..2]), [Frames.Write(2, euro.AsSpan(0, 2))]);
        // Every message starts anew, and control frames do not count.
        Expect($"Ping |Text {Latin(euro)}|Fault Text", [Frames.Write(1, euro.AsSpan(0, 1), isFinal: false), Frames.Write(9, []), Frames.Write(0, euro.AsSpan(1)), Frames.Write(1, euro.AsSpan(1))]);
    }

    [Fact]
    public void Long_messages_are_refused_when_their_header_comes()
    {
        var options = new WebSocketSessionOptions { MaxMessageLength = 10 };
        Expect("Binary 0123456789|Binary 0123456789", [Frames.Write(2, "0123456789"u8), Frames.Write(2, "01234"u8, isFinal: false), Frames.Write(0, "56789"u8)], options);
        Expect("Fault MessageTooBig", [Frames.Write(2, new byte[11])], options);
        Expect("Ping 0123456789A|Fault MessageTooBig", [Frames.Write(2, new byte[6], isFinal: false), Frames.Write(9, "0123456789A"u8), Frames.Write(0, new byte[5], isFinal: false)], options);
        using var receiver = new WebSocketReceiver(WebSocketRole.Client, options);
        var part = receiver.Receive(new() { Opcode = WebSocketOpcode.Text, PayloadLength = 1UL << 40 }, []);
        Assert.Equal(WebSocketFault.MessageTooBig, part.Fault);
        Assert.Equal(WebSocketCloseCode.MessageTooBig, part.Fault.Code);
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

    private static IEnumerable<byte[]> Fragments(byte[] bytes, int length)
    {
        for (int at = 0; at < bytes.Length; at += length)
        {
            int end = Math.Min(at + length, bytes.Length);
            yield return Frames.Write(at == 0 ? 1 : 0, bytes.AsSpan(at..end), end == bytes.Length);
        }
    }

    private static void Expect(string expected, WebSocketRole role, string hex) => Expect(expected, role, Convert.FromHexString(hex), new());

    private static void Expect(string expected, byte[][] frames, WebSocketSessionOptions? options = null) =>
        Expect(expected, WebSocketRole.Server, [.. frames.SelectMany(frame => frame)], options ?? new());

    /// <summary>The same comes out however the bytes are cut, whether messages are put together here or there, and wherever they are unmasked.</summary>
    private static void Expect(string expected, WebSocketRole role, byte[] stream, WebSocketSessionOptions options)
    {
        foreach (int cut in s_cuts)
        {
            for (int mode = 0; mode < 4; mode++)
            {
                using var receiver = new WebSocketReceiver(role, options with { HandsOnPieces = (mode & 1) != 0 });
                var feeder = new FrameFeeder(receiver, (mode & 2) != 0);
                for (int at = 0; at < stream.Length; at += Math.Min(cut, stream.Length))
                    feeder.Feed(stream.AsSpan(at, Math.Min(cut, stream.Length - at)));
                Assert.Equal(expected, string.Join('|', feeder.Events.Select(e => e.Kind.StartsWith("Fault") ? e.Kind : $"{e.Kind} {Latin(e.Bytes)}")));
            }
        }
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
