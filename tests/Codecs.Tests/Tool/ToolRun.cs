using System.Text;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary>What the command wrote and how it ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static ToolRun Of(params string[] arguments) => Of([], arguments);

    /// <summary>Runs the command as a terminal would, with <paramref name="input"/> as its standard input.</summary>
    public static ToolRun Of(byte[] input, params string[] arguments)
    {
        var output = new MemoryStream();
        using var error = new StringWriter();
        using var console = new ToolConsole { Input = new MemoryStream(input), Output = output, Error = error };
        int code = ToolCommand.Run(arguments, console);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
