using System.Runtime.ExceptionServices;

namespace Codecs.Capture.Streams;

/// <summary>The handlers that run for connections, and how they ended.</summary>
internal sealed class TcpHandlers(Func<TcpStreamPair, Task> handler, Lock gate)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One more than there are handlers, until no more are started.
    private int _running = 1;
    private Exception? _failure;

    /// <summary>Did one of them throw?</summary>
    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Starts the handler of a connection.</summary>
    public void Start(TcpStreamPair pair)
    {
        Interlocked.Increment(ref _running);
        lock (gate)
            pair.IsHandled = true;
        _ = RunAsync(pair);
    }

    /// <summary>Until all have ended; throws what the first of them threw that did.</summary>
    public async Task WhenAll()
    {
        End();
        await _all.Task.ConfigureAwait(false);
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    private async Task RunAsync(TcpStreamPair pair)
    {
        try
        {
            await handler(pair).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whoever waits for all of them gets it.
            Interlocked.CompareExchange(ref _failure, e, null);
        }
        pair.Complete();
        lock (gate)
        {
            pair.IsHandled = false;
            pair.SetQuiet();
        }
        End();
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _running) == 0)
            _all.TrySetResult();
    }
}
