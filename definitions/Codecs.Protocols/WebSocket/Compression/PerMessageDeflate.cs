namespace Codecs.Protocols;

/// <summary>What is offered for, or agreed upon, permessage-deflate (RFC 7692 section 7.1). The default value has no parameters.</summary>
/// <remarks>
/// System.IO.Compression reads windows of any size but compresses with 32 KiB only. So a window that is smaller is accepted for one's own messages
/// only together with the promise not to keep the context (see <see cref="PerMessageDeflateCompressor"/>), and a client does not offer one by itself.
/// </remarks>
public readonly record struct PerMessageDeflate
{
    /// <summary>The logarithm of the smallest window.</summary>
    public const int MinWindowBits = 8;

    /// <summary>The logarithm of the largest window, which holds where nothing else is said.</summary>
    public const int MaxWindowBits = 15;

    /// <summary>Name of the extension.</summary>
    public static ReadOnlySpan<byte> Name => "permessage-deflate"u8;

    /// <summary>Does each message of the server stand for itself (server_no_context_takeover)?</summary>
    public bool ServerNoContextTakeover { get; init; }

    /// <summary>Does each message of the client stand for itself (client_no_context_takeover)?</summary>
    public bool ClientNoContextTakeover { get; init; }

    /// <summary>The logarithm of the window of the server's messages (server_max_window_bits), 8 to 15; null if nothing is said of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public int? ServerMaxWindowBits { get; init => field = CheckWindowBits(value); }

    /// <summary>
    /// The logarithm of the window of the client's messages (client_max_window_bits), 8 to 15; null if nothing is said of it. In an offer, 15 says that
    /// the server may ask for a smaller one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public int? ClientMaxWindowBits { get; init => field = CheckWindowBits(value); }

    /// <summary>The compressor of one end's own messages under this agreement.</summary>
    public PerMessageDeflateCompressor CreateCompressor(WebSocketRole role) => role == WebSocketRole.Server
        ? new(!ServerNoContextTakeover, ServerMaxWindowBits ?? MaxWindowBits)
        : new(!ClientNoContextTakeover, ClientMaxWindowBits ?? MaxWindowBits);

    /// <summary>The decompressor of the messages that one end receives under this agreement.</summary>
    /// <param name="role">The end that receives.</param>
    /// <param name="maxLength">The most bytes of a message, after decompression.</param>
    public PerMessageDeflateDecompressor CreateDecompressor(WebSocketRole role, long maxLength) =>
        new(!(role == WebSocketRole.Server ? ClientNoContextTakeover : ServerNoContextTakeover), maxLength);

    /// <summary>The extension as it is in Sec-WebSocket-Extensions, of an offer or of an answer.</summary>
    public override string ToString() =>
        "permessage-deflate"
        + (ServerNoContextTakeover ? "; server_no_context_takeover" : "")
        + (ClientNoContextTakeover ? "; client_no_context_takeover" : "")
        + (ServerMaxWindowBits is { } server ? $"; server_max_window_bits={server}" : "")
        + (ClientMaxWindowBits is { } client ? $"; client_max_window_bits={client}" : "");

    private static int? CheckWindowBits(int? value) =>
        value is null or (>= MinWindowBits and <= MaxWindowBits) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A window has {MinWindowBits} to {MaxWindowBits} bits.");
}
