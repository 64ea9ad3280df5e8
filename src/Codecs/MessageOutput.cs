using System.Buffers;

namespace Codecs;

/// <summary>Messages into a pipe, or any other buffer that grows.</summary>
public static class MessageOutput
{
    /// <summary>Writes a message, or layers: <c>pipe.Output.Write(new SmtpReply { ... })</c>. A <see cref="System.IO.Pipelines.PipeWriter"/> sends it with its next flush.</summary>
    /// <param name="output">Where to. It is advanced only when the message is written as a whole.</param>
    /// <param name="message">What.</param>
    /// <returns>The bytes written.</returns>
    /// <exception cref="InvalidOperationException">A value cannot be encoded; the message names the field, and nothing is written.</exception>
    public static int Write<T>(this IBufferWriter<byte> output, scoped in T message) where T : IWritable, allows ref struct => output.Write(in message, default);

    /// <summary>Writes a message, or layers, as <paramref name="options"/> say.</summary>
    /// <inheritdoc cref="Write{T}(IBufferWriter{byte}, in T)"/>
    public static int Write<T>(this IBufferWriter<byte> output, scoped in T message, in WriteOptions options) where T : IWritable, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(output);
        int most = message.GetMaxSize();
        int written = message.Write(output.GetSpan(most)[..most], 0, WriteContext.From(in options));
        output.Advance(written);
        return written;
    }
}
