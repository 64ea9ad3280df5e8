namespace Codecs;

/// <summary>Something that writes itself: a message, a value of a field type, or layers of messages.</summary>
public interface IWritable
{
    /// <summary>
    /// May it be written in fewer bytes than <see cref="GetMaxSize"/> says, because names in it are compressed? Then
    /// <see cref="Write"/> asks for no more room than it uses, and returns -1 if that is not there.
    /// </summary>
    static virtual bool IsCompressed => false;

    /// <summary>Are fewer bytes than <see cref="GetMaxSize"/> says never written when lengths are computed?</summary>
    static virtual bool IsExact => false;

    /// <summary>The most bytes that writing this takes: exact, except where names are compressed.</summary>
    int GetMaxSize();

    /// <summary>Writes this at <paramref name="offset"/> of the enclosing message.</summary>
    /// <param name="message">The enclosing message, from its start; unless this <see cref="IsCompressed"/>, at least <see cref="GetMaxSize"/> bytes remain from <paramref name="offset"/>.</param>
    /// <param name="offset">Where to write, in bytes.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    /// <returns>The bytes written; -1 if something that <see cref="IsCompressed"/> has no room.</returns>
    /// <exception cref="InvalidOperationException">The value cannot be encoded; the message names the field.</exception>
    int Write(Span<byte> message, int offset, scoped WriteContext context);

    /// <summary>The value for people. (A type parameter that allows ref structs has no object members of its own.)</summary>
    string? ToString();
}
