using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Tool.Json;
using Codecs.Tool.Text;

namespace Codecs.Tool.Streams;

/// <summary>
/// Writes the application messages of a capture's connections as JSON, one object a line, in the order in which they are complete; and for each
/// connection, when it ends, an object as <c>codecs streams --format json</c> has it, with <c>dissected</c>, whether its protocol is known, and
/// <c>messages</c>, how many there were. If a dissector gave up, that object also has <c>error</c>.
/// </summary>
public sealed class StreamMessages : IDisposable
{
    private readonly JsonLines _lines;

    // Of text for people: where a message is put together first, and where it then goes.
    private readonly MemoryStream? _message;
    private readonly ByteOutput? _bytes;
    private readonly TextOutput? _text;
    private TextConnections? _textConnections;
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

    private StreamMessages(MemoryStream message, Stream output, IReadOnlyList<IStreamDissector> dissectors, bool isColored) : this(message, dissectors)
    {
        _message = message;
        _bytes = new ByteOutput(output);
        _text = new TextOutput(_bytes, isColored);
    }

    /// <summary>Writes text for people to a stream, which stays open.</summary>
    internal static StreamMessages CreateText(Stream output, IReadOnlyList<IStreamDissector> dissectors, bool isColored) => new(new MemoryStream(), output, dissectors, isColored);

    /// <summary>Reads a capture to its end.</summary>
    /// <returns>What was counted on the way.</returns>
    public async Task<TcpReassembler> WriteAsync(CaptureReader capture, TcpStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(capture);
        using var streams = new TcpStreamReader(capture, options);
        var decimals = new TimestampDecimals(capture);
        if (_text is null)
        {
            var connections = new JsonConnections(_lines, decimals);
            streams.Closed += connection => End(connections, connection);
        }
        else
        {
            _textConnections = new TextConnections(_text, decimals);
            streams.Closed += connection => End(_textConnections, _text, connection);
        }
        await streams.ForEachAsync(DissectAsync).ConfigureAwait(false);
        _lines.Flush();
        _bytes?.Flush();
        return streams.Reassembler;
    }

    /// <summary>Gives back the memory.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        _bytes?.Dispose();
    }

    private async Task DissectAsync(TcpStreamPair pair)
    {
        if (pair.Connection.FirstTime is { } time)
            _textConnections?.Note(time);
        if ((StreamDissectors.Find(_dissectors, pair.Connection) ?? await StreamDissectors.RecognizeAsync(_dissectors, pair.FromClient).ConfigureAwait(false)) is not { } dissector)
            return;
        var dissection = new Dissection(new MessageWriter(_lines, pair.Connection.Number, _text is null ? null : ShowText), pair);
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

    private void ShowText()
    {
        _lines.Flush();
        new TextMessages(_text!).Write(_message!.GetBuffer().AsMemory(0, (int)_message.Length));
        _message.SetLength(0);
    }

    private void End(TextConnections connections, TextOutput output, TcpConnection connection)
    {
        _dissections.Remove(connection, out var dissection);
        if (dissection?.Error is { } error)
            output.Spaces(TextDissector.NumberWidth + 2).Write(Ink.Fault, "! " + error).Line();
        connections.Write(connection);
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
