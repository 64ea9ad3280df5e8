using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Codecs.Tests.Streams;

/// <summary>What is read from pipes, as text.</summary>
internal static class PipeText
{
    /// <summary>All, until the pipe is complete.</summary>
    public static async Task<string> ReadAll(PipeReader stream)
    {
        var text = new StringBuilder();
        while (true)
        {
            var result = await stream.ReadAsync();
            text.Append(Text(result.Buffer));
            stream.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return text.ToString();
        }
    }

    public static string Text(ReadOnlySequence<byte> bytes) => Encoding.Latin1.GetString(bytes.ToArray());
}
