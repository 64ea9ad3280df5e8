namespace Codecs.Capture.Streams;

/// <summary>Which end of a connection.</summary>
public enum TcpRole
{
    /// <summary>The one that opened the connection, or, if that was not captured, is likely to have done so by the ports.</summary>
    Client,

    /// <summary>The other one.</summary>
    Server,
}
