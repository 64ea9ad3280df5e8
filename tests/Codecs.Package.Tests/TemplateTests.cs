using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Codecs.Package.Tests;

/// <summary>What the templates make builds, is green, and serves.</summary>
[Collection("Feed")]
public sealed class TemplateTests(Feed feed)
{
    private string Hive
    {
        get
        {
            string hive = Path.Combine(feed.Root, "hive");
            if (!Directory.Exists(hive))
                Dotnet.Run(feed.Root, $"new install {Path.Combine(feed.Folder, $"Codecs.Templates.{feed.Version}.nupkg")} --debug:custom-hive {hive}").Expect(0);
            return hive;
        }
    }

    [Fact]
    public void A_protocol_comes_with_its_test()
    {
        string folder = Path.Combine(feed.Root, "protocol");
        Dotnet.Run(feed.Root, $"new codecs-protocol -n Sensor -o {folder} --no-update-check --debug:custom-hive {Hive}").Expect(0);
        string output = Dotnet.Run(folder, "test Sensor.Tests -c Release").Expect(0).Output;
        Assert.Contains("Passed:     3", output);
    }

    [Fact]
    public async Task A_server_answers()
    {
        string folder = Path.Combine(feed.Root, "server");
        Dotnet.Run(feed.Root, $"new codecs-server -n Memo -o {folder} --no-update-check --debug:custom-hive {Hive}").Expect(0);
        Dotnet.Run(folder, "build -c Release -nologo").Expect(0);
        int port = FreePort();
        using var server = Process.Start(new ProcessStartInfo("dotnet", $"bin/Release/net10.0/Memo.dll --port {port}") { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        try
        {
            using var client = await ConnectAsync(port);
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await stream.WriteAsync("set colour dark blue\r\nGET colour\r\nGET size\r\nsing\r\nGET a\nb\r\nQUIT\r\n"u8.ToArray());
            Assert.Equal("200 kept\n200 dark blue\n404 no such note\n500 SET name value, GET name, QUIT\n500 that is no line\n221 bye\n", (await reader.ReadToEndAsync()).ReplaceLineEndings("\n"));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        for (int attempt = 0; ; attempt++)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return client;
            }
            catch (SocketException) when (attempt < 300)
            {
                client.Dispose();
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
