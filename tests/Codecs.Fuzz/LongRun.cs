using System.Diagnostics;
using System.Globalization;
using Codecs.Fuzz.Inputs;
using Codecs.Tool;

namespace Codecs.Fuzz;

/// <summary>Commands of <c>codecs</c> on a capture that is made while they read it. What they keep must not grow with it, and no handle may stay open.</summary>
/// <param name="traffic">Makes the capture, the same each time.</param>
/// <param name="frames">The frames in it.</param>
/// <param name="word">Of the commands, those with that word; null for all.</param>
/// <param name="output">Where to say what was found.</param>
internal sealed class LongRun(Func<Traffic> traffic, long frames, string? word, TextWriter output)
{
    // How often memory is looked at.
    private const int Looks = 20;

    private const int WarmUp = 2000;

    // Before so many frames, the tables of connections are not full, and memory grows as it may.
    private const long Least = 2_000_000;

    // Tables grow by doubling: what is about to be full when the first half ends may be twice as large in the second.
    private const long Slack = 16_000_000;

    private static readonly string[][] s_commands = [["dissect", "-"], ["dissect", "-", "--format", "json"], ["streams", "-"], ["streams", "-", "--format", "json"], ["streams", "-", "--messages"]];

    /// <summary>Runs the commands, one after the other.</summary>
    /// <returns>How many kept what they promise, and how many grew, left something open, or failed.</returns>
    public (int Passed, int Failed) Run()
    {
        string[][] commands = [.. s_commands.Where(command => word is null || command.Contains(word))];
        foreach (string[] command in commands)
            Run(command, WarmUp, TextWriter.Null);
        int passed = commands.Count(command => Run(command, frames, output));
        return (passed, commands.Length - passed);
    }

    private bool Run(string[] command, long frames, TextWriter output)
    {
        var handles = Handles();
        var memory = new List<long>();
        var start = Environment.CpuUsage.TotalTime;
        using var input = new TrafficStream(traffic(), frames, Math.Max(frames / Looks, 1), () => memory.Add(GC.GetTotalMemory(forceFullCollection: true)));
        using var text = new CountingStream();
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        using var console = new ToolConsole { Input = input, Output = text, Error = said };
        int code = ToolCommand.Run(command, console);
        var work = Environment.CpuUsage.TotalTime - start;
        long first = memory.Take(memory.Count / 2).DefaultIfEmpty().Max(), second = memory.Skip(memory.Count / 2).DefaultIfEmpty().Max();
        using var process = Process.GetCurrentProcess();
        var after = Handles();
        bool isRight = code == ExitCode.Success && after.Count <= handles.Count && (second <= first + Slack || frames < Least);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isRight ? "passed" : "FAILED")}: codecs {string.Join(' ', command)}: {frames:N0} frames, {input.Length:N0} bytes in, {text.Length:N0} out, {work.TotalSeconds:N0} s of work, exit code {code}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  memory in use at most {Mega(first)} MB in the first half and {Mega(second)} MB in the second, the process at most {Mega(process.PeakWorkingSet64)} MB; handles {handles.Count} before, {after.Count} after"));
        foreach (string handle in after.Count > handles.Count ? after.Except(handles) : [])
            output.WriteLine("  open: " + handle);
        foreach (string line in said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            output.WriteLine("  " + line.TrimEnd());
        output.Flush();
        return isRight;
    }

    private static string Mega(long bytes) => (bytes / 1e6).ToString("N1", CultureInfo.InvariantCulture);

    // What is open, and what it is; where the system does not say, nothing. An assembly that was loaded stays open as long as the process runs.
    private static List<string> Handles()
    {
        const string Open = "/proc/self/fd";
        return Directory.Exists(Open)
            ? [.. Directory.GetFileSystemEntries(Open).Select(path => $"{Path.GetFileName(path)} {new FileInfo(path).LinkTarget}").Where(handle => !handle.EndsWith(".dll", StringComparison.Ordinal))]
            : [];
    }

    /// <summary>Takes everything and counts it.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private long _length;

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override void WriteByte(byte value) => _length++;
    }
}
