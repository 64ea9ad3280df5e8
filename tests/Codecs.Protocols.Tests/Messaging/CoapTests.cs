using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Messaging;

public sealed class CoapTests
{
    private static readonly byte[] s_request = Sample.Get("Coap", "RFC 7252 appendix A, figure 16: a request");
    private static readonly byte[] s_response = Sample.Get("Coap", "RFC 7252 appendix A, figure 16: the response");
    private static readonly byte[] s_forms = Sample.Get("Coap", "RFC 7252 section 3.1");
    private static readonly byte[] s_block = Sample.Get("Coap", "RFC 7959: the first block of a request");
    private static readonly byte[] s_blockOfResponse = Sample.Get("Coap", "RFC 7959: the first block of a response");

    [Fact]
    public void Parse()
    {
        Assert.True(Coap.TryParse(s_request, out var coap));
        Assert.Equal((CoapType.Confirmable, CoapCode.Get, 0x7D34, 0, 1), (coap.Type, coap.Code, coap.MessageId, coap.TokenLength, coap.Options.Count));
        Assert.Equal((CoapOptionNumber.UriPath, 11u, "temperature"), (coap.Options.First.Number, coap.Options.First.Length, Text(coap.Options.First.Value)));
        Assert.True(coap.Payload.IsEmpty);

        Assert.True(Coap.TryParse(s_response, out coap));
        Assert.Equal((CoapType.Acknowledgement, CoapCode.Content, 0x7D34, true, "22.3 C"), (coap.Type, coap.Code, coap.MessageId, coap.Options.IsEmpty, Text(coap.Payload)));

        Assert.True(Coap.TryParse(Sample.Get("Coap", "RFC 7252 appendix A, figure 17"), out coap));
        Assert.True(coap.Token is [0x20]);
    }

