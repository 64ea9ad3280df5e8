using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>
/// The common case of a message: a fixed part, and lengths as they mostly are. Small enough for a stack to inline it, layer over
/// layer. What is not the common case may still be the message. For generated code.
/// </summary>
/// <typeparam name="TSelf">The message type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICommonCase<TSelf> where TSelf : allows ref struct
{
    /// <summary>Bytes of the fixed part, all of which <see cref="TryParse"/> may read; 0 if there is no common case.</summary>
    static virtual int FixedSize => 0;

    /// <summary>Parses the common case.</summary>
    /// <param name="start">The first byte; <see cref="FixedSize"/> bytes can be read, even if fewer belong to the message.</param>
    /// <param name="available">Bytes that may belong to the message.</param>
    /// <param name="message">Its fixed part alone; <see cref="Restore"/> makes a message of it. Undefined if the result is false.</param>
    /// <param name="header">Bytes before the payload.</param>
    /// <param name="size">Bytes of the message.</param>
    /// <returns>False if it is another case, or no such message.</returns>
    static virtual bool TryParse(scoped ref readonly byte start, int available, out TSelf message, out int header, out int size)
    {
        Unsafe.SkipInit(out message);
        header = 0;
        size = 0;
        return false;
    }

    /// <summary>Where a message that was parsed, the common case or not, has its parts: all that <see cref="Restore"/> must know.</summary>
    /// <param name="message">The message.</param>
    /// <param name="header">Bytes before the payload.</param>
    /// <param name="payloadEnd">Bytes up to the end of the payload. In the common case there is nothing behind it.</param>
    static virtual void Measure(scoped in TSelf message, out int header, out int payloadEnd)
    {
        header = 0;
        payloadEnd = 0;
    }

    /// <summary>The message of which the parts are known, without looking at its lengths again.</summary>
    /// <param name="start">The first byte; <paramref name="size"/> bytes can be read.</param>
    /// <param name="header">As <see cref="TryParse"/> or <see cref="Measure"/> found it.</param>
    /// <param name="payloadEnd">As <see cref="Measure"/> found it; in the common case, <paramref name="size"/>.</param>
    /// <param name="size">Bytes of the message.</param>
    /// <param name="message">The message.</param>
    static virtual void Restore(scoped ref readonly byte start, int header, int payloadEnd, int size, out TSelf message) => throw new NotSupportedException();
}
