using System.Buffers;
using System.Text;
using System.Text.Json;
using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Http;

/// <summary>Heads and bodies in one direction of a connection.</summary>
internal sealed class HttpDirection(TcpStream stream, TcpRole sender, MessageWriter output)
{
    private const int MaxHeadLength = 64 * 1024;

    // What nobody can tell an offer by is offered: then any answer is one.
    private static readonly PerMessageDeflate s_anyOffer = new() { ServerMaxWindowBits = PerMessageDeflate.MaxWindowBits, ClientMaxWindowBits = PerMessageDeflate.MaxWindowBits };

    /// <summary>Where reading goes on.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads a request with its body; null at the end of the stream.</summary>
    public async Task<HttpHead?> ReadRequestAsync()
    {
        var head = await ReadAsync<HttpRequestHead>(TakeRequest).ConfigureAwait(false);
        if (head is not null)
            await ReadBodyAsync(head.Body).ConfigureAwait(false);
        return head;
    }

    /// <summary>Reads a response with its body; null at the end of the stream.</summary>
    /// <param name="method">Of the request that it answers.</param>
    public async Task<HttpHead?> ReadResponseAsync(HttpRequestMethod method)
    {
        var head = await ReadAsync<HttpResponseHead>((scoped in HttpResponseHead message, int length) => TakeResponse(in message, length, method)).ConfigureAwait(false);
        if (head is not null)
            await ReadBodyAsync(head.Body).ConfigureAwait(false);
        return head;
    }

    private delegate HttpHead Taking<T>(scoped in T message, int length) where T : allows ref struct;

    private async Task<HttpHead?> ReadAsync<T>(Taking<T> take) where T : IMessage<T>, allows ref struct
    {
        using var heads = stream.AsMessageReader<T>(MaxHeadLength);
        try
        {
            while (await heads.WaitToReadAsync().ConfigureAwait(false))
            {
                if (TryTake(heads, take) is { } head)
                    return head;
            }
        }
        catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
        {
            long length = heads.Unread.Length;
            Begin(sender == TcpRole.Client ? "request" : "response", length).WriteBoolean("incomplete"u8, true);
            End(length);
        }
        return null;
    }

    private static HttpHead? TryTake<T>(MessageReader<T> heads, Taking<T> take) where T : IMessage<T>, allows ref struct
    {
        if (heads.TryRead(out var message, out var result))
            return take(in message, result.BytesConsumed);
        return result.Status == OperationStatus.NeedMoreData ? null : throw new InvalidDataException(result.Describe<T>());
    }

    private HttpHead TakeRequest(scoped in HttpRequestHead head, int length)
    {
        bool isClear = HttpBody.TryFind(in head, out var body);
        var writer = Begin("request", length);
        output.Text("method", head.Method.Bytes);
        output.Text("target", head.Target);
        output.Text("version", head.Version.Bytes);
        WriteFields(writer, head.Fields);
        End(writer, isClear, body, length);
        return new(head.Method.Value, 0, body);
    }

    private HttpHead TakeResponse(scoped in HttpResponseHead head, int length, HttpRequestMethod method)
    {
        bool isClear = HttpBody.TryFind(in head, method, out var body);
        var writer = Begin("response", length);
        output.Text("version", head.Version.Bytes);
        writer.WriteNumber("status"u8, head.StatusCode);
        output.Text("reason", head.ReasonPhrase);
        WriteFields(writer, head.Fields);
        End(writer, isClear, body, length);
        var response = WebSocketResponse.From(in head, new byte[length]);
        PerMessageDeflateNegotiation.TryAgree(response.Extensions, s_anyOffer, out var deflate);
        return new(method, head.StatusCode, body, head.StatusCode == 101 && Ascii.EqualsIgnoreCase(response.Upgrade, "websocket"u8), deflate);
    }

    private void WriteFields(Utf8JsonWriter writer, MessageList<HttpField> fields)
    {
        writer.WriteStartArray("fields"u8);
        foreach (var line in fields)
        {
            writer.WriteStartObject();
            if (!line.IsContinuation)
                output.Text("name", line.Name.Bytes);
            output.Text("value", line.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private Utf8JsonWriter Begin(string type, long length) => output.Begin(sender, type, Offset, length);

    private void End(long length)
    {
        output.End();
        Offset += length;
    }

    private void End(Utf8JsonWriter writer, bool isClear, HttpBody body, int length)
    {
        if (isClear)
            writer.WriteString("body"u8, JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(body.Kind)!));
        else
            writer.WriteString("error"u8, "It cannot be told where the body ends."u8);
        End(length);
        if (!isClear)
            throw new InvalidDataException("It cannot be told where a body ends.");
    }

    private async Task ReadBodyAsync(HttpBody body)
    {
        if (body.Kind is HttpBodyKind.None or HttpBodyKind.Tunnel)
            return;
        var count = new BodyCount(body);
        while (!count.IsAtEnd)
        {
            var result = await stream.ReadAsync().ConfigureAwait(false);
            long taken = count.Take(result.Buffer);
            stream.AdvanceTo(result.Buffer.GetPosition(taken));
            if (result.IsCompleted && taken == result.Buffer.Length && !count.IsAtEnd && !(stream.TrySkipGap(out var gap) && count.TrySkip(gap.Length)))
                break;
        }
        if (count.Length == 0)
            return;
        var writer = Begin("body", count.Length);
        writer.WriteNumber("dataLength"u8, count.DataLength);
        if (!count.IsAtEnd && body.Kind != HttpBodyKind.UntilClose)
            writer.WriteBoolean("incomplete"u8, true);
        End(count.Length);
    }
}
