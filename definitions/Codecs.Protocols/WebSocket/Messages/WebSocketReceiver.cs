using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Codecs.Protocols;

/// <summary>
/// One direction of a connection, seen from the end that receives: from frames, which are read elsewhere, to messages (RFC 6455 sections 5 and 8).
/// It checks what the other end does, unmasks, decompresses, puts fragments together or hands them on, and does no input or output.
/// </summary>
/// <remarks>
/// A frame is given as its header with as much of its payload as there is, then the rest in pieces of any size. What is handed on is valid until
/// the next call. After a Close frame or a fault everything is ignored. Nothing is allocated for a frame, once buffers have grown.
/// </remarks>
public sealed class WebSocketReceiver : IDisposable
{
    /// <summary>The longest payload of a control frame in bytes.</summary>
    public const int MaxControlLength = 125;

    private readonly byte[] _control = new byte[MaxControlLength];
    private readonly MessageBuffer _message = new();
    private readonly WebSocketSessionOptions _options;
    private readonly long _maxMessageLength;
    private readonly WebSocketRole _role;
    private PerMessageDeflateDecompressor? _decompressor;

    // The frame that is being received.
    private WebSocketMask _mask;
    private WebSocketOpcode _opcode;
    private bool _isMasked;
    private bool _isFinal;
    private int _controlLength;

    // The message that is being received, between which and its next frame control frames may come.
    private WebSocketPartKind _kind;
    private Utf8Validator _text;
    private long _messageLength;
    private bool _isCompressed;
    private bool _isFirst;

    /// <summary>A receiver at the start of a connection.</summary>
    /// <param name="role">The end that receives.</param>
    /// <param name="options">What to make of what is received; null for the defaults.</param>
    public WebSocketReceiver(WebSocketRole role, WebSocketSessionOptions? options = null)
    {
        _role = role;
        _options = options ?? new();
        _maxMessageLength = _options.HandsOnPieces ? _options.MaxMessageLength : Math.Min(_options.MaxMessageLength, Array.MaxLength);
    }

    /// <summary>How many bytes of the frame's payload are still to come; 0: a header comes next.</summary>
    public long Remaining { get; private set; }

    /// <summary>The code of the Close frame that has come, <see cref="WebSocketCloseCode.NoStatusReceived"/> if it had none; null if none has come.</summary>
    public WebSocketCloseCode? CloseCode { get; private set; }

    /// <summary>Has a Close frame come?</summary>
    public bool IsClosed => CloseCode is not null;

    /// <summary>Which rule the other end has broken.</summary>
    public WebSocketFault Fault { get; private set; }

    private bool IsOver => IsClosed || Fault != WebSocketFault.None;

    /// <summary>Takes the header of a frame, and the beginning of its payload, masked if it is.</summary>
    /// <param name="header">The header.</param>
    /// <param name="payload">As much of the payload as there is, at most all of it.</param>
    /// <exception cref="InvalidOperationException">The frame before is not complete.</exception>
    /// <exception cref="ArgumentException">There are more bytes than the frame has.</exception>
    public WebSocketPart Receive(scoped in WebSocketFrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (TryReceiveWhole(in header, payload, out var message))
            return Whole(header.Opcode == WebSocketOpcode.Text ? WebSocketPartKind.Text : WebSocketPartKind.Binary, message);
        if (IsOver)
            return default;
        var fault = Begin(in header);
        return fault == WebSocketFault.None ? Receive(payload) : Fail(fault);
    }

    /// <summary>Takes a frame that is a whole message, as nearly every one of small messages is; of others, takes nothing.</summary>
    /// <param name="header">The header.</param>
    /// <param name="payload">The payload, masked if it is.</param>
    /// <param name="message">The message.</param>
    /// <returns>False if it is none: then <see cref="Receive(in WebSocketFrameHeader, ReadOnlySpan{byte})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReceiveWhole(scoped in WebSocketFrameHeader header, ReadOnlySpan<byte> payload, out ReadOnlySpan<byte> message)
    {
        message = default;
        if (!IsWholeMessage(in header, payload.Length))
            return false;
        message = header.IsMasked ? Unmask(payload, header.MaskingKey.GetValueOrDefault()) : payload;
        return header.Opcode == WebSocketOpcode.Binary || Utf8.IsValid(message);
    }

    /// <summary>Takes the next bytes of a frame's payload, masked if it is.</summary>
    /// <param name="payload">At most <see cref="Remaining"/> bytes.</param>
    /// <exception cref="ArgumentException">There are more bytes than the frame has.</exception>
    public WebSocketPart Receive(ReadOnlySpan<byte> payload) => Take(payload.Length) ? Accept(payload, _isMasked) : default;

