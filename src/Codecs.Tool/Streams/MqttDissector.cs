using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>MQTT: the client's first packet says which version both ends speak.</summary>
internal sealed class MqttDissector : IStreamDissector
{
    private const int MaxMessageSize = 16 << 20;

    public string Protocol => "mqtt";

    public IReadOnlyList<TcpPort> Ports => [TcpPort.Mqtt];

    public async Task DissectAsync(TcpStreamPair connection, MessageWriter output)
    {
        var client = new MessageCursor(connection.FromClient, TcpRole.Client, output, MaxMessageSize);
        var server = new MessageCursor(connection.FromServer, TcpRole.Server, output, MaxMessageSize);
        int level = 0;
        await client.ReadAsync((scoped in Mqtt packet, long offset, long length) =>
        {
            if (packet.TryGet(out MqttConnect connect))
                level = connect.ProtocolLevel;
            client.Write("message", in packet, offset, length);
        }).ConfigureAwait(false);
        await (level >= 5
            ? Task.WhenAll(client.WriteAllAsync<Mqtt5>("message"), server.WriteAllAsync<Mqtt5>("message"))
            : Task.WhenAll(client.WriteAllAsync<Mqtt>("message"), server.WriteAllAsync<Mqtt>("message"))).ConfigureAwait(false);
    }
}
