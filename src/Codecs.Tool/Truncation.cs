namespace Codecs.Tool;

/// <summary>Where a message that is cut short ends.</summary>
internal static class Truncation
{
    /// <summary>The ordinal of the field that is cut or is the first that is not there. A header is parsed at once, so that the result names its first field.</summary>
    /// <param name="description">The message.</param>
    /// <param name="available">Bytes that there are of it.</param>
    /// <param name="result">What became of it.</param>
    public static int FieldAt(MessageDescription description, int available, ParseResult result)
    {
        var fields = description.Fields;
        for (int i = result.Field; i < fields.Length && fields[i] is { BitOffset: >= 0, BitWidth: >= 0 }; i++)
        {
            if (fields[i].BitOffset + fields[i].BitWidth > available * 8)
                return i;
        }
        return result.Field;
    }
}
