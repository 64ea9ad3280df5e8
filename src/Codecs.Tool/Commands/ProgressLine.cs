using System.Diagnostics;
using System.Globalization;
using Codecs.Capture;

namespace Codecs.Tool.Commands;

/// <summary>One line on the terminal that tells how far a long file has been read, while the output goes elsewhere.</summary>
internal sealed class ProgressLine : IDisposable
{
    // A file that is done sooner needs no such line.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);
    private const int FramesBetweenLooks = 256;

    private readonly StatusLine _line;
    private readonly CaptureReader _reader;
    private readonly string _name;
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _next = s_patience;

    private ProgressLine(TextWriter output, CaptureReader reader, string name)
    {
        _line = new(output);
        _reader = reader;
        _name = name;
    }

    /// <summary>Null if nobody would see it, or if it would stand in the middle of the output.</summary>
    public static ProgressLine? For(ToolConsole console, CaptureReader reader, string name) =>
        console.IsErrorTerminal && !console.IsOutputTerminal ? new(console.Error, reader, name) : null;

    /// <summary>Tells how many frames have been read.</summary>
    public void Update(long frames)
    {
        if (frames % FramesBetweenLooks != 0)
            return;
        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (elapsed < _next)
            return;
        _next = elapsed + s_interval;
        string share = _reader.Progress is { } progress ? string.Create(CultureInfo.InvariantCulture, $"{progress * 100,3:0} %, ") : "";
        _line.Show(string.Create(CultureInfo.InvariantCulture, $"{_name}: {share}{frames:N0} frames"));
    }

    /// <summary>Clears the line.</summary>
    public void Dispose() => _line.Dispose();
}
