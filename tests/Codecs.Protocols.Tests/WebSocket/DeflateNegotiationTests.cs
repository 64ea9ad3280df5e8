using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class DeflateNegotiationTests
{
    private const string Plain = "permessage-deflate";

    // RFC 7692 section 7.1: what is offered, and what a server without wishes answers. Null: it declines.
    [Theory]
    [InlineData("", null)]
    [InlineData("x-webkit-deflate-frame", null)]
    [InlineData(Plain, Plain)]
    [InlineData("Permessage-Deflate", null)]
    [InlineData("permessage-deflate; client_max_window_bits", Plain)]
    [InlineData("permessage-deflate; client_max_window_bits=10", Plain)]
    [InlineData("permessage-deflate; client_no_context_takeover", "permessage-deflate; client_no_context_takeover")]
    [InlineData("permessage-deflate; server_no_context_takeover", "permessage-deflate; server_no_context_takeover")]
    [InlineData("permessage-deflate; server_max_window_bits=15", "permessage-deflate; server_max_window_bits=15")]
    [InlineData("permessage-deflate; server_max_window_bits=\"15\"", "permessage-deflate; server_max_window_bits=15")]
    // The window is smaller than that of System.IO.Compression: only with messages that stand for themselves.
    [InlineData("permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_no_context_takeover; server_max_window_bits=10")]
    [InlineData("permessage-deflate; server_max_window_bits=8", "permessage-deflate; server_no_context_takeover; server_max_window_bits=8")]
    // Section 7.1.3: the first offer that the server can accept.
    [InlineData("permessage-deflate; client_max_window_bits; server_max_window_bits=10, permessage-deflate; client_max_window_bits", "permessage-deflate; server_no_context_takeover; server_max_window_bits=10")]
    [InlineData("permessage-deflate; server_max_window_bits=7, permessage-deflate", Plain)]
    [InlineData("x-other; a=1, permessage-deflate; unknown, permessage-deflate; server_no_context_takeover", "permessage-deflate; server_no_context_takeover")]
    // What must be declined: unknown parameters, wrong values, the same one twice.
    [InlineData("permessage-deflate; unknown", null)]
    [InlineData("permessage-deflate; server_max_window_bits", null)]
    [InlineData("permessage-deflate; server_max_window_bits=7", null)]
    [InlineData("permessage-deflate; server_max_window_bits=16", null)]
    [InlineData("permessage-deflate; server_max_window_bits=08", null)]
    [InlineData("permessage-deflate; server_max_window_bits=+9", null)]
    [InlineData("permessage-deflate; server_max_window_bits=1", null)]
    [InlineData("permessage-deflate; server_max_window_bits=100", null)]
    [InlineData("permessage-deflate; client_max_window_bits=0", null)]
    [InlineData("permessage-deflate; client_max_window_bits=true", null)]
    [InlineData("permessage-deflate; server_no_context_takeover=1", null)]
    [InlineData("permessage-deflate; client_no_context_takeover=true", null)]
    [InlineData("permessage-deflate; client_no_context_takeover; client_no_context_takeover", null)]
    [InlineData("permessage-deflate; server_no_context_takeover; server_no_context_takeover", null)]
    [InlineData("permessage-deflate; client_max_window_bits; client_max_window_bits=9", null)]
    [InlineData("permessage-deflate; server_max_window_bits=9; server_max_window_bits=9", null)]
    [InlineData("permessage-deflate; Server_No_Context_Takeover", null)]
    public void Offers(string offers, string? answer) => Assert.Equal(answer, Answer(offers, default));

    // RFC 7692 sections 7.1.1.1 to 7.1.2.2: what a server may ask for by itself.
    [Fact]
    public void Wishes_of_a_server()
    {
        var forgetful = new PerMessageDeflate { ServerNoContextTakeover = true, ClientNoContextTakeover = true };
        Assert.Equal("permessage-deflate; server_no_context_takeover; client_no_context_takeover", Answer(Plain, forgetful));

        var small = new PerMessageDeflate { ServerMaxWindowBits = 11 };
        Assert.Equal("permessage-deflate; server_no_context_takeover; server_max_window_bits=11", Answer(Plain, small));
        Assert.Equal("permessage-deflate; server_no_context_takeover; server_max_window_bits=9", Answer("permessage-deflate; server_max_window_bits=9", small));
        Assert.Equal("permessage-deflate; server_no_context_takeover; server_max_window_bits=11", Answer("permessage-deflate; server_max_window_bits=15", small));

        // Of the client's window only if the client has offered it.
        var thrifty = new PerMessageDeflate { ClientMaxWindowBits = 10 };
        Assert.Equal(Plain, Answer(Plain, thrifty));
        Assert.Equal("permessage-deflate; client_max_window_bits=10", Answer("permessage-deflate; client_max_window_bits", thrifty));
        Assert.Equal("permessage-deflate; client_max_window_bits=9", Answer("permessage-deflate; client_max_window_bits=9", thrifty));
    }

    [Theory]
    [InlineData("permessage-deflate; a b")]
    [InlineData("permessage-deflate, permessage-deflate;")]
    [InlineData("permessage-deflate; server_max_window_bits=")]
    [InlineData("x y, permessage-deflate")]
    public void Malformed_offers(string offers) => Assert.False(PerMessageDeflateNegotiation.TryAnswer(Bytes(offers), default, out _));

    // RFC 7692 section 7.1: what a client makes of an answer to an offer. Null: it must fail the connection.
    [Theory]
    [InlineData(Plain, "", "none")]
    [InlineData(Plain, Plain, Plain)]
    [InlineData(Plain, "permessage-deflate; server_no_context_takeover", "permessage-deflate; server_no_context_takeover")]
    [InlineData(Plain, "permessage-deflate; client_no_context_takeover", "permessage-deflate; client_no_context_takeover")]
    [InlineData(Plain, "permessage-deflate; server_max_window_bits=9", "permessage-deflate; server_max_window_bits=9")]
    [InlineData("permessage-deflate; client_max_window_bits", "permessage-deflate; client_max_window_bits=9", "permessage-deflate; client_max_window_bits=9")]
    [InlineData("permessage-deflate; client_max_window_bits=10", "permessage-deflate; client_max_window_bits=10", "permessage-deflate; client_max_window_bits=10")]
    [InlineData("permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_max_window_bits=10")]
    [InlineData("permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_max_window_bits=9", "permessage-deflate; server_max_window_bits=9")]
    [InlineData("permessage-deflate; client_no_context_takeover", Plain, "permessage-deflate; client_no_context_takeover")]
    [InlineData(Plain, "permessage-deflate; client_max_window_bits=9", null)]
    [InlineData("permessage-deflate; client_max_window_bits", "permessage-deflate; client_max_window_bits", null)]
    [InlineData("permessage-deflate; client_max_window_bits=10", "permessage-deflate; client_max_window_bits=11", null)]
    [InlineData("permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_max_window_bits=11", null)]
    [InlineData(Plain, "permessage-deflate; server_max_window_bits=7", null)]
    [InlineData(Plain, "permessage-deflate; server_max_window_bits", null)]
    [InlineData(Plain, "permessage-deflate; server_no_context_takeover; server_no_context_takeover", null)]
    [InlineData(Plain, "permessage-deflate; unknown", null)]
    [InlineData(Plain, "permessage-deflate, permessage-deflate", null)]
    [InlineData(Plain, "x-other", null)]
    [InlineData(Plain, "permessage-deflate; a b", null)]
    public void Answers(string offer, string answer, string? agreed)
    {
        Assert.True(PerMessageDeflateNegotiation.TryAnswer(Bytes(offer), default, out _));
        bool isGood = PerMessageDeflateNegotiation.TryAgree(Bytes(answer), Offer(offer), out var found);
        Assert.Equal(agreed, !isGood ? null : found?.ToString() ?? "none");
    }

    [Fact]
    public void Without_an_offer_only_no_answer_is_right()
    {
        Assert.True(PerMessageDeflateNegotiation.TryAgree([], null, out _));
        Assert.False(PerMessageDeflateNegotiation.TryAgree(Bytes(Plain), null, out _));
    }

    [Fact]
    public void Windows_that_do_not_exist_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerMessageDeflate { ServerMaxWindowBits = 7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PerMessageDeflate { ClientMaxWindowBits = 16 });
    }

    private static string? Answer(string offers, PerMessageDeflate preference)
    {
        Assert.True(PerMessageDeflateNegotiation.TryAnswer(Bytes(offers), preference, out var agreed));
        return agreed?.ToString();
    }

    private static PerMessageDeflate Offer(string text) => new()
    {
        ClientNoContextTakeover = text.Contains("client_no_context_takeover"),
        ServerMaxWindowBits = text.Contains("server_max_window_bits=10") ? 10 : null,
        ClientMaxWindowBits = text.Contains("client_max_window_bits=10") ? 10 : text.Contains("client_max_window_bits") ? 15 : null,
    };

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
