namespace Codecs;

/// <summary>
/// On an enum: its values are words on the wire, and fields of type <see cref="Token{TEnum}"/> hold them. On one of its members: how that is spelled.
/// A member without the attribute is spelled as it is called.
/// </summary>
[AttributeUsage(AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class TokenAttribute : Attribute
{
    /// <summary>A text enum, or a member that is spelled as it is called.</summary>
    public TokenAttribute()
    {
    }

    /// <summary>A member that is spelled so.</summary>
    /// <param name="text">One byte per char, U+0000 to U+00FF.</param>
    public TokenAttribute(string text) => Text = text;

    /// <summary>The spelling of a member; null if that is its name.</summary>
    public string? Text { get; }

    /// <summary>Are ASCII letters read in either case? They are written as they are spelled here. On the enum, it holds for all members.</summary>
    public bool IgnoreCase { get; init; }
}
