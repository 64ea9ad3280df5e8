using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Tool.Json;

namespace Codecs.Tool.Streams;

/// <summary>
/// Writes the application messages of a capture's connections as JSON, one object a line, in the order in which they are complete; and for each
/// connection, when it ends, an object as <c>codecs streams --format json</c> has it, with <c>dissected</c>, whether its protocol is known, and
/// <c>messages</c>, how many there were. If a dissector gave up, that object also has <c>error</c>.
/// </summary>
public sealed class StreamMessages : IDisposable
{
    private readonly JsonLines _lines;
    private readonly IReadOnlyList<IStreamDissector> _dissectors;
    private readonly Dictionary<TcpConnection, Dissection> _dissections = [];

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="dissectors">The protocols that are known. The first that has the port of a server is taken, otherwise the first that recognizes what the client sends.</param>
    public StreamMessages(Stream output, IReadOnlyList<IStreamDissector> dissectors)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(dissectors);
        _lines = new JsonLines(output);
        _dissectors = dissectors;
    }

    /// <summary>Reads a capture to its end.</summary>
    /// <returns>What was counted on the way.</returns>
    public async Task<TcpReassembler> WriteAsync(CaptureReader capture, TcpStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capture);
        using var streams = new TcpStreamReader(capture, options);
        var connections = new JsonConnections(_lines, new TimestampDecimals(capture));
        streams.Closed += connection => End(connections, connection);
        await streams.ForEachAsync(DissectAsync).ConfigureAwait(false);
        _lines.Flush();
        return streams.Reassembler;
    }

    /// <summary>Gives back the memory.</summary>
    public void Dispose() => _lines.Dispose();

    private async Task DissectAsync(TcpStreamPair pair)
    {
        if ((StreamDissectors.Find(_dissectors, pair.Connection) ?? await StreamDissectors.RecognizeAsync(_dissectors, pair.FromClient).ConfigureAwait(false)) is not { } dissector)
            return;
        var dissection = new Dissection(new MessageWriter(_lines, pair.Connection.Number), pair);
        _dissections.Add(pair.Connection, dissection);
        try
        {
            await dissector.DissectAsync(pair, dissection.Output).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            dissection.Error = e.Message;
        }
    }

    private void End(JsonConnections connections, TcpConnection connection)
    {
        _dissections.Remove(connection, out var dissection);
        var writer = _lines.Writer;
        writer.WriteStartObject();
        connections.WriteProperties(connection);
        writer.WriteBoolean("dissected"u8, dissection is not null);
        if (dissection is not null)
        {
            writer.WriteNumber("messages"u8, dissection.Output.Count);
            if (dissection.CutBytes > 0)
                writer.WriteNumber("cutBytes"u8, dissection.CutBytes);
            if (dissection.Error is { } error)
                writer.WriteString("error"u8, error);
        }
        writer.WriteEndObject();
        _lines.End();
    }

    private sealed class Dissection(MessageWriter output, TcpStreamPair pair)
    {
        public MessageWriter Output => output;

        public long CutBytes => pair.FromClient.CutBytes + pair.FromServer.CutBytes;

        public string? Error { get; set; }
    }
}
