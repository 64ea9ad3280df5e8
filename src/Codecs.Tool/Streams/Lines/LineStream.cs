using System.Buffers;
using System.IO.Pipelines;
using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Lines;

/// <summary>Reads what one side of a dialogue sends, line by line, and what follows some of the lines.</summary>
internal abstract class LineStream(PipeReader stream, TcpRole sender, MessageWriter output)
{
    private const int MostLine = 1 << 15;
    private static readonly byte[] s_end = [.. "\r\n"u8];

    private readonly byte[] _line = new byte[MostLine + 2];
    private long _others;
    private bool _isOpaque;

    protected PipeReader Stream => stream;

    protected MessageWriter Output => output;

    /// <summary>Reads to the end of the stream, or to the gap in it.</summary>
    /// <exception cref="InvalidDataException">A line is longer than any may be.</exception>
    public async Task ReadAsync()
    {
        using var lines = stream.AsMessageReader<TextLine>(MostLine);
        try
        {
            while (!_isOpaque && await lines.WaitToReadAsync().ConfigureAwait(false))
            {
                while (!_isOpaque && TryTake(lines))
                    await ContinueAsync(lines).ConfigureAwait(false);
            }
        }
        catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
        {
            byte[] rest = lines.Unread.ToArray();
            Take(rest, _others + lines.Offset, rest.Length, isEnded: false);
        }
        catch (MessageReadException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Writes what a line says, and notes what is to follow.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="offset">Where it starts in the stream.</param>
    /// <param name="length">Its bytes in the stream.</param>
    /// <param name="isEnded">Has it its end, or did the stream end first?</param>
    protected abstract void Take(ReadOnlySpan<byte> line, long offset, int length, bool isEnded);

    /// <summary>Reads what follows the line that was taken last.</summary>
    /// <param name="lines">What reads the lines; to be released before anything else reads the stream.</param>
    protected abstract ValueTask ContinueAsync(MessageReader<TextLine> lines);

    /// <summary>The stream has ended.</summary>
    protected abstract void End();

    /// <summary>The line as it is on the wire, to be parsed as what it should be.</summary>
    protected ReadOnlySpan<byte> WithEnd(ReadOnlySpan<byte> line)
    {
        line.CopyTo(_line);
        s_end.CopyTo(_line, line.Length);
        return _line.AsSpan(0, line.Length + s_end.Length);
    }

    /// <summary>Writes how the line ends.</summary>
    protected void WriteEnding(bool isEnded) => output.Text("eol", isEnded ? "crlf"u8 : "none"u8);

    /// <summary>Where the stream is, for what follows a line.</summary>
    protected long Place(MessageReader<TextLine> lines) => _others + lines.Offset;

    /// <summary>Counts what was read besides the lines.</summary>
    protected void Advance(long count) => _others += count;

    /// <summary>What follows, to the end of the stream, is no text any more.</summary>
    protected async ValueTask ReadOpaqueAsync(MessageReader<TextLine> lines, ReadOnlyMemory<byte> reason)
    {
        _isOpaque = true;
        long start = Place(lines);
        lines.Release();
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
        output.Begin(sender, "opaque", start, length);
        output.Text("why", reason.Span);
        output.End();
    }

    private bool TryTake(MessageReader<TextLine> lines)
    {
        long start = Place(lines);
        if (!lines.TryRead(out var line))
            return false;
        Take(line.Text, start, (int)(Place(lines) - start), isEnded: true);
        return true;
    }
}
