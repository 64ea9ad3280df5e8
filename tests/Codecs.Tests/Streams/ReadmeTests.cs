using Codecs.Capture;
using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>What the README says of captures, as it is written there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task EveryConnectionsClientIsCopied()
    {
        string path = Path.Combine(Repository.Captures, "tcp", "curl-ipv4.pcap");
        using var file = new MemoryStream();
        await CopyAsync(path, file);
        Assert.StartsWith("GET ", System.Text.Encoding.ASCII.GetString(file.ToArray()));
    }

    [Fact]
    public void IsInTheReadme()
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Codecs.Tests", "Streams", "ReadmeTests.cs")).ReplaceLineEndings("\n");
        int start = source.LastIndexOf("        using var streams", StringComparison.Ordinal);
        string code = string.Join('\n', source[start..source.IndexOf("    }\n}", start, StringComparison.Ordinal)].Split('\n').Select(static line => line.Length > 8 ? line[8..] : line));
        Assert.Contains($"using var capture = CaptureReader.Open(\"mail.pcap\");\n{code}```", File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n"));
    }

    private static async Task CopyAsync(string path, Stream file)
    {
        using var capture = CaptureReader.Open(path);
        using var streams = new TcpStreamReader(capture);
        while (streams.TryAccept(out var connection))
        {
            await connection.FromClient.CopyToAsync(file);
            connection.Complete();
        }
    }
}
