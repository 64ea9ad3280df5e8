using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace Codecs.Protocols;

/// <summary>
/// The other direction of a connection, seen from the end that sends: from messages to frames, which are written elsewhere (RFC 6455 sections 5 and 6).
/// It knows which frame may come next, compresses, and makes the keys of a client; the payloads that it gives are not masked yet.
/// </summary>
/// <remarks>Calls that no protocol allows throw, so that nothing wrong is sent. Text must be UTF-8, which is not checked here.</remarks>
public sealed class WebSocketSender : IDisposable
{
    // Random numbers come at a price for each call, so several keys are made at once.
    private const int Keys = 64;

    private readonly byte[] _keys = new byte[Keys * sizeof(uint)];
    private readonly byte[] _close = new byte[WebSocketReceiver.MaxControlLength];
    private readonly WebSocketRole _role;
    private readonly PerMessageDeflateCompressor? _compressor;
    private readonly int _minCompressedLength;
    private int _usedKeys = Keys;

    // The message that is being sent; Continuation if none is.
    private WebSocketOpcode _message;
    private bool _isCompressed;

    /// <summary>A sender at the start of a connection.</summary>
    /// <param name="role">The end that sends.</param>
    /// <param name="options">What is agreed upon, and what is worth compressing; null for the defaults.</param>
    public WebSocketSender(WebSocketRole role, WebSocketSessionOptions? options = null)
    {
        options ??= new();
        _role = role;
        _compressor = options.Deflate?.CreateCompressor(role);
        _minCompressedLength = options.MinCompressedLength;
    }

    /// <summary>Was a Close frame made? Then no other frame can be.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Makes the frame of a message, or the next fragment of one.</summary>
    /// <param name="type"><see cref="WebSocketOpcode.Text"/> or <see cref="WebSocketOpcode.Binary"/>, the same for all fragments of a message.</param>
    /// <param name="bytes">The message or the fragment.</param>
    /// <param name="isLast">Is the message complete with this?</param>
    /// <param name="payload">The payload of the frame, to be masked with the header's key: <paramref name="bytes"/>, or what was made of it, valid until the next call.</param>
    /// <exception cref="ArgumentOutOfRangeException">That is no type of a message.</exception>
    /// <exception cref="InvalidOperationException">The connection is closing, or a message of another type is not complete.</exception>
    public WebSocketFrameHeader Message(WebSocketOpcode type, ReadOnlySpan<byte> bytes, bool isLast, out ReadOnlySpan<byte> payload)
    {
        if (type is not (WebSocketOpcode.Text or WebSocketOpcode.Binary))
            throw new ArgumentOutOfRangeException(nameof(type), type, "A message is text or binary.");
        RequireOpen();
        bool isFirst = _message == WebSocketOpcode.Continuation;
        if (!isFirst && _message != type)
            throw new InvalidOperationException($"A message of type {_message} is not complete.");
        if (isFirst)
            _isCompressed = IsWorthCompressing(bytes.Length, isLast);
        payload = _isCompressed ? _compressor!.Compress(bytes, isLast) : bytes;
        _message = isLast ? WebSocketOpcode.Continuation : type;
        return Header(isFirst ? type : WebSocketOpcode.Continuation, payload.Length, isLast, isFirst && _isCompressed);
    }

    /// <summary>Makes a Ping, which the other end is to answer with a Pong of the same payload.</summary>
    /// <exception cref="ArgumentException">The payload is longer than 125 bytes.</exception>
    /// <exception cref="InvalidOperationException">The connection is closing.</exception>
    public WebSocketFrameHeader Ping(ReadOnlySpan<byte> payload) => Control(WebSocketOpcode.Ping, payload);

    /// <summary>Makes a Pong: the answer to a Ping, or a sign of life.</summary>
    /// <exception cref="ArgumentException">The payload is longer than 125 bytes.</exception>
    /// <exception cref="InvalidOperationException">The connection is closing.</exception>
    public WebSocketFrameHeader Pong(ReadOnlySpan<byte> payload) => Control(WebSocketOpcode.Pong, payload);

    /// <summary>Makes the Close frame, the last frame of a direction.</summary>
    /// <param name="code">Why; <see cref="WebSocketCloseCode.NoStatusReceived"/> says nothing.</param>
    /// <param name="reason">Words in UTF-8, at most 123 bytes.</param>
    /// <param name="payload">The payload of the frame.</param>
    /// <exception cref="ArgumentException">The code must not be sent by this end, there are words without a code, or they are too long or not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">The connection is closing.</exception>
    public WebSocketFrameHeader Close(WebSocketCloseCode code, ReadOnlySpan<byte> reason, out ReadOnlySpan<byte> payload)
    {
        int length = 0;
        if (code != WebSocketCloseCode.NoStatusReceived)
        {
            if (!code.MayBeSentBy(_role))
                throw new ArgumentException($"A Close frame of a {_role} must not have the code {(ushort)code}.", nameof(code));
            if (reason.Length > WebSocketClose.MaxReasonLength || !Utf8.IsValid(reason))
                throw new ArgumentException($"The words must be UTF-8 of at most {WebSocketClose.MaxReasonLength} bytes.", nameof(reason));
            BinaryPrimitives.WriteUInt16BigEndian(_close, (ushort)code);
            reason.CopyTo(_close.AsSpan(sizeof(ushort)));
            length = sizeof(ushort) + reason.Length;
        }
        else if (!reason.IsEmpty)
        {
            throw new ArgumentException("There are no words without a code.", nameof(reason));
        }
        payload = _close.AsSpan(0, length);
        var header = Control(WebSocketOpcode.Close, payload);
        IsClosed = true;
        return header;
    }

    /// <summary>Frees what the compressor holds.</summary>
    public void Dispose() => _compressor?.Dispose();

    private bool IsWorthCompressing(int length, bool isWhole) =>
        _compressor is { MaxLength: var most } && (isWhole ? length >= _minCompressedLength && length <= most : most == long.MaxValue);

    private WebSocketFrameHeader Control(WebSocketOpcode opcode, ReadOnlySpan<byte> payload)
    {
        RequireOpen();
        if (payload.Length > WebSocketReceiver.MaxControlLength)
            throw new ArgumentException($"The payload of a control frame has at most {WebSocketReceiver.MaxControlLength} bytes.", nameof(payload));
        return Header(opcode, payload.Length, isFinal: true, isCompressed: false);
    }

    private WebSocketFrameHeader Header(WebSocketOpcode opcode, int length, bool isFinal, bool isCompressed) => new()
    {
        IsFinal = isFinal,
        Rsv1 = isCompressed,
        Opcode = opcode,
        MaskingKey = _role == WebSocketRole.Client ? NextKey() : null,
        PayloadLength = (ulong)length,
    };

    // RFC 6455 section 10.3: no key may let the next one be guessed.
    private uint NextKey()
    {
        if (_usedKeys == Keys)
        {
            RandomNumberGenerator.Fill(_keys);
            _usedKeys = 0;
        }
        return BinaryPrimitives.ReadUInt32BigEndian(_keys.AsSpan(_usedKeys++ * sizeof(uint)));
    }

    private void RequireOpen()
    {
        if (IsClosed)
            throw new InvalidOperationException("A Close frame was sent: nothing can follow it.");
    }
}
