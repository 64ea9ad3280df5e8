using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class SessionTests
{
    // RFC 6455 section 5.5.3: a Pong has the payload of its Ping; a Pong that nobody asked for is not answered.
    [Fact]
    public void A_ping_is_answered()
    {
        using var session = new WebSocketSession(WebSocketRole.Server);
        Assert.Equal("8A05 48656C6C6F", Answer(session, Frames.Write(9, "Hello"u8)));
        Assert.Equal("8A00", Answer(session, Frames.Write(9, [])));
        Assert.Equal("", Answer(session, Frames.Write(10, "Hello"u8)));
        Assert.Equal("", Answer(session, Frames.Write(1, "Hello"u8)));
        Assert.Equal("8A05 48656C6C6F", Answer(session, Frames.Write(1, "He"u8, isFinal: false), Frames.Write(9, "Hello"u8)));
        Assert.Equal(WebSocketClosing.Open, session.Closing);
    }

    // RFC 6455 section 5.5.1: the answer to a Close is a Close with its code.
    [Theory]
    [InlineData("", "8800", WebSocketCloseCode.NoStatusReceived)]
    [InlineData("03E8", "8802 03E8", WebSocketCloseCode.NormalClosure)]
    [InlineData("03E9676F", "8802 03E9", WebSocketCloseCode.GoingAway)]
    [InlineData("1387", "8802 1387", (WebSocketCloseCode)4999)]
    [InlineData("03F2", "8802 03E8", WebSocketCloseCode.MandatoryExtension)]
    public void The_other_end_closes(string payload, string answer, WebSocketCloseCode code)
    {
        using var session = new WebSocketSession(WebSocketRole.Server);
        var feeder = new Feeder(session);
        feeder.Feed(Frames.Write(8, Convert.FromHexString(payload)));
        Assert.Equal(answer, feeder.Answers);
        Assert.Equal((WebSocketClosing.Done, code, true, true), (session.Closing, session.CloseCode, session.IsClean, session.ShouldCut));
        // Autobahn 7.1.2 to 7.1.5: what comes after it is not answered.
        feeder.Feed([.. Frames.Write(9, []), .. Frames.Write(8, []), .. Frames.Write(1, "x"u8), .. Frames.Write(3, [])]);
        Assert.Equal(answer, feeder.Answers);
        Assert.Throws<InvalidOperationException>(() => session.Sender.Ping([]));
    }

    [Fact]
    public void This_end_closes()
    {
        using var session = new WebSocketSession(WebSocketRole.Server);
        var feeder = new Feeder(session);
        Assert.Equal(WebSocketCloseCode.AbnormalClosure, session.CloseCode);
        var header = session.Sender.Close(WebSocketCloseCode.GoingAway, "bye"u8, out var payload);
        Assert.Equal("880503E9627965", Convert.ToHexString(Frames.Write(in header, payload)));
        Assert.Equal((WebSocketClosing.Sent, false), (session.Closing, session.ShouldCut));
        // RFC 6455 section 5.5.1: the other end may go on with a message before it answers; nothing is sent any more.
        feeder.Feed([.. Frames.Write(1, "late"u8), .. Frames.Write(9, [])]);
        Assert.Equal("", feeder.Answers);
        Assert.Equal("Text late", feeder.Messages);
        feeder.Feed(Frames.Write(8, [0x03, 0xE9]));
        Assert.Equal("", feeder.Answers);
        Assert.Equal((WebSocketClosing.Done, WebSocketCloseCode.GoingAway, true, true), (session.Closing, session.CloseCode, session.IsClean, session.ShouldCut));
    }

    // RFC 6455 section 7.1.1: the server cuts the transport first.
    [Fact]
    public void A_client_waits_for_the_server_to_cut()
    {
        using var session = new WebSocketSession(WebSocketRole.Client);
        var feeder = new Feeder(session);
        feeder.Feed(Frames.Write(8, [0x03, 0xE8], key: null));
        Assert.True(session.Sender.IsClosed);
        Assert.Equal((WebSocketClosing.Done, false), (session.Closing, session.ShouldCut));
        session.Cut();
        Assert.True(session.ShouldCut);
        Assert.True(session.IsClean);
    }

    // RFC 6455 section 7.1.5: without a Close frame the code is 1006.
    [Fact]
    public void The_transport_ends()
    {
        using var session = new WebSocketSession(WebSocketRole.Client);
        session.Cut();
        Assert.Equal((WebSocketClosing.Done, WebSocketCloseCode.AbnormalClosure, false), (session.Closing, session.CloseCode, session.IsClean));
    }

    [Theory]
    [InlineData("8100", "8802 03EA")]
    [InlineData("8380 00000000", "8802 03EA")]
    [InlineData("8181 00000000 FF", "8802 03EF")]
    [InlineData("88 81 00000000 03", "8802 03EA")]
    [InlineData("82FF 00000001 00000000 00000000", "8802 03F1")]
    public void A_fault_is_named_once_and_ends_everything(string hex, string answer)
    {
        using var session = new WebSocketSession(WebSocketRole.Server);
        var feeder = new Feeder(session);
        feeder.Feed(Expect.Hex(hex));
        feeder.Feed([.. Frames.Write(9, []), .. Frames.Write(8, [])]);
        Assert.Equal(answer, feeder.Answers);
        Assert.Equal((WebSocketClosing.Done, WebSocketCloseCode.AbnormalClosure, false, true), (session.Closing, session.CloseCode, session.IsClean, session.ShouldCut));
    }

    [Fact]
    public void Fragments_are_sent_in_order()
    {
        using var sender = new WebSocketSender(WebSocketRole.Server);
        Assert.Equal("0102 4865", Message(sender, WebSocketOpcode.Text, "He", isLast: false));
        Assert.Equal("8900", Written(sender.Ping([]), []));
        Assert.Throws<InvalidOperationException>(() => sender.Message(WebSocketOpcode.Binary, [], true, out _));
        Assert.Equal("0001 6C", Message(sender, WebSocketOpcode.Text, "l", isLast: false));
        Assert.Equal("8002 6C6F", Message(sender, WebSocketOpcode.Text, "lo", isLast: true));
        Assert.Equal("8200", Message(sender, WebSocketOpcode.Binary, "", isLast: true));
    }

    [Fact]
    public void What_must_not_be_sent_throws()
    {
        using var sender = new WebSocketSender(WebSocketRole.Server);
        foreach (var opcode in new[] { WebSocketOpcode.Continuation, WebSocketOpcode.Close, WebSocketOpcode.Ping, (WebSocketOpcode)3 })
            Assert.Throws<ArgumentOutOfRangeException>(() => sender.Message(opcode, [], true, out _));
        Assert.Throws<ArgumentException>(() => sender.Ping(new byte[126]));
        Assert.Throws<ArgumentException>(() => sender.Pong(new byte[126]));
        foreach (int code in new[] { 0, 999, 1004, 1006, 1010, 1015, 2000, 5000 })
            Assert.Throws<ArgumentException>(() => sender.Close((WebSocketCloseCode)code, [], out _));
        Assert.Throws<ArgumentException>(() => sender.Close(WebSocketCloseCode.NormalClosure, new byte[124], out _));
        Assert.Throws<ArgumentException>(() => sender.Close(WebSocketCloseCode.NormalClosure, [0xFF], out _));
        Assert.Throws<ArgumentException>(() => sender.Close(WebSocketCloseCode.NoStatusReceived, "why"u8, out _));
        Assert.False(sender.IsClosed);

        sender.Close(WebSocketCloseCode.NormalClosure, new byte[123], out var payload);
        Assert.Equal(125, payload.Length);
        Assert.Throws<InvalidOperationException>(() => sender.Close(WebSocketCloseCode.NormalClosure, [], out _));
        Assert.Throws<InvalidOperationException>(() => sender.Message(WebSocketOpcode.Text, [], true, out _));
        Assert.Throws<InvalidOperationException>(() => sender.Pong([]));
    }

    // RFC 6455 section 5.3: a new key for every frame, that nobody can guess.
    [Fact]
    public void A_client_has_a_new_key_for_every_frame()
    {
        using var sender = new WebSocketSender(WebSocketRole.Client);
        var keys = Enumerable.Range(0, 1000).Select(_ => sender.Ping([]).MaskingKey!.Value).ToList();
        Assert.Equal(1000, keys.Distinct().Count());
        using var other = new WebSocketSender(WebSocketRole.Client);
        Assert.NotEqual(keys[0], other.Ping([]).MaskingKey);
        using var server = new WebSocketSender(WebSocketRole.Server);
        Assert.Null(server.Ping([]).MaskingKey);
    }

    // RFC 7692 section 6: RSV1 is in the first frame of a compressed message, and there only.
    [Theory]
    [InlineData(null)]
    [InlineData(10)]
    public void Compressed_messages(int? windowBits)
    {
        var options = new WebSocketSessionOptions { Deflate = new PerMessageDeflate { ServerMaxWindowBits = windowBits }, MinCompressedLength = 10 };
        using var server = new WebSocketSession(WebSocketRole.Server, options);
        using var client = new WebSocketSession(WebSocketRole.Client, options);
        var feeder = new Feeder(client);
        byte[] text = new byte[1024];
        Array.Fill(text, (byte)'a');

        var header = server.Sender.Message(WebSocketOpcode.Text, text, true, out var payload);
        Assert.Equal((true, true), (header.Rsv1, payload.Length < 100));
        feeder.Feed(Frames.Write(in header, payload));

        header = server.Sender.Message(WebSocketOpcode.Text, text.AsSpan(0, 9), true, out payload);
        Assert.Equal((false, 9), (header.Rsv1, payload.Length));
        feeder.Feed(Frames.Write(in header, payload));

        // Fragments are compressed together, if what their message will be is known to fit into the window.
        for (int part = 0; part < 3; part++)
        {
            header = server.Sender.Message(WebSocketOpcode.Binary, text.AsSpan(0, 600), part == 2, out payload);
            Assert.Equal((part == 0 && windowBits is null, part == 2), (header.Rsv1, header.IsFinal));
            feeder.Feed(Frames.Write(in header, payload));
            header = server.Sender.Ping("x"u8);
            Assert.False(header.Rsv1);
            feeder.Feed(Frames.Write(in header, "x"u8));
        }
        byte[] longer = [.. text, (byte)'b'];
        header = server.Sender.Message(WebSocketOpcode.Text, longer, true, out payload);
        Assert.Equal(windowBits is null, header.Rsv1);
        feeder.Feed(Frames.Write(in header, payload));
        Assert.Equal($"Text {Latin(text)}|Text aaaaaaaaa|Binary {new string('a', 1800)}|Text {Latin(longer)}", feeder.Messages);
    }

    // RFC 7692 sections 6.1 and 7.2.3.1: RSV1 in a continuation, and what cannot be decompressed.
    [Theory]
    [InlineData("4103 F248CD 8004 C9C90700", "Text Hello")]
    [InlineData("C107 F248CDC9C90700 C105 F200110000", "Text Hello|Text Hello")]
    [InlineData("C107 F248CDC9C90700 8105 48656C6C6F", "Text Hello|Text Hello")]
    [InlineData("4103 F248CD C004 C9C90700", "Fault ReservedBit")]
    [InlineData("0103 48656C C002 6C6F", "Fault ReservedBit")]
    [InlineData("C102 FFFF", "Fault Compression")]
    [InlineData("C10B 000500FAFF FFFFFFFFFF 00", "Fault Text")]
    [InlineData("C20B 000500FAFF FFFFFFFFFF 00", "Binary \u00FF\u00FF\u00FF\u00FF\u00FF")]
    public void Frames_of_compressed_messages(string hex, string expected)
    {
        byte[] bytes = Expect.Hex(hex);
        foreach (bool handsOnPieces in new[] { true, false })
        {
            foreach (int cut in new[] { 1, 2, 3, 100 })
            {
                using var session = new WebSocketSession(WebSocketRole.Client, new() { Deflate = default(PerMessageDeflate), HandsOnPieces = handsOnPieces });
                var feeder = new Feeder(session);
                for (int at = 0; at < bytes.Length; at += cut)
                    feeder.Feed(bytes.AsSpan(at, Math.Min(cut, bytes.Length - at)));
                Assert.Equal(expected, feeder.Messages);
            }
        }
    }

    [Fact]
    public void Bombs_are_faults()
    {
        using var compressor = new PerMessageDeflateCompressor(keepsContext: true);
        byte[] bomb = Frames.Write(2, compressor.Compress(new byte[1_000_000]), rsv: 4, key: null);
        foreach (bool handsOnPieces in new[] { true, false })
        {
            using var session = new WebSocketSession(WebSocketRole.Client, new() { Deflate = default(PerMessageDeflate), HandsOnPieces = handsOnPieces, MaxMessageLength = 10_000 });
            var feeder = new Feeder(session);
            feeder.Feed(bomb);
            Assert.Equal("Fault MessageTooBig", feeder.Messages);
        }
        // Nor can empty blocks without end be sent as one message.
        using var other = new WebSocketSession(WebSocketRole.Client, new() { Deflate = default(PerMessageDeflate), MaxMessageLength = 10_000 });
        var second = new Feeder(other);
        byte[] empty = [.. Enumerable.Repeat<byte[]>([0x00, 0x00, 0x00, 0xFF, 0xFF], 1000).SelectMany(block => block)];
        for (int i = 0; i < 4; i++)
            second.Feed(Frames.Write(i == 0 ? 2 : 0, empty, isFinal: false, rsv: i == 0 ? 4 : 0, key: null));
        Assert.Equal("Fault MessageTooBig", second.Messages);
    }

    private static string Answer(WebSocketSession session, params byte[][] frames)
    {
        var feeder = new Feeder(session);
        foreach (byte[] frame in frames)
            feeder.Feed(frame);
        return feeder.Answers;
    }

    private static string Message(WebSocketSender sender, WebSocketOpcode type, string text, bool isLast)
    {
        var header = sender.Message(type, Encoding.UTF8.GetBytes(text), isLast, out var payload);
        return Written(header, payload);
    }

    private static string Written(WebSocketFrameHeader header, ReadOnlySpan<byte> payload) =>
        Convert.ToHexString(Frames.Write(in header, payload)).Insert(4, " ").TrimEnd();

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private sealed class Feeder
    {
        private readonly FrameFeeder _feeder;
        private readonly List<string> _answers = [];

        public Feeder(WebSocketSession session) => _feeder = new(session.Receiver)
        {
            OnPart = part =>
            {
                if (session.TryAnswer(part, out var header, out var payload))
                    _answers.Add(Written(header with { MaskingKey = null }, payload));
            },
        };

        public string Answers => string.Join('|', _answers);

        public string Messages => string.Join('|', _feeder.Events
            .Where(e => e.Kind is not ("Ping" or "Pong" or "Close"))
            .Select(e => e.Kind.StartsWith("Fault") ? e.Kind : $"{e.Kind} {Latin(e.Bytes)}"));

        public void Feed(ReadOnlySpan<byte> bytes) => _feeder.Feed(bytes);
    }
}
