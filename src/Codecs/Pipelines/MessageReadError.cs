namespace Codecs.Pipelines;

/// <summary>Why a message, or a body, could not be read from a stream.</summary>
public enum MessageReadError
{
    /// <summary>The bytes are no such message, whatever may follow. What comes after them may be in order: a reader can skip them.</summary>
    Invalid,

    /// <summary>The message is longer than its reader allows, or a part of it than its definition does (<see cref="ParseError.Limit"/>).</summary>
    TooLong,

    /// <summary>The input ended before the message did.</summary>
    Incomplete,
}
