using System.Buffers;
using System.Collections.Immutable;
using Codecs.Capture.Streams;
using Codecs.Protocols;
using Codecs.Tool.Streams.Http;

namespace Codecs.Tool.Streams;

/// <summary>The application protocols that can be dissected. A new one is a file of its own and a line here.</summary>
internal static class StreamDissectors
{
    private const int BeginningLength = 16;

    public static ImmutableArray<IStreamDissector> All { get; } =
    [
        new HttpDissector(),
    ];

    /// <summary>The one for a connection, by the port of its server; null if there is none.</summary>
    public static IStreamDissector? Find(IReadOnlyList<IStreamDissector> dissectors, TcpConnection connection) =>
        dissectors.FirstOrDefault(dissector => dissector.Ports.Contains((TcpPort)connection.Server.Port));

    /// <summary>The one that recognizes how a client begins; null if there is none, or if it sends nothing. The stream is read on from its start.</summary>
    public static async ValueTask<IStreamDissector?> RecognizeAsync(IReadOnlyList<IStreamDissector> dissectors, TcpStream client)
    {
        while (true)
        {
            var result = await client.ReadAsync().ConfigureAwait(false);
            bool isEnough = result.Buffer.Length >= BeginningLength || result.IsCompleted;
            var found = isEnough ? Recognize(dissectors, result.Buffer) : null;
            client.AdvanceTo(result.Buffer.Start, isEnough ? result.Buffer.Start : result.Buffer.End);
            if (isEnough)
                return found;
        }
    }

    private static IStreamDissector? Recognize(IReadOnlyList<IStreamDissector> dissectors, ReadOnlySequence<byte> beginning)
    {
        byte[] bytes = beginning.Slice(0, Math.Min(beginning.Length, BeginningLength)).ToArray();
        return dissectors.FirstOrDefault(dissector => dissector.Recognizes(bytes));
    }
}
