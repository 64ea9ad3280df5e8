namespace Codecs;

/// <summary>
/// Layers that packets of a <see cref="StackAttribute"/> usually have, from the first layer on. They are found without a look at what is rare: options,
/// fragments, lengths that are wrong. It changes how fast a packet is parsed, never what is found.
/// </summary>
/// <remarks>
/// All paths are compiled into the caller of <c>TryParse</c>: the first one straight on, the others where they leave it, and what several of them go on with,
/// once. A layer belongs on a path if its message is a fixed part, with lengths in it, and then options and payload; each carries the next by a single tag.
/// </remarks>
/// <param name="layers">Types of the layers, from the lowest up; each at most once.</param>
/// <example><code>[Stack, FastPath(typeof(Ethernet), typeof(IPv4), typeof(Tcp))] public readonly ref partial struct Packet { ... }</code></example>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class FastPathAttribute(params Type[] layers) : Attribute
{
    /// <summary>Types of the layers, from the lowest up.</summary>
    public IReadOnlyList<Type> Layers { get; } = layers;
}
