using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams;

/// <summary>Writes what is known of connections.</summary>
internal interface IConnectionWriter
{
    /// <summary>Writes one connection, whose numbers are final.</summary>
    void Write(TcpConnection connection);
}
