using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams;

/// <summary>What comes in a stream behind the messages of a protocol: it is what another one says, such as TLS.</summary>
internal static class StreamRest
{
    /// <summary>Reads the stream to its end, and writes what there was as one piece of type <c>opaque</c>.</summary>
    public static async Task WriteAsync(TcpStream stream, TcpRole sender, long offset, MessageWriter output)
    {
        long length = 0;
        while (true)
        {
            var result = await stream.ReadAsync().ConfigureAwait(false);
            length += result.Buffer.Length;
            stream.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                break;
        }
        if (length == 0)
            return;
        output.Begin(sender, "opaque", offset, length);
        output.End();
    }
}
