namespace Codecs.Fuzz.Inputs;

// Parts that are longer or shorter.
public sealed partial class BoundaryInputs
{
    // All combinations of them are tried.
    private const int MaxMeasures = 3;
    private const int UsualMeasures = 2;

    // How many bytes, or eighths of them, a length may count by.
    private static readonly int[] s_units = [1, 2, 4, 8];

    // What ends, begins or parts something in some text or other.
    private static readonly byte[] s_marks = [0, (byte)'\r', (byte)'\n', (byte)' ', (byte)'-', (byte)'.', (byte)',', (byte)'"', (byte)'9', 0x7F, 0x80, 0xC0, 0xFF];

    private IEnumerable<byte[]> Resized(byte[] start, List<Place> places, Place region, bool isThorough)
    {
        int from = region.BitOffset / 8, to = from + region.BitWidth / 8;
        // The lengths and counts nearest before it, wherever they are: they may be about it.
        Place[] measures = [.. places.Where(place => place.IsMeasure && place.BitOffset < region.BitOffset).Reverse().Take(isThorough ? MaxMeasures : UsualMeasures)];
        foreach (byte[] part in Lengths(start[from..to]))
        {
            byte[] input = [.. start[..from], .. part, .. start[to..]];
            foreach (byte[] grown in Grow(input, isThorough: false))
                yield return grown;
            foreach (byte[] measured in Measured(input, measures, part.Length - (to - from)))
                yield return measured;
        }
        if (region.Kind is not (FieldKind.Text or FieldKind.Value or FieldKind.Bytes))
            yield break;
        foreach (byte[] part in Marked(start[from..to]))
            yield return [.. start[..from], .. part, .. start[to..]];
    }

    private static IEnumerable<byte[]> Lengths(byte[] part)
    {
        yield return [.. part, 0];
        yield return [.. part, 0xFF];
        yield return [.. part, 0, 0, 0, 0];
        yield return [.. part, 0, 0, 0, 0, 0, 0, 0, 0];
        if (part.Length > 0)
        {
            yield return [];
            yield return part[1..];
            yield return part[..^1];
            yield return part[..(part.Length / 2)];
            yield return [.. part, .. part];
            yield return [part[0], .. part];
        }
        // What the lengths of most things can say, and a byte more.
        foreach (int length in (int[])[15, 16, 40, 41, 44, 63, 64, 125, 126, 127, 128, 255, 256, 257, 1020])
        {
            if (length > part.Length)
                yield return [.. Enumerable.Range(0, length).Select(i => part.Length == 0 ? (byte)0 : part[i % part.Length])];
        }
    }

    private static IEnumerable<byte[]> Marked(byte[] part)
    {
        foreach (byte mark in s_marks)
        {
            yield return [mark, .. part];
            yield return [.. part[..(part.Length / 2)], mark, .. part[(part.Length / 2)..]];
            yield return [.. part, mark];
        }
    }

    // An input with its lengths and counts changed by what it grew by, in every way that gives a message.
    private IEnumerable<byte[]> Measured(byte[] input, Place[] measures, int growth)
    {
        if (measures.Length == 0 || growth == 0)
            yield break;
        int ways = s_units.Length + 3;
        for (int way = 1; way < Math.Pow(ways, measures.Length); way++)
        {
            byte[] measured = input;
            int left = way;
            foreach (var measure in measures)
            {
                long change = (left % ways) switch
                {
                    0 => 0,
                    1 => 1,
                    2 => -1,
                    var unit => growth / s_units[unit - 3],
                };
                left /= ways;
                if (change != 0)
                    measured = measure.With(measured, (ulong)((long)measure.Read(measured) + change) & measure.Max);
            }
            if (_contract.Parse(measured))
                yield return measured;
        }
    }
}
