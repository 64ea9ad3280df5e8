namespace Codecs.Capture.Streams;

/// <summary>A connection with its two streams, as a <see cref="TcpStreamReader"/> gives it.</summary>
public sealed class TcpStreamPair
{
    private readonly TcpStreamReader _owner;
    private TaskCompletionSource? _quiet;

    internal TcpStreamPair(TcpConnection connection, TcpStreamReader owner)
    {
        _owner = owner;
        Connection = connection;
        FromClient = new(this, connection.FromClient, owner);
        FromServer = new(this, connection.FromServer, owner);
    }

    /// <summary>The connection.</summary>
    public TcpConnection Connection { get; }

    /// <summary>What the client sent.</summary>
    public TcpStream FromClient { get; }

    /// <summary>What the server sent.</summary>
    public TcpStream FromServer { get; }

    /// <summary>What one of the ends sent.</summary>
    public TcpStream From(TcpRole role) => role == TcpRole.Client ? FromClient : FromServer;

    /// <summary>Completes both streams: no more is kept for them. Without this, or reading, they take up room until their limits.</summary>
    public void Complete()
    {
        FromClient.Complete();
        FromServer.Complete();
    }

    /// <summary>Is there a handler that has not come to its end?</summary>
    internal bool IsHandled { get; set; }

    /// <summary>Does its handler wait for something else than its streams? Then it may come back to read.</summary>
    internal bool IsBusy
    {
        get
        {
            lock (_owner.Gate)
                return IsHandled && !FromClient.IsWaiting && !FromServer.IsWaiting;
        }
    }

    /// <summary>Until the handler reads again, or ends.</summary>
    internal Task WaitUntilQuiet()
    {
        lock (_owner.Gate)
        {
            if (!IsBusy)
                return Task.CompletedTask;
            _quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task;
        }
    }

    /// <summary>The handler reads again, or has ended. Called with the gate held.</summary>
    internal void SetQuiet()
    {
        _quiet?.TrySetResult();
        _quiet = null;
    }
}
