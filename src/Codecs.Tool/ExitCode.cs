namespace Codecs.Tool;

/// <summary>What the command's exit codes mean.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>A file cannot be read, or the command line is not understood: nothing was done.</summary>
    public const int Failure = 1;

    /// <summary>The file is cut or damaged: what comes before the damage was done.</summary>
    public const int Damaged = 2;
}