    // RFC 7252 section 3.1: a number below 13 in the nibble itself, below 269 in a byte behind it, others in two.
    [Fact]
    public void Differences()
    {
        Assert.True(Coap.TryParse(s_forms, out var coap));
        var found = new List<(int, int)>();
        foreach (var option in coap.Options)
            found.Add(((int)option.Number, option.Value.Length));
        Assert.Equal([(3, 1), (11, 13), (65000, 0), (65000, 269)], found);
        byte[] text = [.. "0123456789012"u8], many = [.. Enumerable.Repeat((byte)0x55, 269)];
        Assert.Equal(s_forms, new Coap
        {
            Code = CoapCode.Post,
            MessageId = 1,
            Token = [0xDE, 0xAD],
            Options = new ListBuilder<CoapOption>
            {
                new() { Number = CoapOptionNumber.UriHost, Value = "a"u8 },
                new() { Number = CoapOptionNumber.UriPath, Value = text },
                new() { Number = (CoapOptionNumber)65000 },
                new() { Number = (CoapOptionNumber)65000, Value = many },
            },
        }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new ListBuilder<CoapOption> { new() { Number = CoapOptionNumber.UriPath }, new() { Number = CoapOptionNumber.UriHost } });
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_request, new Coap { Code = CoapCode.Get, MessageId = 0x7D34, Options = new ListBuilder<CoapOption> { new() { Number = CoapOptionNumber.UriPath, Value = "temperature"u8 } } }.ToArray());
        Assert.Equal(s_response, new Coap { Type = CoapType.Acknowledgement, Code = CoapCode.Content, MessageId = 0x7D34, Payload = "22.3 C"u8 }.ToArray());
        byte[] payload = [.. Enumerable.Repeat((byte)'x', 32)];
        Assert.Equal(s_block, new Coap
        {
            Code = CoapCode.Put,
            MessageId = 0xE192,
            Token = [1],
            Options = new ListBuilder<CoapOption>
            {
                new CoapOption { Number = CoapOptionNumber.UriPort } / new CoapNumber { Value = 15684 },
                new() { Number = CoapOptionNumber.UriPath, Value = "example_data"u8 },
                new CoapOption { Number = CoapOptionNumber.Block1 } / CoapBlock.Of(0, hasMore: true, 32),
                new CoapOption { Number = CoapOptionNumber.Size1 } / new CoapNumber { Value = 100 },
                new() { Number = CoapOptionNumber.RequestTag, Value = [0xF1, 0xE5, 0xAC, 0x7B] },
            },
            Payload = payload,
        }.ToArray());
    }

    [Fact]
    public void RoundTrip() => Assert.All(Sample.All.Where(sample => sample.Type == "Coap"), sample => Expect.RoundTrip<Coap>(sample.Bytes));

    [Fact]
    public void CutAtEveryLength()
    {
        // Behind the token a datagram may end with any option; with the marker it does not.
        Assert.Equal(4, Coap.TryParse(s_request.AsSpan(0, 3), out _).BytesNeeded);
        for (int length = 0; length < s_response.Length; length++)
            Assert.Equal(length is 4 or > 5, Coap.TryParse(s_response.AsSpan(0, length), out _).Success);
        for (int length = 5; length < s_request.Length; length++)
            Assert.Equal(s_request.Length, Coap.TryParse(s_request.AsSpan(0, length), out _).BytesNeeded);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<Coap>(s_request.With(0, 0x80), ParseError.Value, "Version", 0);
        // RFC 7252 section 3: lengths of tokens from 9 on, 15 for a difference or a length, and a marker with nothing behind it are format errors.
        Expect.Invalid<Coap>(s_request.With(0, 0x49), ParseError.Limit, nameof(Coap.Token), 4);
        Expect.Invalid<Coap>(s_response[..5], ParseError.Syntax, nameof(Coap.Options), 4);
        Assert.Equal(ParseError.Value, Coap.TryParse(s_request.With(4, 0xFB), out _).Error);
        Assert.Equal(ParseError.Value, Coap.TryParse(s_request.With(4, 0xBF), out _).Error);
        // Section 4.1: an empty message is empty.
        Expect.Invalid<Coap>(s_response.With(1, 0), ParseError.Requirement, nameof(Coap.Payload), 5);
        // A difference that goes beyond the largest number.
        Assert.Equal(ParseError.Value, Coap.TryParse([0x40, 1, 0, 0, 0xE0, 0xFE, 0xF3], out _).Error);
    }

    // RFC 7252 section 3.2.
    [Theory]
    [InlineData(0u, "")]
    [InlineData(1u, "01")]
    [InlineData(255u, "FF")]
    [InlineData(256u, "0100")]
    [InlineData(0x123456u, "123456")]
    [InlineData(uint.MaxValue, "FFFFFFFF")]
    public void Numbers(uint value, string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        Assert.Equal(bytes, new CoapNumber { Value = value }.ToArray());
        Assert.True(CoapNumber.TryParse(bytes, out var number));
        Assert.Equal(value, number.Value.Value);
        Expect.RoundTrip<CoapNumber>(bytes);
        Assert.Equal(ParseError.Value, CoapNumber.TryParse([0, .. new byte[4]], out _).Error);
    }

    // RFC 7959 section 2.2.
    [Fact]
    public void Blocks()
    {
        Assert.True(Coap.TryParse(s_blockOfResponse, out var coap));
        Assert.True(coap.Options.ElementAt(2).TryGet(out CoapBlock block));
        Assert.Equal((0u, true, 16), (block.Number, block.HasMore, block.Size));
        Assert.True(coap.Options.ElementAt(1).TryGet(out CoapNumber age));
        Assert.Equal(0x2FFFFu, age.Value.Value);
        Assert.Equal("FFFFFE"u8, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(CoapBlock.Of(0xFFFFF, hasMore: true, 1024).ToArray())));
        Assert.Equal("", Convert.ToHexString(CoapBlock.Of(0, hasMore: false, 16).ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoapBlock.Of(1 << 20, hasMore: false, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoapBlock.Of(0, hasMore: false, 48));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoapBlock.Of(0, hasMore: false, 2048));
    }

    [Fact]
    public void InAPacket()
    {
        byte[] frame = (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { TimeToLive = 64, Source = A, Destination = B } / new Udp { SourcePort = 50000 }
            / new Coap { Code = CoapCode.Get, MessageId = 1 }).ToArray();
        Assert.True(Packet.TryParse(frame, out var packet));
        Assert.Equal((5683, CoapCode.Get), (packet.Udp.DestinationPort, packet.Coap.Code));
    }

    private static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
