using System.CommandLine;
using System.CommandLine.Help;
using Codecs.Tool.Commands;
using Codecs.Tool.Definitions;

namespace Codecs.Tool;

/// <summary>The command line of <c>codecs</c>.</summary>
public static class ToolCommand
{
    // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows
    private const int BrokenPipeOnUnix = 32;
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);
    private const int NoDataOnWindows = unchecked((int)0x800700E8);

    /// <summary>Runs the command; the result is one of <see cref="ExitCode"/>.</summary>
    public static int Run(string[] arguments, ToolConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        // Not a RootCommand, which would be called what the executable is called.
        var root = new Command("codecs", "Shows what network captures are made of, by definitions that follow the RFCs.")
        {
            DissectCommand.Create(console),
            StreamsCommand.Create(console),
            DiagramCommand.Create(console),
            DocCommand.Create(console),
            ProtocolsCommand.Create(console),
            WiresharkCommand.Create(console),
            BenchCommand.Create(console),
            new HelpOption(),
            new VersionOption(),
        };
        try
        {
            using var output = console.OpenText();
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = console.Error,
            };
            return root.Parse(arguments).Invoke(configuration);
        }
        catch (IOException e) when (e.HResult is BrokenPipeOnUnix or BrokenPipeOnWindows or NoDataOnWindows)
        {
            // Whoever read the output has seen enough, as head does.
            return ExitCode.Success;
        }
        catch (DefinitionException e)
        {
            console.Error.WriteLine($"codecs: {e.Message}");
            return ExitCode.Failure;
        }
        catch (IOException e)
        {
            console.Error.WriteLine($"codecs: the output cannot be written: {e.Message}");
            return ExitCode.Failure;
        }
    }
}
