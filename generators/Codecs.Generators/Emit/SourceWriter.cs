using System.Text;

namespace Codecs.Generators.Emit;

/// <summary>Writes indented lines. Newlines are LF, and empty lines are empty.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes one or several lines, each at the current indentation.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0)
                _text.Append(' ', 4 * _indent).Append(trimmed);
            _text.Append('\n');
        }
        return this;
    }

    /// <summary>A block in braces, closed when the result is disposed.</summary>
    public Block Braces(string header, string end = "}")
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        _indent++;
        return new Block(this, end);
    }

    /// <summary>One more step of indentation for a single statement.</summary>
    public SourceWriter Indented(string text)
    {
        _indent++;
        Line(text);
        _indent--;
        return this;
    }

    /// <summary>A label stands one step to the left of the statements around it.</summary>
    public SourceWriter Label(string name)
    {
        _indent--;
        Line(name + ":");
        _indent++;
        return this;
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer.Line(end);
        }
    }
}
