using System.Buffers;
using System.Text.Json;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Http;

/// <summary>Frames and messages in one direction of a WebSocket connection.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>frame</c>: <c>final</c>; <c>rsv</c>, the three reserved bits; <c>opcode</c>; <c>maskingKey</c>, if it is masked; <c>payloadLength</c>; <c>payload</c>, not masked, if it has at most
/// 1 MiB; of a Close frame <c>code</c> and <c>reason</c>; <c>error</c>, a <see cref="WebSocketFault"/>, where a rule is broken.</item>
/// <item><c>message</c>: <c>opcode</c>; <c>frames</c>, how many it has; <c>compressed</c>; <c>text</c>, or <c>data</c>. Its place is that from its first frame to the end of its last.</item>
/// </list>
/// Names of values are in camelCase. Behind a fault there are frames, but no messages.
/// </remarks>
internal sealed class WebSocketDirection : IDisposable
{
    private const int MaxHeaderLength = 14;
    private const int MostShown = 1024 * 1024;

    private readonly TcpStream _stream;
    private readonly TcpRole _sender;
    private readonly MessageWriter _output;
    private readonly WebSocketReceiver _receiver;
    private readonly ArrayBufferWriter<byte> _payload = new();

    // The frame that is being read.
    private WebSocketFrameHeader _header;
    private WebSocketMask _mask;
    private long _start;
    private long _remaining;
    private bool _isWithin;
    private WebSocketFault _fault;

    // The message that its fragments belong to.
    private long _messageStart;
    private int _messageFrames;
    private bool _isCompressed;

    private long _offset;

    public WebSocketDirection(TcpStream stream, TcpRole sender, long offset, PerMessageDeflate? deflate, MessageWriter output)
    {
        _stream = stream;
        _sender = sender;
        _offset = offset;
        _output = output;
        _receiver = new(sender == TcpRole.Client ? WebSocketRole.Server : WebSocketRole.Client, new() { AcceptsWrongMasking = true, Deflate = deflate });
    }

    public async Task DissectAsync()
    {
        while (true)
        {
            var result = await _stream.ReadAsync().ConfigureAwait(false);
            var rest = result.Buffer;
            bool isWellFormed = Take(ref rest);
            _stream.AdvanceTo(rest.Start, result.Buffer.End);
            if (result.IsCompleted || !isWellFormed)
            {
                if (isWellFormed && (_isWithin || !rest.IsEmpty))
                    WriteIncomplete(rest.Length);
                return;
            }
        }
    }

    public void Dispose() => _receiver.Dispose();

    // False if what comes next is no header.
    private bool Take(ref ReadOnlySequence<byte> rest)
    {
        Span<byte> bytes = stackalloc byte[MaxHeaderLength];
        while (true)
        {
            if (_isWithin)
            {
                if (_remaining > 0 && rest.IsEmpty)
                    return true;
                TakePayload(ref rest);
                continue;
            }
            int available = (int)Math.Min(rest.Length, MaxHeaderLength);
            rest.Slice(0, available).CopyTo(bytes);
            var result = WebSocketFrame.TryParseHeader(bytes[..available], out var frame);
            var header = frame.Header;
            int length = result.BytesConsumed - frame.Payload.Length;
            bool isTooLong = result.Status == OperationStatus.InvalidData;
            if (isTooLong)
            {
                // A length that is not in its shortest form breaks a rule, but can be read.
                if (!LongWebSocketHeader.TryRead(bytes[..available], out header, out length))
                    return WriteMalformed(result, rest.Length);
                result = length <= available ? ParseResult.Done(length) : ParseResult.NeedMore(length, 0);
            }
            if (!result)
                return true;
            if (isTooLong)
                Note(_receiver.Reject(WebSocketFault.PayloadLength));
            rest = rest.Slice(length);
            Begin(in header, length);
        }
    }

