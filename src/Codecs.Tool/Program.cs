namespace Codecs.Tool;

/// <summary>The <c>codecs</c> command.</summary>
public static class Program
{
    /// <summary>Runs the command with the terminal that it was started from.</summary>
    public static int Main(string[] arguments)
    {
        using var console = ToolConsole.FromSystem();
        return ToolCommand.Run(arguments, console);
    }
}
