using System.Collections.Frozen;
using System.Reflection;

namespace Codecs.Fuzz;

/// <summary>What a definition says of bytes and bits that fields alone do not tell.</summary>
/// <param name="AreThere">May there be bytes that end or separate fields, or numbers in digits?</param>
/// <param name="AreBitsReversed">Are bits counted from the least significant one?</param>
/// <param name="Computed">Numbers that are not what stands at their place: differences, and longer forms that count from a number on.</param>
internal readonly record struct Marks(bool AreThere, bool AreBitsReversed, FrozenSet<string> Computed);

/// <summary>What in a message belongs to no field, by its definition: bytes that end or separate fields, or say how long one is.</summary>
internal static class Marks<T> where T : allows ref struct
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>May there be such bytes, or numbers in digits?</summary>
    public static readonly bool AreThere = AreIn(typeof(T)) || typeof(T).GetProperties(All).Any(AreIn);

    /// <summary>All of it.</summary>
    public static readonly Marks Value = new(AreThere, typeof(T).IsDefined(typeof(LsbFirstAttribute), false), typeof(T).GetProperties(All).Where(IsComputed).Select(static property => property.Name).ToFrozenSet());

    private static bool IsComputed(PropertyInfo property) => property.IsDefined(typeof(DeltaAttribute))
        || property.CustomAttributes.Any(static form => form.AttributeType.Name.StartsWith("EscapeAttribute", StringComparison.Ordinal) && form.NamedArguments.Any(static argument => argument.MemberName == "Bias"));

    private static bool AreIn(MemberInfo member) => member.IsDefined(typeof(TerminatedAttribute)) || member.IsDefined(typeof(DigitsAttribute));
}
