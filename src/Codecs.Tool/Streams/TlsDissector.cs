using System.Text.Json;
using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>Records of TLS, with the messages of the handshake that are not encrypted, in the record in which each is complete.</summary>
internal sealed class TlsDissector : IStreamDissector
{
    private const int MaxHandshakeSize = 1 << 18;

    public string Protocol => "tls";

    public IReadOnlyList<TcpPort> Ports { get; } =
    [
        TcpPort.Https, TcpPort.Submissions, TcpPort.Ldaps, TcpPort.DnsOverTls, TcpPort.FtpsData, TcpPort.Ftps, TcpPort.Imaps, TcpPort.Pop3s, TcpPort.Sips, TcpPort.SecureMqtt,
    ];

    // A record with a client hello at its start.
    public bool Recognizes(ReadOnlySpan<byte> beginning) => beginning is [(byte)TlsContentType.Handshake, 3, <= 4, _, _, (byte)TlsHandshakeType.ClientHello, ..];

    public Task DissectAsync(TcpStreamPair connection, MessageWriter output) =>
        Task.WhenAll(DissectAsync(connection.FromClient, TcpRole.Client, output), DissectAsync(connection.FromServer, TcpRole.Server, output));

    private static async Task DissectAsync(TcpStream stream, TcpRole sender, MessageWriter output)
    {
        var direction = new Direction(sender, output);
        using var records = stream.AsMessageReader<TlsRecord>(TlsRecord.MaxLength);
        try
        {
            while (await records.WaitToReadAsync().ConfigureAwait(false))
            {
                long offset = records.Offset;
                while (records.TryRead(out var record))
                {
                    if (!record.IsPlausible)
                        throw new InvalidDataException($"At byte {offset} there is no record of TLS.");
                    direction.Write(in record, offset, records.Offset - offset);
                    offset = records.Offset;
                }
            }
        }
        catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
        {
            output.Begin(sender, "record", e.MessageOffset, e.Offset - e.MessageOffset).WriteBoolean("incomplete", true);
            output.End();
        }
        catch (MessageReadException e)
        {
            throw new InvalidDataException($"At byte {e.MessageOffset} there is no record of TLS.", e);
        }
    }

    private sealed class Direction(TcpRole sender, MessageWriter output)
    {
        private readonly TlsHandshakeBuffer _handshake = new(MaxHandshakeSize);
        private bool _isProtected;

        public void Write(in TlsRecord record, long offset, long length)
        {
            var writer = output.Begin(sender, "record", offset, length);
            writer.WriteNumber("contentType", (byte)record.Type);
            writer.WriteNumber("version", (ushort)record.LegacyRecordVersion);
            writer.WriteNumber("payloadLength", record.Fragment.Length);
            if (record.Type == TlsContentType.Handshake && (!_isProtected || IsHello(record.Fragment)))
                WriteHandshake(writer, record.Fragment);
            else if (!_isProtected && record.TryGet(out TlsAlert alert))
                TlsText.Write(writer, alert);
            _isProtected |= record.Type == TlsContentType.ChangeCipherSpec;
            output.End();
        }

        private void WriteHandshake(Utf8JsonWriter writer, ReadOnlySpan<byte> fragment)
        {
            _handshake.Append(fragment);
            writer.WriteStartArray("handshake");
            while (_handshake.TryRead(out var message))
                TlsText.Write(writer, message);
            writer.WriteEndArray();
        }

        // In version 1.3 a second hello may follow the change of the cipher, which means nothing there (RFC 8446 appendix D.4).
        private static bool IsHello(ReadOnlySpan<byte> fragment) =>
            TlsHandshake.TryParse(fragment, out var message) && message.Type is TlsHandshakeType.ClientHello or TlsHandshakeType.ServerHello && message.Body.Length == fragment.Length - 4;
    }
}
