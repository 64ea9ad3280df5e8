namespace Codecs.Package.Tests;

/// <summary>The command, installed as a tool.</summary>
[Collection("Feed")]
public sealed class ToolTests(Feed feed)
{
    [Fact]
    public void Is_installed_and_dissects()
    {
        string tools = Path.Combine(feed.Root, "tools");
        Dotnet.Run(feed.Root, $"tool install Codecs.Tool --tool-path {tools} --add-source {feed.Folder} --version {feed.Version}").Expect(0);
        string capture = Path.Combine(Repository.Captures, "arp", "arping.pcap");
        string command = Path.Combine(tools, OperatingSystem.IsWindows() ? "codecs.exe" : "codecs");
        var outcome = Dotnet.Run(command, feed.Root, $"dissect {capture} --format json").Expect(0);
        Assert.All(outcome.Lines, line => Assert.Contains("\"protocol\":\"ARP\"", line, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Identification", Dotnet.Run(command, feed.Root, "diagram IPv4").Expect(0).Output);
    }
}
