using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads;

/// <summary>Packets in one array, one after the other, as a capture in memory holds them.</summary>
public sealed class PacketSet
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    /// <summary>A copy of packets.</summary>
    public PacketSet(IReadOnlyCollection<byte[]> packets)
    {
        _bytes = [.. packets.SelectMany(packet => packet)];
        _ends = new int[packets.Count];
        int end = 0, count = 0;
        foreach (var packet in packets)
            _ends[count++] = end += packet.Length;
    }

    /// <summary>Walks the packets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Enumerator GetEnumerator() => new(_bytes, _ends);

    /// <summary>Walks packets.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly ReadOnlySpan<int> _ends;
        private int _next;
        private int _start;
        private int _end;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends)
        {
            _bytes = bytes;
            _ends = ends;
        }

        /// <summary>The packet.</summary>
        public readonly ReadOnlySpan<byte> Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _bytes[_start.._end];
        }

        /// <summary>Goes to the next packet.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (_next >= _ends.Length)
                return false;
            _start = _end;
            _end = _ends[_next++];
            return true;
        }
    }
}
