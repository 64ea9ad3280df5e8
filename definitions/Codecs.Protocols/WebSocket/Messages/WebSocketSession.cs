namespace Codecs.Protocols;

/// <summary>Both directions of a connection after its opening handshake, with what ties them together: what must be answered, and how the connection is closed (RFC 6455 sections 5.5 and 7).</summary>
/// <remarks>It does no input or output: the one who does gives it what was received and writes the frames that it makes.</remarks>
public sealed class WebSocketSession : IDisposable
{
    private bool _isCut;

    /// <summary>A connection that was just opened.</summary>
    /// <param name="role">This end.</param>
    /// <param name="options">What to make of what is received, and what was agreed upon; null for the defaults.</param>
    public WebSocketSession(WebSocketRole role, WebSocketSessionOptions? options = null)
    {
        Role = role;
        Receiver = new(role, options);
        Sender = new(role, options);
    }

    /// <summary>This end.</summary>
    public WebSocketRole Role { get; }

    /// <summary>The direction from the other end.</summary>
    public WebSocketReceiver Receiver { get; }

    /// <summary>The direction to the other end.</summary>
    public WebSocketSender Sender { get; }

    /// <summary>How far the closing handshake is.</summary>
    public WebSocketClosing Closing =>
        _isCut || Receiver.Fault != WebSocketFault.None || (Sender.IsClosed && Receiver.IsClosed) ? WebSocketClosing.Done
        : Sender.IsClosed ? WebSocketClosing.Sent
        : Receiver.IsClosed ? WebSocketClosing.Received
        : WebSocketClosing.Open;

    /// <summary>
    /// Should this end cut the transport, once everything it has made is written? A server does so when both have closed; a client waits for the server, and cuts by itself only
    /// when that takes too long (RFC 6455 section 7.1.1). Both do after a fault.
    /// </summary>
    public bool ShouldCut => Closing == WebSocketClosing.Done && (Role == WebSocketRole.Server || Receiver.Fault != WebSocketFault.None || _isCut);

    /// <summary>Why the connection is closed, in the words of RFC 6455 section 7.1.5: the code of the Close frame that was received, or what stands for the absence of one.</summary>
    public WebSocketCloseCode CloseCode => Receiver.CloseCode ?? WebSocketCloseCode.AbnormalClosure;

    /// <summary>Was the connection closed as it should be, with a Close frame of each end?</summary>
    public bool IsClean => Receiver.IsClosed && Sender.IsClosed;

    /// <summary>Makes the frame with which a part is to be answered: the Pong to a Ping, the Close to a Close, and the Close that names a fault.</summary>
    /// <param name="part">What the receiver has handed on.</param>
    /// <param name="header">The header of the answer.</param>
    /// <param name="payload">Its payload, not masked; valid until either direction is used again.</param>
    /// <returns>False if there is nothing to answer, or nothing can be sent any more.</returns>
    public bool TryAnswer(WebSocketPart part, out WebSocketFrameHeader header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        if (Sender.IsClosed)
            return false;
        switch (part.Kind)
        {
            case WebSocketPartKind.Ping:
                payload = part.Bytes;
                header = Sender.Pong(payload);
                return true;
            case WebSocketPartKind.Close:
                // RFC 6455 section 5.5.1: the answer typically echoes the code.
                header = Sender.Close(part.CloseCode.MayBeSentBy(Role) ? part.CloseCode : Echo(part.CloseCode), default, out payload);
                return true;
            case WebSocketPartKind.Fault:
                header = Sender.Close(part.Fault.Code, default, out payload);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Says that the transport has ended, from either side.</summary>
    public void Cut() => _isCut = true;

    /// <summary>Gives back what both directions hold.</summary>
    public void Dispose()
    {
        Receiver.Dispose();
        Sender.Dispose();
    }

    // What this end must not send itself: nothing for nothing, and a normal end for what only clients say.
    private static WebSocketCloseCode Echo(WebSocketCloseCode code) => code == WebSocketCloseCode.NoStatusReceived ? code : WebSocketCloseCode.NormalClosure;
}
