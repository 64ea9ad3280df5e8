using System.Text;

namespace Codecs.Protocols;

/// <summary>The values of a header field that is a list (RFC 9110 section 5.6.1): between commas, with white space around them; empty ones do not count.</summary>
internal ref struct HeaderList(ReadOnlySpan<byte> field)
{
    private ReadOnlySpan<byte> _rest = field;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly HeaderList GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            int comma = _rest.IndexOf((byte)',');
            Current = Trim(comma < 0 ? _rest : _rest[..comma]);
            _rest = comma < 0 ? default : _rest[(comma + 1)..];
            if (!Current.IsEmpty)
                return true;
        }
        return false;
    }

    /// <summary>Is that token among the values, in whatever case?</summary>
    public static bool Contains(ReadOnlySpan<byte> field, ReadOnlySpan<byte> token)
    {
        foreach (var value in new HeaderList(field))
        {
            if (Ascii.EqualsIgnoreCase(value, token))
                return true;
        }
        return false;
    }

    /// <summary>Is this a token (RFC 9110 section 5.6.2)?</summary>
    public static bool IsToken(ReadOnlySpan<byte> value) => TokenLength(value) == value.Length && !value.IsEmpty;

    /// <summary>How many bytes at the start can be those of a token.</summary>
    public static int TokenLength(ReadOnlySpan<byte> value)
    {
        int length = value.IndexOfAnyExcept(HttpSyntax.Token);
        return length < 0 ? value.Length : length;
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim(" \t"u8);
}
