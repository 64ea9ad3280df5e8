using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Writing;

/// <summary>A parsed message is a value: with one field changed, what is derived is no longer what was received.</summary>
public sealed class ChangeTests
{
    private static readonly byte[] s_datagram = Sample.Get("IPv4", "RFC 791 appendix A: example 1");
    private static readonly byte[] s_syn = Sample.Get("Tcp", "RFC 9293 section 3.1");

    [Fact]
    public void DerivedFieldsAreZeroAfterAChange()
    {
        Assert.True(IPv4.TryParse(s_datagram, out var ip));
        var changed = ip with { TimeToLive = 1 };
        Assert.Equal((21, 5), (ip.TotalLength, ip.HeaderLength));
        Assert.NotEqual(0, ip.HeaderChecksum);
        Assert.Equal((0, 0, 0), (changed.TotalLength, changed.HeaderLength, changed.HeaderChecksum));
        Assert.False(changed.HeaderChecksumIsValid);
        // A constant is what it is.
        Assert.Equal(4, changed.Version);
        Assert.Equal((0, 4), (new IPv4 { Source = A, Destination = B }.TotalLength, new IPv4 { Source = A, Destination = B }.Version));
    }

    [Fact]
    public void WhatIsWrittenIsComputed()
    {
        Assert.True(IPv4.TryParse(s_datagram.With(10, 0xDE, 0xAD), out var ip));
        byte[] bytes = (ip with { Payload = new byte[1000] }).ToArray();
        Assert.True(IPv4.TryParse(bytes, out var written));
        Assert.Equal((1020, 111, true), (written.TotalLength, written.Identification, written.HeaderChecksumIsValid));
    }

    [Fact]
    public void PreserveGivesBackWhatIsWrong()
    {
        byte[] bytes = s_datagram.With(10, 0xDE, 0xAD);
        Assert.True(IPv4.TryParse(bytes, out var ip));
        Assert.Equal(bytes, ip.ToArray(new WriteOptions { Mode = WriteMode.Preserve }));
        Assert.Equal(bytes, ip.ToMemory().Bytes.ToArray());
        Assert.NotEqual(bytes, ip.ToArray());
    }

    [Fact]
    public void PreserveAfterAChangeKeepsReservedBits()
    {
        // RFC 9293 section 3.1: reserved bits must be zero in generated segments, and ignored in received ones.
        byte[] bytes = s_syn.With(12, 0xAE);
        Assert.True(Tcp.TryParse(bytes, out var tcp));
        var changed = tcp with { Window = 1 };
        Assert.Equal(0xAE, changed.ToArray(new WriteOptions { Mode = WriteMode.Preserve, PseudoHeader = Over4 })[12]);
        Assert.Equal(0xA0, changed.ToArray(new WriteOptions { PseudoHeader = Over4 })[12]);
        Assert.True(Tcp.TryParse(changed.ToArray(new WriteOptions { Mode = WriteMode.Preserve, PseudoHeader = Over4 }), out var written));
        Assert.True(written.ChecksumIsValid(Over4));
    }

    [Fact]
    public void ListsAreValues()
    {
        Assert.True(Tcp.TryParse(s_syn, out var tcp));
        var other = new Tcp { SourcePort = 1, Options = tcp.Options };
        Assert.Equal(s_syn[20..], other.ToArray()[20..]);
    }
}
