namespace Codecs;

/// <summary>Passes members to a field type, or to messages with a <see cref="ParameterAttribute"/>: to a field, to the elements of a list, or to what a payload is.</summary>
/// <param name="members">Earlier fields, parameters or other members.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArgumentAttribute(params string[] members) : Attribute
{
    /// <summary>Earlier fields, parameters or other members.</summary>
    public string[] Members { get; } = members;
}
