using System.Threading.Channels;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Writing;

/// <summary>Messages that outlive the call that received them.</summary>
public sealed class KeepTests
{
    [Fact]
    public async Task MessagesCanBeQueued()
    {
        var channel = Channel.CreateUnbounded<MessageMemory<IPv4>>();
        Send(channel.Writer);
        channel.Writer.Complete();
        var hops = new List<int>();
        await foreach (var packet in channel.Reader.ReadAllAsync())
            hops.Add(packet.Message.TimeToLive);
        Assert.Equal([64, 9], hops);
    }

    [Fact]
    public void NothingIsCopied()
    {
        byte[] bytes = [.. new byte[3], .. new IPv4 { Source = A, Destination = B }.ToArray(), 1, 2, 3];
        var result = MessageMemory<IPv4>.TryParse(bytes.AsMemory(3), out var memory);
        Assert.Equal((20, 20, false), (result.BytesConsumed, memory.Bytes.Length, memory.IsEmpty));
        bytes[3 + 8] = 77;
        Assert.Equal(77, memory.Message.TimeToLive);
        Assert.Contains("TimeToLive = 77", memory.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheDefaultIsEmpty()
    {
        MessageMemory<IPv4> memory = default;
        Assert.True(memory.IsEmpty);
        Assert.Equal("", memory.ToString());
        Assert.Throws<InvalidOperationException>(() => memory.Message.TimeToLive);
        Assert.False(MessageMemory<IPv4>.TryParse(new byte[5], out memory));
        Assert.True(memory.IsEmpty);
    }

    private static void Send(ChannelWriter<MessageMemory<IPv4>> writer)
    {
        byte[] bytes = new IPv4 { TimeToLive = 64, Source = A, Destination = B }.ToArray();
        Assert.True(MessageMemory<IPv4>.TryParse(bytes, out var memory));
        Assert.True(writer.TryWrite(memory));
        Assert.True(IPv4.TryParse(bytes, out var ip));
        Assert.True(writer.TryWrite((ip with { TimeToLive = 9 }).ToMemory()));
    }
}
