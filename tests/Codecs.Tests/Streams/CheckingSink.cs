using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>Keeps nothing of the streams, and fails if what a reassembler tells does not fit together.</summary>
internal sealed class CheckingSink : ITcpStreamSink
{
    private readonly HashSet<TcpConnection> _open = [];

    public int MostOpen { get; private set; }

    public int Open => _open.Count;

    public long Bytes { get; private set; }

    public void Opened(TcpConnection connection)
    {
        Assert.True(_open.Add(connection));
        MostOpen = Math.Max(MostOpen, _open.Count);
    }

    public void Data(TcpDirection direction, ReadOnlySpan<byte> bytes)
    {
        Assert.False(bytes.IsEmpty || direction.IsEnded);
        Bytes += bytes.Length;
    }

    public void Gap(TcpDirection direction, TcpGap gap)
    {
        Assert.True(gap.Length > 0 && !direction.IsEnded);
        // All before it is there or missing.
        Assert.Equal(gap.Offset + gap.Length, direction.Bytes + direction.MissingBytes);
    }

    public void Ended(TcpDirection direction) => Assert.True(direction.IsEnded);

    public void Closed(TcpConnection connection)
    {
        Assert.True(_open.Remove(connection));
        Assert.NotEqual(TcpEnding.None, connection.Ending);
        Assert.True(connection.FromClient.IsEnded && connection.FromServer.IsEnded);
        Assert.All(connection.Anomalies, static anomaly => Assert.True(anomaly.Count > 0 && Enum.IsDefined(anomaly.Kind)));
    }
}
