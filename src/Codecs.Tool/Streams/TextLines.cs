using System.Buffers;
using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams;

/// <summary>The lines of a stream, whatever ends them: CRLF, LF alone, or the end of the stream.</summary>
internal sealed class TextLines(TcpStream stream)
{
    private const int MaxLine = 1 << 20;

    /// <summary>Where the line starts in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>The line, with what ends it. Until the next one is read.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The line without what ends it.</summary>
    public ReadOnlySpan<byte> Text => Bytes.AsSpan(0, Bytes.Length - Ending.Length);

    /// <summary>Where the next line starts in the stream.</summary>
    public long End => Offset + Bytes.Length;

    /// <summary>What ends the line; empty at the end of the stream.</summary>
    public ReadOnlySpan<byte> Ending => Bytes switch
    {
        [.., (byte)'\r', (byte)'\n'] => "\r\n"u8,
        [.., (byte)'\n'] => "\n"u8,
        _ => default,
    };

    /// <summary>Reads the next line.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">It is too long for a line.</exception>
    public async Task<bool> ReadAsync()
    {
        Offset = End;
        Bytes = [];
        while (true)
        {
            var result = await stream.ReadAsync().ConfigureAwait(false);
            var rest = result.Buffer;
            if (rest.PositionOf((byte)'\n') is { } end)
                rest = rest.Slice(0, rest.GetPosition(1, end));
            else if (!result.IsCompleted && rest.Length <= MaxLine)
            {
                stream.AdvanceTo(rest.Start, rest.End);
                continue;
            }
            if (rest.Length > MaxLine)
            {
                stream.AdvanceTo(rest.Start);
                throw new InvalidDataException($"A line has more than {MaxLine} bytes (byte {Offset} of the stream).");
            }
            Bytes = rest.ToArray();
            stream.AdvanceTo(rest.End);
            return Bytes.Length > 0;
        }
    }
}
