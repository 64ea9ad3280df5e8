using System.Text;

namespace Codecs.Tool.Text;

/// <summary>A few words about a message: names first, numbers after them, as long as there is room.</summary>
internal sealed class SummaryInfo
{
    private const int Most = 72;

    private readonly StringBuilder _names = new();
    private readonly StringBuilder _numbers = new();
    private string? _last;

    public void Clear()
    {
        _names.Clear();
        _numbers.Clear();
        _last = null;
    }

    public bool IsFull => _names.Length >= Most;

    public void Name(string? text)
    {
        // Two service access points of the same name tell nothing that one does not.
        if (text != _last)
            Add(_names, text, ", ");
        _last = text;
    }

    public void Number(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (_names.Length + _numbers.Length + name.Length + value.Length + 3 > Most)
            return;
        Add(_numbers, name, ", ");
        _numbers.Append(' ').Append(value);
    }

    public override string ToString()
    {
        Add(_names, _numbers.ToString(), ", ");
        _numbers.Clear();
        return _names.Length <= Most ? _names.ToString() : string.Concat(_names.ToString().AsSpan(0, Most - 1), "\u2026");
    }

    private static void Add(StringBuilder output, ReadOnlySpan<char> text, string separator)
    {
        if (text.IsEmpty)
            return;
        if (output.Length > 0)
            output.Append(separator);
        output.Append(text[..Math.Min(text.Length, Most)]);
    }
}
