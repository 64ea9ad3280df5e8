using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class IgmpTests
{
    private static readonly byte[] s_version1 = Sample.Get("Igmp", "RFC 1112");
    private static readonly byte[] s_version2 = Sample.Get("Igmp", "RFC 2236 section 2: query");
    private static readonly byte[] s_leave = Sample.Get("Igmp", "RFC 2236 section 2: leave");
    private static readonly byte[] s_query = Sample.Get("Igmp", "RFC 3376 section 4.1");
    private static readonly byte[] s_report = Sample.Get("Igmp", "RFC 3376 section 4.2");

    [Fact]
    public void Parse()
    {
        Assert.True(Igmp.TryParse(s_version1, out var igmp));
        Assert.True(igmp.ChecksumIsValid);
        Assert.True(igmp.TryGet(out IgmpReport report));
        Assert.True(report.GroupAddress == IPv4Address.Parse("224.0.0.252"));
        Assert.True(Igmp.TryParse(s_version2, out igmp));
        Assert.Equal(100, igmp.GetMaximumResponseTime());
        Assert.True(igmp.TryGet(out IgmpQuery query));
        Assert.Equal((default, false), (query.GroupAddress, query.Version3.HasValue));
        Assert.True(Igmp.TryParse(s_leave, out igmp));
        Assert.Equal(IgmpType.LeaveGroup, igmp.Type);
        Assert.True(igmp.TryGet(out report));
        Assert.Equal("239.255.255.250", report.GroupAddress.ToString());
    }

    [Fact]
    public void Version3IsRead()
    {
        Assert.True(Igmp.TryParse(s_query, out var igmp));
        // RFC 3376 section 4.1.1: mantissa 0xA with its hidden bit, exponent 0.
        Assert.Equal(0x1A << 3, igmp.GetMaximumResponseTime());
        Assert.True(igmp.TryGet(out IgmpQuery query));
        var more = query.Version3.Value;
        Assert.Equal((true, 2, 0x14 << 4, 2), (more.SuppressRouterProcessing, more.RobustnessVariable, more.GetQueryInterval(), more.NumberOfSources));
        Assert.Equal([A, B], new[] { more.Sources[0], more.Sources[1] });
        Assert.True(Igmp.TryParse(s_report, out igmp));
        Assert.True(igmp.TryGet(out IgmpReportV3 report));
        Assert.Equal((2, IgmpRecordType.ChangeToExcludeMode, 0), (report.Records.Count, report.Records.First.Type, report.Records.First.Sources.Count));
        var second = report.Records.ElementAt(1);
        Assert.Equal((IgmpRecordType.ChangeToIncludeMode, A, 4), (second.Type, second.Sources[0], second.AuxiliaryData.Length));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_version2, (new Igmp { MaximumResponseCode = 100 } / new IgmpQuery()).ToArray());
        Assert.Equal(s_leave, (new Igmp { Type = IgmpType.LeaveGroup } / new IgmpReport { GroupAddress = IPv4Address.Parse("239.255.255.250") }).ToArray());
        Assert.Equal(s_query, (new Igmp { MaximumResponseCode = 0x8A } / new IgmpQuery
        {
            GroupAddress = IPv4Address.Parse("224.0.0.251"),
            Version3 = new IgmpQueryV3 { SuppressRouterProcessing = true, RobustnessVariable = 2, QueryIntervalCode = 0x94, Sources = [A, B] },
        }).ToArray());
        Assert.Equal(s_report, (new Igmp() / new IgmpReportV3
        {
            Records = new ListBuilder<IgmpRecord>
            {
                new IgmpRecord { Type = IgmpRecordType.ChangeToExcludeMode, MulticastAddress = IPv4Address.Parse("224.0.0.22") },
                new IgmpRecord { Type = IgmpRecordType.ChangeToIncludeMode, MulticastAddress = IPv4Address.Parse("224.0.0.251"), Sources = [A], AuxiliaryData = [0xDE, 0xAD, 0xBE, 0xEF] },
            },
        }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (byte[] bytes in new[] { s_version1, s_version2, s_leave, s_query, s_report })
            Expect.RoundTrip<Igmp>(bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Igmp>(s_report, least: 4);
        Expect.Unfinished<IgmpReportV3>(s_report[4..]);
    }

    [Fact]
    public void WrongField()
    {
        Assert.True(Igmp.TryParse(s_version1.With(7, 0xFD), out var igmp));
        Assert.False(igmp.ChecksumIsValid);
        // Counts that promise more than there is cost nothing.
        Assert.Equal(12 + 65535 * 4 - 4, IgmpQuery.TryParse(s_query[4..].With(6, 0xFF, 0xFF), out _).BytesNeeded);
        Assert.Equal(nameof(IgmpQueryV3.RobustnessVariable), Assert.Throws<ArgumentOutOfRangeException>(() => new IgmpQueryV3 { RobustnessVariable = 8 }.ToArray()).ParamName);
    }
}
