using Codecs.Capture.Streams;

namespace Codecs.Tool.Text;

/// <summary>What is known of connections, in words.</summary>
internal static class TcpWords
{
    /// <summary>As RFC 9293 section 3.3.2 writes it.</summary>
    public static string Of(TcpState state) => state switch
    {
        TcpState.Listen => "LISTEN",
        TcpState.SynSent => "SYN-SENT",
        TcpState.SynReceived => "SYN-RECEIVED",
        TcpState.Established => "ESTABLISHED",
        TcpState.FinWait1 => "FIN-WAIT-1",
        TcpState.FinWait2 => "FIN-WAIT-2",
        TcpState.CloseWait => "CLOSE-WAIT",
        TcpState.Closing => "CLOSING",
        TcpState.LastAck => "LAST-ACK",
        TcpState.TimeWait => "TIME-WAIT",
        TcpState.Closed => "CLOSED",
        _ => "unknown",
    };

    /// <summary>What became of a connection.</summary>
    public static string Of(TcpConnection connection) => connection.Ending switch
    {
        TcpEnding.Closed => "closed",
        TcpEnding.Reset when connection.IsOpeningSeen && !connection.IsHandshakeSeen && connection.FromServer.Segments > 0 => "refused",
        TcpEnding.Reset => "reset",
        TcpEnding.Replaced => "replaced by another",
        TcpEnding.Evicted => "given up",
        _ when connection.ServerState == TcpState.Listen => "not answered",
        _ when connection.FromClient.IsFinished || connection.FromServer.IsFinished => "half closed",
        _ => "open",
    };

    /// <summary>What was wrong.</summary>
    public static string Of(TcpAnomaly kind) => kind switch
    {
        TcpAnomaly.InvalidFlags => "control bits that no segment can have",
        TcpAnomaly.SynConflict => "a second SYN, with another initial sequence number",
        TcpAnomaly.StrayAnswer => "an answer to a SYN that acknowledges something else",
        TcpAnomaly.AckOfUnseen => "acknowledges what was not seen",
        TcpAnomaly.BeyondWindow => "data beyond the window",
        TcpAnomaly.DataAfterFin => "data behind the FIN",
        TcpAnomaly.FinMoved => "a FIN at another place",
        TcpAnomaly.ResetOutOfWindow => "a RST that is not in the window",
        TcpAnomaly.DataAfterReset => "data after a RST",
        TcpAnomaly.FarSequence => "a sequence number far away",
        TcpAnomaly.Conflict => "other bytes than were sent before",
        _ => kind.ToString(),
    };

    /// <summary>Is it something that segments do, and not perhaps only missing in the capture?</summary>
    public static bool IsFault(TcpAnomaly kind) => kind is not (TcpAnomaly.AckOfUnseen or TcpAnomaly.BeyondWindow);
}
