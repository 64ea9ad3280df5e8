using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Codecs.Pipelines;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>A small FTP client made of the definitions.</summary>
internal sealed class FileClient : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly TcpClient _connection;
    private readonly PipeReader _input;
    private readonly PipeWriter _output;
    private readonly MessageReader<FtpReply> _replies;
    private IPEndPoint? _data;

    private FileClient(TcpClient connection)
    {
        _connection = connection;
        _input = PipeReader.Create(connection.GetStream());
        _output = PipeWriter.Create(connection.GetStream());
        _replies = _input.AsMessageReader<FtpReply>(1 << 16);
    }

    /// <summary>The text of the last reply's first line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Connects to a server that is just being started.</summary>
    public static async Task<FileClient> ConnectAsync(int port)
    {
        for (int attempt = 0; ; attempt++)
        {
            var connection = new TcpClient();
            try
            {
                await connection.ConnectAsync(IPAddress.Loopback, port);
                return new(connection);
            }
            catch (SocketException) when (attempt < 100)
            {
                connection.Dispose();
                await Task.Delay(100);
            }
        }
    }

    public void Dispose()
    {
        _replies.Dispose();
        _connection.Dispose();
    }

    public async Task<FtpReplyCode> SendAsync(FtpVerb verb, string argument = "")
    {
        _output.Write(new FtpCommand { Verb = verb, Arguments = Latin(argument) });
        await _output.FlushAsync();
        return await ReadAsync();
    }

    public async Task<FtpReplyCode> ReadAsync()
    {
        while (await _replies.WaitToReadAsync().AsTask().WaitAsync(s_longest))
        {
            if (TryTake(out var code))
                return code;
        }
        throw new EndOfStreamException();

        bool TryTake(out FtpReplyCode code)
        {
            code = default;
            if (!_replies.TryRead(out var reply))
                return false;
            var line = reply.Lines.First;
            (code, Text) = (reply.Code, Latin(line.Text));
            if (line.TryGet(out FtpPassiveText passive))
                _data = new(passive.HostPort.Address.ToIPAddress(), passive.HostPort.Port);
            else if (line.TryGet(out FtpExtendedPassiveText extended))
                _data = new(IPAddress.Loopback, extended.Port);
            return true;
        }
    }

    public async Task<List<string>> ReadFeaturesAsync()
    {
        _output.Write(new FtpCommand { Verb = FtpVerb.Features });
        await _output.FlushAsync();
        _replies.Release();
        using var features = _input.AsMessageReader<FtpFeatureReply>(1 << 16);
        var names = new List<string>();
        while (!TryTake())
            Assert.True(await features.WaitToReadAsync().AsTask().WaitAsync(s_longest));
        return names;

        bool TryTake()
        {
            if (!features.TryRead(out var reply))
                return false;
            foreach (var feature in reply.Features)
                names.Add(Latin(feature.Name.Bytes));
            return true;
        }
    }

    public async Task<byte[]> GetAsync(string path, bool isExtended)
    {
        var content = new MemoryStream();
        await TransferAsync(FtpVerb.Retrieve, path, isExtended, async data => await data.CopyToAsync(content));
        return content.ToArray();
    }

    public Task PutAsync(string path, byte[] content) => TransferAsync(FtpVerb.Store, path, isExtended: true, async data => await data.WriteAsync(content));

    /// <summary>Names, and sizes of files.</summary>
    public async Task<List<string>> ListAsync()
    {
        var names = new List<string>();
        await TransferAsync(FtpVerb.List, "", isExtended: true, async data =>
        {
            using var lines = PipeReader.Create(data).AsMessageReader<FtpListLine>(16386);
            while (await lines.WaitToReadAsync())
                Take(lines);
        });
        return [.. names.Order(StringComparer.Ordinal)];

        void Take(MessageReader<FtpListLine> lines)
        {
            while (lines.TryRead(out var line))
            {
                var result = line.TryGet(out FtpUnixEntry entry);
                Assert.True(result, result.Describe<FtpUnixEntry>());
                names.Add(Latin(entry.Name) + (entry.Type == FtpUnixFileType.File ? $" {entry.Size}" : ""));
            }
        }
    }

    private async Task TransferAsync(FtpVerb verb, string path, bool isExtended, Func<NetworkStream, Task> transfer)
    {
        Assert.Equal(isExtended ? FtpReplyCode.EnteringExtendedPassiveMode : FtpReplyCode.EnteringPassiveMode, await SendAsync(isExtended ? FtpVerb.ExtendedPassive : FtpVerb.Passive));
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(_data!);
            Assert.Equal(FtpReplyCode.OpeningDataConnection, await SendAsync(verb, path));
            await transfer(connection.GetStream()).WaitAsync(s_longest);
        }
        Assert.Equal(FtpReplyCode.ClosingDataConnection, await ReadAsync());
    }
}
