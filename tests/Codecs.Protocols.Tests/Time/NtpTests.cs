using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Time;

public sealed class NtpTests
{
    private static readonly byte[] s_request = Sample.Get("Ntp", "RFC 5905 section 7.3: a client");
    private static readonly byte[] s_answer = Sample.Get("Ntp", "RFC 5905 section 7.3: a server");
    private static readonly byte[] s_digest = Sample.Get("Ntp", "RFC 5905 section 7.3: an answer with a digest");
    private static readonly byte[] s_both = Sample.Get("Ntp", "RFC 7822 section 7.5");
    private static readonly byte[] s_control = Sample.Get("Ntp", "RFC 9327 section 2: a part");

    [Fact]
    public void Parse()
    {
        Assert.True(Ntp.TryParse(s_answer, out var ntp));
        Assert.Equal((NtpLeap.None, 4, NtpMode.Server), (ntp.LeapIndicator, ntp.Version, ntp.Mode));
        Assert.True(ntp.TryGet(out NtpTime time));
        Assert.Equal((1, 6, -23, 0x47505300u), (time.Stratum, time.Poll, time.Precision, time.ReferenceId));
        Assert.Equal((TimeSpan.FromSeconds(16 / 65536.0), TimeSpan.FromSeconds(32 / 65536.0)), (time.RootDelay.ToTimeSpan(), time.RootDispersion.ToTimeSpan()));
        Assert.Equal((0xE09AB6A5u, 0x11B70000u), (time.ReceiveTimestamp.Seconds, time.ReceiveTimestamp.Fraction));
        Assert.True(time.Extensions.IsEmpty);
        Assert.Null(time.KeyIdentifier);

        Assert.True(Ntp.TryParse(s_control, out ntp));
        Assert.True(ntp.TryGet(out NtpControl control));
        Assert.Equal((true, false, true, NtpControlOperation.ReadVariables, 11), (control.IsResponse, control.IsError, control.HasMore, control.OperationCode, control.Count));
        Assert.Equal("stratum=2\r\n"u8, control.Data);
    }

    // RFC 7822 sections 3 and 7.5: only the length tells an extension field from a message authentication code.
    [Fact]
    public void WhatIsBehindTheTimestamps()
    {
        Assert.True(Ntp.TryParse(s_digest, out var ntp));
        Assert.True(ntp.TryGet(out NtpTime time));
        Assert.Equal((true, 5u, 16), (time.Extensions.IsEmpty, time.KeyIdentifier, time.MessageDigest.Length));

        Assert.True(Ntp.TryParse(s_both, out ntp));
        Assert.True(ntp.TryGet(out time));
        Assert.Equal((2, 1u, 20), (time.Extensions.Count, time.KeyIdentifier, time.MessageDigest.Length));
        Assert.Equal((NtpExtensionType.ChecksumComplement, 16), (time.Extensions.First.FieldType, time.Extensions.First.Length));

        Assert.True(Ntp.TryParse(Sample.Get("Ntp", "RFC 8915"), out ntp));
        Assert.True(ntp.TryGet(out time));
        Assert.Equal((1, null, 0), (time.Extensions.Count, time.KeyIdentifier, time.MessageDigest.Length));

        Assert.True(Ntp.TryParse(Sample.Get("Ntp", "RFC 5905 section 7.4"), out ntp));
        Assert.True(ntp.TryGet(out time));
        Assert.Equal((true, 0u, 0), (time.Extensions.IsEmpty, time.KeyIdentifier, time.MessageDigest.Length));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_request, (new Ntp { Version = 4, Mode = NtpMode.Client } / new NtpTime { Poll = 6, Precision = -20, TransmitTimestamp = new(0xE09AB6A507000000) }).ToArray());
        byte[] zeros = new byte[24];
        byte[] digest = [.. Enumerable.Repeat((byte)0xFF, 20)];
        Assert.Equal(s_both, (new Ntp { Version = 4, Mode = NtpMode.Client } / new NtpTime
        {
            Poll = 6,
            Precision = -20,
            TransmitTimestamp = new(0xE09AB6A507000000),
            Extensions = new ListBuilder<NtpExtension> { new() { FieldType = NtpExtensionType.ChecksumComplement, Value = zeros.AsSpan(0, 12) }, new() { FieldType = NtpExtensionType.NtsCookiePlaceholder, Value = zeros } },
            KeyIdentifier = 1,
            MessageDigest = digest,
        }).ToArray());
    }

    [Fact]
    public void RoundTrip() => Assert.All(Sample.All.Where(sample => sample.Type == "Ntp"), sample => Expect.RoundTrip<Ntp>(sample.Bytes));

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<NtpTime>(s_request[1..], 47);
        Expect.Unfinished<NtpControl>(s_control[1..], s_control.Length - 2);
    }

    [Fact]
    public void WrongField() => Assert.False(NtpControl.TryParse(s_control[1..].With(10, 13), out _));

    // RFC 5905 section 6 and figure 4; RFC 4330 section 3 for what comes after 2036.
    [Theory]
    [InlineData(0x83AA7E8000000000, "1970-01-01T00:00:00Z")]
    [InlineData(0x8000000000000000, "1968-01-20T03:14:08Z")]
    [InlineData(0xFFFFFFFF80000000, "2036-02-07T06:28:15.5Z")]
    [InlineData(0x0000000000000001, "2036-02-07T06:28:16Z")]
    [InlineData(0x7FFFFFFF00000000, "2104-02-26T09:42:23Z")]
    public void Timestamps(ulong value, string time)
    {
        var expected = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, new NtpTimestamp(value).ToDateTimeOffset());
        Assert.Equal(value & 0xFFFFFFFF80000000, NtpTimestamp.From(expected).Value);
    }

    [Fact]
    public void TimestampsKeepTicks()
    {
        for (long ticks = new DateTime(2026, 11, 27).Ticks, i = 0; i < 1000; i++, ticks += 7_777_777)
        {
            var time = new DateTimeOffset(ticks, TimeSpan.Zero);
            Assert.Equal(time, NtpTimestamp.From(time).ToDateTimeOffset());
        }
    }

    [Fact]
    public void InAPacket()
    {
        byte[] frame = (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { TimeToLive = 64, Source = A, Destination = B } / new Udp { SourcePort = 50000 }
            / new Ntp { Version = 4, Mode = NtpMode.Client } / new NtpTime()).ToArray();
        Assert.True(Packet.TryParse(frame, out var packet));
        Assert.Equal((123, NtpMode.Client), (packet.Udp.DestinationPort, packet.Ntp.Mode));
    }
}
