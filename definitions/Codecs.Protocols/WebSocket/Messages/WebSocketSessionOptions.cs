namespace Codecs.Protocols;

/// <summary>What a <see cref="WebSocketSession"/> makes of what it receives and sends.</summary>
public sealed record WebSocketSessionOptions
{
    /// <summary>
    /// The most bytes of a message, all its frames together and after decompression: 16 MiB, if nothing else is said. Messages that are compressed or put
    /// together have at most the length of an array, whatever is said.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public long MaxMessageLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MaxMessageLength));
            field = value;
        }
    } = 16 * 1024 * 1024;

    /// <summary>
    /// Are pieces of messages handed on as they come? Otherwise a message is put together first. A compressed piece becomes at most some thousand times longer.
    /// </summary>
    public bool HandsOnPieces { get; init; }

    /// <summary>Are frames taken that are masked though they must not be, or the other way round? For those who watch a connection; a server must not (RFC 6455 section 5.1).</summary>
    public bool AcceptsWrongMasking { get; init; }

    /// <summary>What is agreed upon for permessage-deflate; null if messages are not compressed.</summary>
    public PerMessageDeflate? Deflate { get; init; }

    /// <summary>Messages of fewer bytes in a single frame are not compressed, for there is little to win.</summary>
    public int MinCompressedLength { get; init; } = 64;
}
