using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>
/// Follows both ends of an association through the states of RFC 9260 section 4, from the handshake of four packets to the shutdown of three, as somebody can who sees the packets pass.
/// </summary>
/// <remarks>
/// What passes is taken to arrive. A transition that makes an end answer is taken when the answer passes; one without an answer when the chunk passes. No timer is assumed. An end that is first
/// seen in the middle of an association is taken to be established.
/// </remarks>
public sealed class SctpStateMachine
{
    private End _initiator;
    private End _responder;
    private ulong _cookie;
    private bool _hasCookie;

    /// <summary>State of the end that opened the association.</summary>
    public SctpState Initiator => _initiator.State;

    /// <summary>State of the other end.</summary>
    public SctpState Responder => _responder.State;

    /// <summary>The tag that the initiator asked for; null if its INIT was not seen.</summary>
    public uint? InitiatorTag => _initiator.HasTag ? _initiator.Tag : null;

    /// <summary>The tag that the responder asked for; null if its INIT ACK was not seen.</summary>
    public uint? ResponderTag => _responder.HasTag ? _responder.Tag : null;

    /// <summary>Did all four packets of the handshake pass: INIT, INIT ACK, COOKIE ECHO, COOKIE ACK?</summary>
    public bool IsHandshakeSeen { get; private set; }

    /// <summary>Did one end abort the association?</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Is the association over at both ends?</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Does this packet open another association than the one that is followed: an INIT after its end?</summary>
    public bool IsOpenedAnewBy(in Sctp packet) => IsClosed && !packet.Chunks.IsEmpty && packet.Chunks.First.Type == SctpChunkType.Init;

    /// <summary>Takes the next packet.</summary>
    /// <param name="sender">Which end sent it.</param>
    /// <param name="packet">The packet.</param>
    /// <returns>What is wrong with it.</returns>
    public SctpAnomaly Observe(SctpRole sender, in Sctp packet)
    {
        ref var self = ref sender == SctpRole.Initiator ? ref _initiator : ref _responder;
        ref var peer = ref sender == SctpRole.Initiator ? ref _responder : ref _initiator;
        var found = SctpAnomaly.None;
        int count = 0;
        bool mustBeAlone = false;
        var chunks = packet.Chunks.GetEnumerator();
        while (chunks.MoveNext())
        {
            var chunk = chunks.Current;
            count++;
            mustBeAlone |= chunk.Type is SctpChunkType.Init or SctpChunkType.InitAck or SctpChunkType.ShutdownComplete;
            if (!HasRightTag(self, peer, chunk, packet.VerificationTag))
                found |= SctpAnomaly.WrongVerificationTag;
            else
                found |= Take(ref self, ref peer, chunk);
        }
        if (mustBeAlone && count > 1)
            found |= SctpAnomaly.NotAlone;
        return packet.Chunks.IsMalformed ? found | SctpAnomaly.MalformedChunk : found;
    }

    // RFC 9260 section 8.5.1: INIT has none; what answers a packet of nobody's has that of its sender.
    private static bool HasRightTag(in End self, in End peer, in SctpChunk chunk, uint tag)
    {
        if (chunk.Type == SctpChunkType.Init)
            return tag == 0;
        if (chunk.Type is SctpChunkType.Abort or SctpChunkType.ShutdownComplete && chunk.IsTagReflected)
            return !self.HasTag || tag == self.Tag;
        return !peer.HasTag || tag == peer.Tag;
    }

