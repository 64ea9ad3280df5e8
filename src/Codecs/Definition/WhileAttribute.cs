namespace Codecs;

/// <summary>
/// The field is the longest run of bytes that belong to a set; it may be empty. A value with another byte cannot be written. Behind a field that takes what there is,
/// it is the longest run before what follows.
/// </summary>
/// <param name="set">A static member of the message: a <see cref="System.Buffers.SearchValues{T}"/> of bytes, or a method that takes a byte and says whether it belongs.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WhileAttribute(string set) : Attribute
{
    /// <summary>The static member that is the set.</summary>
    public string Set { get; } = set;
}
