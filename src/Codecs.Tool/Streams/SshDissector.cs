using System.Text;
using System.Text.Json;
using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>SSH: the line that each end begins with, and its packets up to the first that is encrypted.</summary>
internal sealed class SshDissector : IStreamDissector
{
    private const int MaxLineSize = 8192;

    public string Protocol => "ssh";

    public IReadOnlyList<TcpPort> Ports { get; } = [TcpPort.Ssh];

    public bool Recognizes(ReadOnlySpan<byte> beginning) => beginning.StartsWith("SSH-"u8);

    public Task DissectAsync(TcpStreamPair connection, MessageWriter output) =>
        Task.WhenAll(DissectAsync(connection.FromClient, TcpRole.Client, output), DissectAsync(connection.FromServer, TcpRole.Server, output));

    private static async Task DissectAsync(TcpStream stream, TcpRole sender, MessageWriter output)
    {
        try
        {
            if (await IdentifyAsync(stream, sender, output).ConfigureAwait(false) is { } start)
                await ReadPacketsAsync(stream, start, sender, output).ConfigureAwait(false);
        }
        catch (MessageReadException e) when (e.Error != MessageReadError.Incomplete)
        {
            throw new InvalidDataException(e.Message, e);
        }
        catch (MessageReadException)
        {
            // The capture ends, or has a gap, within a message: what there is of it is counted.
        }
    }

    // Where the packets begin; null if there are none.
    private static async Task<long?> IdentifyAsync(TcpStream stream, TcpRole sender, MessageWriter output)
    {
        using var lines = stream.AsMessageReader<SshIdentification>(MaxLineSize);
        while (await lines.WaitToReadAsync().ConfigureAwait(false))
        {
            long offset = lines.Offset;
            if (lines.TryRead(out var line, out var result))
            {
                var writer = output.Begin(sender, "identification", offset, lines.Offset - offset);
                output.Text("protocolVersion", line.ProtocolVersion);
                output.Text("softwareVersion", line.SoftwareVersion);
                if (!line.Comments.IsEmpty)
                    output.Text("comments", line.Comments);
                output.End();
                return line.ProtocolVersion.SequenceEqual("2.0"u8) || line.ProtocolVersion.SequenceEqual("1.99"u8) ? lines.Offset : null;
            }
            // A server may say other things before (RFC 4253 section 4.2).
            if (result.Status == System.Buffers.OperationStatus.InvalidData)
                lines.SkipPast("\n"u8);
        }
        return null;
    }

    private static async Task ReadPacketsAsync(TcpStream stream, long start, TcpRole sender, MessageWriter output)
    {
        using var packets = stream.AsMessageReader<SshPacket>(SshPacket.MaxLength);
        while (await packets.WaitToReadAsync().ConfigureAwait(false))
        {
            long offset = packets.Offset;
            while (packets.TryRead(out var packet))
            {
                if (!SshMessage.TryParse(packet.Payload, out var message))
                    throw new InvalidDataException($"At byte {start + offset} there is no packet of SSH.");
                var writer = output.Begin(sender, "packet", start + offset, packets.Offset - offset);
                writer.WriteNumber("paddingLength", packet.Padding.Length);
                writer.WriteNumber("message", (byte)message.Number);
                if (message.TryGet(out SshKexInit algorithms))
                    Write(writer, algorithms);
                output.End();
                offset = packets.Offset;
                // What follows is encrypted.
                if (message.Number == SshMessageNumber.NewKeys)
                    return;
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, in SshKexInit algorithms)
    {
        Write(writer, "kexAlgorithms", algorithms.KexAlgorithms);
        Write(writer, "serverHostKeyAlgorithms", algorithms.ServerHostKeyAlgorithms);
        Write(writer, "encryptionAlgorithmsClientToServer", algorithms.EncryptionAlgorithmsClientToServer);
        Write(writer, "encryptionAlgorithmsServerToClient", algorithms.EncryptionAlgorithmsServerToClient);
        Write(writer, "macAlgorithmsClientToServer", algorithms.MacAlgorithmsClientToServer);
        Write(writer, "macAlgorithmsServerToClient", algorithms.MacAlgorithmsServerToClient);
        Write(writer, "compressionAlgorithmsClientToServer", algorithms.CompressionAlgorithmsClientToServer);
        Write(writer, "compressionAlgorithmsServerToClient", algorithms.CompressionAlgorithmsServerToClient);
    }

    private static void Write(Utf8JsonWriter writer, string property, MessageList<SshName> names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(Encoding.Latin1.GetString(name.Name));
        writer.WriteEndArray();
    }
}
