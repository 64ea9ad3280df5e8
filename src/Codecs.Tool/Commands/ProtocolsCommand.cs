using System.CommandLine;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs protocols</c>: a table of all that is known.</summary>
internal static class ProtocolsCommand
{
    // Wide enough that a program never meets a line that was broken.
    private const int WidthWithoutTerminal = 240;

    public static Command Create(ToolConsole console)
    {
        var command = new Command("protocols", "Lists the messages that are known: name, specification, fields, and what carries them.");
        command.SetAction(_ => Run(console));
        return command;
    }

    private static int Run(ToolConsole console)
    {
        var table = new Table().Border(console.IsOutputTerminal ? TableBorder.Rounded : TableBorder.None)
            .AddColumn("Message")
            .AddColumn("Specification")
            .AddColumn(new TableColumn("Fields").RightAligned())
            .AddColumn("Carried as");
        foreach (var protocol in ProtocolList.All)
        {
            var description = protocol.Description;
            table.AddRow(
                new Cell(description.Name, new Style(decoration: Decoration.Bold)),
                new Cell(description.Specification ?? ""),
                new Cell($"{description.Fields.Count(static field => (field.Role & FieldRole.Reserved) == 0)}"),
                new Cell(string.Join("; ", protocol.Carriers.Select(static tag => $"{tag.Table} {string.Join(", ", tag.Values)}"))));
        }
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
        return ExitCode.Success;
    }
}
