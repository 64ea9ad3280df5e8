using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>What a pipe holds, in one piece.</summary>
internal sealed class LineMemory
{
    private byte[] _bytes = [];
    private int _length;

    /// <summary>What was written and not read.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(0, _length);

    /// <summary>Writes a batch behind what is unread.</summary>
    public void Write(ReadOnlySpan<byte> batch)
    {
        if (_bytes.Length < _length + batch.Length)
            Array.Resize(ref _bytes, 2 * (_length + batch.Length));
        batch.CopyTo(_bytes.AsSpan(_length));
        _length += batch.Length;
    }

    /// <summary>All was read but so many bytes.</summary>
    public void Keep(int length)
    {
        _bytes.AsSpan(_length - length, length).CopyTo(_bytes);
        _length = length;
    }

    /// <summary>Where the next line starts if this one is wrong; 0 if its end is not there.</summary>
    // Called: what gives its variables away does not keep them in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FindEnd(ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf("\r\n"u8);
        return end < 0 ? 0 : end + 2;
    }
}
