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

    /// <summary>The carrier.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TLower Lower
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lower;
    }

    /// <summary>What it carries.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TUpper Upper
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _upper;
    }

    /// <summary>The most bytes that writing all layers takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GetMaxSize()
    {
        int upper = _upper.GetMaxSize();
        return _lower.GetHeaderSize() + upper + _lower.GetTrailerSize(upper);
    }

    /// <summary>Writes all layers.</summary>
    /// <returns>False, with nothing promised about the destination, if it is too small.</returns>
    /// <exception cref="InvalidOperationException">A value cannot be encoded; the message names the field.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryWrite(Span<byte> destination, out int bytesWritten) => TryWrite(destination, out bytesWritten, default);

    /// <summary>Writes all layers as <paramref name="options"/> say.</summary>
    /// <inheritdoc cref="TryWrite(Span{byte}, out int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryWrite(Span<byte> destination, out int bytesWritten, in WriteOptions options)
    {
        if (destination.Length < GetMaxSize())
        {
            bytesWritten = 0;
            return false;
        }
        bytesWritten = Write(destination, WriteContext.From(in options));
        return true;
    }

    /// <summary>All layers in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[GetMaxSize()];
        int written = Write(bytes, default);
        return written == bytes.Length ? bytes : bytes[..written];
    }

    /// <summary>The layers for people.</summary>
    public override string ToString() => $"{_lower.ToString()} / {_upper.ToString()}";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Write(Span<byte> message, scoped WriteContext context)
    {
        int expected = _upper.GetMaxSize();
        int header = _lower.WriteHeader(message, expected, context);
        int payload = _upper.Write(message, header, context.Over(_lower.GetPseudoHeader(context.PseudoHeader)));
        if (payload != expected)
            header = _lower.WriteHeader(message, payload, context);
        _lower.Finish(message, header, payload, context);
        return header + payload + _lower.GetTrailerSize(payload);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int IWritable.Write(Span<byte> message, int offset, scoped WriteContext context) => Write(message[offset..], context);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    PseudoHeader ILayer<Layers<TLower, TUpper>>.GetPseudoHeader(PseudoHeader below) => _upper.GetPseudoHeader(_lower.GetPseudoHeader(below));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int ILayer<Layers<TLower, TUpper>>.GetHeaderSize() => _lower.GetHeaderSize() + _upper.GetHeaderSize();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int ILayer<Layers<TLower, TUpper>>.GetTrailerSize(int payloadSize)
    {
        int trailer = _upper.GetTrailerSize(payloadSize);
        return trailer + _lower.GetTrailerSize(_upper.GetHeaderSize() + payloadSize + trailer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int ILayer<Layers<TLower, TUpper>>.WriteHeader(Span<byte> message, int payloadSize, scoped WriteContext context)
    {
        int upperSize = _upper.GetHeaderSize() + payloadSize + _upper.GetTrailerSize(payloadSize);
        int header = _lower.WriteHeader(message, upperSize, context);
        return header + _upper.WriteHeader(message[header..], payloadSize, context.Over(_lower.GetPseudoHeader(context.PseudoHeader)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ILayer<Layers<TLower, TUpper>>.Finish(Span<byte> message, int headerSize, int payloadSize, scoped WriteContext context)
    {
        int lowerHeader = _lower.GetHeaderSize();
        int upperHeader = headerSize - lowerHeader;
        _upper.Finish(message[lowerHeader..], upperHeader, payloadSize, context.Over(_lower.GetPseudoHeader(context.PseudoHeader)));
        _lower.Finish(message, lowerHeader, upperHeader + payloadSize + _upper.GetTrailerSize(payloadSize), context);
    }
}
