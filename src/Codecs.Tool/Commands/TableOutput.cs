using Spectre.Console;

namespace Codecs.Tool.Commands;

/// <summary>Tables, with lines on a terminal and without elsewhere.</summary>
internal static class TableOutput
{
    // Wide enough that a program never meets a line that was broken.
    private const int WidthWithoutTerminal = 240;

    public static void Write(ToolConsole console, Table table)
    {
        table.Border(console.IsOutputTerminal ? TableBorder.Rounded : TableBorder.None);
        using var text = new StringWriter();
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.IsOutputTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = console.IsOutputTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        screen.Profile.Width = console.IsOutputTerminal ? Console.WindowWidth : WidthWithoutTerminal;
        screen.Write(table);
        using var output = console.OpenText();
        foreach (var line in text.ToString().AsSpan().EnumerateLines())
        {
            if (!line.TrimEnd().IsEmpty)
                output.Write(string.Concat(line.TrimEnd(), "\n"));
        }
    }
}
