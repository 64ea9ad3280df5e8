using System.Collections.Immutable;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>The application protocols that can be dissected. A new one is a file of its own and a line here.</summary>
internal static class StreamDissectors
{
    public static ImmutableArray<IStreamDissector> All { get; } =
    [
        new MessageDissector<ModbusTcpRequest, ModbusTcpResponse>("modbus", maxMessageSize: 260, TcpPort.Modbus),
    ];

    /// <summary>The one for a connection, by the port of its server; null if there is none.</summary>
    public static IStreamDissector? Find(IReadOnlyList<IStreamDissector> dissectors, TcpConnection connection) =>
        dissectors.FirstOrDefault(dissector => dissector.Ports.Contains((TcpPort)connection.Server.Port));
}
