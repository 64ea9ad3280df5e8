using System.Diagnostics.CodeAnalysis;

namespace Codecs.Capture.Streams;

/// <summary>The connections that are followed, by their addresses and ports.</summary>
internal sealed class ConnectionTable(TcpStreamOptions options)
{
    private readonly Dictionary<Key, TcpConnection> _connections = [];

    // By when they were last active, the longest ago first. Those that are over go first.
    private readonly LinkedList<TcpConnection> _open = new();
    private readonly LinkedList<TcpConnection> _over = new();

    /// <summary>Is there no room for another one?</summary>
    public bool IsFull => _connections.Count >= options.MaxConnections;

    /// <summary>The one that has been idle for the longest: of those that are over, if there are such.</summary>
    public TcpConnection? Idlest => _over.First?.Value ?? _open.First?.Value;

    /// <summary>All, in the order in which they were opened.</summary>
    public TcpConnection[] All => [.. _connections.Values.OrderBy(static connection => connection.Number)];

    public bool TryGet(in TcpSegment segment, [NotNullWhen(true)] out TcpConnection? connection) =>
        _connections.TryGetValue(Key.Of(segment.Source, segment.Destination), out connection);

    public void Add(TcpConnection connection)
    {
        _connections.Add(Key.Of(connection.Client, connection.Server), connection);
        _open.AddLast(connection.Place);
    }

    public void Remove(TcpConnection connection)
    {
        _connections.Remove(Key.Of(connection.Client, connection.Server));
        connection.Place.List!.Remove(connection.Place);
    }

    /// <summary>The connection has been active.</summary>
    public void Touch(TcpConnection connection)
    {
        var place = connection.Place;
        var list = connection.IsOver ? _over : _open;
        if (place.List == list && place.Next is null)
            return;
        place.List!.Remove(place);
        list.AddLast(place);
    }

    /// <summary>The one that has been over for the longest, if that is so long that it need not be kept.</summary>
    public bool TryGetExpired(CaptureTimestamp now, [NotNullWhen(true)] out TcpConnection? connection)
    {
        connection = _over.First?.Value;
        if (connection?.LastTime is not { } last)
            return false;
        var idle = now - last;
        double seconds = idle.Seconds + idle.Nanoseconds / 1e9;
        return seconds > options.ClosedFor.TotalSeconds;
    }

    // Both directions have the same: the lower end comes first.
    private readonly record struct Key(IpEndpoint Low, IpEndpoint High)
    {
        public static Key Of(IpEndpoint one, IpEndpoint other) => one.CompareTo(other) <= 0 ? new(one, other) : new(other, one);

        public override int GetHashCode() => HashCode.Combine(Low, High);
    }
}
