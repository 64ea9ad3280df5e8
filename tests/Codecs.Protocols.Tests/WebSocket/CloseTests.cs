using System.Buffers;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class CloseTests
{
    private static readonly byte[] s_goingAway = Expect.Hex("03E9 676F696E672061776179");

    [Fact]
    public void Parse()
    {
        Assert.True(WebSocketClose.TryParse(s_goingAway, out var close));
        Assert.Equal(WebSocketCloseCode.GoingAway, close.Code);
        Assert.Equal("going away"u8, close.Reason);

        Assert.True(WebSocketClose.TryParse([], out close));
        Assert.Null(close.Code);
        Assert.True(close.Reason.IsEmpty);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_goingAway, new WebSocketClose { Code = WebSocketCloseCode.GoingAway, Reason = "going away"u8 }.ToArray());
        Assert.Equal([0x03, 0xE8], new WebSocketClose { Code = WebSocketCloseCode.NormalClosure }.ToArray());
        Assert.Empty(new WebSocketClose().ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<WebSocketClose>(s_goingAway);
        Expect.RoundTrip<WebSocketClose>([0x03, 0xE8]);
        Expect.RoundTrip<WebSocketClose>([]);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        for (int length = 0; length < s_goingAway.Length; length++)
            Assert.Equal(length == 1 ? OperationStatus.NeedMoreData : OperationStatus.Done, WebSocketClose.TryParse(s_goingAway.AsSpan(0, length), out _).Status);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<WebSocketClose>([0x03, 0xED], ParseError.Requirement, nameof(WebSocketClose.Code), 0);
        Expect.Invalid<WebSocketClose>(s_goingAway.With(4, 0xFF), ParseError.Requirement, nameof(WebSocketClose.Reason), 2);
        Expect.Invalid<WebSocketClose>([0x03, 0xE8, .. new byte[124]], ParseError.Limit, nameof(WebSocketClose.Reason), 2);
        Assert.True(WebSocketClose.TryParse([0x03, 0xE8, .. new byte[WebSocketClose.MaxReasonLength]], out _));
        Assert.Throws<InvalidOperationException>(() => new WebSocketClose { Code = WebSocketCloseCode.NormalClosure, Reason = new byte[124] }.ToArray());
    }

    // RFC 6455 section 7.4 and its registry, and what Autobahn sends in 7.7, 7.9 and 7.13.
    [Theory]
    [InlineData(0, false)]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(1002, true)]
    [InlineData(1003, true)]
    [InlineData(1004, false)]
    [InlineData(1005, false)]
    [InlineData(1006, false)]
    [InlineData(1007, true)]
    [InlineData(1008, true)]
    [InlineData(1009, true)]
    [InlineData(1010, true)]
    [InlineData(1011, true)]
    [InlineData(1012, true)]
    [InlineData(1013, true)]
    [InlineData(1014, true)]
    [InlineData(1015, false)]
    [InlineData(1016, false)]
    [InlineData(1100, false)]
    [InlineData(2000, false)]
    [InlineData(2999, false)]
    [InlineData(3000, true)]
    [InlineData(3999, true)]
    [InlineData(4000, true)]
    [InlineData(4999, true)]
    [InlineData(5000, false)]
    [InlineData(65535, false)]
    public void Codes(int number, bool isAllowed)
    {
        var code = (WebSocketCloseCode)number;
        Assert.Equal(isAllowed, code.MayBeReceived);
        Assert.Equal(isAllowed, code.MayBeSentBy(WebSocketRole.Client));
        // RFC 6455 section 7.4.1: 1010 "is not used by the server".
        Assert.Equal(isAllowed && number != 1010, code.MayBeSentBy(WebSocketRole.Server));
        Assert.Equal(isAllowed, (bool)WebSocketClose.TryParse([(byte)(number >> 8), (byte)number], out _));
    }
}
