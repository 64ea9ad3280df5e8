using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Codecs.Protocols.Tests.Dns.Live;

/// <summary>A DNS server of the distribution, on a port of the loopback: dnsmasq, with a small zone.</summary>
internal sealed class DnsServer : IDisposable
{
    /// <summary>Addresses of many.example.test, which do not fit into 512 bytes.</summary>
    public const int ManyAddresses = 60;

    private static readonly string[] s_folders = ["/usr/sbin", "/usr/bin", "/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];

    private readonly Process _process;

    private DnsServer(Process process, IPEndPoint endPoint)
    {
        _process = process;
        EndPoint = endPoint;
    }

    /// <summary>The path of dnsmasq; null if it is not installed.</summary>
    public static string? Program => s_folders.Select(folder => Path.Combine(folder, "dnsmasq")).FirstOrDefault(File.Exists);

    /// <summary>Where it listens, over UDP and TCP.</summary>
    public IPEndPoint EndPoint { get; }

    public static DnsServer Start()
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, FreePort());
        string[] arguments =
        [
            "--keep-in-foreground", "--log-facility=-", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--bind-interfaces", "--pid-file", "--listen-address=127.0.0.1", $"--port={endPoint.Port}",
            "--local=/test/", "--auth-ttl=300", "--local-ttl=300",
            "--host-record=www.example.test,192.0.2.1,2001:db8::1", "--cname=alias.example.test,www.example.test", "--mx-host=example.test,mail.example.test,10",
            "--host-record=mail.example.test,192.0.2.25", "--srv-host=_sip._tcp.example.test,www.example.test,5060,1,2", "--txt-record=example.test,one,two", "--ptr-record=1.2.0.192.in-addr.arpa,www.example.test",
            "--caa-record=example.test,0,issue,ca.example.net", "--dns-rr=example.test,731,0102ab",
            .. Enumerable.Range(1, ManyAddresses).Select(i => $"--host-record=many.example.test,198.51.100.{i}"),
        ];
        var process = Process.Start(new ProcessStartInfo(Program!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.OutputDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new(process, endPoint);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // One that is free over both transports.
    private static int FreePort()
    {
        while (true)
        {
            using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            int port = ((IPEndPoint)tcp.LocalEndPoint!).Port;
            using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it.
            }
        }
    }
}

/// <summary>A test that needs a DNS server: it is skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DnsServerFactAttribute : FactAttribute
{
    public DnsServerFactAttribute()
    {
        if (DnsServer.Program is null)
            Skip = "dnsmasq is not installed.";
    }
}
