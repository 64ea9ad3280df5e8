using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Internet;

public sealed class EspTests
{
    private static readonly byte[] s_udp = Sample.Get("EspPlaintext", "RFC 4303 section 2.4: UDP");

    [Fact]
    public void Parse()
    {
        Assert.True(EspPlaintext.TryParse(s_udp, out var esp));
        Assert.Equal((IpProtocol.Udp, 2), (esp.NextHeader, esp.PadLength));
        Assert.True(esp.Padding is [1, 2]);
        Assert.True(esp.TryGet(out Udp udp));
        Assert.Equal((5000, 5001, "ping"), (udp.SourcePort, udp.DestinationPort, System.Text.Encoding.ASCII.GetString(udp.Payload)));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_udp, new EspPlaintext { Payload = s_udp.AsSpan(0, 12), Padding = [1, 2], NextHeader = IpProtocol.Udp }.ToArray());
        // As much as is due, in zeros, if it is not given.
        Assert.Equal(s_udp.With(12, 0, 0), new EspPlaintext { Payload = s_udp.AsSpan(0, 12), NextHeader = IpProtocol.Udp }.ToArray());
        Assert.Equal(16, (new EspPlaintext() / new Udp { SourcePort = 5000, DestinationPort = 5001, Payload = "ping"u8 }).ToArray().Length);
        Assert.Throws<InvalidOperationException>(() => new EspPlaintext { Payload = [1], Padding = [1, 2] }.ToArray());
    }

    [Fact]
    public void RoundTrip() => Assert.All(Sample.All.Where(sample => sample.Type == nameof(EspPlaintext)), sample => Expect.RoundTrip<EspPlaintext>(sample.Bytes));

    [Fact]
    public void CutAtEveryLength()
    {
        // What is found from the end is something else in a shorter packet: nothing may read past it.
        for (int length = 0; length < s_udp.Length; length++)
            Assert.True(EspPlaintext.TryParse(s_udp.AsSpan(0, length), out var esp) is var result && (!result || esp.Payload.Length + esp.PadLength + 2 == length));
        Assert.Equal(2, EspPlaintext.TryParse([], out _).BytesNeeded);
    }

    [Fact]
    public void WrongField() => Expect.Invalid<EspPlaintext>(s_udp.With(14, 15), ParseError.Length, nameof(EspPlaintext.PadLength), 14);
}
