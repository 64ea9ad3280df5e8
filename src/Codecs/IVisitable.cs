namespace Codecs;

/// <summary>A message that can say what it is made of.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IVisitable<TSelf> where TSelf : IVisitable<TSelf>, allows ref struct
{
    /// <summary>Name, specification and fields of the message type.</summary>
    static abstract MessageDescription Description { get; }

    /// <summary>Shows every field, in wire order, to <paramref name="visitor"/>.</summary>
    void Visit<TVisitor>(ref TVisitor visitor) where TVisitor : IFieldVisitor, allows ref struct;
}
