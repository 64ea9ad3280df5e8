using System.Text.Json;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Tool.Streams;

namespace Codecs.Tool.Json;

/// <summary>Writes connections as JSON, one object a line.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>connection</c>: its number, from 1, in the order of the first segments.</item>
/// <item><c>protocol</c>: by the port of the server; <c>unknown</c> if that is in no table.</item>
/// <item><c>client</c>, <c>server</c>: <c>address</c> and <c>port</c>; <c>state</c>, a <see cref="TcpState"/>; and of what that end sent <c>segments</c>, <c>bytes</c>, <c>outOfOrderSegments</c>,
/// <c>retransmittedSegments</c>, <c>retransmittedBytes</c>, <c>conflicts</c>, <c>keepAlives</c>, <c>gaps</c>, <c>missingBytes</c>, and <c>firstGap</c> if there is one.</item>
/// <item><c>opening</c>, <c>handshake</c>: were the SYN of the client, those of both ends seen?</item>
/// <item><c>ending</c>: a <see cref="TcpEnding"/>.</item>
/// <item><c>firstFrame</c>, <c>lastFrame</c>, <c>firstTime</c>, <c>lastTime</c>: of its segments; times are numbers, seconds since 1970, or null.</item>
/// <item><c>anomalies</c>: <c>kind</c>, a <see cref="TcpAnomaly"/>; <c>segments</c>; <c>firstFrame</c>.</item>
/// </list>
/// Names of values are in camelCase.
/// </remarks>
internal sealed class JsonConnections(JsonLines lines, TimestampDecimals decimals) : IConnectionWriter
{
    public void Write(TcpConnection connection)
    {
        lines.Writer.WriteStartObject();
        WriteProperties(connection);
        lines.Writer.WriteEndObject();
        lines.End();
    }

    /// <summary>Writes the properties of an object that is open.</summary>
    public void WriteProperties(TcpConnection connection)
    {
        var writer = lines.Writer;
        writer.WriteNumber("connection"u8, connection.Number);
        writer.WriteString("protocol"u8, ApplicationProtocol.Json(connection));
        Write("client"u8, connection.Client, connection.FromClient);
        Write("server"u8, connection.Server, connection.FromServer);
        writer.WriteBoolean("opening"u8, connection.IsOpeningSeen);
        writer.WriteBoolean("handshake"u8, connection.IsHandshakeSeen);
        writer.WriteString("ending"u8, Name(connection.Ending));
        writer.WriteNumber("firstFrame"u8, connection.FirstFrame);
        writer.WriteNumber("lastFrame"u8, connection.LastFrame);
        Write("firstTime"u8, connection.FirstTime);
        Write("lastTime"u8, connection.LastTime);
        writer.WriteStartArray("anomalies"u8);
        foreach (var anomaly in connection.Anomalies)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, Name(anomaly.Kind));
            writer.WriteNumber("segments"u8, anomaly.Count);
            writer.WriteNumber("firstFrame"u8, anomaly.FirstFrame);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private void Write(ReadOnlySpan<byte> name, IpEndpoint end, TcpDirection sent)
    {
        var writer = lines.Writer;
        writer.WriteStartObject(name);
        writer.WriteString("address"u8, end.AddressText);
        writer.WriteNumber("port"u8, end.Port);
        writer.WriteString("state"u8, Name(sent.State));
        writer.WriteNumber("segments"u8, sent.Segments);
        writer.WriteNumber("bytes"u8, sent.Bytes);
        writer.WriteNumber("outOfOrderSegments"u8, sent.OutOfOrderSegments);
        writer.WriteNumber("retransmittedSegments"u8, sent.RetransmittedSegments);
        writer.WriteNumber("retransmittedBytes"u8, sent.RetransmittedBytes);
        writer.WriteNumber("conflicts"u8, sent.Conflicts);
        writer.WriteNumber("keepAlives"u8, sent.KeepAlives);
        writer.WriteNumber("gaps"u8, sent.Gaps);
        writer.WriteNumber("missingBytes"u8, sent.MissingBytes);
        if (sent.FirstGap is { } first)
            writer.WriteNumber("firstGap"u8, first);
        writer.WriteEndObject();
    }

    private void Write(ReadOnlySpan<byte> name, CaptureTimestamp? time)
    {
        lines.Writer.WritePropertyName(name);
        if (time is { } value)
            lines.Values.Time(value, decimals.Most);
        else
            lines.Writer.WriteNullValue();
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value)!);
}
