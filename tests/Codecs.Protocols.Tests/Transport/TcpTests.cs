using System.Buffers;
using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Transport;

public sealed class TcpTests
{
    private static readonly byte[] s_syn = Sample.Get("Tcp", "RFC 9293 section 3.1");
    private static readonly byte[] s_sack = Sample.Get("Tcp", "RFC 2018");
    private static readonly byte[] s_timeout = Sample.Get("Tcp", "RFC 5482");
    private static readonly byte[] s_flags = Sample.Get("Tcp", "RFC 9768");

    [Fact]
    public void Parse()
    {
        Assert.True(Tcp.TryParse(s_syn, out var tcp));
        Assert.Equal((43276, 7002, 0xD9B8D39Eu, 0u), (tcp.SourcePort, tcp.DestinationPort, tcp.SequenceNumber, tcp.AcknowledgmentNumber));
        Assert.Equal((10, TcpFlags.Syn, 64240, 0), (tcp.DataOffset, tcp.Flags, tcp.Window, tcp.UrgentPointer));
        Assert.True(tcp.ChecksumIsValid(Over4));
        Assert.Equal(5, tcp.Options.Count);
        Assert.True(tcp.Options.First.TryGet(out TcpMaximumSegmentSize size));
        Assert.Equal(1460, size.Value);
        Assert.Equal(TcpOptionKind.SackPermitted, tcp.Options.ElementAt(1).Kind);
        Assert.True(tcp.Options.ElementAt(2).TryGet(out TcpTimestamps times));
        Assert.Equal((0x46E3C23Bu, 0u), (times.Value, times.EchoReply));
        Assert.Equal(TcpOptionKind.NoOperation, tcp.Options.ElementAt(3).Kind);
        Assert.True(tcp.Options.ElementAt(4).TryGet(out TcpWindowScale scale));
        Assert.Equal(10, scale.Shift);

        Assert.True(Tcp.TryParse(s_sack, out tcp));
        Assert.True(tcp.Options.ElementAt(2).TryGet(out TcpSack sack));
        Assert.Equal((2, 100u, 500u), (sack.Blocks.Count, sack.Blocks.First.LeftEdge, sack.Blocks.ElementAt(1).RightEdge));

        Assert.True(Tcp.TryParse(s_timeout, out tcp));
        Assert.True(tcp.Options.First.TryGet(out TcpUserTimeout timeout));
        Assert.Equal((TimeSpan.FromMinutes(5), 2), (timeout.Timeout, tcp.Payload.Length));

        Assert.True(Tcp.TryParse(s_flags, out tcp));
        Assert.Equal((TcpFlags)0x1FF, tcp.Flags);
    }

    [Fact]
    public void Build()
    {
        var syn = new IPv4 { Source = A, Destination = B } / new Tcp
        {
            SourcePort = 43276,
            DestinationPort = 7002,
            SequenceNumber = 0xD9B8D39E,
            Flags = TcpFlags.Syn,
            Window = 64240,
            Options = new ListBuilder<TcpOption>
            {
                new TcpMaximumSegmentSize { Value = 1460 },
                new() { Kind = TcpOptionKind.SackPermitted },
                new TcpTimestamps { Value = 0x46E3C23B },
                new() { Kind = TcpOptionKind.NoOperation },
                new TcpWindowScale { Shift = 10 },
            },
        };
        Assert.Equal(s_syn, syn.ToArray()[20..]);
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (byte[] bytes in new[] { s_syn, s_sack, s_timeout, s_flags })
        {
            Expect.Preserved<Tcp>(bytes);
            Assert.True(Tcp.TryParse(bytes, out var tcp));
            Assert.Equal(bytes, tcp.ToArray(new WriteOptions { PseudoHeader = Over4 }));
        }
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Tcp>(s_syn);
        Expect.Unfinished<Tcp>(s_timeout, least: 28);
    }

    [Fact]
    public void WrongField()
    {
        // RFC 9293 section 3.1: the least header is 5 words.
        for (int words = 0; words < 5; words++)
            Expect.Invalid<Tcp>(s_syn.With(12, (byte)(words << 4)), ParseError.Length, nameof(Tcp.DataOffset), 12);
        Assert.Equal(60, Tcp.TryParse(s_syn.With(12, 0xF0), out _).BytesNeeded);
        Assert.True(Tcp.TryParse(s_syn.With(16, 0), out var tcp));
        Assert.False(tcp.ChecksumIsValid(Over4));
    }

    // RFC 9293 section 3.1: a length below 2 must be an error, and must end the walk.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    public void OptionsOfImpossibleLength(byte length)
    {
        byte[] bytes = s_syn.With(21, length);
        Assert.True(Tcp.TryParse(bytes, out var tcp));
        Assert.Equal(0, tcp.Options.Count);
        Assert.True(tcp.Options.IsMalformed);
        Assert.Equal(OperationStatus.InvalidData, Tcp.TryParse(bytes, new ParseOptions { ValidateLists = true }, out _).Status);
        Expect.Preserved<Tcp>(bytes);
    }

    // RFC 9293 section 3.1: what is behind the end of the options is padding, whatever it is.
    [Fact]
    public void PaddingBehindTheEndOfOptionsIsKept()
    {
        byte[] bytes = s_timeout.With(26, 0xBA, 0xD0);
        Assert.True(Tcp.TryParse(bytes, out var tcp));
        Assert.Equal(3, tcp.Options.Count);
        Assert.False(tcp.Options.IsMalformed);
        Expect.Preserved<Tcp>(bytes);
    }

    // RFC 768, RFC 9293 section 3.1: the sum is of 16-bit words, and a last odd byte counts as if a zero followed.
    [Fact]
    public void ChecksumOfOddPayload()
    {
        byte[] bytes = (new IPv6 { Source = A6, Destination = B6 } / new Tcp { SourcePort = 1, DestinationPort = 2, Payload = [0xAB, 0xCD, 0xEF] }).ToArray();
        Assert.True(IPv6.TryParse(bytes, out var ip));
        Assert.True(ip.TryGet(out Tcp tcp));
        Assert.True(tcp.ChecksumIsValid(ip.PseudoHeader));
        var sum = ip.PseudoHeader.Seed((byte)IpProtocol.Tcp, 23);
        sum.Append([.. bytes.AsSpan(40), 0]);
        Assert.Equal(0, sum.Value);
    }
}
