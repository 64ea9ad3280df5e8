using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tests.Streams;

public class SctpTests
{
    private const uint ClientTag = 0x11111111;
    private const uint ServerTag = 0x22222222;
    private static readonly byte[] s_cookie = [1, 2, 3, 4, 5, 6, 7, 8];

    // RFC 9260 sections 5.1 and 9.2, with the states of section 4.
    [Fact]
    public void StatesFollowTheHandshakeAndTheShutdown()
    {
        var machine = new SctpStateMachine();
        Expect(SctpState.CookieWait, SctpState.Closed, Init(SctpRole.Initiator, SctpChunkType.Init, 0, ClientTag));
        Expect(SctpState.CookieWait, SctpState.Closed, Init(SctpRole.Responder, SctpChunkType.InitAck, ClientTag, ServerTag));
        Expect(SctpState.CookieEchoed, SctpState.Closed, Send(SctpRole.Initiator, ServerTag, new SctpChunk { Type = SctpChunkType.CookieEcho, Value = s_cookie }));
        Assert.False(machine.IsHandshakeSeen);
        Expect(SctpState.Established, SctpState.Established, Send(SctpRole.Responder, ClientTag, new SctpChunk { Type = SctpChunkType.CookieAck }));
        Assert.True(machine.IsHandshakeSeen);
        Assert.Equal((ClientTag, ServerTag), (machine.InitiatorTag, machine.ResponderTag));
        Expect(SctpState.Established, SctpState.Established, Send(SctpRole.Initiator, ServerTag, new SctpChunk { Flags = 3, Value = new byte[16] }));
        Expect(SctpState.ShutdownSent, SctpState.ShutdownReceived, Send(SctpRole.Initiator, ServerTag, new SctpChunk { Type = SctpChunkType.Shutdown, Value = new byte[4] }));
        Expect(SctpState.ShutdownSent, SctpState.ShutdownAckSent, Send(SctpRole.Responder, ClientTag, new SctpChunk { Type = SctpChunkType.ShutdownAck }));
        Expect(SctpState.Closed, SctpState.Closed, Send(SctpRole.Initiator, ServerTag, new SctpChunk { Type = SctpChunkType.ShutdownComplete }));
        Assert.True(machine.IsClosed);
        Assert.False(machine.IsAborted);

        void Expect(SctpState initiator, SctpState responder, SctpAnomaly found) =>
            Assert.Equal((initiator, responder, SctpAnomaly.None), (machine.Initiator, machine.Responder, found));

        SctpAnomaly Init(SctpRole sender, SctpChunkType type, uint tag, uint initiateTag) => SctpTests.Init(machine, sender, type, tag, initiateTag);

        SctpAnomaly Send(SctpRole sender, uint tag, SctpChunk chunk) => SctpTests.Send(machine, sender, tag, chunk);
    }

    [Fact]
    public void WhatIsAgainstTheRulesIsTold()
    {
        var machine = new SctpStateMachine();
        Assert.Equal(SctpAnomaly.WrongVerificationTag, Init(machine, SctpRole.Initiator, SctpChunkType.Init, 5, ClientTag));
        Assert.Equal(SctpAnomaly.ZeroTag, Init(machine, SctpRole.Initiator, SctpChunkType.Init, 0, 0));
        Assert.Equal(SctpAnomaly.None, Init(machine, SctpRole.Initiator, SctpChunkType.Init, 0, ClientTag));
        Assert.Equal(SctpAnomaly.StrayAnswer, Send(machine, SctpRole.Responder, ClientTag, new SctpChunk { Type = SctpChunkType.CookieAck }));
        machine = new();
        Init(machine, SctpRole.Initiator, SctpChunkType.Init, 0, ClientTag);
        Init(machine, SctpRole.Responder, SctpChunkType.InitAck, ClientTag, ServerTag);
        Assert.Equal(SctpAnomaly.OtherCookie, Send(machine, SctpRole.Initiator, ServerTag, new SctpChunk { Type = SctpChunkType.CookieEcho, Value = [9] }));
        Assert.Equal(SctpAnomaly.WrongVerificationTag, Send(machine, SctpRole.Initiator, ClientTag, new SctpChunk { Value = new byte[16] }));
        // RFC 9260 section 8.5.1: with T, the tag is that of its sender.
        Assert.Equal(SctpAnomaly.None, Send(machine, SctpRole.Initiator, ClientTag, new SctpChunk { Type = SctpChunkType.Abort, Flags = 1 }));
        Assert.True(machine is { IsAborted: true, IsClosed: true });
        Assert.Equal(SctpAnomaly.DataAfterShutdown, Send(machine, SctpRole.Initiator, ServerTag, new SctpChunk { Value = new byte[16] }));
    }

    [Fact]
    public void AnEndThatIsFirstSeenInTheMiddleIsEstablished()
    {
        var machine = new SctpStateMachine();
        Assert.Equal(SctpAnomaly.None, Send(machine, SctpRole.Responder, 7, new SctpChunk { Flags = 3, Value = new byte[16] }));
        Assert.Equal((SctpState.Unknown, SctpState.Established), (machine.Initiator, machine.Responder));
    }

    // By what another reader shows of these captures: every INIT is answered, and all but the last ends with SHUTDOWN COMPLETE.
    [CorpusFact]
    public void AssociationsOfOthersAreFollowed()
    {
        var forces = Read("sctp/tcpdump__forces3.pcap");
        Assert.Equal(6, forces.Associations.Count);
        Assert.All(forces.Associations, association => Assert.Equal((true, true, false, SctpAnomaly.None), (association.IsHandshakeSeen, association.IsClosed, association.IsAborted, association.Anomalies)));
        Assert.Equal((154, 31), (forces.Associations.Sum(association => association.Packets), forces.Associations.Sum(association => association.DataChunks)));
        var echo = Assert.Single(Read("sctp/zeek__sctp.pcap").Associations);
        Assert.Equal((true, SctpState.Established, SctpState.Established, 120, SctpAnomaly.None), (echo.IsHandshakeSeen, echo.InitiatorState, echo.ResponderState, echo.DataChunks, echo.Anomalies));
    }

    private static SctpFollower Read(string capture)
    {
        var follower = new SctpFollower();
        using var reader = CaptureReader.Open(Path.Combine(Repository.Corpus, "captures", capture));
        while (reader.TryRead(out var frame))
            follower.Add(frame);
        return follower;
    }

    private static SctpAnomaly Init(SctpStateMachine machine, SctpRole sender, SctpChunkType type, uint tag, uint initiateTag) => Send(machine, sender, tag, new SctpChunk
    {
        Type = type,
        Value = new SctpInit
        {
            InitiateTag = initiateTag,
            Parameters = type == SctpChunkType.Init ? default : new ListBuilder<SctpParameter> { new SctpParameter { Type = SctpParameterType.StateCookie, Value = s_cookie } },
        }.ToArray(),
    });

    private static SctpAnomaly Send(SctpStateMachine machine, SctpRole sender, uint tag, SctpChunk chunk)
    {
        byte[] bytes = new Sctp { VerificationTag = tag, Chunks = new ListBuilder<SctpChunk> { chunk } }.ToArray();
        Assert.True(Sctp.TryParse(bytes, out var packet));
        return machine.Observe(sender, packet);
    }
}
