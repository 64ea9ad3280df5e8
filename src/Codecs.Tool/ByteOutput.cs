using System.Buffers;
using System.Runtime.CompilerServices;

namespace Codecs.Tool;

/// <summary>Pooled memory in front of a stream: what is written waits until there is enough of it. It never holds more than one frame's output and 64 KiB.</summary>
internal sealed class ByteOutput(Stream? stream) : IBufferWriter<byte>, IDisposable
{
    private const int Enough = 1 << 16;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Enough + (Enough >> 1));

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Passes on what has been written if it is enough to be worth it.</summary>
    public void FlushIfLarge()
    {
        if (Length >= Enough)
            Flush();
    }

    /// <summary>Passes on what has been written.</summary>
    public void Flush()
    {
        int length = Length;
        // First, so that a stream that fails is not offered the same again when the command ends.
        Length = 0;
        if (length > 0)
            stream?.Write(_bytes, 0, length);
        stream?.Flush();
    }

    public void Clear() => Length = 0;

    public void Advance(int count) => Length += count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - Length < Math.Max(sizeHint, 1))
            Grow(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + count), _bytes.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
