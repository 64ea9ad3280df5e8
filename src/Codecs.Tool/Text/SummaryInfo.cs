using System.Globalization;

namespace Codecs.Tool.Text;

/// <summary>A few words about a message: names first, numbers after them, as long as there is room.</summary>
internal sealed class SummaryInfo
{
    private const int Most = 72;

    // The last name that is taken may be as long as all may be together, and so may the numbers behind it.
    private readonly char[] _names = new char[3 * (Most + 2)];
    private readonly char[] _numbers = new char[Most];
    private int _length;
    private int _numbersLength;
    private string? _last;

    public void Clear()
    {
        _length = _numbersLength = 0;
        _last = null;
    }

    public bool IsFull => _length >= Most;

    public void Name(string? text)
    {
        // Two service access points of the same name tell nothing that one does not.
        if (text != _last && !string.IsNullOrEmpty(text) && !IsFull)
            AddName(text);
        _last = text;
    }

    public void Number(string name, Int128 value)
    {
        Span<char> digits = stackalloc char[40];
        int length;
        if (value == (long)value)
            ((long)value).TryFormat(digits, out length, default, CultureInfo.InvariantCulture);
        else
            value.TryFormat(digits, out length, default, CultureInfo.InvariantCulture);
        if (_length + _numbersLength + name.Length + length + 3 > Most)
            return;
        if (_numbersLength > 0)
            Add(_numbers, ref _numbersLength, ", ");
        Add(_numbers, ref _numbersLength, name);
        Add(_numbers, ref _numbersLength, " ");
        Add(_numbers, ref _numbersLength, digits[..length]);
    }

    /// <summary>The words and numbers, cut if they are too many. Nothing can be added any more.</summary>
    public ReadOnlySpan<char> Text()
    {
        if (_numbersLength > 0)
            AddName(_numbers.AsSpan(0, _numbersLength));
        _numbersLength = 0;
        if (_length <= Most)
            return _names.AsSpan(0, _length);
        _names[Most - 1] = '\u2026';
        return _names.AsSpan(0, Most);
    }

    private void AddName(ReadOnlySpan<char> text)
    {
        if (_length > 0)
            Add(_names, ref _length, ", ");
        Add(_names, ref _length, text[..Math.Min(text.Length, Most)]);
    }

    private static void Add(char[] output, ref int length, ReadOnlySpan<char> text)
    {
        text.CopyTo(output.AsSpan(length));
        length += text.Length;
    }
}
