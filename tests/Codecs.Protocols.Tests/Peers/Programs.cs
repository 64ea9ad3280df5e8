using System.Diagnostics;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>Programs of others that are spoken with, where they are installed.</summary>
internal static class Programs
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>Where a program is; null if it is not installed.</summary>
    public static string? Find(string name) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static Process Start(string name, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Find(name)!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs a program to its end, which must be a success, and gives what it wrote.</summary>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        using var process = Start(name, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_longest);
        }
        catch (TimeoutException)
        {
            process.Kill();
            Assert.Fail($"{name} does not end:\n{await output}\n{await error}");
        }
        Assert.True(process.ExitCode == 0, $"{name} ends with {process.ExitCode}:\n{await output}\n{await error}");
        return await output;
    }
}

/// <summary>A test that needs a program of others: where it is not installed, the test is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string name, bool asRoot = false)
    {
        if (Programs.Find(name) is null)
            Skip = $"The program '{name}' is not installed.";
        else if (asRoot && !Environment.IsPrivilegedProcess)
            Skip = $"The program '{name}' must be started by root.";
    }
}

/// <summary>The same with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string name)
    {
        if (Programs.Find(name) is null)
            Skip = $"The program '{name}' is not installed.";
    }
}
