namespace Codecs;

/// <summary>
/// The field, or the whole message, extends to these bytes, which are not part of it. A value that contains them cannot be
/// written: no value can end its field, or its line, before its time. On a field whose extent is known otherwise the bytes must stand right
/// after it. On a list they are looked for where an element would begin.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Struct)]
public sealed class TerminatedAttribute : Attribute
{
    /// <summary>A terminator that is always the same.</summary>
    /// <param name="by">One byte per char, U+0000 to U+00FF.</param>
    public TerminatedAttribute(string by) => By = by;

    /// <summary>A terminator that <see cref="Field"/> holds.</summary>
    public TerminatedAttribute()
    {
    }

    /// <summary>The terminator, one byte per char.</summary>
    public string? By { get; }

    /// <summary>An earlier field of one byte that holds the terminator.</summary>
    public string? Field { get; init; }

    /// <summary>
    /// May the end of what encloses the field serve too? Then the terminator is left out where nothing follows. If nothing in the message encloses the field, that is the end of the source: the
    /// message takes whatever there is. Behind a list it stands where something follows, and nowhere else.
    /// </summary>
    public bool Optional { get; init; }

    /// <summary>A byte after which the terminator does not count; -1 for none. The value keeps it.</summary>
    public int Escape { get; init; } = -1;

    /// <summary>
    /// Bytes that stand nowhere but in the terminator, one per char: any other is an error (<see cref="ParseError.Syntax"/>), and cannot be written. Of a line, <c>"\r\n\0"</c>: what somebody
    /// else takes for its end. The terminator has one of them or more.
    /// </summary>
    public string? Except { get; init; }
}
