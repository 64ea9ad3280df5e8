using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>A message as a layer of a packet: written in two steps around what it carries. For generated code and <see cref="Layers{TLower, TUpper}"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILayer<TSelf> : IWritable where TSelf : ILayer<TSelf>, allows ref struct
{
    /// <summary>What the checksums of the layers above cover, if <paramref name="below"/> is what they would without this one.</summary>
    PseudoHeader GetPseudoHeader(PseudoHeader below);

    /// <summary>Bytes that are written before a payload of that size.</summary>
    int GetHeaderSize(int payloadSize);

    /// <summary>Bytes that are written after a payload of that size: trailers, and padding to a unit.</summary>
    int GetTrailerSize(int payloadSize);

    /// <summary>Writes all that comes before the payload.</summary>
    /// <param name="message">The message that this layer is in, long enough for all of it.</param>
    /// <param name="offset">Where this layer starts.</param>
    /// <param name="payloadSize">Bytes of the payload; 0 for a layer that <see cref="IWritable.IsCompressed"/>, which learns it in <see cref="Finish"/>.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    /// <param name="mayKeep">False if lengths, checksums and reserved bits are never kept as they were received, whatever the context says.</param>
    /// <returns>The bytes written; -1 if a layer that is compressed has no room.</returns>
    int WriteHeader(Span<byte> message, int offset, int payloadSize, scoped WriteContext context, bool mayKeep);

    /// <summary>Writes what comes after the payload, now in place, and what depends on it: checksums.</summary>
    /// <param name="message">The message that this layer is in.</param>
    /// <param name="offset">Where this layer starts.</param>
    /// <param name="headerSize">Bytes before the payload.</param>
    /// <param name="payloadSize">Bytes of the payload.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    void Finish(Span<byte> message, int offset, int headerSize, int payloadSize, scoped WriteContext context);

    /// <summary>Writes a layer and what it carries, all of which are <see cref="IWritable.IsExact"/>, with lengths and checksums computed.</summary>
    /// <remarks>
    /// One method for each number of layers, and each takes them one by one and does nothing with them but write them: the compiler
    /// keeps the fields of what is copied, or passed on as a whole, in memory, and all others in registers.
    /// </remarks>
    /// <param name="layer">The layer.</param>
    /// <param name="message">The message that it is in, long enough for all of it.</param>
    /// <param name="offset">Where it starts.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="payloadSize">The most bytes of that.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual int WriteAround<TPayload>(scoped in TSelf layer, Span<byte> message, int offset, scoped in TPayload payload, int payloadSize, scoped WriteContext context)
        where TPayload : ILayer<TPayload>, allows ref struct
    {
        // Not through the readonly references, which would be copied from for each call.
        int header = Unsafe.AsRef(in layer).WriteHeader(message, offset, payloadSize, context, mayKeep: false);
        Unsafe.AsRef(in payload).Write(message, offset + header, context.Over(Unsafe.AsRef(in layer).GetPseudoHeader(context.PseudoHeader)));
        Unsafe.AsRef(in layer).Finish(message, offset, header, payloadSize, context);
        return header + payloadSize + Unsafe.AsRef(in layer).GetTrailerSize(payloadSize);
    }

    /// <summary>Writes a layer and the layer that it carries, around a payload.</summary>
    /// <inheritdoc cref="WriteAround{TPayload}(in TSelf, Span{byte}, int, in TPayload, int, WriteContext)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual int WriteAround<TNext, TPayload>(scoped in TSelf layer, Span<byte> message, int offset, scoped in TNext next, scoped in TPayload payload, int payloadSize, scoped WriteContext context)
        where TNext : ILayer<TNext>, allows ref struct
        where TPayload : ILayer<TPayload>, allows ref struct
    {
        int size = Layers.SizeAround(in next, payloadSize);
        int header = Unsafe.AsRef(in layer).WriteHeader(message, offset, size, context, mayKeep: false);
        TNext.WriteAround(in next, message, offset + header, in payload, payloadSize, context.Over(Unsafe.AsRef(in layer).GetPseudoHeader(context.PseudoHeader)));
        Unsafe.AsRef(in layer).Finish(message, offset, header, size, context);
        return header + size + Unsafe.AsRef(in layer).GetTrailerSize(size);
    }

    /// <summary>Writes a layer and the two layers that it carries, around a payload.</summary>
    /// <inheritdoc cref="WriteAround{TPayload}(in TSelf, Span{byte}, int, in TPayload, int, WriteContext)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual int WriteAround<TNext, TOther, TPayload>(scoped in TSelf layer, Span<byte> message, int offset, scoped in TNext next, scoped in TOther other, scoped in TPayload payload, int payloadSize, scoped WriteContext context)
        where TNext : ILayer<TNext>, allows ref struct
        where TOther : ILayer<TOther>, allows ref struct
        where TPayload : ILayer<TPayload>, allows ref struct
    {
        int size = Layers.SizeAround(in next, Layers.SizeAround(in other, payloadSize));
        int header = Unsafe.AsRef(in layer).WriteHeader(message, offset, size, context, mayKeep: false);
        TNext.WriteAround(in next, message, offset + header, in other, in payload, payloadSize, context.Over(Unsafe.AsRef(in layer).GetPseudoHeader(context.PseudoHeader)));
        Unsafe.AsRef(in layer).Finish(message, offset, header, size, context);
        return header + size + Unsafe.AsRef(in layer).GetTrailerSize(size);
    }
}
