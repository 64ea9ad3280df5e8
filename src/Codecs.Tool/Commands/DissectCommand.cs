using System.CommandLine;
using Codecs.Capture;
using Codecs.Tool.Json;
using Codecs.Tool.Text;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs dissect</c>: the layers and fields of every frame of a capture.</summary>
internal static class DissectCommand
{
    private const string StandardInput = "-";

    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A pcap or pcapng capture, also packed by gzip; - for the standard input." };
        var format = new Option<string>("--format")
        {
            Description = "text for people; json for programs, one object a frame and line.",
            HelpName = "text|json",
            DefaultValueFactory = static _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var frames = new Option<FrameSelection>("--frames")
        {
            Description = "Only these frames: 7, 10-20, 10-, -20, or several of these with commas.",
            HelpName = "10-20",
            CustomParser = static result =>
            {
                if (FrameSelection.TryParse(result.Tokens[0].Value, out var selection))
                    return selection;
                result.AddError($"'{result.Tokens[0].Value}' says no frames: write 7, 10-20, 10- or -20.");
                return FrameSelection.All;
            },
        };
        var color = new Option<string>("--color")
        {
            Description = "Whether text is coloured; auto: on a terminal, unless NO_COLOR is set.",
            HelpName = "auto|always|never",
            DefaultValueFactory = static _ => "auto",
        };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        var command = new Command("dissect", """
            Shows the layers and fields of every frame of a capture.

            Exit codes: 0 if all frames were shown; 1 if the file cannot be read (there is none, or it is not a capture);
            2 if the file is cut or damaged, after what comes before the damage was shown.
            """)
        {
            file, format, frames, color,
        };
        command.SetAction(result => Run(
            console,
            result.GetRequiredValue(file),
            result.GetRequiredValue(format) == "json",
            result.GetValue(frames) ?? FrameSelection.All,
            IsColored(console, result.GetRequiredValue(color))));
        return command;
    }

    private static bool IsColored(ToolConsole console, string choice) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => console.IsOutputTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };

    private static int Run(ToolConsole console, string file, bool isJson, FrameSelection frames, bool isColored)
    {
        CaptureReader reader;
        try
        {
            reader = file == StandardInput ? CaptureReader.Open(console.Input, leaveOpen: true) : CaptureReader.Open(file);
        }
        catch (CaptureException e)
        {
            console.Error.WriteLine($"codecs: {e.Message}");
            return ExitCode.Failure;
        }
        using (reader)
        {
            using var progress = ProgressLine.For(console, reader, Path.GetFileName(file));
            if (isJson)
                Json(console, reader, frames, progress);
            else
                Text(console, reader, frames, isColored, progress);
        }
        if (reader.Damage is not { } damage)
            return ExitCode.Success;
        console.Error.WriteLine($"codecs: {damage}");
        return ExitCode.Damaged;
    }

    private static void Json(ToolConsole console, CaptureReader reader, FrameSelection frames, ProgressLine? progress)
    {
        using var dissector = new JsonDissector(console.Output);
        for (long next = 1; next <= frames.Last && reader.TryRead(out var frame); next++)
        {
            if (frames.Contains(frame.Number))
                dissector.Write(frame);
            // Who looks on wants to see each frame as it comes.
            if (console.IsOutputTerminal)
                dissector.Flush();
            progress?.Update(frame.Number);
        }
        dissector.Flush();
    }

    private static void Text(ToolConsole console, CaptureReader reader, FrameSelection frames, bool isColored, ProgressLine? progress)
    {
        using var dissector = new TextDissector(console.Output, isColored);
        for (long next = 1; next <= frames.Last && reader.TryRead(out var frame); next++)
        {
            dissector.Note(frame);
            if (frames.Contains(frame.Number))
                dissector.Write(frame);
            // Who looks on wants to see each frame as it comes.
            if (console.IsOutputTerminal)
                dissector.Flush();
            progress?.Update(frame.Number);
        }
        dissector.Flush();
    }
}
