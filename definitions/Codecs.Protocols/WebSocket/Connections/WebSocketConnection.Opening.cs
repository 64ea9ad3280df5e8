using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <content>The opening handshake on a transport.</content>
public sealed partial class WebSocketConnection
{
    /// <summary>The longest head of a request or a response, in bytes, that is read.</summary>
    public const int MaxHeadLength = 16 * 1024;

    /// <summary>The server's end: reads the request of a client and answers it (RFC 6455 section 4.2).</summary>
    /// <param name="transport">The pipes, at the start of a connection. If the request is refused, they are completed behind the response.</param>
    /// <param name="acceptor">Which requests are accepted.</param>
    /// <param name="options">What to make of what is received; <see cref="WebSocketSessionOptions.Deflate"/> is what will be agreed upon.</param>
    /// <param name="cancellationToken">Ends waiting for the request: a client that says nothing is waited for as long as this lets.</param>
    /// <exception cref="OperationCanceledException">By the token, or by <see cref="PipeReader.CancelPendingRead"/>. The transport is left as it is.</exception>
    public static ValueTask<WebSocketOpening> AcceptAsync(IDuplexPipe transport, WebSocketAcceptor acceptor, WebSocketSessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(acceptor);
        return OpenAsync<HttpRequestHead>(transport, new Acceptance(transport, acceptor, options).TryRead, cancellationToken);
    }

    /// <summary>The client's end: sends a request and reads the response (RFC 6455 section 4.1).</summary>
    /// <param name="transport">The pipes, at the start of a connection. If the server does not accept, they are completed.</param>
    /// <param name="offer">What is asked for; for one connection.</param>
    /// <param name="host">Host, and the port if it is not that of the scheme: <c>example.com:8080</c>.</param>
    /// <param name="target">Path and query, encoded.</param>
    /// <param name="options">What to make of what is received; <see cref="WebSocketSessionOptions.Deflate"/> is what will be agreed upon.</param>
    /// <param name="cancellationToken">Ends waiting for the response.</param>
    /// <exception cref="InvalidOperationException">The host, the target or a field cannot be sent.</exception>
    /// <exception cref="OperationCanceledException">By the token, or by <see cref="PipeReader.CancelPendingRead"/>. The transport is left as it is.</exception>
    public static async ValueTask<WebSocketOpening> ConnectAsync(
        IDuplexPipe transport, WebSocketOffer offer, string host, string target = "/", WebSocketSessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(offer);
        transport.Output.Write(offer.ToHead(host, target));
        await transport.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return await OpenAsync<HttpResponseHead>(transport, new Request(transport, offer, options).TryRead, cancellationToken).ConfigureAwait(false);
    }

    private delegate bool HeadReading<T>(MessageReader<T> heads, out WebSocketOpening opening) where T : IMessage<T>, allows ref struct;

    private static async ValueTask<WebSocketOpening> OpenAsync<T>(IDuplexPipe transport, HeadReading<T> tryRead, CancellationToken cancellationToken) where T : IMessage<T>, allows ref struct
    {
        var opening = new WebSocketOpening(null, WebSocketHandshakeFault.Ended, 0);
        try
        {
            using var heads = transport.Input.AsMessageReader<T>(MaxHeadLength);
            while (await heads.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!tryRead(heads, out var read))
                    continue;
                opening = read;
                break;
            }
            await transport.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The other end went away; MessageReadException, too, says that.
        }
        if (opening.IsOpen)
            return opening;
        await transport.Output.CompleteAsync().ConfigureAwait(false);
        await transport.Input.CompleteAsync().ConfigureAwait(false);
        return opening;
    }

    // Is there a head? If it is none, says so.
    private static bool TryRead<T>(MessageReader<T> heads, out T head, out int length, out WebSocketHandshakeFault fault) where T : IMessage<T>, allows ref struct
    {
        bool isRead = heads.TryRead(out head, out var result);
        length = result.BytesConsumed;
        fault = isRead || result.Status == OperationStatus.NeedMoreData ? WebSocketHandshakeFault.None
            : result.Error == ParseError.Limit ? WebSocketHandshakeFault.HeadTooLong
            : WebSocketHandshakeFault.Head;
        return isRead;
    }

    /// <summary>What a server makes of a request.</summary>
    private sealed class Acceptance(IDuplexPipe transport, WebSocketAcceptor acceptor, WebSocketSessionOptions? options)
    {
        public bool TryRead(MessageReader<HttpRequestHead> heads, out WebSocketOpening opening)
        {
            opening = default;
            if (!WebSocketConnection.TryRead(heads, out var head, out int length, out var fault) && fault == WebSocketHandshakeFault.None)
                return false;
            if (fault == WebSocketHandshakeFault.None)
                fault = !HttpBody.TryFind(in head, out var body) ? WebSocketHandshakeFault.Head : body.Kind != HttpBodyKind.None ? WebSocketHandshakeFault.Body : fault;
            opening = fault == WebSocketHandshakeFault.None ? Answer(in head, length) : Refuse(fault);
            return true;
        }

        private WebSocketOpening Answer(scoped in HttpRequestHead head, int length)
        {
            byte[] scratch = ArrayPool<byte>.Shared.Rent(length);
            var request = WebSocketRequest.From(in head, scratch);
            transport.Output.Write(acceptor.Answer(in request, out var agreement, out var fault));
            ArrayPool<byte>.Shared.Return(scratch);
            return new(fault == WebSocketHandshakeFault.None ? Create(transport, WebSocketRole.Server, options, in agreement, Encoding.Latin1.GetString(head.Target)) : null, fault, fault.HttpStatus);
        }

        private WebSocketOpening Refuse(WebSocketHandshakeFault fault)
        {
            transport.Output.Write(WebSocketHeads.Refuse(fault));
            return new(null, fault, fault.HttpStatus);
        }
    }

    /// <summary>What a client makes of the response.</summary>
    private sealed class Request(IDuplexPipe transport, WebSocketOffer offer, WebSocketSessionOptions? options)
    {
        public bool TryRead(MessageReader<HttpResponseHead> heads, out WebSocketOpening opening)
        {
            opening = default;
            WebSocketHandshakeFault fault;
            while (WebSocketConnection.TryRead(heads, out var head, out int length, out fault))
            {
                // RFC 9110 section 15.2: what comes before the response proper may be ignored.
                if (head.StatusCode is >= 100 and < 200 and not 101)
                    continue;
                byte[] scratch = ArrayPool<byte>.Shared.Rent(length);
                fault = offer.Check(WebSocketResponse.From(in head, scratch), out var agreement);
                ArrayPool<byte>.Shared.Return(scratch);
                opening = new(fault == WebSocketHandshakeFault.None ? Create(transport, WebSocketRole.Client, options, in agreement, null) : null, fault, head.StatusCode);
                return true;
            }
            opening = new(null, fault, 0);
            return fault != WebSocketHandshakeFault.None;
        }
    }

    private static WebSocketConnection Create(IDuplexPipe transport, WebSocketRole role, WebSocketSessionOptions? options, in WebSocketAgreement agreement, string? target) =>
        new(transport, role, (options ?? new()) with { Deflate = agreement.Deflate }) { Protocol = agreement.Protocol, Target = target };
}
