using Codecs.Capture.Streams;

namespace Codecs.Tool.Streams;

/// <summary>Takes the messages of one connection: what kind each is, who sent it, where it is in that stream, and what the protocol tells.</summary>
public abstract class MessageWriter
{
    /// <summary>Messages so far.</summary>
    public long Count { get; private set; }

    /// <summary>Begins a message. What the protocol tells of it follows; <see cref="End"/> ends it.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="type">What kind of message it is.</param>
    /// <param name="offset">Where it starts in the stream, missing bytes counted.</param>
    /// <param name="length">Its bytes in the stream.</param>
    public void Begin(TcpRole sender, string type, long offset, long length)
    {
        Count++;
        Start(sender, type, offset, length);
    }

    /// <summary>Something that is text, with one character for each byte.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="bytes">The text.</param>
    /// <param name="isDetail">Is it only of use to programs? Then people are not shown it.</param>
    public abstract void Text(string name, ReadOnlySpan<byte> bytes, bool isDetail = false);

    /// <summary>Something that is bytes.</summary>
    /// <inheritdoc cref="Text"/>
    public abstract void Hex(string name, ReadOnlySpan<byte> bytes, bool isDetail = false);

    /// <summary>Something that is a number.</summary>
    /// <inheritdoc cref="Text"/>
    public abstract void Number(string name, UInt128 value, bool isDetail = false);

    /// <summary>Something that is so or not.</summary>
    /// <inheritdoc cref="Text"/>
    public abstract void Flag(string name, bool value, bool isDetail = false);

    /// <summary>Ends the message that was begun.</summary>
    public abstract void End();

    /// <summary>Writes what is said of every message.</summary>
    protected abstract void Start(TcpRole sender, string type, long offset, long length);
}
