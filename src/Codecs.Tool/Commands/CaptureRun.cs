using Codecs.Capture;

namespace Codecs.Tool.Commands;

/// <summary>Opens a capture for a command, and says what is wrong with it.</summary>
internal static class CaptureRun
{
    private const string StandardInput = "-";

    /// <summary>Runs a command on a capture; the result is one of <see cref="ExitCode"/>.</summary>
    public static int Of(ToolConsole console, string file, Action<CaptureReader, ProgressLine?> command)
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
            command(reader, progress);
        }
        if (reader.Damage is not { } damage)
            return ExitCode.Success;
        console.Error.WriteLine($"codecs: {damage}");
        return ExitCode.Damaged;
    }
}
