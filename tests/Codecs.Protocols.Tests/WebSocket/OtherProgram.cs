using System.Diagnostics;
using System.Threading.Channels;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>A program that is not of this project, and what it writes. It ends with the test.</summary>
internal sealed class OtherProgram : IDisposable
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Codecs.Protocols.Tests", "WebSocket", "Clients");

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Process _process;
    private readonly string? _profile;

    private OtherProgram(string program, string? profile, params string[] arguments)
    {
        _profile = profile;
        _process = new Process { StartInfo = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = s_folder } };
        _process.OutputDataReceived += (_, e) => Note(e.Data);
        _process.ErrorDataReceived += (_, _) => { };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Why the package cannot be used; null if it can.</summary>
    public static string? MissingWs { get; } =
        Find("node") is null ? "There is no 'node'."
        : !Directory.Exists(Path.Combine(s_folder, "node_modules", "ws")) ? "The package 'ws' is not installed: run 'npm install' in tests/Codecs.Protocols.Tests/WebSocket/Clients."
        : null;

    /// <summary>Why there is no browser; null if there is one.</summary>
    public static string? MissingChromium { get; } = Browser is null ? "There is no Chromium (chromium, chromium-browser or google-chrome)." : null;

    private static string? Browser => Find("chromium") ?? Find("chromium-browser") ?? Find("google-chrome");

    public static OtherProgram Node(string script, params string[] arguments) => new(Find("node")!, null, [script, .. arguments]);

    public static OtherProgram Chromium(string page, string url)
    {
        string profile = Directory.CreateTempSubdirectory("codecs-").FullName;
        var address = new UriBuilder(new Uri(Path.Combine(s_folder, page))) { Query = $"url={Uri.EscapeDataString(url)}" };
        return new(Browser!, profile, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={profile}", address.Uri.AbsoluteUri);
    }

    public async Task<string> ReadLineAsync(TimeSpan patience)
    {
        using var source = new CancellationTokenSource(patience);
        return await _lines.Reader.ReadAsync(source.Token);
    }

    public async Task<List<string>> ReadToEndAsync(TimeSpan patience)
    {
        using var source = new CancellationTokenSource(patience);
        var lines = new List<string>();
        await foreach (string line in _lines.Reader.ReadAllAsync(source.Token))
            lines.Add(line);
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        try
        {
            if (_profile is not null)
                Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser that is just ending still writes there. It is a temporary folder.
        }
    }

    private void Note(string? line)
    {
        if (line is null)
            _lines.Writer.TryComplete();
        else
            _lines.Writer.TryWrite(line);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}

/// <summary>A test that needs node and its package 'ws'; skipped without.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WsTheoryAttribute : TheoryAttribute
{
    public WsTheoryAttribute() => Skip = OtherProgram.MissingWs;
}

/// <summary>A test that needs a browser; skipped without.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = OtherProgram.MissingChromium;
}
