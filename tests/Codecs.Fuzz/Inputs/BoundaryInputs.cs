namespace Codecs.Fuzz.Inputs;

/// <summary>
/// Inputs where errors live, made from what messages say of themselves: each number at its least, its greatest and beside them, each value that has a name, each part left out,
/// cut, doubled, or as long as its length can say; with the lengths before it as they were, and right.
/// </summary>
/// <remarks>All of it is made in the same order each time. Nothing is left to chance.</remarks>
public sealed partial class BoundaryInputs
{
    private const int MaxStarts = 8;
    private const int MaxStartLength = 2000;
    private const int MaxRounds = 12;

    private readonly MessageContract _contract;
    private readonly List<byte[]> _starts;

    /// <param name="contract">The message type.</param>
    /// <param name="samples">Messages of it to start from; there need not be any.</param>
    public BoundaryInputs(MessageContract contract, IReadOnlyList<byte[]> samples)
    {
        _contract = contract;
        _starts = Choose(samples);
    }

    /// <summary>All of them. An input is not changed afterwards.</summary>
    public IEnumerable<byte[]> All()
    {
        foreach (byte[] input in Grow([]))
            yield return input;
        for (int i = 0; i < _starts.Count; i++)
        {
            byte[] start = _starts[i];
            yield return start;
            var places = Places(start);
            foreach (var place in places)
            {
                if (place.IsNumber)
                {
                    foreach (ulong value in Numbers(place, start))
                    {
                        foreach (byte[] input in Grow(place.With(start, value), isThorough: i < 2 && place.IsMeasure))
                            yield return input;
                    }
                }
                else if (place.IsRegion)
                {
                    foreach (byte[] input in Resized(start, places, place, isThorough: i < 2))
                        yield return input;
                }
            }
        }
    }

    // The shortest messages that have, together, every part that any of them has, there and not there, empty and not empty.
    private List<byte[]> Choose(IReadOnlyList<byte[]> samples)
    {
        var seen = new HashSet<string>();
        var chosen = new List<byte[]>();
        foreach (byte[] sample in samples.Where(sample => sample.Length <= MaxStartLength).OrderBy(sample => sample.Length))
        {
            bool isNew = false;
            var places = Places(sample);
            foreach (var place in places)
                isNew |= seen.Add(place.BitWidth == 0 ? place.Path + " empty" : place.Path);
            isNew |= seen.Add("of " + string.Join(' ', places.Where(place => !place.Path.Contains('.', StringComparison.Ordinal)).Select(place => place.Path)));
            if (isNew && chosen.Count < MaxStarts)
                chosen.Add(sample);
        }
        return chosen;
    }

    private List<Place> Places(byte[] message)
    {
        var places = new List<Place>();
        var collector = new PlaceCollector(places, _contract.ArgumentLength);
        _contract.Visit(message, ref collector);
        return places;
    }

    private static IEnumerable<ulong> Numbers(Place place, byte[] message)
    {
        // Of what fits a byte, all.
        if (place.BitWidth <= 8)
            return Enumerable.Range(0, 1 << place.BitWidth).Select(value => (ulong)value);
        ulong now = place.Read(message), rest = (ulong)message.Length - (ulong)(place.BitOffset / 8), half = 1UL << (place.BitWidth - 1);
        ulong[] values =
        [
            0, 1, 2, place.Max, place.Max - 1, half, half - 1, now + 1, now - 1, now + 2, now - 2, now * 2, now / 2, now ^ 0x8000,
            (ulong)message.Length, rest, rest - 1, rest + 1, rest - (ulong)place.BitWidth / 8, rest / 2, rest / 4, rest / 8, 255, 256, 0xFF00, 0x7FFF_FFFF, 0x8000_0000,
        ];
        return values.Concat(place.Values.SelectMany(value => new[] { value, value + 1, value - 1 })).Select(value => value & place.Max).Distinct();
    }

    /// <summary>An input, and if it is the beginning of something, the rest that it asks for: with a byte too few, exactly, and with one more, until it asks no more.</summary>
    private IEnumerable<byte[]> Grow(byte[] input, bool isThorough = true)
    {
        yield return input;
        foreach (var filler in isThorough ? s_fillers : s_fillers[..1])
        {
            byte[] grown = input;
            for (int round = 0; round < MaxRounds; round++)
            {
                int needed = _contract.Parse(grown).BytesNeeded;
                if (needed <= grown.Length || needed > MessageContract.MaxInput)
                    break;
                byte[] next = new byte[needed + 1];
                grown.CopyTo(next, 0);
                filler(next, grown.Length);
                if (needed - 1 > grown.Length)
                    yield return next[..(needed - 1)];
                yield return next[..needed];
                yield return next;
                grown = next[..needed];
            }
        }
    }

    private delegate void Filler(byte[] input, int from);

    // Nothing, all ones, what was there again, a text that ends, and numbers that rise.
    private static readonly Filler[] s_fillers =
    [
        static (input, from) => { },
        static (input, from) => input.AsSpan(from).Fill(0xFF),
        static (input, from) => Fill(input, from, i => from == 0 ? (byte)1 : input[i % from]),
        static (input, from) => Fill(input, from, i => "1\r\n"u8[(i - from) % 3]),
        static (input, from) => Fill(input, from, i => (byte)(i - from)),
    ];

    private static void Fill(byte[] input, int from, Func<int, byte> value)
    {
        for (int i = from; i < input.Length; i++)
            input[i] = value(i);
    }
}
