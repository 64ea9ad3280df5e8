using System.Collections.Immutable;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>The application protocols that can be dissected. A new one is a file of its own and a line here.</summary>
public static class StreamDissectors
{
    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<IStreamDissector> All { get; } =
    [
        new ImapDissector(),
        new MessageDissector<ModbusTcpRequest, ModbusTcpResponse>("modbus", maxMessageSize: 260, TcpPort.Modbus),
        new MqttDissector(),
        new Pop3Dissector(),
        new MessageDissector<RpcFragment, RpcFragment>("rpc", maxMessageSize: 16 << 20, TcpPort.PortMapper, TcpPort.Nfs),
    ];

    /// <summary>The one for a connection, by the port of its server; null if there is none.</summary>
    internal static IStreamDissector? Find(IReadOnlyList<IStreamDissector> dissectors, TcpConnection connection) =>
        dissectors.FirstOrDefault(dissector => dissector.Ports.Contains((TcpPort)connection.Server.Port));
}
