using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>
/// Finds the messages of one application protocol in the streams of a connection. One file for each protocol; the list of them is
/// <see cref="StreamDissectors"/>.
/// </summary>
public interface IStreamDissector
{
    /// <summary>What is dissected, as it is called for programs: <c>smtp</c>.</summary>
    string Protocol { get; }

    /// <summary>The ports of servers that speak it.</summary>
    IReadOnlyList<TcpPort> Ports { get; }

    /// <summary>Does a client begin like this? Asked where the port of the server is in no list, with what its first bytes are: some more than a dozen, or all that it sent.</summary>
    bool Recognizes(ReadOnlySpan<byte> beginning) => false;

    /// <summary>Reads both streams to their ends and writes each message when it is complete.</summary>
    /// <remarks>
    /// All connections of a capture are dissected at once: await nothing but reads of the two streams, and write a message without an await in between. A
    /// stream is complete at its end, and at a gap: there, what is left is an incomplete message, and <see cref="TcpStream.TrySkipGap"/> goes on behind it, if it can be told where messages
    /// begin. What a dissector does not read to the end is only counted. <see cref="InvalidDataException"/> says that the bytes are no such messages, and why.
    /// </remarks>
    /// <param name="connection">Whose streams to read. They are completed afterwards.</param>
    /// <param name="output">Takes the messages of this connection.</param>
    Task DissectAsync(TcpStreamPair connection, MessageWriter output);
}
