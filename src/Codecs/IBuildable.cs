namespace Codecs;

/// <summary>A message that can be put together field by field, without knowing which fields it has: the mirror of <see cref="IVisitable{TSelf}"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IBuildable<TSelf> : IVisitable<TSelf> where TSelf : IBuildable<TSelf>, allows ref struct
{
    /// <summary>Asks <paramref name="source"/>, in wire order, for every field that the writer of a message supplies.</summary>
    /// <param name="source">Where the fields come from.</param>
    /// <param name="message">The message; default if a field could not be had. Its spans are windows into the memory of the source.</param>
    /// <returns>False if a field could not be had. The source knows which, and why.</returns>
    static abstract bool Build<TSource>(scoped ref TSource source, out TSelf message) where TSource : IFieldSource, allows ref struct;
}