    private SctpAnomaly Take(ref End self, ref End peer, in SctpChunk chunk)
    {
        switch (chunk.Type)
        {
            case SctpChunkType.Init or SctpChunkType.InitAck:
                return Initiate(ref self, ref peer, chunk);
            case SctpChunkType.CookieEcho:
                return EchoCookie(ref self, chunk);
            case SctpChunkType.CookieAck:
                return Establish(ref self, ref peer);
            case SctpChunkType.Shutdown:
                self.State = SctpState.ShutdownSent;
                if (peer.State is SctpState.Established or SctpState.Unknown)
                    peer.State = SctpState.ShutdownReceived;
                return SctpAnomaly.None;
            case SctpChunkType.ShutdownAck:
                bool isAsked = peer.State is SctpState.ShutdownSent or SctpState.ShutdownAckSent or SctpState.Unknown;
                self.State = SctpState.ShutdownAckSent;
                return isAsked ? SctpAnomaly.None : SctpAnomaly.StrayAnswer;
            case SctpChunkType.ShutdownComplete:
                bool isAcknowledged = peer.State is SctpState.ShutdownAckSent or SctpState.Unknown;
                Close(ref self, ref peer);
                return isAcknowledged ? SctpAnomaly.None : SctpAnomaly.StrayAnswer;
            case SctpChunkType.Abort:
                IsAborted = true;
                Close(ref self, ref peer);
                return SctpAnomaly.None;
            case SctpChunkType.Data or SctpChunkType.InterleavedData:
                if (IsClosed || self.State == SctpState.ShutdownAckSent)
                    return SctpAnomaly.DataAfterShutdown;
                Join(ref self);
                return SctpAnomaly.None;
            case SctpChunkType.Sack or SctpChunkType.Heartbeat or SctpChunkType.HeartbeatAck:
                Join(ref self);
                return SctpAnomaly.None;
            default:
                return SctpAnomaly.None;
        }
    }

    private SctpAnomaly Initiate(ref End self, ref End peer, in SctpChunk chunk)
    {
        if (!chunk.TryGet(out SctpInit init))
            return SctpAnomaly.MalformedChunk;
        var found = init.InitiateTag == 0 ? SctpAnomaly.ZeroTag : SctpAnomaly.None;
        self.Tag = init.InitiateTag;
        self.HasTag = true;
        if (chunk.Type == SctpChunkType.Init)
        {
            // Of an association that is there, it may be a restart (section 5.2): then the cookie comes back, and nothing has changed before.
            if (self.State is SctpState.Unknown or SctpState.Closed)
                self.State = SctpState.CookieWait;
            if (peer.State == SctpState.Unknown)
                peer.State = SctpState.Closed;
            return found;
        }
        if (peer.State is not (SctpState.CookieWait or SctpState.CookieEchoed or SctpState.Established or SctpState.Unknown))
            found |= SctpAnomaly.StrayAnswer;
        if (self.State == SctpState.Unknown)
            self.State = SctpState.Closed;
        if (peer.State == SctpState.Unknown)
            peer.State = SctpState.CookieWait;
        foreach (var parameter in init.Parameters)
        {
            if (parameter.Type != SctpParameterType.StateCookie)
                continue;
            _cookie = Hash(parameter.Value);
            _hasCookie = true;
        }
        return found;
    }

    private SctpAnomaly EchoCookie(ref End self, in SctpChunk chunk)
    {
        if (self.State is SctpState.Unknown or SctpState.CookieWait)
            self.State = SctpState.CookieEchoed;
        return _hasCookie && Hash(chunk.Value) != _cookie ? SctpAnomaly.OtherCookie : SctpAnomaly.None;
    }

    private SctpAnomaly Establish(ref End self, ref End peer)
    {
        bool isAnswer = peer.State is SctpState.CookieEchoed or SctpState.Established or SctpState.Unknown;
        IsHandshakeSeen |= _hasCookie && self.HasTag && peer.State == SctpState.CookieEchoed;
        self.State = peer.State = SctpState.Established;
        return isAnswer ? SctpAnomaly.None : SctpAnomaly.StrayAnswer;
    }

    private void Close(ref End self, ref End peer)
    {
        self.State = peer.State = SctpState.Closed;
        IsClosed = true;
    }

    private static void Join(ref End self)
    {
        if (self.State == SctpState.Unknown)
            self.State = SctpState.Established;
    }

    // Cookies are compared, not kept.
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return (ulong)bytes.Length << 32 | (uint)hash.ToHashCode();
    }

    private struct End
    {
        public SctpState State;
        public uint Tag;
        public bool HasTag;
    }
}
