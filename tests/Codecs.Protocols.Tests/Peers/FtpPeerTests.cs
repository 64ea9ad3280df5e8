using System.IO.Pipelines;
using System.Net.Sockets;
using Codecs.Pipelines;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>Clients of others against a server made of the definitions, and a client made of them against a server of others.</summary>
public sealed class FtpPeerTests
{
    // Larger than what is on its way at a time.
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 200_000).Select(static i => (byte)(i * 7 / 3))];

    // Passive and active, extended and not.
    [ProgramTheory("curl")]
    [InlineData(FtpVerb.ExtendedPassive)]
    [InlineData(FtpVerb.Passive, "--disable-epsv")]
    [InlineData(FtpVerb.ExtendedPort, "--ftp-port", "127.0.0.1")]
    [InlineData(FtpVerb.DataPort, "--ftp-port", "127.0.0.1", "--disable-eprt")]
    public async Task Curl(FtpVerb expected, params string[] options)
    {
        await using var server = new FileServer();
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string sent = Path.Combine(folder, "sent"), received = Path.Combine(folder, "received"), url = $"ftp://anna:secret@127.0.0.1:{server.Port}/";
            await File.WriteAllBytesAsync(sent, s_content);
            await Programs.RunAsync("curl", ["-sS", .. options, "-T", sent, url + "a%20b.bin"]);
            await Programs.RunAsync("curl", ["-sS", .. options, "-o", received, url + "a%20b.bin"]);
            string list = await Programs.RunAsync("curl", ["-sS", .. options, url]);
            string machineList = await Programs.RunAsync("curl", ["-sS", .. options, "-X", "MLSD", url]);
            Assert.Empty(server.Faults);
            Assert.Equal(s_content, server.Files["a b.bin"]);
            Assert.Equal(s_content, await File.ReadAllBytesAsync(received));
            Assert.Equal("-rw-r--r-- 1 anna users 200000 Jan 1 1970 a b.bin", list.Trim());
            Assert.Equal("type=file;size=200000;modify=19700101000000; a b.bin", machineList.Trim());
            Assert.Equal(4, server.Verbs.Count(verb => verb == expected));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [ProgramFact("curl")]
    public async Task CurlGoesOnWhereItWas()
    {
        await using var server = new FileServer();
        server.Files["a"] = [.. "0123456789"u8];
        Assert.Equal("6789", await Programs.RunAsync("curl", "-sS", "-C", "6", $"ftp://127.0.0.1:{server.Port}/a"));
        Assert.Empty(server.Faults);
        Assert.Contains(FtpVerb.Restart, server.Verbs);
    }

    [ProgramFact("lftp")]
    public async Task Lftp()
    {
        await using var server = new FileServer();
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string sent = Path.Combine(folder, "sent.bin"), received = Path.Combine(folder, "received.bin");
            await File.WriteAllBytesAsync(sent, s_content);
            string list = await Programs.RunAsync(
                "lftp", "-c", $"set net:max-retries 1; set net:timeout 10; open -u anna,secret -p {server.Port} 127.0.0.1; put {sent}; mv sent.bin moved.bin; get moved.bin -o {received}; cls -s --block-size=1; rm moved.bin");
            Assert.Empty(server.Faults);
            Assert.Equal(s_content, await File.ReadAllBytesAsync(received));
            Assert.Contains("200000 moved.bin", list, StringComparison.Ordinal);
            Assert.Empty(server.Files);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Only root may change into its empty directory.
    [ProgramFact("vsftpd", asRoot: true)]
    public async Task Vsftpd()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        int port = FreePort();
        string root = Directory.CreateDirectory(Path.Combine(folder, "root")).FullName, open = Directory.CreateDirectory(Path.Combine(root, "pub")).FullName;
        const UnixFileMode Readable = (UnixFileMode)0b111_101_101;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, Readable);
            File.SetUnixFileMode(root, Readable);
            File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);
        }
        await File.WriteAllBytesAsync(Path.Combine(root, "a.bin"), s_content);
        string configuration = Path.Combine(folder, "vsftpd.conf");
        await File.WriteAllTextAsync(configuration, $"""
            listen=YES
            listen_address=127.0.0.1
            listen_port={port}
            background=NO
            anonymous_enable=YES
            no_anon_password=YES
            ftp_username=daemon
            anon_root={root}
            write_enable=YES
            anon_upload_enable=YES
            anon_umask=022
            anon_other_write_enable=YES
            seccomp_sandbox=NO
            secure_chroot_dir={Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName}

            """);
        using var process = Programs.Start("vsftpd", configuration);
        try
        {
            using var client = await FileClient.ConnectAsync(port);
            Assert.Equal(FtpReplyCode.ServiceReady, await client.ReadAsync());
            Assert.Equal(FtpReplyCode.UserLoggedIn, await client.SendAsync(FtpVerb.User, "anonymous"));
            Assert.Contains("EPSV", await client.ReadFeaturesAsync());
            Assert.Equal(FtpReplyCode.CommandOkay, await client.SendAsync(FtpVerb.RepresentationType, "I"));
            Assert.Equal(FtpReplyCode.FileStatus, await client.SendAsync(FtpVerb.Size, "a.bin"));
            Assert.Equal("200000", client.Text);
            Assert.Equal(s_content, await client.GetAsync("a.bin", isExtended: true));
            Assert.Equal(s_content, await client.GetAsync("a.bin", isExtended: false));
            await client.PutAsync("pub/b c.bin", s_content);
            Assert.Equal(s_content, await client.GetAsync("pub/b c.bin", isExtended: true));
            Assert.Equal(["a.bin 200000", "pub"], await client.ListAsync());
            Assert.Equal(FtpReplyCode.FileNotAvailable, await client.SendAsync(FtpVerb.Size, "nothing"));
            Assert.Equal(FtpReplyCode.ServiceClosing, await client.SendAsync(FtpVerb.Logout));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
