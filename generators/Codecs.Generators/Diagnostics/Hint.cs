using System.Collections.Immutable;
using System.Globalization;

namespace Codecs.Generators.Diagnostics;

/// <summary>What a diagnostic tells a code fix beside its place: the property <c>Key</c> of the diagnostic.</summary>
internal readonly record struct Hint(string Key, string Value)
{
    /// <summary>Modifiers that the type lacks, between spaces.</summary>
    public const string Modifiers = "Modifiers";

    /// <summary>How many bits the last bit field must be wider.</summary>
    public const string Bits = "Bits";

    /// <summary>Nothing to tell.</summary>
    public static readonly Hint None = new("", "");

    public static Hint Lacks(string modifiers) => new(Modifiers, modifiers);

    public static Hint Widen(int bits) => new(Bits, bits.ToString(CultureInfo.InvariantCulture));

    public ImmutableDictionary<string, string?> ToProperties() =>
        Key.Length == 0 ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Key, Value);
}
