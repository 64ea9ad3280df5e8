using System.Text;

namespace Codecs.Tool;

/// <summary>Where the command reads from and writes to: the terminal, or a test.</summary>
public sealed class ToolConsole : IDisposable
{
    /// <summary>What <c>-</c> stands for as a file.</summary>
    public required Stream Input { get; init; }

    /// <summary>What was asked for, in UTF-8.</summary>
    public required Stream Output { get; init; }

    /// <summary>What is to be said about it.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Does a person read <see cref="Output"/>?</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Does a person read <see cref="Error"/>?</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>The terminal that the process was started from.</summary>
    public static ToolConsole FromSystem() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = Console.OpenStandardOutput(),
        Error = Console.Error,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
    };

    /// <summary>A writer for text that is little.</summary>
    internal TextWriter OpenText() => new StreamWriter(Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
    }
}
