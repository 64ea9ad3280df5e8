using System.Buffers.Binary;
using Codecs.Protocols.Tests.Tls;

namespace Codecs.Protocols.Tests.Ssh;

public sealed class SshCorpusTests
{
    [CorpusFact]
    public void LinesAndPacketsAreThoseThatAnotherReaderFinds()
    {
        int frames = 0, lines = 0, packets = 0, lists = 0;
        foreach (var (data, layer) in TlsCorpusTests.Layers("ssh"))
        {
            frames++;
            if (!layer.TryGetProperty("raw", out var raw))
                continue;
            var fields = raw.EnumerateArray().Select(field => (Name: field[0].GetString()!, Offset: field[1].GetInt32(), Size: field[2].GetInt32())).ToList();
            foreach (var field in fields)
            {
                if (field.Name == "ssh.protocol")
                    lines += CheckLine(data, field.Offset, field.Size);
                // Before version 2, a packet had no length of its padding.
                else if (field.Name == "ssh.packet_length" && fields.Any(other => other.Name == "ssh.padding_length" && other.Offset == field.Offset + 4))
                    packets += CheckPacket(data, field.Offset, fields, ref lists);
            }
        }
        Assert.True(frames == 857 && lines > 50 && packets > 130 && lists > 250, $"{frames} frames, {lines} lines, {packets} packets, {lists} lists");
    }

    private static int CheckLine(byte[] data, int offset, int size)
    {
        var result = SshIdentification.TryParse(data.AsSpan(offset), out var line);
        if (result.Status == System.Buffers.OperationStatus.NeedMoreData)
            return 0;
        Assert.True(result, Convert.ToHexString(data.AsSpan(offset, size)));
        Assert.Equal(data.AsSpan(offset, size).ToArray(), Bytes(line));
        Assert.InRange(result.BytesConsumed, size + 1, size + 2);
        return 1;

        static byte[] Bytes(SshIdentification line) => [.. "SSH-"u8, .. line.ProtocolVersion, .. "-"u8, .. line.Software];
    }

    private static int CheckPacket(byte[] data, int offset, List<(string Name, int Offset, int Size)> fields, ref int lists)
    {
        // Without the beginning of the connection, the other reader takes what is encrypted for packets.
        uint packetLength = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(offset));
        if (packetLength > SshPacket.MaxLength || data[offset + 4] < 4 || data[offset + 4] >= packetLength)
            return 0;
        var result = SshPacket.TryParse(data.AsSpan(offset), out var packet);
        // The rest is in other segments.
        if (result.Status == System.Buffers.OperationStatus.NeedMoreData)
            return 0;
        Assert.True(result, result.Describe<SshPacket>());
        if (fields.Any(field => field.Name == "ssh.message_code" && field.Offset == offset + 5))
            Assert.Equal(data[offset + 5], packet.Payload[0]);
        int end = offset + result.BytesConsumed, length = packet.Padding.Length;
        if (fields.Any(field => field.Name == "ssh.padding_string" && field.Offset > offset && field.Offset < end))
            Assert.Contains(fields, field => field.Name == "ssh.padding_string" && field.Offset == end - length && field.Size == length);
        if (!SshMessage.TryParse(packet.Payload, out var message) || !message.TryGet(out SshKexInit init))
            return 1;
        lists += Same("ssh.kex_algorithms", init.KexAlgorithms) + Same("ssh.server_host_key_algorithms", init.ServerHostKeyAlgorithms)
            + Same("ssh.encryption_algorithms_client_to_server", init.EncryptionAlgorithmsClientToServer) + Same("ssh.encryption_algorithms_server_to_client", init.EncryptionAlgorithmsServerToClient)
            + Same("ssh.mac_algorithms_client_to_server", init.MacAlgorithmsClientToServer) + Same("ssh.mac_algorithms_server_to_client", init.MacAlgorithmsServerToClient)
            + Same("ssh.compression_algorithms_client_to_server", init.CompressionAlgorithmsClientToServer) + Same("ssh.compression_algorithms_server_to_client", init.CompressionAlgorithmsServerToClient)
            + Same("ssh.languages_client_to_server", init.LanguagesClientToServer) + Same("ssh.languages_server_to_client", init.LanguagesServerToClient);
        return 1;

        int Same(string name, MessageList<SshName> names)
        {
            var bytes = new List<byte>();
            foreach (var item in names)
            {
                if (bytes.Count > 0)
                    bytes.Add((byte)',');
                bytes.AddRange(item.Name);
            }
            var place = fields.FirstOrDefault(field => field.Name == name && field.Offset > offset && field.Offset < offset + data.Length);
            Assert.Equal(place.Name is null ? [] : data.AsSpan(place.Offset, place.Size).ToArray(), bytes);
            return 1;
        }
    }
}
