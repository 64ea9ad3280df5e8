using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams;

/// <summary>
/// Connections end in another order than they began. Passes them on by number, as far as that is possible without keeping more than a few
/// thousand: if more wait for an earlier one that does not end, the earliest that have ended go on.
/// </summary>
internal sealed class ConnectionOrder(IConnectionWriter writer)
{
    private const int MostWaiting = 4096;

    private readonly PriorityQueue<TcpConnection, long> _waiting = new();
    private long _next = 1;

    public void Add(TcpConnection connection)
    {
        _waiting.Enqueue(connection, connection.Number);
        while (_waiting.TryPeek(out var first, out long number) && (number <= _next || _waiting.Count > MostWaiting))
        {
            _waiting.Dequeue();
            _next = Math.Max(_next, number + 1);
            writer.Write(first);
        }
    }

    /// <summary>Passes on what waits.</summary>
    public void Complete()
    {
        while (_waiting.TryDequeue(out var connection, out _))
            writer.Write(connection);
    }
}
