namespace Codecs;

/// <summary>
/// A <typeparamref name="T"/> before the field holds its length in bytes: <c>stored * Unit = length + Bias</c>. The same as a
/// field of that type with <see cref="LengthOfAttribute"/>, called like this field with <c>Length</c> after its name.
/// </summary>
/// <remarks>Before an optional field that nothing else tells of, the prefix is there if the scope goes on.</remarks>
/// <typeparam name="T">An integer, or a field type of variable width that is an <see cref="IScalar{TSelf, TInteger}"/>.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrefixedAttribute<T> : Attribute where T : unmanaged
{
    /// <summary>Bytes that the number takes; as many as <typeparamref name="T"/> has without it.</summary>
    public int Bytes { get; init; }

    /// <summary>Bytes that the stored number counts in.</summary>
    public int Unit { get; init; } = 1;

    /// <summary>What is added to the length before it is stored: <c>sizeof(T)</c> if the length includes itself.</summary>
    public int Bias { get; init; }

    /// <summary>The stored number that says that the field is absent; the field is <see cref="Optional{T}"/>.</summary>
    public long Null { get; init; }
}
