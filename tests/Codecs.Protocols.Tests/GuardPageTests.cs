using System.Diagnostics;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests;

/// <summary>Inputs between pages that nobody may touch: a byte read outside ends a process. That process is not this one.</summary>
public sealed class GuardPageTests
{
    // A definition with two faults, made for this: it reads the byte behind its input, or the one before.
    [Theory]
    [InlineData("01", 1)]
    [InlineData("02", 1)]
    [InlineData("00", 0)]
    public async Task AByteOutsideIsSeen(string input, int expected)
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Convert.FromHexString(input));
            var (code, output) = await Run("--type", "Careless", "--input", path);
            Assert.Equal(expected != 0, code is not (0 or 1 or 2));
            Assert.Equal(expected != 0, output.Contains("AccessViolation", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task TheInputThatEndsTheProcessIsNamed()
    {
        var (code, output) = await Run("--type", "Careless", "--seconds", "5", "--threads", "1", "--keep", "no");
        Assert.Equal(1, code);
        Assert.Matches(@"Careless, seed 0: ends the process with -?\d+: memory is touched outside of the input\n  0[12]\n", output.ReplaceLineEndings("\n"));
    }

    // Every type, for as long as there is patience: the fuzzer goes on where this ends.
    [Fact]
    public async Task NothingIsReadOutside()
    {
        var (code, output) = await Run("--seconds", "5", "--seed", "7", "--keep", "no");
        Assert.True(code == 0, output);
    }

    private static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(MessageContract).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
