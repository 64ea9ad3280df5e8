namespace Codecs.Protocols;

/// <summary>Which frame may come next (RFC 6455 sections 5.1, 5.2, 5.4 and 5.5, RFC 7692 section 6).</summary>
internal static class WebSocketFrameRules
{
    /// <summary>The rule that a frame breaks.</summary>
    /// <param name="header">The header of the frame.</param>
    /// <param name="role">The end that receives it.</param>
    /// <param name="options">What is agreed upon.</param>
    /// <param name="isWithinMessage">Have fragments of a message come, but not its last?</param>
    public static WebSocketFault Check(in WebSocketFrameHeader header, WebSocketRole role, WebSocketSessionOptions options, bool isWithinMessage)
    {
        bool mayBeCompressed = options.Deflate is not null && header.Opcode is WebSocketOpcode.Text or WebSocketOpcode.Binary;
        if ((header.Rsv1 && !mayBeCompressed) || header.Rsv2 || header.Rsv3)
            return WebSocketFault.ReservedBit;
        if (header.PayloadLength > long.MaxValue)
            return WebSocketFault.PayloadLength;
        if (header.IsMasked != (role == WebSocketRole.Server) && !options.AcceptsWrongMasking)
            return header.IsMasked ? WebSocketFault.Masked : WebSocketFault.NotMasked;
        return header.Opcode switch
        {
            WebSocketOpcode.Continuation => isWithinMessage ? WebSocketFault.None : WebSocketFault.NothingToContinue,
            WebSocketOpcode.Text or WebSocketOpcode.Binary => isWithinMessage ? WebSocketFault.UnfinishedMessage : WebSocketFault.None,
            WebSocketOpcode.Close or WebSocketOpcode.Ping or WebSocketOpcode.Pong => CheckControl(in header),
            _ => WebSocketFault.ReservedOpcode,
        };
    }

    private static WebSocketFault CheckControl(in WebSocketFrameHeader header) =>
        !header.IsFinal ? WebSocketFault.FragmentedControl
        : header.PayloadLength > WebSocketReceiver.MaxControlLength ? WebSocketFault.LongControl
        : WebSocketFault.None;
}
