namespace Codecs;

/// <summary>Passes members to a field type, or to a message with a <see cref="ParameterAttribute"/>.</summary>
/// <param name="members">Earlier fields, parameters or other members.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArgumentAttribute(params string[] members) : Attribute
{
    /// <summary>Earlier fields, parameters or other members.</summary>
    public string[] Members { get; } = members;
}
