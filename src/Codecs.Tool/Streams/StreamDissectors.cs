using System.Buffers;
using System.Collections.Immutable;
using Codecs.Capture.Streams;
using Codecs.Protocols;
using Codecs.Tool.Streams.Http;

namespace Codecs.Tool.Streams;

/// <summary>The application protocols that can be dissected. A new one is a file of its own and a line here.</summary>
public static class StreamDissectors
{
    private const int BeginningLength = 16;

    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<IStreamDissector> All { get; } =
    [
        new MessageDissector<DnsOverTcp, DnsOverTcp>("dns", maxMessageSize: 65537, TcpPort.Dns),
        new FtpDissector(),
        new HttpDissector(),
        new ImapDissector(),
        new MessageDissector<ModbusTcpRequest, ModbusTcpResponse>("modbus", maxMessageSize: 260, TcpPort.Modbus),
        new MqttDissector(),
        new Pop3Dissector(),
        new MessageDissector<RpcFragment, RpcFragment>("rpc", maxMessageSize: 16 << 20, TcpPort.PortMapper, TcpPort.Nfs),
        new SmtpDissector(),
        new SshDissector(),
        new TlsDissector(),
    ];

    /// <summary>The one for a connection, by the port of its server; null if there is none.</summary>
    internal static IStreamDissector? Find(IReadOnlyList<IStreamDissector> dissectors, TcpConnection connection) =>
        dissectors.FirstOrDefault(dissector => dissector.Ports.Contains((TcpPort)connection.Server.Port));

    /// <summary>The one that recognizes how a client begins; null if there is none, or if it sends nothing. The stream is read on from its start.</summary>
    internal static async ValueTask<IStreamDissector?> RecognizeAsync(IReadOnlyList<IStreamDissector> dissectors, TcpStream client)
    {
        while (true)
        {
            var result = await client.ReadAsync().ConfigureAwait(false);
            bool isEnough = result.Buffer.Length >= BeginningLength || result.IsCompleted;
            var found = isEnough ? Recognize(dissectors, result.Buffer) : null;
            client.AdvanceTo(result.Buffer.Start, isEnough ? result.Buffer.Start : result.Buffer.End);
            if (isEnough)
                return found;
        }
    }

    private static IStreamDissector? Recognize(IReadOnlyList<IStreamDissector> dissectors, ReadOnlySequence<byte> beginning)
    {
        byte[] bytes = beginning.Slice(0, Math.Min(beginning.Length, BeginningLength)).ToArray();
        return dissectors.FirstOrDefault(dissector => dissector.Recognizes(bytes));
    }
}
