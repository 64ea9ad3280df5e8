namespace Codecs.Protocols;

/// <summary>An address with a text form in ASCII: what the parsing and formatting interfaces of all address types share.</summary>
internal interface IAddress<TSelf> where TSelf : struct, IAddress<TSelf>
{
    /// <summary>The longest text that is an address.</summary>
    static abstract int MaxTextLength { get; }

    /// <summary>Parses the whole of a text.</summary>
    static abstract bool TryParse(ReadOnlySpan<byte> utf8Text, out TSelf address);

    /// <summary>Writes the text.</summary>
    /// <param name="ascii">At least <see cref="MaxTextLength"/> bytes.</param>
    /// <returns>The length of the text.</returns>
    int Format(Span<byte> ascii);
}
