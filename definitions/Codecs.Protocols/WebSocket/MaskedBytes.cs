using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>The payload of a frame, which knows what it is masked with (RFC 6455 section 5.3): it is unmasked when it is read, and masked anew when it is written.</summary>
public readonly ref struct MaskedBytes : ICodec<MaskedBytes, uint?>, IWritable
{
    // The key, or zero, which changes nothing.
    private readonly uint _key;

    /// <summary>Bytes that are masked already.</summary>
    /// <param name="bytes">As they are on the wire.</param>
    /// <param name="key">The key; null if they are not masked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MaskedBytes(ReadOnlySpan<byte> bytes, uint? key)
    {
        WireBytes = bytes;
        _key = key.GetValueOrDefault();
    }

    /// <summary>The bytes as they are on the wire.</summary>
    public ReadOnlySpan<byte> WireBytes { get; }

    /// <summary>Length in bytes.</summary>
    public int Length => WireBytes.Length;

    /// <summary>Bytes that are not masked.</summary>
    public static implicit operator MaskedBytes(ReadOnlySpan<byte> bytes) => new(bytes, null);

    /// <inheritdoc cref="op_Implicit(ReadOnlySpan{byte})"/>
    public static implicit operator MaskedBytes(byte[] bytes) => new(bytes, null);

    /// <summary>Copies the bytes, unmasked.</summary>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short, or begins within these bytes.</exception>
    public void CopyTo(Span<byte> destination) => new WebSocketMask(_key).Apply(WireBytes, destination);

    /// <summary>The bytes, unmasked, in a new array.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The length, for people.</summary>
    public override string ToString() => $"{Length} bytes";

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, uint? argument, scoped ParseContext context, out MaskedBytes value)
    {
        value = new(message[offset..], argument);
        return ParseResult.Done(value.Length);
    }

    /// <inheritdoc/>
    public int GetMaxSize(uint? argument) => Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, uint? argument, scoped WriteContext context)
    {
        // From under one key to under another in one pass.
        new WebSocketMask(_key ^ argument.GetValueOrDefault()).Apply(WireBytes, message[offset..]);
        return Length;
    }

    // Alone: as it is on the wire.
    int IWritable.GetMaxSize() => Length;

    int IWritable.Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        WireBytes.CopyTo(message[offset..]);
        return Length;
    }
}