    /// <summary>As <see cref="Receive(in WebSocketFrameHeader, ReadOnlySpan{byte})"/>, but the payload is unmasked where it is instead of being copied.</summary>
    public WebSocketPart ReceiveInPlace(scoped in WebSocketFrameHeader header, Span<byte> payload)
    {
        if (IsWholeMessage(in header, payload.Length))
        {
            new WebSocketMask(header.MaskingKey.GetValueOrDefault()).Apply(payload);
            return HandOnWhole(header.Opcode, payload);
        }
        if (IsOver)
            return default;
        var fault = Begin(in header);
        return fault == WebSocketFault.None ? ReceiveInPlace(payload) : Fail(fault);
    }

    /// <summary>As <see cref="Receive(ReadOnlySpan{byte})"/>, but the payload is unmasked where it is instead of being copied.</summary>
    public WebSocketPart ReceiveInPlace(Span<byte> payload)
    {
        if (!Take(payload.Length))
            return default;
        if (_isMasked)
            _mask.Apply(payload);
        return Accept(payload, isMasked: false);
    }

    /// <summary>Ends the direction because of what the caller has found in it, such as a header that is none.</summary>
    public WebSocketPart Reject(WebSocketFault fault) => IsOver ? default : Fail(fault);

    /// <summary>Gives back memory, and what the decompressor holds.</summary>
    public void Dispose()
    {
        _message.Dispose();
        _decompressor?.Dispose();
        _decompressor = null;
    }

    // What cannot be compressed becomes longer, by an eighth at most if its bytes are written with the fixed codes of RFC 1951.
    private long MaxFramesLength =>
        _isCompressed ? _maxMessageLength > long.MaxValue / 2 ? long.MaxValue : _maxMessageLength + _maxMessageLength / 8 + 64
        : _maxMessageLength;

    // What nearly every frame of small messages is: nothing of it needs to be kept.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsWholeMessage(in WebSocketFrameHeader header, int length) =>
        header.IsPlainMessage && header.PayloadLength == (uint)length && length <= _maxMessageLength
        && header.IsMasked == (_role == WebSocketRole.Server) && _kind == WebSocketPartKind.None && Remaining == 0 && !IsOver;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WebSocketPart HandOnWhole(WebSocketOpcode opcode, ReadOnlySpan<byte> message) =>
        opcode == WebSocketOpcode.Binary ? Whole(WebSocketPartKind.Binary, message)
        : Utf8.IsValid(message) ? Whole(WebSocketPartKind.Text, message)
        : Fail(WebSocketFault.Text);

    private WebSocketPart Fail(WebSocketFault fault)
    {
        Fault = fault;
        Remaining = 0;
        return new() { Kind = WebSocketPartKind.Fault, Fault = fault, IsFirst = true, IsLast = true };
    }

    private WebSocketFault Begin(in WebSocketFrameHeader header)
    {
        if (Remaining != 0)
            throw new InvalidOperationException($"{Remaining} bytes of the frame before are still to come.");
        var fault = WebSocketFrameRules.Check(in header, _role, _options, isWithinMessage: _kind != WebSocketPartKind.None);
        if (fault != WebSocketFault.None)
            return fault;

        _opcode = header.Opcode;
        _isMasked = header.MaskingKey is not null;
        _mask = new(header.MaskingKey.GetValueOrDefault());
        if (header.IsControl)
        {
            _controlLength = 0;
        }
        else
        {
            _isFinal = header.IsFinal;
            if (header.Opcode != WebSocketOpcode.Continuation)
                BeginMessage(in header);
            if ((long)header.PayloadLength > MaxFramesLength - _messageLength)
                return WebSocketFault.MessageTooBig;
            _messageLength += (long)header.PayloadLength;
        }
        Remaining = (long)header.PayloadLength;
        return WebSocketFault.None;
    }

    private void BeginMessage(in WebSocketFrameHeader header)
    {
        _kind = header.Opcode == WebSocketOpcode.Text ? WebSocketPartKind.Text : WebSocketPartKind.Binary;
        _isCompressed = header.Rsv1;
        _isFirst = true;
        _text = default;
        _messageLength = 0;
        _message.Clear();
    }

    private bool Take(int length)
    {
        if (IsOver)
            return false;
        if (length > Remaining)
            throw new ArgumentException($"{length} bytes, but the frame has only {Remaining} more.");
        Remaining -= length;
        return true;
    }

    private WebSocketPart Accept(ReadOnlySpan<byte> payload, bool isMasked)
    {
        if (_opcode >= WebSocketOpcode.Close)
            return AcceptControl(payload, isMasked);
        bool isEnd = _isFinal && Remaining == 0;
        return _isCompressed ? AcceptCompressed(payload, isMasked, isEnd) : AcceptPlain(payload, isMasked, isEnd);
    }

