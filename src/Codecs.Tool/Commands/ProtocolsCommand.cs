using System.CommandLine;
using Codecs.Tool.Definitions;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs protocols</c>: a table of all that is known.</summary>
internal static class ProtocolsCommand
{
    public static Command Create(ToolConsole console)
    {
        var assembly = AssemblyArguments.Assembly();
        var command = new Command("protocols", "Lists the messages that are known: name, specification, fields, and what carries them.") { assembly };
        command.SetAction(result => Run(console, DefinitionSet.Open(result.GetValue(assembly))));
        return command;
    }

    private static int Run(ToolConsole console, DefinitionSet definitions)
    {
        var table = new Table()
            .AddColumn("Message")
            .AddColumn("Specification")
            .AddColumn(new TableColumn("Fields").RightAligned())
            .AddColumn("Carried as");
        foreach (var protocol in definitions.Listed)
        {
            var description = protocol.Description;
            table.AddRow(
                new Cell(description.Name, new Style(decoration: Decoration.Bold)),
                new Cell(description.Specification ?? ""),
                new Cell($"{description.Fields.Count(static field => (field.Role & FieldRole.Reserved) == 0)}"),
                new Cell(string.Join("; ", protocol.Carriers.Select(static tag => $"{tag.Table} {string.Join(", ", tag.Values)}"))));
        }
        TableOutput.Write(console, table);
        return ExitCode.Success;
    }
}
