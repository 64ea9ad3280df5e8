namespace Codecs.Generators.Model;

/// <summary>What ends a field or a message.</summary>
/// <param name="Bytes">A C# expression for the bytes: a constant, or a field that holds the one byte.</param>
/// <param name="Member">That field; empty for a constant.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="IsOptional">May the end of what encloses the field serve too?</param>
/// <param name="Escape">A byte that hides it; -1 for none.</param>
/// <param name="Except">A C# expression for the bytes that stand nowhere else; empty for none.</param>
internal sealed record TerminatorModel(string Bytes, string Member, int Length, bool IsOptional, int Escape, string Except = "")
{
    /// <summary>The bytes by which the terminator shows itself, one per char: the first that is met belongs to it, or to a fault.</summary>
    public string Signs { get; init; } = "";

    /// <summary>Bytes of the terminator before its first sign.</summary>
    public int Ahead { get; init; }

    /// <summary>The only byte.</summary>
    public string Single(string instance) => Member.Length == 0 ? $"{Bytes}[0]" : instance + Member;

    /// <summary>The bytes as they are known in an instance.</summary>
    public string Expression(string instance) => Member.Length == 0 ? Bytes : $"((global::System.ReadOnlySpan<byte>)[{instance}{Member}])";
}

/// <summary>A number in ASCII digits.</summary>
internal sealed record DigitsModel(int Count, int Radix);

/// <summary>The longer forms of a number whose short form is a few bits.</summary>
/// <param name="Code">Ordinal of the bits.</param>
/// <param name="Forms">The longer forms, in order of their width.</param>
internal sealed record EscapeModel(int Code, EquatableArray<EscapeForm> Forms);

/// <summary>A longer form.</summary>
internal sealed record EscapeForm(ulong Code, int Bytes, ulong Bias)
{
    /// <summary>The largest value that the form can say.</summary>
    public ulong Most => Bytes >= 8 ? ulong.MaxValue : (1UL << (8 * Bytes)) - 1 + Bias;
}
