namespace Codecs.Tool.Commands;

/// <summary>One line on the terminal that says what is being done, and goes away.</summary>
internal sealed class StatusLine(TextWriter output) : IDisposable
{
    private int _width;

    /// <summary>Null if nobody would see it.</summary>
    public static StatusLine? For(ToolConsole console) => console.IsErrorTerminal ? new(console.Error) : null;

    /// <summary>Shows this in place of what was there.</summary>
    public void Show(string text)
    {
        output.Write("\r" + text.PadRight(_width));
        _width = text.Length;
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_width > 0)
            output.Write("\r" + new string(' ', _width) + "\r");
    }
}
