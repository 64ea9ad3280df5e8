using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>A field that may be absent, where absent differs from empty: what <see cref="Nullable{T}"/> is to values, this is to spans, lists and messages.</summary>
/// <typeparam name="T">The type of the field when it is there.</typeparam>
[DebuggerDisplay("{HasValue ? \"present\" : \"absent\",nq}")]
public readonly ref struct Optional<T> where T : allows ref struct
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly T _value;

    /// <summary>A field that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>Is the field there?</summary>
    public bool HasValue { get; }

    /// <summary>The field.</summary>
    /// <exception cref="InvalidOperationException">It is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The field is absent.");

    /// <summary>The field, or the default of its type if it is absent.</summary>
    public T GetValueOrDefault() => _value;

    /// <summary>A field that is there.</summary>
    public static implicit operator Optional<T>(T value) => new(value);
}
