namespace Codecs.Protocols;

/// <summary>Names in a message that is being written. What stands where is believed only after a look at it.</summary>
internal readonly ref struct NameInMessage
{
    /// <summary>The place of the root, which needs none.</summary>
    public const int Root = -1;

    // Labels that have the same hash and are not the same are made by an attacker; a longer message is all that he shall gain.
    private const int MostTries = 16;
    private const int MaxLabelLength = DnsName.MaxLabelLength;

    private readonly ReadOnlySpan<byte> _message;

    /// <summary>The names in a message.</summary>
    /// <param name="message">What is written of it.</param>
    public NameInMessage(ReadOnlySpan<byte> message) => _message = message;

    /// <summary>Finds where a label stands that is followed by what stands at <paramref name="rest"/>.</summary>
    public bool TryFind(ReadOnlySpan<byte> label, int rest, uint hash, scoped in BackReferences written, out int place)
    {
        int cursor = 0;
        for (int tries = 0; tries < MostTries && written.TryFind(hash, ref cursor, out place); tries++)
        {
            if (IsAt(place, label, rest))
                return true;
        }
        place = Root;
        return false;
    }

    private bool IsAt(int place, ReadOnlySpan<byte> label, int rest)
    {
        int next = place + 1 + label.Length;
        return (uint)next < (uint)_message.Length
            && _message[place] == label.Length
            && _message.Slice(place + 1, label.Length).SequenceEqual(label)
            && IsSame(next, rest);
    }

    // Is it the same name at both places, as it was spelled?
    private bool IsSame(int place, int other)
    {
        if (other == Root)
            return Follow(place) is var root and >= 0 && _message[root] == 0;
        while (true)
        {
            if (place == other)
                return true;
            place = Follow(place);
            other = Follow(other);
            if (place == other || place < 0 || other < 0)
                return place == other && place >= 0;
            int length = _message[place];
            if (length != _message[other] || length > MaxLabelLength)
                return false;
            if (length == 0)
                return true;
            if (Math.Max(place, other) + length + 1 >= _message.Length || !_message.Slice(place + 1, length).SequenceEqual(_message.Slice(other + 1, length)))
                return false;
            place += length + 1;
            other += length + 1;
        }
    }

    // The place of a label, or of the root, that a pointer leads to; -1 if it leads nowhere.
    private int Follow(int place)
    {
        while (_message[place] > MaxLabelLength)
        {
            if (place + 1 >= _message.Length)
                return -1;
            int target = (_message[place] & 0x3F) << 8 | _message[place + 1];
            if (target >= place)
                return -1;
            place = target;
        }
        return place;
    }
}
