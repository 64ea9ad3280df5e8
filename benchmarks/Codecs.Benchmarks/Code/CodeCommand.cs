using System.Diagnostics;
using System.Runtime;

namespace Codecs.Benchmarks.Code;

/// <summary>
/// <c>code [--listing FILE]</c>: how much code the compiler makes of the hot paths, exactly and without a clock. A line for each method: its name, bytes and instructions, separated by tabs.
/// It ends with exit code 1 if one of the paths allocates.
/// </summary>
/// <remarks>
/// A process of its own runs the paths until they are compiled for good, with settings that make that the same everywhere: no profile, since it depends on what runs when, and no
/// instructions beyond AVX2. The compiler's own listing is then counted.
/// </remarks>
internal static class CodeCommand
{
    private const int Allocates = 1;
    private const int Rounds = 8;
    private const int QuietPauses = 5;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(60);

    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["DOTNET_TieredCompilation"] = "1",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCountingDelayMs"] = "0",
        ["DOTNET_EnableAVX512"] = "0",
        ["DOTNET_EnableAVX10v1"] = "0",
        ["DOTNET_EnableAPX"] = "0",
        ["DOTNET_EnableGFNI"] = "0",
        ["DOTNET_JitDisasm"] = "Codecs.*:*",
        ["DOTNET_JitDisasmOnlyOptimized"] = "1",
        ["DOTNET_JitDisasmDiffable"] = "1",
    };

    public static int Run(string? listing)
    {
        string file = listing ?? Path.GetTempFileName();
        try
        {
            int exitCode = RunPaths(file);
            foreach (var method in CodeListing.Read(file))
                Console.WriteLine($"{method.Name}\t{method.Bytes}\t{method.Instructions}");
            return exitCode;
        }
        finally
        {
            if (listing is null)
                File.Delete(file);
        }
    }

    /// <summary><c>code --run</c>: what the other process does.</summary>
    public static int RunPaths()
    {
        var paths = HotPaths.All;
        long compiled = 0;
        for (int quiet = 0; quiet < QuietPauses;)
        {
            foreach (var path in paths)
                Repeat(path, Rounds);
            Thread.Sleep(s_pause);
            long count = JitInfo.GetCompiledMethodCount();
            quiet = count == compiled ? quiet + 1 : 0;
            compiled = count;
        }

        int exitCode = 0;
        foreach (var path in paths)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(path, Rounds);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated == 0)
                continue;
            Console.Error.WriteLine($"'{path.Name}' allocates {allocated} bytes in {Rounds * HotPaths.Data} runs.");
            exitCode = Allocates;
        }
        return exitCode;
    }

    private static int RunPaths(string listing)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        // The command may have been started by the host for all programs, or by one of its own.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(CodeCommand).Assembly.Location);
        start.ArgumentList.Add("code");
        start.ArgumentList.Add("--run");
        foreach (string name in start.Environment.Keys.Where(IsOfTheCompiler).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in s_settings)
            start.Environment[name] = value;
        start.Environment["DOTNET_JitStdOutFile"] = listing;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    // Whoever measures may have set some of them.
    private static bool IsOfTheCompiler(string name) =>
        name.StartsWith("DOTNET_Jit", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_T", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_ReadyToRun", StringComparison.OrdinalIgnoreCase);

    private static void Repeat(HotPath path, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < HotPaths.Data; i++)
                path.Run(i);
        }
    }
}
