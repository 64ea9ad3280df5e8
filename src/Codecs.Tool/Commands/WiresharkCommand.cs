using System.CommandLine;
using Codecs.Tool.Definitions;
using Codecs.Tool.Wireshark;

namespace Codecs.Tool.Commands;

/// <summary><c>codecs wireshark</c>: a dissector for Wireshark, made of definitions.</summary>
internal static class WiresharkCommand
{
    public static Command Create(ToolConsole console)
    {
        var names = new Argument<string[]>("PROTOCOL") { Description = "Messages as 'codecs protocols' names them; all of them if none is named.", Arity = ArgumentArity.ZeroOrMore };
        var prefix = new Option<string>("--prefix")
        {
            Description = "What the names of these protocols begin with in filters, so that they are not those of Wireshark's own.",
            HelpName = "TEXT",
            DefaultValueFactory = static _ => "codecs.",
        };
        prefix.Validators.Add(static result =>
        {
            if (!result.GetValueOrDefault<string>()!.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '-'))
                result.AddError("'--prefix' is of small letters, digits, points, hyphens and underscores.");
        });
        var assembly = AssemblyArguments.Assembly();
        var command = new Command("wireshark", """
            Writes a dissector for Wireshark, in Lua: put it into Wireshark's folder of plugins, or try it with 'tshark -X lua_script:FILE'.

            Messages are found by the numbers that they are carried under, in place of Wireshark's own dissectors for these. What a definition says in C# that is more
            than a computation with its fields, such as a field type of its own, is shown as bytes; the file says where.
            """)
        {
            names, prefix, assembly,
        };
        command.SetAction(result =>
        {
            var definitions = DefinitionSet.Open(result.GetValue(assembly));
            var selected = AssemblyArguments.Select(definitions, result.GetValue(names));
            using var output = console.OpenText();
            output.Write(LuaFile.Write(definitions.Title, selected, result.GetRequiredValue(prefix)));
            return ExitCode.Success;
        });
        return command;
    }
}