    private void Begin(in WebSocketFrameHeader header, int length)
    {
        (_header, _remaining, _start, _isWithin) = (header, (long)header.PayloadLength, _offset, true);
        _mask = new(header.MaskingKey.GetValueOrDefault());
        _payload.ResetWrittenCount();
        _offset += length;
        if (header.Opcode is WebSocketOpcode.Text or WebSocketOpcode.Binary)
            (_messageStart, _messageFrames, _isCompressed) = (_start, 0, header.Rsv1);
        if (!header.IsControl)
            _messageFrames++;
        Note(_receiver.Receive(in header, default));
        if (_remaining == 0)
            End();
    }

    private void TakePayload(ref ReadOnlySequence<byte> rest)
    {
        var piece = rest.FirstSpan;
        if (piece.Length > _remaining)
            piece = piece[..(int)_remaining];
        if (_header.PayloadLength <= MostShown)
        {
            _mask.Apply(piece, _payload.GetSpan(Math.Max(piece.Length, 1)));
            _payload.Advance(piece.Length);
        }
        _remaining -= piece.Length;
        _offset += piece.Length;
        if (!_receiver.IsClosed && _receiver.Fault == WebSocketFault.None)
            Note(_receiver.Receive(piece));
        rest = rest.Slice(piece.Length);
        if (_remaining == 0)
            End();
    }

    // The frame is written before the message that it completes, and that cannot wait.
    private void Note(WebSocketPart part)
    {
        if (part.Kind == WebSocketPartKind.Fault)
            _fault = part.Fault;
        if (!part.IsMessage)
            return;
        End();
        var writer = _output.Begin(_sender, "message", _messageStart, _offset - _messageStart);
        writer.WriteNumber("opcode"u8, (int)part.Opcode);
        writer.WriteNumber("frames"u8, _messageFrames);
        writer.WriteBoolean("compressed"u8, _isCompressed);
        if (part.Kind == WebSocketPartKind.Text)
            writer.WriteString("text"u8, part.Bytes);
        else
            _output.Hex("data", part.Bytes);
        _output.End();
    }

    private void End()
    {
        if (!_isWithin)
            return;
        _isWithin = false;
        WriteFrame();
        _output.End();
        _fault = WebSocketFault.None;
    }

    private Utf8JsonWriter WriteFrame()
    {
        var writer = _output.Begin(_sender, "frame", _start, _offset - _start);
        writer.WriteBoolean("final"u8, _header.IsFinal);
        writer.WriteNumber("rsv"u8, (_header.Rsv1 ? 4 : 0) | (_header.Rsv2 ? 2 : 0) | (_header.Rsv3 ? 1 : 0));
        writer.WriteNumber("opcode"u8, (int)_header.Opcode);
        if (_header.MaskingKey is { } key)
            writer.WriteString("maskingKey"u8, key.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteNumber("payloadLength"u8, _header.PayloadLength);
        if (_header.PayloadLength <= MostShown)
            _output.Hex("payload", _payload.WrittenSpan);
        if (_header.Opcode == WebSocketOpcode.Close && _remaining == 0 && WebSocketClose.TryParse(_payload.WrittenSpan, out var close) && close.Code is { } code)
        {
            writer.WriteNumber("code"u8, (int)code);
            writer.WriteString("reason"u8, close.Reason);
        }
        if (_fault != WebSocketFault.None)
            writer.WriteString("error"u8, JsonNamingPolicy.CamelCase.ConvertName(_fault.ToString()));
        return writer;
    }

    private bool WriteMalformed(ParseResult result, long length)
    {
        var writer = _output.Begin(_sender, "frame", _offset, length);
        writer.WriteString("error"u8, result.Describe<WebSocketFrame>());
        _output.End();
        return false;
    }

    private void WriteIncomplete(long headerLength)
    {
        var writer = _isWithin ? WriteFrame() : _output.Begin(_sender, "frame", _offset, headerLength);
        writer.WriteBoolean("incomplete"u8, true);
        _output.End();
    }
}
