using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>A layer and what it carries, as one thing to write: <c>ethernet / ip / tcp</c>. Lengths and checksums are computed when it is written.</summary>
/// <typeparam name="TLower">The carrier, itself perhaps of several layers.</typeparam>
/// <typeparam name="TUpper">What it carries.</typeparam>
public readonly ref struct Layers<TLower, TUpper> : ILayer<Layers<TLower, TUpper>>
    where TLower : ILayer<TLower>, allows ref struct
    where TUpper : ILayer<TUpper>, allows ref struct
{
    // A field, which is a constant for the compiler when it starts; an expression would become one too late for it to see that
    // the layers are not passed on to what writes the others.
    private static readonly bool s_isExact = TLower.IsExact && TUpper.IsExact && !TLower.IsCompressed && !TUpper.IsCompressed;
    private static readonly bool s_isCompressed = TLower.IsCompressed || TUpper.IsCompressed;
    private static readonly bool s_isLowerCompressed = TLower.IsCompressed;

    private readonly TLower _lower;
    private readonly TUpper _upper;

    /// <summary>Puts <paramref name="upper"/> over <paramref name="lower"/>, whose tag must already say so. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Layers(scoped in TLower lower, scoped in TUpper upper)
    {
        _lower = lower;
        _upper = upper;
    }

    /// <summary>The carrier of layers, to set its tag where it lies. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TLower LowerOf(ref Layers<TLower, TUpper> layers) => ref Unsafe.AsRef(in layers._lower);

    /// <summary>What is carried, to set its tag where it lies. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TUpper UpperOf(ref Layers<TLower, TUpper> layers) => ref Unsafe.AsRef(in layers._upper);

    /// <inheritdoc/>
    static bool IWritable.IsCompressed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_isCompressed;
    }

    /// <inheritdoc/>
    static bool IWritable.IsExact
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_isExact;
    }

    /// <summary>The most bytes that writing all layers takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GetMaxSize() => Layers.SizeAround(in _lower, Layers.SizeOf(in _upper));

    /// <summary>Writes all layers.</summary>
    /// <returns>False, with nothing promised about the destination, if it is too small.</returns>
    /// <exception cref="InvalidOperationException">A value cannot be encoded; the message names the field.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryWrite(Span<byte> destination, out int bytesWritten)
    {
        if (!s_isExact)
            return TryWrite(destination, out bytesWritten, default);
        int payload = Layers.SizeOf(in _upper);
        if (destination.Length < Layers.SizeAround(in _lower, payload))
        {
            bytesWritten = 0;
            return false;
        }
        bytesWritten = TLower.WriteAround(in _lower, destination, 0, in _upper, payload, default);
        return true;
    }

    /// <summary>Writes all layers as <paramref name="options"/> say.</summary>
    /// <inheritdoc cref="TryWrite(Span{byte}, out int)"/>
    public bool TryWrite(Span<byte> destination, out int bytesWritten, in WriteOptions options)
    {
        // What is compressed may fit where its bound does not, and looks for itself.
        int written = TLower.IsCompressed || TUpper.IsCompressed || destination.Length >= GetMaxSize() ? Write(destination, 0, WriteContext.From(in options)) : -1;
        bytesWritten = Math.Max(written, 0);
        return written >= 0;
    }

    /// <summary>All layers in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[GetMaxSize()];
        int written = Write(bytes, 0, default);
        return written == bytes.Length ? bytes : bytes[..written];
    }

    /// <summary>The layers for people.</summary>
    public override string ToString() => $"{_lower.ToString()} / {_upper.ToString()}";

    private int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (s_isLowerCompressed)
            return WriteReferring(message, offset, context);
        if (s_isCompressed)
            return WriteCompressed(message, offset, context);
        // Not through the readonly fields, which the compiler would copy for each call.
        ref var lower = ref Unsafe.AsRef(in _lower);
        ref var upper = ref Unsafe.AsRef(in _upper);
        int payload = upper.GetMaxSize();
        int header = lower.WriteHeader(message, offset, payload, context, mayKeep: true);
        int written = upper.Write(message, offset + header, context.Over(lower.GetPseudoHeader(context.PseudoHeader)));
        if (written != payload && (!TUpper.IsExact || context.Mode != WriteMode.Compute))
        {
            // The bound was not exact: the header says another length, and may have another itself.
            payload = written;
            message.Slice(offset + header, payload).CopyTo(message[(offset + lower.GetHeaderSize(payload))..]);
            header = lower.WriteHeader(message, offset, payload, context, mayKeep: true);
        }
        lower.Finish(message, offset, header, payload, context);
        return header + payload + lower.GetTrailerSize(payload);
    }

    // Names in the header come before those in the payload, and how long both are turns out when they are written. In the caller, so that nothing is in memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int WriteReferring(Span<byte> message, int offset, scoped WriteContext context)
    {
        int header = Unsafe.AsRef(in _lower).WriteHeader(message, offset, 0, context, mayKeep: true);
        if (header < 0 || (!TUpper.IsCompressed && message.Length - offset - header < Layers.SizeOf(in _upper)))
            return -1;
        int payload = Unsafe.AsRef(in _upper).Write(message, offset + header, context.Over(Unsafe.AsRef(in _lower).GetPseudoHeader(context.PseudoHeader)));
        if (payload < 0)
            return -1;
        int trailer = Unsafe.AsRef(in _lower).GetTrailerSize(payload);
        if (message.Length - offset - header - payload < trailer)
            return -1;
        Unsafe.AsRef(in _lower).Finish(message, offset, header, payload, context);
        return header + payload + trailer;
    }

    // How long the payload is turns out when it is written.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int WriteCompressed(Span<byte> message, int offset, scoped WriteContext context)
    {
        ref var lower = ref Unsafe.AsRef(in _lower);
        ref var upper = ref Unsafe.AsRef(in _upper);
        int header = lower.GetHeaderSize(upper.GetMaxSize());
        if (message.Length - offset < header)
            return -1;
        int payload = upper.Write(message, offset + header, context.Over(lower.GetPseudoHeader(context.PseudoHeader)));
        if (payload < 0)
            return -1;
        // The header's own width may depend on what turned out.
        int exact = lower.GetHeaderSize(payload), trailer = lower.GetTrailerSize(payload);
        if (message.Length - offset - exact - payload < trailer)
            return -1;
        if (exact != header)
            message.Slice(offset + header, payload).CopyTo(message[(offset + exact)..]);
        lower.WriteHeader(message, offset, payload, context, mayKeep: true);
        lower.Finish(message, offset, exact, payload, context);
        return exact + payload + trailer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IWritable.Write(Span<byte> message, int offset, scoped WriteContext context) =>
        s_isLowerCompressed ? WriteReferring(message, offset, context) : Write(message, offset, context);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    PseudoHeader ILayer<Layers<TLower, TUpper>>.GetPseudoHeader(PseudoHeader below) => _upper.GetPseudoHeader(_lower.GetPseudoHeader(below));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int ILayer<Layers<TLower, TUpper>>.GetHeaderSize(int payloadSize)
    {
        int upperHeader = Unsafe.AsRef(in _upper).GetHeaderSize(payloadSize);
        return _lower.GetHeaderSize(upperHeader + payloadSize + _upper.GetTrailerSize(payloadSize)) + upperHeader;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int ILayer<Layers<TLower, TUpper>>.GetTrailerSize(int payloadSize)
    {
        int trailer = _upper.GetTrailerSize(payloadSize);
        return trailer + _lower.GetTrailerSize(Unsafe.AsRef(in _upper).GetHeaderSize(payloadSize) + payloadSize + trailer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int ILayer<Layers<TLower, TUpper>>.WriteHeader(Span<byte> message, int offset, int payloadSize, scoped WriteContext context, bool mayKeep)
    {
        int upperSize = Unsafe.AsRef(in _upper).GetHeaderSize(payloadSize) + payloadSize + _upper.GetTrailerSize(payloadSize);
        int header = _lower.WriteHeader(message, offset, upperSize, context, mayKeep);
        if (header < 0)
            return -1;
        int upperHeader = _upper.WriteHeader(message, offset + header, payloadSize, context.Over(_lower.GetPseudoHeader(context.PseudoHeader)), mayKeep);
        return upperHeader < 0 ? -1 : header + upperHeader;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ILayer<Layers<TLower, TUpper>>.Finish(Span<byte> message, int offset, int headerSize, int payloadSize, scoped WriteContext context)
    {
        int upperHeader = Unsafe.AsRef(in _upper).GetHeaderSize(payloadSize);
        int lowerHeader = headerSize - upperHeader;
        _upper.Finish(message, offset + lowerHeader, upperHeader, payloadSize, context.Over(_lower.GetPseudoHeader(context.PseudoHeader)));
        _lower.Finish(message, offset, lowerHeader, upperHeader + payloadSize + _upper.GetTrailerSize(payloadSize), context);
    }

    // (a / b) around c is a around (b around c).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ILayer<Layers<TLower, TUpper>>.WriteAround<TPayload>(scoped in Layers<TLower, TUpper> layer, Span<byte> message, int offset, scoped in TPayload payload, int payloadSize, scoped WriteContext context) =>
        TLower.WriteAround(in layer._lower, message, offset, in layer._upper, in payload, payloadSize, context);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ILayer<Layers<TLower, TUpper>>.WriteAround<TNext, TPayload>(scoped in Layers<TLower, TUpper> layer, Span<byte> message, int offset, scoped in TNext next, scoped in TPayload payload, int payloadSize, scoped WriteContext context) =>
        TLower.WriteAround(in layer._lower, message, offset, in layer._upper, in next, in payload, payloadSize, context);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ILayer<Layers<TLower, TUpper>>.WriteAround<TNext, TOther, TPayload>(scoped in Layers<TLower, TUpper> layer, Span<byte> message, int offset, scoped in TNext next, scoped in TOther other, scoped in TPayload payload, int payloadSize, scoped WriteContext context) =>
        TLower.WriteAround(in layer._lower, message, offset, in layer._upper, new Layers<TNext, TOther>(in next, in other), in payload, payloadSize, context);
}

/// <summary>What all layers have in common when they are written.</summary>
internal static class Layers
{
    /// <summary>The most bytes of a part. Called by itself, what always takes the same would be kept in memory for the sake of an address that nothing uses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<TPart>(scoped in TPart part) where TPart : IWritable, allows ref struct => Unsafe.AsRef(in part).GetMaxSize();

    /// <summary>The most bytes of a layer around a payload.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeAround<TLayer>(scoped in TLayer layer, int payloadSize) where TLayer : ILayer<TLayer>, allows ref struct
    {
        return Unsafe.AsRef(in layer).GetHeaderSize(payloadSize) + payloadSize + Unsafe.AsRef(in layer).GetTrailerSize(payloadSize);
    }
}
