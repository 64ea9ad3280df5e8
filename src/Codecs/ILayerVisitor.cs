namespace Codecs;

/// <summary>Receives the layers of a packet, lowest first, from the Walk of a <see cref="StackAttribute"/> type.</summary>
public interface ILayerVisitor
{
    /// <summary>A layer that parsed.</summary>
    /// <param name="message">The layer.</param>
    /// <param name="offset">Where it starts in the packet, in bytes.</param>
    /// <param name="result">Its length; or, if the packet was cut short within what it carries, how much more was needed.</param>
    void Layer<T>(scoped in T message, int offset, ParseResult result) where T : IMessage<T>, allows ref struct;

    /// <summary>A layer that should be there by the tag below it, but does not parse.</summary>
    /// <param name="bytes">What there is of it.</param>
    /// <param name="offset">Where it starts in the packet, in bytes.</param>
    /// <param name="result">What is wrong; offsets are from the start of the layer.</param>
    void Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result) where T : IMessage<T>, allows ref struct;

    /// <summary>What the topmost layer carries, if it is nothing that the stack knows.</summary>
    void Rest(ReadOnlySpan<byte> bytes, int offset);
}
