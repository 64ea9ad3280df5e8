using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Codecs.Protocols.Tests.Code;

/// <summary>How much code the compiler makes of the hot paths: what it was, and what it is.</summary>
internal static class HotCode
{
    private static readonly string s_configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    /// <summary>The code that was accepted: what made it, then a line for each method.</summary>
    public static string Baseline { get; } = Path.Combine(Repository.Root, "tests", "Codecs.Protocols.Tests", "Code", "Baselines", "HotCodeTests.verified.txt");

    /// <summary>What makes code: another runtime, system or processor makes other code of the same source.</summary>
    public static string Compiler { get; } =
        $"{RuntimeInformation.FrameworkDescription}, {(OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : "another system")}, {RuntimeInformation.ProcessArchitecture}, {(Avx2.IsSupported ? "AVX2" : "no AVX2")}";

    /// <summary>Why the code of this process cannot be compared with the baseline; null if it can.</summary>
    public static string? WhyNot
    {
        get
        {
            if (s_configuration != "Release")
                return "Only code that was optimised is compared: this is no Release build.";
            string accepted = File.ReadLines(Baseline).First();
            return accepted == Compiler || IsAccepted ? null : $"The baseline is of '{accepted}', and this is '{Compiler}'. With ACCEPT_SNAPSHOTS=1 the code of this one is accepted.";
        }
    }

    /// <summary>Is what is found the new baseline?</summary>
    public static bool IsAccepted => Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Runs the command of the benchmarks that counts the code.</summary>
    /// <returns>What made the code, then a line for each method: name, bytes and instructions.</returns>
    public static string Count()
    {
        string program = Path.Combine(Repository.Root, "benchmarks", "Codecs.Benchmarks", "bin", s_configuration, "net10.0", "Codecs.Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "code"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return $"{Compiler}\n{output.ReplaceLineEndings("\n")}";
    }
}

/// <summary>A test that compares code with the baseline. Where other code is made, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HotCodeFactAttribute : FactAttribute
{
    public HotCodeFactAttribute() => Skip = HotCode.WhyNot;
}
