using System.IO.Pipelines;

namespace Codecs.Protocols;

/// <summary>
/// A WebSocket connection over any pair of pipes: a socket, a connection of Kestrel, memory. Messages are read in the idiom of channels; Pings and the Close of the other end are
/// answered by themselves.
/// </summary>
/// <example><code>
/// while (await connection.WaitToReadAsync(cancellationToken))
/// {
///     while (connection.TryRead(out var part))
///     {
///         if (part.IsMessage)
///             connection.Write(part.Opcode, part.Bytes);
///     }
/// }
/// await connection.CloseAsync();
/// </code></example>
/// <remarks>
/// Reading is for one caller at a time; writing is for anybody at any time, and frames go out in the order of the calls. What was written is sent with the next <see cref="FlushAsync"/> or
/// <see cref="WaitToReadAsync"/>. Nothing is allocated for a message, once buffers have grown.
/// </remarks>
public sealed partial class WebSocketConnection : IDisposable
{
    // What closing may take.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly PipeReader _input;
    private readonly WebSocketReceiver _receiver;
    private readonly WebSocketOutput _output;

    /// <summary>A connection whose opening handshake is done.</summary>
    /// <param name="transport">The pipes. They are completed by <see cref="CloseAsync"/> and <see cref="Dispose"/>.</param>
    /// <param name="role">This end.</param>
    /// <param name="options">What to make of what is received, and what was agreed upon; null for the defaults.</param>
    public WebSocketConnection(IDuplexPipe transport, WebSocketRole role, WebSocketSessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        Session = new(role, options);
        _receiver = Session.Receiver;
        _input = transport.Input;
        _output = new(transport.Output, Session);
    }

    /// <summary>How the connection stands: how far its closing is, with what code, which rule was broken.</summary>
    public WebSocketSession Session { get; }

    /// <summary>The subprotocol that was agreed upon; null if there is none.</summary>
    public string? Protocol { get; init; }

    /// <summary>Of a server: what the client has asked for, path and query as they came.</summary>
    public string? Target { get; init; }

    /// <summary>Writes a message, or the next fragment of one.</summary>
    /// <param name="type"><see cref="WebSocketOpcode.Text"/> or <see cref="WebSocketOpcode.Binary"/>, the same for all fragments of a message.</param>
    /// <param name="bytes">The message or the fragment; text in UTF-8, which is not checked here.</param>
    /// <param name="isLast">Is the message complete with this?</param>
    /// <exception cref="InvalidOperationException">The connection is closing, or a message of another type is not complete.</exception>
    public void Write(WebSocketOpcode type, ReadOnlySpan<byte> bytes, bool isLast = true) => _output.Message(type, bytes, isLast);

    /// <summary>Writes a Ping.</summary>
    /// <exception cref="ArgumentException">The payload is longer than 125 bytes.</exception>
    /// <exception cref="InvalidOperationException">The connection is closing.</exception>
    public void WritePing(ReadOnlySpan<byte> payload) => _output.Ping(payload);

    /// <summary>Writes a Pong that nobody has asked for: a sign of life.</summary>
    /// <inheritdoc cref="WritePing"/>
    public void WritePong(ReadOnlySpan<byte> payload) => _output.Pong(payload);

    /// <summary>Writes the Close frame, after which nothing can be written. Messages of the other end can still be read, up to its Close frame.</summary>
    /// <param name="code">Why; <see cref="WebSocketCloseCode.NoStatusReceived"/> says nothing.</param>
    /// <param name="reason">Words in UTF-8, at most 123 bytes.</param>
    /// <exception cref="ArgumentException">The code must not be sent by this end, there are words without a code, or they are too long or not UTF-8.</exception>
    public void WriteClose(WebSocketCloseCode code = WebSocketCloseCode.NormalClosure, ReadOnlySpan<byte> reason = default) => _output.Close(code, reason);

    /// <summary>Sends what was written. Waits while the other end takes nothing.</summary>
    /// <returns>False if the other end will take nothing any more.</returns>
    public ValueTask<bool> FlushAsync(CancellationToken cancellationToken = default) => _output.FlushAsync(cancellationToken);

    /// <summary>
    /// Closes the connection as it should be: sends a Close frame if none was sent, reads up to that of the other end, whose messages are dropped, and completes the transport. A client waits for the
    /// server to cut it first (RFC 6455 section 7.1.1). All this takes no longer than some seconds: then the transport is completed as it is.
    /// </summary>
    /// <param name="code">Why, if no Close frame was sent.</param>
    /// <param name="cancellationToken">Ends waiting; the transport is completed.</param>
    public async ValueTask CloseAsync(WebSocketCloseCode code = WebSocketCloseCode.NormalClosure, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            if (_receiver.Fault == WebSocketFault.None)
                WriteClose(code);
            while (await WaitToReadAsync(patience.Token).ConfigureAwait(false))
            {
                while (TryRead(out _))
                {
                }
            }
            if (Session.ShouldCut)
                await _output.CompleteAsync().AsTask().WaitAsync(patience.Token).ConfigureAwait(false);
            // A transport that is cut while there is something unread may take the Close frame with it.
            await DrainAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The other end has not done its part. That shows in the session.
        }
        Session.Cut();
        await _output.CompleteAsync().AsTask().WaitAsync(s_patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    /// <summary>Completes the transport as it is, without a Close frame if none was sent, and gives back memory.</summary>
    public void Dispose()
    {
        Release();
        _output.Dispose();
        _input.Complete();
        Session.Dispose();
    }
}