    private WebSocketPart AcceptPlain(ReadOnlySpan<byte> payload, bool isMasked, bool isEnd)
    {
        if (_options.HandsOnPieces)
            _message.Clear();
        // What needs neither be unmasked nor be put together is handed on where it is.
        bool isHandedOn = !isMasked && (_options.HandsOnPieces || (isEnd && _isFirst && _message.Length == 0));
        var bytes = isHandedOn ? payload : Copy(payload, isMasked, _message);
        return HandOn(bytes, isHandedOn ? payload : _message.Written, isEnd);
    }

    private WebSocketPart AcceptCompressed(ReadOnlySpan<byte> payload, bool isMasked, bool isEnd)
    {
        if (_options.HandsOnPieces)
            _message.Clear();
        int length = _message.Length;
        _decompressor ??= _options.Deflate!.Value.CreateDecompressor(_role, Math.Min(_options.MaxMessageLength, Array.MaxLength));
        var mask = isMasked ? _mask : default;
        var status = _decompressor.Decompress(payload, ref mask, isEnd, _message);
        _mask = mask;
        return status switch
        {
            OperationStatus.Done => HandOn(_message.Written[length..], _message.Written, isEnd),
            OperationStatus.DestinationTooSmall => Fail(WebSocketFault.MessageTooBig),
            _ => Fail(WebSocketFault.Compression),
        };
    }

    /// <param name="news">What has come.</param>
    /// <param name="all">What is handed on, if anything is.</param>
    /// <param name="isEnd">Is the message complete?</param>
    private WebSocketPart HandOn(ReadOnlySpan<byte> news, ReadOnlySpan<byte> all, bool isEnd)
    {
        if (_kind == WebSocketPartKind.Text && (!_text.TryAppend(news) || (isEnd && !_text.IsComplete)))
            return Fail(WebSocketFault.Text);
        if (!isEnd && (!_options.HandsOnPieces || all.IsEmpty))
            return default;
        var part = new WebSocketPart { Kind = _kind, Bytes = all, IsFirst = _isFirst, IsLast = isEnd };
        _isFirst = false;
        if (isEnd)
            _kind = WebSocketPartKind.None;
        return part;
    }

    private ReadOnlySpan<byte> Unmask(ReadOnlySpan<byte> payload, uint key)
    {
        _message.Clear();
        var copy = _message.GetSpan(payload.Length)[..payload.Length];
        new WebSocketMask(key).Apply(payload, copy);
        return copy;
    }

    private ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> payload, bool isMasked, MessageBuffer destination)
    {
        var copy = destination.GetSpan(payload.Length)[..payload.Length];
        if (isMasked)
            _mask.Apply(payload, copy);
        else
            payload.CopyTo(copy);
        destination.Advance(payload.Length);
        return copy;
    }

    private WebSocketPart AcceptControl(ReadOnlySpan<byte> payload, bool isMasked)
    {
        if (isMasked || _controlLength > 0 || Remaining > 0)
        {
            var copy = _control.AsSpan(_controlLength, payload.Length);
            payload.CopyTo(copy);
            if (isMasked)
                _mask.Apply(copy);
            _controlLength += payload.Length;
            payload = _control.AsSpan(0, _controlLength);
        }
        if (Remaining > 0)
            return default;
        return _opcode switch
        {
            WebSocketOpcode.Close => AcceptClose(payload),
            WebSocketOpcode.Ping => Whole(WebSocketPartKind.Ping, payload),
            _ => Whole(WebSocketPartKind.Pong, payload),
        };
    }

    private WebSocketPart AcceptClose(ReadOnlySpan<byte> payload)
    {
        var fault = CheckClose(payload);
        if (fault != WebSocketFault.None)
            return Fail(fault);
        var part = Whole(WebSocketPartKind.Close, payload);
        CloseCode = part.CloseCode;
        return part;
    }

    private static WebSocketPart Whole(WebSocketPartKind kind, ReadOnlySpan<byte> bytes) => new() { Kind = kind, Bytes = bytes, IsFirst = true, IsLast = true };

    private static WebSocketFault CheckClose(ReadOnlySpan<byte> payload)
    {
        var result = WebSocketClose.TryParse(payload, out _);
        return result ? WebSocketFault.None
            : result.Status == OperationStatus.NeedMoreData ? WebSocketFault.ClosePayload
            : result.Offset == 0 ? WebSocketFault.CloseCode
            : WebSocketFault.CloseReason;
    }
}
