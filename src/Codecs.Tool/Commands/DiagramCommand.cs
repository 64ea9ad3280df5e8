using System.CommandLine;
using Codecs.Tool.Definitions;
using Codecs.Tool.Diagram;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs diagram</c>: a message's header as RFCs draw it.</summary>
internal static class DiagramCommand
{
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("PROTOCOL") { Description = "A message as 'codecs protocols' names it; upper and lower case are the same." };
        var format = new Option<string>("--format")
        {
            Description = "text as in RFCs, with a table of the fields; svg for web pages, in colours that follow a light or dark page.",
            HelpName = "text|svg",
            DefaultValueFactory = static _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "svg");
        var assembly = AssemblyArguments.Assembly();
        var command = new Command("diagram", "Draws the header of a message as RFCs do: 32 bits a row.") { name, format, assembly };
        command.SetAction(result => Run(console, DefinitionSet.Open(result.GetValue(assembly)).Find(result.GetRequiredValue(name)), result.GetRequiredValue(format) == "svg"));
        return command;
    }

    private static int Run(ToolConsole console, ProtocolInfo protocol, bool isSvg)
    {
        using var output = console.OpenText();
        output.Write(isSvg ? HeaderDiagramSvg.Draw(protocol.Description) : HeaderDiagram.Draw(protocol.Description));
        return ExitCode.Success;
    }
}
