using System.IO.Pipelines;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>One end of a connection in memory, or on a stream.</summary>
internal sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;

    public static (DuplexPipe Client, DuplexPipe Server) CreatePair(PipeOptions? options = null)
    {
        var toServer = new Pipe(options ?? PipeOptions.Default);
        var toClient = new Pipe(options ?? PipeOptions.Default);
        return (new(toClient.Reader, toServer.Writer), new(toServer.Reader, toClient.Writer));
    }

    public static DuplexPipe Of(Stream stream) => new(PipeReader.Create(stream), PipeWriter.Create(stream));
}
