using System.Buffers;
using System.IO.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tests.Pipelines;

public sealed class WritingTests
{
    [Fact]
    public void MessagesOneBehindTheOther()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Equal(8, output.Write(new Command { Verb = "VERB"u8, Rest = "x"u8 }));
        var beat = new Beat { Number = 1 };
        Assert.Equal(7, output.Write(in beat));
        output.Write("plain"u8);
        Assert.Equal("VERB x\r\n\u00BE\u00A7\0\0\0\u0001\0plain", string.Concat(output.WrittenSpan.ToArray().Select(value => (char)value)));
    }

    [Fact]
    public void Layers()
    {
        var output = new ArrayBufferWriter<byte>();
        var layers = new IPv4 { Source = default, Destination = default } / new Udp { SourcePort = 1, DestinationPort = 2, Payload = "x"u8 };
        output.Write(layers);
        Assert.Equal(layers.ToArray(), output.WrittenSpan.ToArray());
    }

    [Fact]
    public void AsItWasReceived()
    {
        // A header whose checksum is wrong.
        byte[] bytes = Convert.FromHexString("450000140000000040" + "11" + "DEAD" + "C0000201" + "C0000202");
        Assert.True(IPv4.TryParse(bytes, out var ip));
        var output = new ArrayBufferWriter<byte>();
        output.Write(ip, new WriteOptions { Mode = WriteMode.Preserve });
        Assert.Equal(bytes, output.WrittenSpan.ToArray());
        output.Write(ip);
        Assert.False(output.WrittenSpan[20..].SequenceEqual(bytes));
    }

    // What cannot be sent leaves nothing behind: no half line to which the next would be appended.
    [Fact]
    public async Task NothingOfWhatCannotBeWritten()
    {
        var pipe = new Pipe();
        Assert.Throws<InvalidOperationException>(() => pipe.Writer.Write(new Command { Verb = "VERB"u8, Rest = "x\r\nQUIT"u8 }));
        pipe.Writer.Write(new Command { Verb = "NOOP"u8 });
        await pipe.Writer.CompleteAsync();
        Assert.Equal("NOOP\r\n"u8.ToArray(), (await pipe.Reader.ReadAsync()).Buffer.ToArray());
        Assert.Throws<ArgumentNullException>(() => ((PipeWriter)null!).Write(new Beat()));
    }
}
