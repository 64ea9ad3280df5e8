using System.CommandLine;
using Codecs.Capture;
using Codecs.Tool.Definitions;
using Codecs.Tool.Json;
using Codecs.Tool.Text;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs dissect</c>: the layers and fields of every frame of a capture.</summary>
internal static class DissectCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = CaptureArguments.File();
        var format = CaptureArguments.Format("frame", hasPicture: true);
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
        var summary = new Option<bool>("--summary") { Description = "Of each frame only the line that sums it up. This is text." };
        var color = CaptureArguments.Color();
        var assembly = AssemblyArguments.Assembly();
        assembly.Description = "An assembly of your own with a [Stack], which finds the layers in place of the one that comes with the command.";
        var stack = AssemblyArguments.Stack();
        var command = new Command("dissect", """
            Shows the layers and fields of every frame of a capture.

            Exit codes: 0 if all frames were shown; 1 if the file cannot be read (there is none, or it is not a capture);
            2 if the file is cut or damaged, after what comes before the damage was shown.
            """)
        {
            file, format, summary, frames, color, assembly, stack,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(summary) && result.GetValue(format) == "json")
                result.AddError("A summary is text: leave out '--format json'.");
        });
        command.SetAction(result =>
        {
            var selection = result.GetValue(frames) ?? FrameSelection.All;
            bool isColored = CaptureArguments.IsColored(console, result.GetRequiredValue(color));
            var layers = DefinitionSet.Open(result.GetValue(assembly)).FindStack(result.GetValue(stack));
            bool isBrief = result.GetValue(summary);
            string path = result.GetRequiredValue(file);
            return CaptureRun.Of(console, path, result.GetRequiredValue(format) switch
            {
                "json" => (reader, progress) => Json(console, reader, layers, selection, progress),
                "svg" => (reader, _) => Picture(console, reader, layers, selection, isBrief, Typed(result, path)),
                _ => (reader, progress) => Text(console, reader, new TextDissector(console.Output, isColored, layers) { IsBrief = isBrief }, selection, progress),
            });
        });
        return command;
    }

    private static void Json(ToolConsole console, CaptureReader reader, PacketStack stack, FrameSelection frames, ProgressLine? progress)
    {
        using var dissector = new JsonDissector(console.Output, stack);
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

    private static void Text(ToolConsole console, CaptureReader reader, TextDissector output, FrameSelection frames, ProgressLine? progress)
    {
        using var dissector = output;
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

    private static void Picture(ToolConsole console, CaptureReader reader, PacketStack stack, FrameSelection frames, bool isBrief, string command)
    {
        using var text = new MemoryStream();
        using var dissector = new TextDissector(text, isColored: true, stack) { IsBrief = isBrief };
        for (long next = 1; next <= frames.Last && !TextSvg.IsFull(text.GetBuffer().AsSpan(0, (int)text.Length)) && reader.TryRead(out var frame); next++)
        {
            dissector.Note(frame);
            if (frames.Contains(frame.Number))
                dissector.Write(frame);
            dissector.Flush();
        }
        using var output = console.OpenText();
        output.Write(TextSvg.Draw(command, text.GetBuffer().AsSpan(0, (int)text.Length)));
    }

    // As one would type it for text, in the folder of the capture.
    private static string Typed(System.CommandLine.ParseResult result, string path)
    {
        var words = result.Tokens.Select(static token => token.Value).ToList();
        int format = words.IndexOf("--format");
        if (format >= 0)
            words.RemoveRange(format, 2);
        return "codecs " + string.Join(' ', words).Replace(path, Path.GetFileName(path), StringComparison.Ordinal);
    }
}
