namespace Codecs;

/// <summary>The length in bytes of the fields <paramref name="first"/> to <paramref name="last"/>: <c>stored * Unit = length + Bias</c>. Bounds them when read, is computed when written.</summary>
/// <remarks>The last open field in the range is padded with zeros to a multiple of <see cref="Unit"/>. The length may
/// follow its range: if an open field precedes that, it is found from the end of the scope; otherwise it is compared with what was read.</remarks>
/// <param name="first">Where the range begins.</param>
/// <param name="last">Where it ends, inclusively; the same field if it is left out.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class LengthOfAttribute(string first, string? last = null) : Attribute
{
    /// <summary>Where the range begins.</summary>
    public string First { get; } = first;

    /// <summary>Where the range ends, inclusively.</summary>
    public string Last { get; } = last ?? first;

    /// <summary>Bytes that the stored number counts in.</summary>
    public int Unit { get; init; } = 1;

    /// <summary>What is added to the length before it is stored.</summary>
    public int Bias { get; init; }

    /// <summary>The largest number that may be written; 0 for all that the field holds. Larger ones are accepted when read.</summary>
    public int Max { get; init; }

    /// <summary>
    /// A bool member. While it is false, the field bounds nothing: what it would bound extends as far as its scope does.
    /// A field with <c>init</c> is computed only while it is true.
    /// </summary>
    public string? When { get; init; }

    /// <summary>The stored number that says that the field is absent; the field is <see cref="Optional{T}"/>.</summary>
    public long Null { get; init; }
}
