using System.CommandLine;
using Codecs.Tool.Diagram;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs diagram</c>: a message's header as RFCs draw it.</summary>
internal static class DiagramCommand
{
    private const int MostSuggestions = 8;

    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("PROTOCOL") { Description = "A message as 'codecs protocols' names it; upper and lower case are the same." };
        var command = new Command("diagram", "Draws the header of a message as RFCs do: 32 bits a row.") { name };
        command.SetAction(result => Run(console, result.GetRequiredValue(name)));
        return command;
    }

    private static int Run(ToolConsole console, string name)
    {
        if (ProtocolList.Find(name) is not { } protocol)
        {
            string like = string.Join(", ", ProtocolList.Like(name).Take(MostSuggestions));
            console.Error.WriteLine($"codecs: there is no message '{name}'{(like.Length > 0 ? $"; is it one of {like}?" : ": 'codecs protocols' lists them.")}");
            return ExitCode.Failure;
        }
        using var output = console.OpenText();
        output.Write(HeaderDiagram.Draw(protocol.Description));
        return ExitCode.Success;
    }
}
