namespace Codecs.Tool.Measurement;

/// <summary>Messages of one type, one after the other in memory.</summary>
internal sealed class SampleMessages
{
    private readonly List<(int Offset, int Length)> _places = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    public int Count => _places.Count;

    /// <summary>Bytes of all messages together.</summary>
    public int Length => _length;

    /// <summary>All messages together.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_places[index].Offset, _places[index].Length);

    /// <summary>Bytes of the longest message.</summary>
    public int Longest => _places.Count == 0 ? 0 : _places.Max(static place => place.Length);

    public void Add(ReadOnlySpan<byte> message)
    {
        if (_length + message.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + message.Length));
        message.CopyTo(_bytes.AsSpan(_length));
        _places.Add((_length, message.Length));
        _length += message.Length;
    }
}
