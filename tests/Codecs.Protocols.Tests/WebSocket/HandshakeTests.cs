using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class HandshakeTests
{
    private static readonly WebSocketAcceptor s_acceptor = new()
    {
        Protocols = ["superchat", "chat"],
        Origins = ["http://example.com", "https://example.com:8443"],
        Deflate = default(PerMessageDeflate),
    };

    // RFC 6455 section 1.3.
    [Fact]
    public void The_request_of_the_specification_is_accepted()
    {
        Assert.Equal(WebSocketHandshakeFault.None, s_acceptor.Accept(Request(), out var agreement));
        Assert.Equal(new WebSocketAgreement("chat", null), agreement);
        Assert.Equal(101, WebSocketHandshakeFault.None.HttpStatus);
    }

    // RFC 6455 section 4.2.1, one after the other.
    [Theory]
    [InlineData("Method", "POST", WebSocketHandshakeFault.Method, 405)]
    [InlineData("Method", "get", WebSocketHandshakeFault.Method, 405)]
    [InlineData("Method", "", WebSocketHandshakeFault.Method, 405)]
    [InlineData("HttpVersion", "HTTP/1.0", WebSocketHandshakeFault.HttpVersion, 400)]
    [InlineData("HttpVersion", "HTTP/2", WebSocketHandshakeFault.HttpVersion, 400)]
    [InlineData("HttpVersion", "", WebSocketHandshakeFault.HttpVersion, 400)]
    [InlineData("HttpVersion", "HTTP/1.2", WebSocketHandshakeFault.None, 101)]
    [InlineData("Host", "", WebSocketHandshakeFault.Host, 400)]
    [InlineData("Upgrade", "", WebSocketHandshakeFault.Upgrade, 426)]
    [InlineData("Upgrade", "h2c", WebSocketHandshakeFault.Upgrade, 426)]
    [InlineData("Upgrade", "websockets", WebSocketHandshakeFault.Upgrade, 426)]
    [InlineData("Upgrade", "WebSocket", WebSocketHandshakeFault.None, 101)]
    [InlineData("Upgrade", "h2c, websocket", WebSocketHandshakeFault.None, 101)]
    [InlineData("Connection", "", WebSocketHandshakeFault.Connection, 400)]
    [InlineData("Connection", "keep-alive", WebSocketHandshakeFault.Connection, 400)]
    [InlineData("Connection", "Upgraded", WebSocketHandshakeFault.Connection, 400)]
    [InlineData("Connection", "keep-alive, UPGRADE", WebSocketHandshakeFault.None, 101)]
    [InlineData("Connection", "keep-alive ,,upgrade", WebSocketHandshakeFault.None, 101)]
    [InlineData("Key", "", WebSocketHandshakeFault.Key, 400)]
    [InlineData("Key", "dGhlIHNhbXBsZSBub25j", WebSocketHandshakeFault.Key, 400)]
    [InlineData("Key", "dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZSBub25jZQ==", WebSocketHandshakeFault.Key, 400)]
    [InlineData("Version", "", WebSocketHandshakeFault.Version, 426)]
    [InlineData("Version", "8", WebSocketHandshakeFault.Version, 426)]
    [InlineData("Version", "14", WebSocketHandshakeFault.Version, 426)]
    [InlineData("Version", "13, 13", WebSocketHandshakeFault.Version, 426)]
    [InlineData("Origin", "http://evil.example", WebSocketHandshakeFault.Origin, 403)]
    [InlineData("Origin", "http://example.com.evil.example", WebSocketHandshakeFault.Origin, 403)]
    [InlineData("Origin", "null", WebSocketHandshakeFault.Origin, 403)]
    [InlineData("Origin", "HTTP://EXAMPLE.com", WebSocketHandshakeFault.None, 101)]
    [InlineData("Origin", "", WebSocketHandshakeFault.None, 101)]
    [InlineData("Protocols", "cha t", WebSocketHandshakeFault.Protocol, 400)]
    [InlineData("Protocols", "chat, b(d", WebSocketHandshakeFault.Protocol, 400)]
    [InlineData("Protocols", "chat, chat", WebSocketHandshakeFault.Protocol, 400)]
    [InlineData("Extensions", "permessage-deflate;", WebSocketHandshakeFault.Extensions, 400)]
    [InlineData("Extensions", "permessage-deflate; =1", WebSocketHandshakeFault.Extensions, 400)]
    [InlineData("Extensions", "x-unknown; a=1; b=\"2\"", WebSocketHandshakeFault.None, 101)]
    public void Rules_of_a_request(string field, string value, WebSocketHandshakeFault fault, int status)
    {
        Assert.Equal(fault, s_acceptor.Accept(Request(field, value), out var agreement));
        Assert.Equal(status, fault.HttpStatus);
        if (fault != WebSocketHandshakeFault.None)
            Assert.Equal(default, agreement);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("chat", "chat")]
    [InlineData("chat, superchat", "chat")]
    [InlineData("superchat,chat", "superchat")]
    [InlineData("other, another", null)]
    [InlineData("other, chat", "chat")]
    [InlineData("CHAT", null)]
    [InlineData("other, other, superchat", "superchat")]
    public void The_subprotocol_is_the_first_that_the_server_speaks(string protocols, string? selected)
    {
        Assert.Equal(WebSocketHandshakeFault.None, s_acceptor.Accept(Request("Protocols", protocols), out var agreement));
        Assert.Equal(selected, agreement.Protocol);
    }

    [Fact]
    public void A_server_that_does_not_compress_declines_but_still_reads_the_offer()
    {
        var plain = new WebSocketAcceptor();
        Assert.Equal(WebSocketHandshakeFault.None, plain.Accept(Request("Extensions", "permessage-deflate"), out var agreement));
        Assert.Null(agreement.Deflate);
        Assert.Equal(WebSocketHandshakeFault.Extensions, plain.Accept(Request("Extensions", "permessage-deflate; a b"), out _));

        Assert.Equal(WebSocketHandshakeFault.None, s_acceptor.Accept(Request("Extensions", "permessage-deflate"), out agreement));
        Assert.Equal(default(PerMessageDeflate), agreement.Deflate);
    }

    // RFC 6455 section 4.1, items 1 to 6 of what the client must check.
    [Theory]
    [InlineData("", "", WebSocketHandshakeFault.None)]
    [InlineData("Status", "200", WebSocketHandshakeFault.Status)]
    [InlineData("Status", "401", WebSocketHandshakeFault.Status)]
    [InlineData("Status", "302", WebSocketHandshakeFault.Status)]
    [InlineData("Upgrade", "", WebSocketHandshakeFault.Upgrade)]
    [InlineData("Upgrade", "h2c", WebSocketHandshakeFault.Upgrade)]
    [InlineData("Upgrade", "WEBSOCKET", WebSocketHandshakeFault.None)]
    [InlineData("Connection", "", WebSocketHandshakeFault.Connection)]
    [InlineData("Connection", "close", WebSocketHandshakeFault.Connection)]
    [InlineData("Connection", "keep-alive, upgrade", WebSocketHandshakeFault.None)]
    [InlineData("Accept", "", WebSocketHandshakeFault.Accept)]
    [InlineData("Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", WebSocketHandshakeFault.Accept)]
    [InlineData("Extensions", "", WebSocketHandshakeFault.None)]
    [InlineData("Extensions", "permessage-deflate", WebSocketHandshakeFault.None)]
    [InlineData("Extensions", "x-other", WebSocketHandshakeFault.Extensions)]
    [InlineData("Extensions", "permessage-deflate, x-other", WebSocketHandshakeFault.Extensions)]
    [InlineData("Extensions", "permessage-deflate; what", WebSocketHandshakeFault.Extensions)]
    [InlineData("Protocol", "", WebSocketHandshakeFault.None)]
    [InlineData("Protocol", "chat", WebSocketHandshakeFault.None)]
    [InlineData("Protocol", "CHAT", WebSocketHandshakeFault.Protocol)]
    [InlineData("Protocol", "chat, superchat", WebSocketHandshakeFault.Protocol)]
    [InlineData("Protocol", "other", WebSocketHandshakeFault.Protocol)]
    public void Rules_of_a_response(string field, string value, WebSocketHandshakeFault fault)
    {
        var offer = new WebSocketOffer { Protocols = ["chat", "superchat"], Deflate = default(PerMessageDeflate) };
        Assert.Equal(fault, offer.Check(Response(offer, field, value), out var agreement));
        bool isOpen = fault == WebSocketHandshakeFault.None;
        Assert.Equal(isOpen && field == "Protocol" && value != "" ? value : null, agreement.Protocol);
        Assert.Equal(isOpen && field == "Extensions" && value != "", agreement.Deflate is not null);
    }

    [Fact]
    public void Without_an_offer_nothing_is_accepted()
    {
        var offer = new WebSocketOffer();
        Assert.Equal(WebSocketHandshakeFault.Extensions, offer.Check(Response(offer, "Extensions", "permessage-deflate"), out _));
        Assert.Equal(WebSocketHandshakeFault.Protocol, offer.Check(Response(offer, "Protocol", "chat"), out _));
        Assert.Equal(WebSocketHandshakeFault.None, offer.Check(Response(offer), out _));
    }

    [Fact]
    public void Both_sides_agree()
    {
        var offer = new WebSocketOffer { Protocols = ["soap", "chat"], Deflate = new PerMessageDeflate { ClientMaxWindowBits = 15 } };
        Assert.True(WebSocketKey.IsValid(offer.Key));
        var request = new WebSocketRequest
        {
            Method = "GET"u8,
            HttpVersion = "HTTP/1.1"u8,
            Host = "localhost"u8,
            Upgrade = "websocket"u8,
            Connection = "Upgrade"u8,
            Version = Bytes(WebSocketAcceptor.Version),
            Key = offer.Key,
            Protocols = Bytes(string.Join(", ", offer.Protocols)),
            Extensions = Bytes(offer.Deflate.ToString()!),
        };
        Assert.Equal(WebSocketHandshakeFault.None, s_acceptor.Accept(in request, out var server));
        var response = Response(offer, "Extensions", server.Deflate.ToString()!, server.Protocol!);
        Assert.Equal(WebSocketHandshakeFault.None, offer.Check(response, out var client));
        Assert.Equal(server, client);
        Assert.Equal("chat", client.Protocol);
    }

    [Fact]
    public void Bad_names_throw()
    {
        Assert.Throws<ArgumentException>(() => new WebSocketAcceptor { Protocols = ["a b"] });
        Assert.Throws<ArgumentException>(() => new WebSocketOffer { Protocols = [""] });
        Assert.Throws<ArgumentException>(() => new WebSocketOffer { Protocols = ["grüße"] });
        Assert.Throws<ArgumentException>(() => new WebSocketOffer { Protocols = ["a", "b", "a"] });
    }

    private static WebSocketRequest Request(string field = "", string value = "")
    {
        return new()
        {
            Method = Of("Method", "GET"),
            HttpVersion = Of("HttpVersion", "HTTP/1.1"),
            Host = Of("Host", "server.example.com"),
            Upgrade = Of("Upgrade", "websocket"),
            Connection = Of("Connection", "Upgrade"),
            Key = Of("Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            Origin = Of("Origin", "http://example.com"),
            Protocols = Of("Protocols", "chat, superchat"),
            Version = Of("Version", "13"),
            Extensions = Of("Extensions", ""),
        };

        byte[] Of(string name, string otherwise) => Bytes(name == field ? value : otherwise);
    }

    private static WebSocketResponse Response(WebSocketOffer offer, string field = "", string value = "", string protocol = "")
    {
        byte[] accept = new byte[WebSocketKey.AcceptLength];
        WebSocketKey.WriteAccept(offer.Key, accept);
        return new()
        {
            Status = field == "Status" ? int.Parse(value) : 101,
            Upgrade = Of("Upgrade", "websocket"),
            Connection = Of("Connection", "Upgrade"),
            Accept = field == "Accept" ? Bytes(value) : accept,
            Protocol = Of("Protocol", protocol),
            Extensions = Of("Extensions", ""),
        };

        byte[] Of(string name, string otherwise) => Bytes(name == field ? value : otherwise);
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
