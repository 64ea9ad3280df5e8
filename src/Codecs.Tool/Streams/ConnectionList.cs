using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams;

/// <summary>Of what is put together, only the numbers of each connection.</summary>
internal sealed class ConnectionList(ConnectionOrder order) : ITcpStreamSink
{
    public void Opened(TcpConnection connection)
    {
    }

    public void Data(TcpDirection direction, ReadOnlySpan<byte> bytes)
    {
    }

    public void Gap(TcpDirection direction, TcpGap gap)
    {
    }

    public void Ended(TcpDirection direction)
    {
    }

    public void Closed(TcpConnection connection) => order.Add(connection);
}
