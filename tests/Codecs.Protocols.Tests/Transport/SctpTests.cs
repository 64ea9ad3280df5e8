using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Transport;

public sealed class SctpTests
{
    private static readonly byte[] s_init = Sample.Get("Sctp", "RFC 9260 section 3.3.2");
    private static readonly byte[] s_initAck = Sample.Get("Sctp", "RFC 9260 section 3.2");
    private static readonly byte[] s_cookie = Sample.Get("Sctp", "RFC 9260 section 3.3.11");
    private static readonly byte[] s_sack = Sample.Get("Sctp", "RFC 9260 section 3.3.12");
    private static readonly byte[] s_error = Sample.Get("Sctp", "RFC 9260 section 3.3.10");
    private static readonly byte[] s_extensions = Sample.Get("Sctp", "RFC 4895");

    [Fact]
    public void Parse()
    {
        Assert.True(Sctp.TryParse(s_init, out var sctp));
        Assert.Equal((33332, 2905, 0u, true, 1), (sctp.SourcePort, sctp.DestinationPort, sctp.VerificationTag, sctp.ChecksumIsValid, sctp.Chunks.Count));
        Assert.True(sctp.Chunks.First.TryGet(out SctpInit init));
        Assert.Equal((0x11223344u, 65536u, 10, 65535, 1u), (init.InitiateTag, init.AdvertisedReceiverWindowCredit, init.NumberOfOutboundStreams, init.NumberOfInboundStreams, init.InitialTsn));
        Assert.Equal(8, init.Parameters.Count);
        Assert.True(init.Parameters.First.TryGet(out SctpIPv4Address address));
        Assert.True(address.Address == A);
        Assert.True(init.Parameters.ElementAt(1).TryGet(out SctpIPv6Address address6));
        Assert.True(address6.Address == A6);
        Assert.True(init.Parameters.ElementAt(2).TryGet(out SctpSupportedAddressTypes types));
        Assert.True(types.AddressTypes[1] == SctpParameterType.IPv6Address);
        Assert.True(init.Parameters.ElementAt(5).TryGet(out SctpSupportedExtensions extensions));
        Assert.Equal((3, SctpChunkType.InterleavedData), (extensions.ChunkTypes.Count, extensions.ChunkTypes[2]));
        Assert.Equal(7, init.Parameters.ElementAt(5).Length);
        Assert.True(init.Parameters.ElementAt(7).TryGet(out SctpCookiePreservative preservative));
        Assert.True(preservative.SuggestedCookieLifespanIncrement == 1000);
    }

    [Fact]
    public void DataAndAcknowledgementsAreRead()
    {
        Assert.True(Sctp.TryParse(s_cookie, out var sctp));
        Assert.True(sctp.Chunks.First.TryGet(out SctpCookieEcho echo));
        Assert.True(echo.Cookie is [1, 2, 3, 4, 5]);
        var chunk = sctp.Chunks.ElementAt(1);
        Assert.True(chunk is { IsBeginning: true, IsEnding: true, IsUnordered: false, Length: 21 });
        Assert.True(chunk.TryGet(out SctpData data));
        Assert.Equal((1u, 1, 0), (data.TransmissionSequenceNumber, data.StreamIdentifier, data.StreamSequenceNumber));
        Assert.True(data.UserData.SequenceEqual("hello"u8));
        Assert.True(Sctp.TryParse(s_sack, out sctp));
        Assert.True(sctp.Chunks.ElementAt(1).TryGet(out SctpSack sack));
        Assert.Equal((1u, 1, 1), (sack.CumulativeTsnAck, sack.NumberOfGapAckBlocks, sack.NumberOfDuplicateTsns));
        Assert.Equal((2, 3, 1u), (sack.GapAckBlocks.First.Start, sack.GapAckBlocks.First.End, sack.DuplicateTsns[0]));
    }

    [Fact]
    public void ErrorCausesAreRead()
    {
        Assert.True(Sctp.TryParse(s_error, out var sctp));
        Assert.True(sctp.Chunks.First.TryGet(out SctpErrors errors));
        Assert.Equal(6, errors.Causes.Count);
        Assert.True(errors.Causes.First.TryGet(out SctpInvalidStream stream));
        Assert.True(stream.StreamIdentifier == 7);
        Assert.True(errors.Causes.ElementAt(1).TryGet(out SctpMissingParameters missing));
        Assert.True(missing.ParameterTypes[0] == SctpParameterType.StateCookie);
        Assert.True(errors.Causes.ElementAt(2).TryGet(out SctpStaleCookie stale));
        Assert.True(stale.MeasureOfStaleness == 100);
        Assert.True(errors.Causes.ElementAt(3).TryGet(out SctpParameters parameters));
        Assert.True((ushort)parameters.Parameters.First.Type == 0x8001);
        Assert.True(errors.Causes.ElementAt(5) is { Code: SctpCauseCode.UserInitiatedAbort, Length: 7 });
    }

    [Fact]
    public void ExtensionsAreRead()
    {
        Assert.True(Sctp.TryParse(s_extensions, out var sctp));
        Assert.True(sctp.Chunks.First.TryGet(out SctpAuthentication authentication));
        Assert.True(authentication.Hmac.Length == 20);
        Assert.True(sctp.Chunks.ElementAt(1).TryGet(out SctpInterleavedData data));
        Assert.True(data.PayloadProtocolIdentifierOrFragment == 46);
        Assert.True(sctp.Chunks.ElementAt(2).TryGet(out SctpForwardTsn forward));
        Assert.True(forward.Streams.First.StreamSequenceNumber == 3);
        Assert.True(sctp.Chunks.ElementAt(3).TryGet(out SctpCongestion congestion));
        Assert.True(congestion.LowestTsn == 4);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_initAck, new Sctp
        {
            SourcePort = 2905,
            DestinationPort = 33332,
            VerificationTag = 0x11223344,
            Chunks = new ListBuilder<SctpChunk>
            {
                new SctpChunk { Type = SctpChunkType.InitAck } / new SctpInit
                {
                    InitiateTag = 0x55667788,
                    AdvertisedReceiverWindowCredit = 0x20000,
                    NumberOfOutboundStreams = 10,
                    NumberOfInboundStreams = 10,
                    InitialTsn = 100,
                    Parameters = new ListBuilder<SctpParameter> { new SctpParameter { Type = SctpParameterType.StateCookie, Value = [1, 2, 3, 4, 5] } },
                },
            },
        }.ToArray());
        Assert.Equal(s_cookie, new Sctp
        {
            SourcePort = 33332,
            DestinationPort = 2905,
            VerificationTag = 0x55667788,
            Chunks = new ListBuilder<SctpChunk>
            {
                new SctpCookieEcho { Cookie = [1, 2, 3, 4, 5] },
                new SctpChunk { Flags = 3 } / new SctpData { TransmissionSequenceNumber = 1, StreamIdentifier = 1, UserData = "hello"u8 },
            },
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(Sctp)))
            Expect.RoundTrip<Sctp>(sample.Bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Sctp>(s_init, least: 12);
        Expect.Unfinished<SctpChunk>(s_error[12..]);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<SctpChunk>(s_init[12..].With(2, 0, 3), ParseError.Length, nameof(SctpChunk.Length), 2);
        Assert.True(Sctp.TryParse(s_init.With(s_init.Length - 1, 0xFF), out var sctp));
        Assert.False(sctp.ChecksumIsValid);
        Assert.True(Sctp.TryParse(s_init.With(14, 0xFF, 0xFF), out sctp));
        Assert.True(sctp.Chunks.IsMalformed);
    }
}
