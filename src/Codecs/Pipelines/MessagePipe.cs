using System.IO.Pipelines;

namespace Codecs.Pipelines;

/// <summary>Messages from a <see cref="PipeReader"/>.</summary>
public static class MessagePipe
{
    /// <summary>Reads the pipe as messages of a type: <c>pipe.Input.AsMessageReader&lt;SmtpCommand>(maxMessageSize: 512)</c>.</summary>
    /// <inheritdoc cref="MessageReader{T}"/>
    public static MessageReader<T> AsMessageReader<T>(this PipeReader input, int maxMessageSize) where T : IMessage<T>, allows ref struct =>
        new(input, maxMessageSize);

    /// <summary>Reads the pipe as messages of a type that need to be told something.</summary>
    /// <inheritdoc cref="MessageReader{T, TArgument}"/>
    public static MessageReader<T, TArgument> AsMessageReader<T, TArgument>(this PipeReader input, int maxMessageSize)
        where T : ICodec<T, TArgument>, IVisitable<T>, allows ref struct
        where TArgument : allows ref struct => new(input, maxMessageSize);
}
