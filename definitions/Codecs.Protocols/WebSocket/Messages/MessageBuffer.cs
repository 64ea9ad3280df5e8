using System.Buffers;

namespace Codecs.Protocols;

/// <summary>Bytes of a message that grow as they come, in memory that is used again for the next one.</summary>
internal sealed class MessageBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LeastCapacity = 256;

    // What one long message took is not kept for the short ones after it.
    private const int MostKeptCapacity = 64 * 1024;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The array whose first <see cref="Length"/> bytes are written, until more is.</summary>
    public byte[] Array => _bytes;

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > MostKeptCapacity)
            Dispose();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    public void RemoveLast(int count) => Length -= count;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - Length), nameof(count));
        Length += count;
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <summary>Gives the memory back. The buffer is empty then, and can be used on.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - Length >= Math.Max(size, 1))
            return;
        long wanted = Math.Min(Math.Max(2L * _bytes.Length, LeastCapacity), System.Array.MaxLength);
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked((int)Math.Max(wanted, Length + Math.Max(size, 1L))));
        Written.CopyTo(larger);
        int length = Length;
        Dispose();
        (_bytes, Length) = (larger, length);
    }
}
