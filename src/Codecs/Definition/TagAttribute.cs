namespace Codecs;

/// <summary>The values of a carrier's tag field under which this message is carried. The enum type is the table: it binds the message to every carrier with a tag of that type.</summary>
/// <param name="values">Constants of one enum type.</param>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class TagAttribute(params object[] values) : Attribute
{
    /// <summary>Constants of one enum type. The first is what a carrier without a tag is given.</summary>
    public object[] Values { get; } = values;

    /// <summary>Narrows the table to one carrier, or to those that implement an interface.</summary>
    public Type? In { get; init; }

    /// <summary>Narrows it to one of several tag fields of the carrier: <c>Of = nameof(Tcp.DestinationPort)</c>.</summary>
    public string? Of { get; init; }
}
