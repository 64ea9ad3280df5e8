using System.Diagnostics;

namespace Codecs.Benchmarks.Captures;

/// <summary>
/// <c>captures [--largest MB]</c>: W8, <c>codecs dissect</c> to nowhere, of captures of 1 MB to 1 GB. Of each format and size a line, with tabs: frames, seconds of processor time, frames in a second of it,
/// the same without what the smallest file takes (most of which is starting), and the most memory that was held at a time, in megabytes.
/// </summary>
/// <remarks>Memory is what the system says of the process (<c>VmHWM</c>), where there is such.</remarks>
internal static class CaptureCommand
{
    private const long Megabyte = 1_000_000;
    private static readonly string[][] s_formats = [["--summary"], ["--format", "text"], ["--format", "json"]];
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);

    public static int Run(int largest)
    {
        string tool = Path.Combine(Repository.Root, "src", "Codecs.Tool", "bin", "Release", "net10.0", "Codecs.Tool.dll");
        string folder = Directory.CreateTempSubdirectory("codecs-captures-").FullName;
        try
        {
            var sizes = ((int[])[1, 10, 100, 1000]).Where(size => size <= largest).ToArray();
            string[] files = [.. sizes.Select(size => Path.Combine(folder, $"{size}.pcap"))];
            long[] frames = [.. sizes.Zip(files, (size, file) => CaptureFile.Write(file, size * Megabyte))];
            Console.WriteLine("format\tMB\tframes\ts\tframes/s\tframes/s, without the start\tMB of memory");
            foreach (string[] format in s_formats)
            {
                double start = 0;
                for (int i = 0; i < sizes.Length; i++)
                {
                    var (seconds, memory) = Dissect(tool, files[i], format);
                    if (i == 0)
                        start = seconds;
                    Console.WriteLine(FormattableString.Invariant(
                        $"{format[^1]}\t{sizes[i]}\t{frames[i]}\t{seconds:F2}\t{frames[i] / seconds:F0}\t{(i == 0 ? 0 : (frames[i] - frames[0]) / (seconds - start)):F0}\t{memory / 1e6:F0}"));
                }
            }
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, long Memory) Dissect(string tool, string file, string[] format)
    {
        // Not through a pipe: to read it would be part of the work.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$@\" > /dev/null", "sh", tool, "dissect", file, .. format]);
        using var process = Process.Start(start)!;
        var time = TimeSpan.Zero;
        long memory = 0;
        // Neither is told of a process that has ended: what is missed is the last pause.
        while (!process.WaitForExit(s_pause))
        {
            try
            {
                time = process.TotalProcessorTime;
                memory = PeakMemory(process.Id);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // It has ended since.
            }
        }
        return process.ExitCode == 0 ? (time.TotalSeconds, memory) : throw new InvalidOperationException($"It ended with {process.ExitCode}.");
    }

    // Zero where the system tells nothing of the kind.
    private static long PeakMemory(int process)
    {
        const string Name = "VmHWM:";
        string status = $"/proc/{process}/status";
        return File.Exists(status) ? long.Parse(File.ReadLines(status).First(line => line.StartsWith(Name, StringComparison.Ordinal)).AsSpan(Name.Length).Trim(" \tkB")) * 1024 : 0;
    }
}
