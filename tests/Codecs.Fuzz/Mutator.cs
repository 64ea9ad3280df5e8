namespace Codecs.Fuzz;

/// <summary>Makes inputs for a message type: its samples, its fixed fields at the values where errors live, noise, and changes of all these.</summary>
public sealed class Mutator
{
    // What fits a frame; now and then one that passes what 16 bits can say.
    private const int UsualLength = 1600;
    private const int LongEvery = 4000;

    // Beside the samples.
    private const int MaxKept = 1000;

    private static ReadOnlySpan<byte> Boundaries => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 20, 31, 32, 40, 0x45, 0x46, 0x4F, 0x60, 63, 64, 127, 128, 129, 192, 254, 255];

    private readonly Random _random;
    private readonly List<byte[]> _samples;
    private readonly FieldDescription[] _fields;
    private readonly int _start;
    private readonly byte[] _buffer = new byte[MessageContract.MaxInput];
    private int _length;
    private int _kept;

    /// <param name="contract">The message type.</param>
    /// <param name="samples">Messages of it to start from; there need not be any.</param>
    /// <param name="seed">The same seed gives the same inputs.</param>
    public Mutator(MessageContract contract, IReadOnlyList<byte[]> samples, int seed)
    {
        // String.GetHashCode differs from run to run.
        _random = new Random(contract.Name.Aggregate(seed, (hash, letter) => unchecked(hash * 31 + letter)));
        _samples = [.. samples];
        _start = contract.ArgumentLength;
        _fields = [.. contract.Description.Fields.Where(field => field.BitOffset >= 0 && field.BitWidth is > 0 and <= 64)];
    }

    /// <summary>The last input; changed by the next.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(0, _length);

    /// <summary>Starts from that input too from now on, unless it is long or there are many.</summary>
    public void Keep(ReadOnlySpan<byte> input)
    {
        if (input.Length > UsualLength || _kept == MaxKept)
            return;
        _kept++;
        _samples.Add(input.ToArray());
    }

    /// <summary>Makes the next input.</summary>
    public ReadOnlySpan<byte> Next()
    {
        Start();
        for (int left = _random.Next(5); left > 0; left--)
            Change();
        if (_random.Next(LongEvery) == 0)
            Extend(_random.Next(_buffer.Length));
        return Current;
    }

    private void Start()
    {
        int kind = _random.Next(10);
        if (kind < 7 && _samples.Count > 0)
        {
            _length = 0;
            Append(_samples[_random.Next(_samples.Count)]);
            return;
        }
        int width = _fields.Length == 0 ? 0 : _fields.Max(field => field.BitOffset + field.BitWidth + 7) / 8;
        _length = Math.Min(_start + width + _random.Next(kind == 9 ? 200 : 24), UsualLength);
        if (kind == 7)
            Bytes.Clear();
        else
            _random.NextBytes(Bytes);
        foreach (var field in _fields)
        {
            if (_random.Next(2) == 0)
                SetField(field);
        }
    }

    private void Change()
    {
        int at = _length == 0 ? 0 : _random.Next(_length);
        switch (_random.Next(12))
        {
            case 0 or 1 when _length > 0:
                _buffer[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2 or 3 when _length > 0:
                _buffer[at] = Boundary();
                break;
            case 4 or 5 when _fields.Length > 0:
                SetField(_fields[_random.Next(_fields.Length)]);
                break;
            case 6:
                _length = at;
                break;
            case 7:
                Extend(_random.Next(40));
                break;
            case 8 when _length > 1:
                int removed = Math.Min(1 + _random.Next(8), _length - at);
                Bytes[(at + removed)..].CopyTo(Bytes[at..]);
                _length -= removed;
                break;
            case 9 when _length is > 0 and < UsualLength:
                int added = 1 + _random.Next(8);
                Bytes[at..].CopyTo(_buffer.AsSpan(at + added));
                _random.NextBytes(_buffer.AsSpan(at, added));
                _length += added;
                break;
            case 10 when _length > 1:
                // A length that fits: the bytes up to the end, perhaps in units, perhaps one too many.
                int rest = (_length - at + _random.Next(-1, 2)) / (1 << _random.Next(4));
                _buffer[at] = (byte)rest;
                if (at > 0 && _random.Next(2) == 0)
                    _buffer[at - 1] = (byte)(rest >> 8);
                break;
            case 11 when _samples.Count > 0:
                var other = _samples[_random.Next(_samples.Count)];
                _length = Math.Min(at, UsualLength);
                Append(other.AsSpan(_random.Next(other.Length + 1)));
                break;
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, _buffer.Length - _length)];
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Extend(int count)
    {
        count = Math.Min(count, _buffer.Length - _length);
        var added = _buffer.AsSpan(_length, count);
        if (_random.Next(2) == 0)
            added.Clear();
        else
            _random.NextBytes(added);
        _length += count;
    }

    private void SetField(in FieldDescription field)
    {
        ulong max = field.BitWidth == 64 ? ulong.MaxValue : (1UL << field.BitWidth) - 1;
        ulong value = _random.Next(6) switch
        {
            0 => 0,
            1 => max,
            2 => max - 1,
            3 => (ulong)_length,
            4 => Boundary(),
            _ => (ulong)_random.NextInt64(),
        } & max;
        for (int i = 0; i < field.BitWidth; i++)
        {
            int bit = _start * 8 + field.BitOffset + field.BitWidth - 1 - i;
            if (bit / 8 >= _length)
                continue;
            byte mask = (byte)(0x80 >> bit % 8);
            _buffer[bit / 8] = (byte)((value >> i & 1) != 0 ? _buffer[bit / 8] | mask : _buffer[bit / 8] & ~mask);
        }
    }

    private byte Boundary() => _random.Next(4) == 0 ? (byte)_random.Next(256) : Boundaries[_random.Next(Boundaries.Length)];

    private Span<byte> Bytes => _buffer.AsSpan(0, _length);
}
