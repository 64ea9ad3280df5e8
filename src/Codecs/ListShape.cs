using System.ComponentModel;

namespace Codecs;

/// <summary>Does the list end with this element? (<see cref="UntilAttribute"/>)</summary>
public delegate bool ListEnd<T>(scoped in T element) where T : allows ref struct;

/// <summary>Does the list that begins with <paramref name="first"/> end with this element? (<see cref="UntilAttribute"/>)</summary>
public delegate bool ListEndAfter<T>(scoped in T first, scoped in T element) where T : allows ref struct;

/// <summary>How a list lies on the wire: what stands between its elements, and what ends it. One for each field, shared by all its values. For generated code.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListShape<T> where T : ICodec<T>, allows ref struct
{
    /// <summary>Most elements of a list whose extent depends on them, unless the definition has another limit.</summary>
    public const int DefaultLimit = 65535;

    // Elements without bytes that a count may ask for: a hostile one must not keep us busy.
    internal const int MostEmpty = 65535;

    // Elements that only what encloses them ends, each behind its length in four bytes: how ListBuilder holds them.
    internal static readonly ListShape<T> Built = new();

    // Elements one after the other.
    internal static readonly ListShape<T> Plain = new();

    /// <summary>Which element is the last; null if the bytes or a count say so.</summary>
    public ListEnd<T>? End { get; init; }

    /// <summary>Which element is the last, seen from the first; null if something else says so.</summary>
    public ListEndAfter<T>? EndAfter { get; init; }

    /// <summary>Is the list bounded by nothing but its last element?</summary>
    public bool MustEnd { get; init; }

    /// <summary>What stands between two elements; empty for nothing.</summary>
    public byte[] Separator { get; init; } = [];

    /// <summary>What ends the list where an element would begin; empty for nothing.</summary>
    public byte[] Terminator { get; init; } = [];

    /// <summary>Does the terminator stand only where something follows?</summary>
    public bool IsOptional { get; init; }

    /// <summary>The list ends where fewer bytes are left; 0 if something else ends it.</summary>
    public int FewerThan { get; init; }

    /// <summary>Elements begin at multiples of this from the start of the list; 0 if they follow each other.</summary>
    public int Align { get; init; }

    /// <summary>More elements than this are <see cref="ParseError.Limit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;

    internal bool IsSeparated => Separator.Length != 0;

    internal bool HasEnd => End is not null || EndAfter is not null;
}
