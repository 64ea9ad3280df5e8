using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>Listens on this machine and serves each connection through a pair of pipes.</summary>
internal abstract class ConnectionServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Exception> _faults = [];
    private Task _accepting = Task.CompletedTask;

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What went wrong while connections were served.</summary>
    public IReadOnlyList<Exception> Faults => _faults;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    protected void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    protected abstract Task ServeAsync(PipeReader input, PipeWriter output);

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                // Replies are flushed when they are whole: one that waits for the last to be acknowledged takes 40 ms.
                client.NoDelay = true;
                running.Add(ServeAsync(client));
                running.RemoveAll(static task => task.IsCompleted);
            }
            catch (SocketException)
            {
                break;
            }
            catch (ObjectDisposedException)
            {
                break;
            }
        }
        await Task.WhenAll(running).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var input = PipeReader.Create(stream);
                var output = PipeWriter.Create(stream);
                await ServeAsync(input, output);
                await output.CompleteAsync();
            }
            catch (Exception e)
            {
                lock (_faults)
                    _faults.Add(e);
            }
        }
    }
}
