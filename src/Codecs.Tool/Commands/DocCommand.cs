using System.CommandLine;
using Codecs.Tool.Definitions;
using Codecs.Tool.Documentation;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs doc</c>: a page about definitions.</summary>
internal static class DocCommand
{
    public static Command Create(ToolConsole console)
    {
        var names = new Argument<string[]>("PROTOCOL") { Description = "Messages as 'codecs protocols' names them; all of them if none is named.", Arity = ArgumentArity.ZeroOrMore };
        var assembly = AssemblyArguments.Assembly();
        var command = new Command("doc", """
            Writes a Markdown page about messages: the header diagram, and a table of the fields with what the definition says of each.

            Doc comments are taken from the XML file beside the assembly, if there is one.
            """)
        {
            names, assembly,
        };
        command.SetAction(result =>
        {
            var definitions = DefinitionSet.Open(result.GetValue(assembly));
            var selected = AssemblyArguments.Select(definitions, result.GetValue(names));
            using var output = console.OpenText();
            new MarkdownPage(output).Write(definitions.Title, selected);
            return ExitCode.Success;
        });
        return command;
    }
}
