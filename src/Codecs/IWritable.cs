namespace Codecs;

/// <summary>Something that writes itself: a message, a value of a field type, or layers of messages.</summary>
public interface IWritable
{
    /// <summary>The most bytes that writing this takes: exact, except where names are compressed.</summary>
    int GetMaxSize();

    /// <summary>Writes this at <paramref name="offset"/> of the enclosing message.</summary>
    /// <param name="message">
    /// The enclosing message, from its start; at least <see cref="GetMaxSize"/> bytes remain from <paramref name="offset"/>. Fewer
    /// may remain for types with <see cref="BackReferencesAttribute"/>, which take less room than they might.
    /// </param>
    /// <param name="offset">Where to write, in bytes.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    /// <returns>The bytes written; -1 if a type with <see cref="BackReferencesAttribute"/> does not fit, which may have written some of it.</returns>
    /// <exception cref="InvalidOperationException">The value cannot be encoded; the message names the field.</exception>
    int Write(Span<byte> message, int offset, scoped WriteContext context);

    /// <summary>The value for people. (A type parameter that allows ref structs has no object members of its own.)</summary>
    string? ToString();
}
