using System.Globalization;

namespace Codecs.Tool.Commands;

/// <summary>Which frames were asked for.</summary>
internal sealed class FrameSelection
{
    private readonly (long First, long Last)[] _ranges;

    private FrameSelection(params (long First, long Last)[] ranges)
    {
        _ranges = ranges;
        Last = ranges.Max(static range => range.Last);
    }

    /// <summary>All frames.</summary>
    public static FrameSelection All { get; } = new((1, long.MaxValue));

    /// <summary>The last one: there is no need to read on after it.</summary>
    public long Last { get; }

    public bool Contains(long number)
    {
        foreach (var (first, last) in _ranges)
        {
            if (number >= first && number <= last)
                return true;
        }
        return false;
    }

    /// <summary>Reads <c>7</c>, <c>10-20</c>, <c>10-</c>, <c>-20</c>, or several of these with commas.</summary>
    public static bool TryParse(string text, out FrameSelection selection)
    {
        var parts = text.Split(',');
        var ranges = new (long, long)[parts.Length];
        selection = All;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!TryParse(parts[i].AsSpan().Trim(), out ranges[i]))
                return false;
        }
        selection = new(ranges);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> text, out (long First, long Last) range)
    {
        range = (1, long.MaxValue);
        int dash = text.IndexOf('-');
        var first = dash < 0 ? text : text[..dash];
        var last = dash < 0 ? text : text[(dash + 1)..];
        if (first.IsEmpty && last.IsEmpty)
            return false;
        if (!first.IsEmpty && !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out range.First))
            return false;
        if (!last.IsEmpty && !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out range.Last))
            return false;
        return range.First >= 1 && range.Last >= range.First;
    }
}
