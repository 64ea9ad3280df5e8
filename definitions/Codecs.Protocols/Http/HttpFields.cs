namespace Codecs.Protocols;

/// <summary>Values of fields that come several times, or over several lines.</summary>
public static class HttpFields
{
    /// <summary>
    /// The value of all fields of a name: of one that comes once, that value where it lies; of one that comes several times, the values with commas between them, as lists are
    /// put together (RFC 9110 section 5.3). A field that must come once is then as wrong as it should be. Set-Cookie alone cannot be put together like that.
    /// </summary>
    /// <param name="fields">The fields of a head or of a trailer.</param>
    /// <param name="name">The name.</param>
    /// <param name="scratch">
    /// Room for values that are put together; what is used of it is taken off its start. As many bytes as the head has are enough for all names, each asked for once.
    /// </param>
    /// <returns>The value; empty if there is no such field.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static ReadOnlySpan<byte> Join(this scoped in MessageList<HttpField> fields, HttpFieldName name, scoped ref Span<byte> scratch)
    {
        ReadOnlySpan<byte> only = default;
        int lines = 0, length = 0;
        bool isWithin = false;
        foreach (var line in fields)
        {
            if (!line.IsContinuation)
                isWithin = line.Name.Value == name;
            if (!isWithin)
                continue;
            if (lines == 1)
                Append(only, "", scratch, ref length);
            if (lines > 0)
                Append(line.Value, line.IsContinuation ? " " : ", ", scratch, ref length);
            only = line.Value;
            lines++;
        }
        if (lines <= 1)
            return only;
        var joined = scratch[..length];
        scratch = scratch[length..];
        return HeaderList.Trim(joined);
    }

    private static void Append(ReadOnlySpan<byte> value, string between, Span<byte> destination, ref int length)
    {
        foreach (char character in between)
            destination[length++] = (byte)character;
        value.CopyTo(destination[length..]);
        length += value.Length;
    }
}
