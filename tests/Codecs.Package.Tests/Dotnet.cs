using System.Diagnostics;

namespace Codecs.Package.Tests;

/// <summary>Runs a program as somebody would in a terminal.</summary>
internal static class Dotnet
{
    // What the test host sets for itself is not meant for what it starts.
    private static readonly string[] HostVariables = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "DOTNET_HOST_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    public static Outcome Run(string folder, string arguments) => Run("dotnet", folder, arguments);

    public static Outcome Run(string program, string folder, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in HostVariables)
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}

/// <summary>What a program said, and how it ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Outcome Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"It ended with {ExitCode}:\n{Output}\n{Errors}");
        return this;
    }
}
