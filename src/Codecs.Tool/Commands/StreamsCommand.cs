using System.CommandLine;
using System.Globalization;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Tool.Json;
using Codecs.Tool.Streams;
using Codecs.Tool.Text;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs streams</c>: the TCP connections of a capture, or the messages in them.</summary>
internal static class StreamsCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = CaptureArguments.File();
        var format = CaptureArguments.Format("connection");
        var messages = new Option<bool>("--messages")
        {
            Description = "The application messages of each connection, one JSON object a line; with '--format text' for people. Connections whose protocol is not known are only counted.",
        };
        var color = CaptureArguments.Color();
        var command = new Command("streams", """
            Puts the TCP connections of a capture together and lists them: both ends with their states, what they sent, and what is missing or wrong.

            Exit codes: 0 if all frames were read; 1 if the file cannot be read (there is none, or it is not a capture);
            2 if the file is cut or damaged, after what comes before the damage was shown.
            """)
        {
            file, format, messages, color,
        };
        command.SetAction(result =>
        {
            bool isJson = result.GetRequiredValue(format) == "json";
            bool isColored = CaptureArguments.IsColored(console, result.GetRequiredValue(color));
            return CaptureRun.Of(console, result.GetRequiredValue(file), result.GetValue(messages)
                ? result.GetResult(format) is { Implicit: false } && !isJson
                    ? (reader, _) => MessagesAsText(console, reader, isColored)
                    : (reader, _) => Messages(console, console.Output, reader)
                : isJson
                    ? (reader, progress) => Json(console, reader, progress)
                    : (reader, progress) => Text(console, reader, isColored, progress));
        });
        return command;
    }

    private static void MessagesAsText(ToolConsole console, CaptureReader reader, bool isColored)
    {
        using var bytes = new ByteOutput(console.Output);
        using var text = new TextMessages(new TextOutput(bytes, isColored));
        Messages(console, text, reader);
        bytes.Flush();
    }

    private static void Messages(ToolConsole console, Stream stream, CaptureReader reader)
    {
        using var output = new StreamMessages(stream, StreamDissectors.All);
        Warn(console, output.WriteAsync(reader).GetAwaiter().GetResult());
    }

    private static void Json(ToolConsole console, CaptureReader reader, ProgressLine? progress)
    {
        using var lines = new JsonLines(console.Output);
        var order = new ConnectionOrder(new JsonConnections(lines, new TimestampDecimals(reader)));
        var reassembler = new TcpReassembler(new ConnectionList(order));
        while (reader.TryRead(out var frame))
        {
            reassembler.Add(frame);
            // Who looks on wants to see each connection as it ends.
            if (console.IsOutputTerminal)
                lines.Flush();
            progress?.Update(frame.Number);
        }
        reassembler.Complete();
        order.Complete();
        lines.Flush();
        Warn(console, reassembler);
    }

    private static void Text(ToolConsole console, CaptureReader reader, bool isColored, ProgressLine? progress)
    {
        using var bytes = new ByteOutput(console.Output);
        var output = new TextOutput(bytes, isColored);
        var connections = new TextConnections(output, new TimestampDecimals(reader));
        var order = new ConnectionOrder(connections);
        var reassembler = new TcpReassembler(new ConnectionList(order));
        while (reader.TryRead(out var frame))
        {
            connections.Note(frame);
            reassembler.Add(frame);
            // Who looks on wants to see each connection as it ends.
            if (console.IsOutputTerminal)
                bytes.Flush();
            progress?.Update(frame.Number);
        }
        reassembler.Complete();
        order.Complete();
        output.Count(reassembler.Connections, "connection").Write(" in ").Count(reassembler.Segments, "segment").Write(", ").Count(reassembler.Frames, "frame").Line();
        bytes.Flush();
        Warn(console, reassembler);
    }

    // What is in no connection, or not to its end, would otherwise not be missed.
    private static void Warn(ToolConsole console, TcpReassembler reassembler)
    {
        Warn(reassembler.Fragments, "frames hold fragments of IP packets with TCP, which are not put together");
        Warn(reassembler.Malformed, "frames hold a TCP header that is not whole or does not fit together");
        Warn(reassembler.Evicted, "connections were given up, because there were too many at a time");

        void Warn(long count, string what)
        {
            if (count > 0)
                console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"codecs: {count:N0} {what}."));
        }
    }
}
