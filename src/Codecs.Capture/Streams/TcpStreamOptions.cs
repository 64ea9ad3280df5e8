namespace Codecs.Capture.Streams;

/// <summary>
/// How much is kept while streams are put together. Whatever a capture holds, no more memory is used than these limits say and a
/// fixed amount for each connection.
/// </summary>
public sealed record TcpStreamOptions
{
    /// <summary>Connections that are followed at a time; at least 1. For one more, the one that has been idle for the longest is given up: of those that are closed first, then of the others.</summary>
    public int MaxConnections { get; init => field = AtLeast(1, value); } = 1 << 14;

    /// <summary>
    /// Bytes of a connection that came out of order and wait for what is missing before them. What is beyond it ends the waiting: the bytes before the first
    /// that wait are reported as a <see cref="TcpGap"/>. For each piece, 64 bytes are counted in addition to what is in it; and
    /// whatever the limit, no more than 1,024 pieces of a stream wait.
    /// </summary>
    public int MaxWaitingBytesPerConnection { get; init => field = AtLeast(0, value); } = 1 << 22;

    /// <summary>The same for all connections together. What is beyond it ends the waiting of the stream that has waited for the longest.</summary>
    public long MaxWaitingBytes { get; init => field = AtLeast(0, value); } = 1 << 26;

    /// <summary>The last bytes of each stream that are kept to be compared with what is sent once more; 0 for none. The nearest power of two below counts.</summary>
    public int MaxComparedBytesPerStream { get; init => field = AtLeast(0, value); } = 1 << 16;

    /// <summary>The same for all streams together. What is beyond it is taken from the stream that has been idle for the longest: there, what is sent once more is not compared.</summary>
    public long MaxComparedBytes { get; init => field = AtLeast(0, value); } = 1 << 25;

    /// <summary>Unread bytes of a stream that a <see cref="TcpStreamReader"/> holds; at least 1. See <see cref="TcpStream.IsCut"/> for what happens when there are more.</summary>
    public int MaxUnreadBytesPerStream { get; init => field = AtLeast(1, value); } = 1 << 22;

    /// <summary>The same for all streams together. For each stretch of a stream that has unread bytes, 1,024 are counted in addition.</summary>
    public long MaxUnreadBytes { get; init => field = AtLeast(1, value); } = 1 << 26;

    /// <summary>How long, by the time of the capture, a closed connection is kept for segments that are late. They are not taken for those of a new one then.</summary>
    public TimeSpan ClosedFor { get; init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = TimeSpan.FromMinutes(1);

    /// <summary>Does a stream end at its first <see cref="TcpGap"/>? Otherwise it goes on behind it.</summary>
    public bool StopAtGap { get; init; }

    private static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }

    private static long AtLeast(long least, long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
