using System.IO.Pipelines;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Lines;

/// <summary>What a server sends: replies of one line or several.</summary>
internal abstract class ReplyStream(PipeReader stream, MessageWriter output) : LineStream(stream, TcpRole.Server, output)
{
    // The code of the reply whose last line has not come yet.
    private int _open;

    /// <summary>The code of the reply whose last line was taken last; 0 if it has none, and null if it goes on.</summary>
    protected int? Completed { get; private set; }

    protected override void Take(ReadOnlySpan<byte> line, long offset, int length, bool isEnded)
    {
        bool isReply = TryParse(WithEnd(line), out int code, out var mark);
        bool isOther = !isReply && _open == 0;
        if (isReply && _open != 0 && code != _open)
            isReply = false;
        bool isLast = isOther || (isReply && !mark.IsMore);
        Output.Begin(TcpRole.Server, isOther ? "other_line" : "reply_line", offset, length);
        WriteEnding(isEnded);
        if (isReply)
        {
            Output.Text("code", line[..3]);
            Output.Text("sep", mark.Bytes);
            line = line[(3 + mark.Bytes.Length)..];
        }
        Output.Text("text", line);
        Output.Flag("last", isLast);
        Output.End();
        _open = isLast ? 0 : isReply ? code : _open;
        Completed = isLast ? isReply ? code : 0 : null;
    }

    /// <summary>Reads the beginning of a line of a reply.</summary>
    /// <param name="line">The line with its end.</param>
    /// <param name="code">Its code.</param>
    /// <param name="mark">What stands behind that.</param>
    /// <returns>False if it has no code.</returns>
    protected abstract bool TryParse(ReadOnlySpan<byte> line, out int code, out ReplyMark mark);
}
