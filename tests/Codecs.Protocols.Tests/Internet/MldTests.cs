using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class MldTests
{
    private static readonly byte[] s_version1 = Sample.Get("Icmpv6", "RFC 2710")[4..];
    private static readonly byte[] s_version2 = Sample.Get("Icmpv6", "RFC 3810 section 5.1")[4..];
    private static readonly byte[] s_report = Sample.Get("Icmpv6", "RFC 3810 section 5.2")[4..];
    private static readonly IPv6Address s_group = new(new UInt128(0xFF02000000000000, 0x16));

    [Fact]
    public void Parse()
    {
        Assert.True(MldQuery.TryParse(s_version1, out var query));
        Assert.Equal((10000, s_group, false), (query.GetMaximumResponseDelay(), query.MulticastAddress, query.Version2.HasValue));
        Assert.True(MldQuery.TryParse(s_version2, out query));
        // RFC 3810 section 5.1.3: mantissa 0xABC with its hidden bit, exponent 0.
        Assert.Equal(0x1ABC << 3, query.GetMaximumResponseDelay());
        var more = query.Version2.Value;
        Assert.Equal((true, 2, 20 << 4, 2), (more.SuppressRouterProcessing, more.RobustnessVariable, more.GetQueryInterval(), more.NumberOfSources));
        Assert.Equal([A6, B6], new[] { more.Sources[0], more.Sources[1] });
        Assert.True(MldReportV2.TryParse(s_report, out var report));
        Assert.Equal((2, MldRecordType.ChangeToExclude, 0), (report.Records.Count, report.Records.First.Type, report.Records.First.Sources.Count));
        var second = report.Records.ElementAt(1);
        Assert.Equal((MldRecordType.ChangeToInclude, 1, A6, 4), (second.Type, second.NumberOfSources, second.Sources[0], second.AuxiliaryData.Length));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_version1, new MldQuery { MaximumResponseCode = 10000, MulticastAddress = s_group }.ToArray());
        Assert.Equal(s_version2, new MldQuery
        {
            MaximumResponseCode = 0x8ABC,
            MulticastAddress = s_group,
            Version2 = new MldQueryV2 { SuppressRouterProcessing = true, RobustnessVariable = 2, QueryIntervalCode = 0x94, Sources = [A6, B6] },
        }.ToArray());
        Assert.Equal(s_report, new MldReportV2
        {
            Records = new ListBuilder<MldRecord>
            {
                new MldRecord { Type = MldRecordType.ChangeToExclude, MulticastAddress = s_group },
                new MldRecord { Type = MldRecordType.ChangeToInclude, MulticastAddress = new(new UInt128(0xFF02000000000000, 0xFB)), Sources = [A6], AuxiliaryData = [0xDE, 0xAD, 0xBE, 0xEF] },
            },
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<MldQuery>(s_version1);
        Expect.RoundTrip<MldQuery>(s_version2);
        Expect.RoundTrip<MldReportV2>(s_report);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<MldQuery>(s_version1);
        Expect.Unfinished<MldReportV2>(s_report);
    }

    [Fact]
    public void WrongField()
    {
        // Counts that promise more than there is cost nothing.
        var result = MldReportV2.TryParse(s_report.With(2, 0xFF, 0xFF), out _);
        Assert.False(result);
        Assert.Equal(s_report.Length + 20, result.BytesNeeded);
        result = MldQuery.TryParse(s_version2.With(22, 0xFF, 0xFF), out _);
        Assert.Equal(24 + 65535 * 16, result.BytesNeeded);
        Assert.Equal("MldRecord.AuxiliaryData: 1024 bytes, AuxiliaryDataLength allows 1020.", Assert.Throws<InvalidOperationException>(() => new MldRecord { AuxiliaryData = new byte[1024] }.ToArray()).Message);
    }
}
