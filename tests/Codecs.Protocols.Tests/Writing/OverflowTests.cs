using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Writing;

/// <summary>What cannot be on the wire throws, and names the field that was set.</summary>
public sealed class OverflowTests
{
    [Fact]
    public void TooManyOptions()
    {
        var options = new byte[44];
        options.AsSpan().Fill((byte)IPv4OptionType.NoOperation);
        var thrown = Assert.Throws<InvalidOperationException>(() => new IPv4 { Source = A, Destination = B, Options = new MessageList<IPv4Option>(options) }.ToArray());
        Names("IPv4.Options", "HeaderLength", thrown);
        thrown = Assert.Throws<InvalidOperationException>(() => new Tcp { Options = new MessageList<TcpOption>(options) }.ToArray());
        Names("Tcp.Options", "DataOffset", thrown);
    }

    [Fact]
    public void TooLongAPayload()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => new IPv4 { Source = A, Destination = B, Payload = new byte[65516] }.ToArray());
        Names("IPv4.Payload", "TotalLength", thrown);
        Assert.Equal(65535, new IPv4 { Source = A, Destination = B, Payload = new byte[65515] }.ToArray().Length);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(255)]
    public void MoreThanABitFieldHolds(byte value)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new IPv4 { Source = A, Destination = B, Dscp = value }.ToArray());
        Assert.Equal(nameof(IPv4.Dscp), thrown.ParamName);
    }

    [Fact]
    public void OptionsAreFilledUp()
    {
        byte[] bytes = new Tcp { Options = new ListBuilder<TcpOption> { new TcpWindowScale { Shift = 7 } } }.ToArray();
        Assert.Equal("03030700", Convert.ToHexStringLower(bytes.AsSpan(20)));
        Assert.Equal(6, bytes[12] >> 4);
    }

    [Fact]
    public void TryWriteIsFalseOnlyIfItDoesNotFit()
    {
        var ip = new IPv4 { Source = A, Destination = B, Payload = [1, 2, 3] };
        Assert.Equal(23, ip.GetMaxSize());
        Assert.False(ip.TryWrite(new byte[22], out int written));
        Assert.Equal(0, written);
        Assert.True(ip.TryWrite(new byte[100], out written));
        Assert.Equal(23, written);
        var layers = new Ethernet { Destination = MacB, Source = MacA } / ip;
        Assert.False(layers.TryWrite(new byte[36], out written));
        Assert.True(layers.TryWrite(new byte[37], out written));
        Assert.Equal((37, 37), (written, layers.GetMaxSize()));
    }

    private static void Names(string field, string length, InvalidOperationException thrown)
    {
        Assert.StartsWith(field + ": ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(length, thrown.Message, StringComparison.Ordinal);
    }
}
