namespace Codecs;

/// <summary>
/// Says whether optional fields are there. On a bool: one field; several attributes on one bool name fields that come and go together.
/// On an unsigned integer: one field for each bit, from the most significant; a bit that stands for no field must not be set.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PresenceOfAttribute : Attribute
{
    /// <summary>One field.</summary>
    /// <param name="field">A field of a nullable or <see cref="Optional{T}"/> type.</param>
    public PresenceOfAttribute(string field) => Fields = [field];

    /// <summary>A field for each bit of an integer; null for a bit that stands for no field.</summary>
    /// <param name="first">The field of the most significant bit.</param>
    /// <param name="second">The field of the bit after it.</param>
    /// <param name="more">The fields of the bits after those.</param>
    public PresenceOfAttribute(string? first, string? second, params string?[] more) => Fields = [first, second, .. more];

    /// <summary>The optional fields.</summary>
    public IReadOnlyList<string?> Fields { get; }
}
