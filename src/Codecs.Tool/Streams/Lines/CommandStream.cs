using System.IO.Pipelines;
using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams.Lines;

/// <summary>What a client sends: commands, each with a word and perhaps arguments.</summary>
internal abstract class CommandStream(PipeReader stream, MessageWriter output) : LineStream(stream, TcpRole.Client, output)
{
    /// <summary>Writes a command as it stands, whether it is one that the protocol knows or not.</summary>
    protected void WriteCommand(ReadOnlySpan<byte> line, long offset, int length, bool isEnded)
    {
        int space = line.IndexOf((byte)' ');
        Output.Begin(TcpRole.Client, "command", offset, length);
        WriteEnding(isEnded);
        Output.Text("command", space < 0 ? line : line[..space]);
        if (space >= 0)
            Output.Text("arg", line[(space + 1)..]);
        Output.End();
    }
}
