using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Codecs.Fuzz.Crashes;

/// <summary>Runs the fuzzer as a process of its own. If that is ended by a read outside of its input, this one says by which input.</summary>
internal sealed class Supervisor(string[] arguments, Options options, TextWriter output)
{
    // Each takes as long as a process takes to start.
    private const int MaxAttempts = 60;

    private int _attempts;

    /// <summary>Runs it.</summary>
    /// <returns>What the process returned, or 1.</returns>
    public int Run()
    {
        string path = Path.GetTempFileName();
        try
        {
            int code = Start([.. arguments, Options.RecordName, path], isQuiet: false);
            return code is 0 or 1 or 2 ? code : Report(path, code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private int Report(string path, int code)
    {
        using var record = new CrashRecord(path);
        var inputs = record.Read();
        // If none of them does it again, by itself, one of them did it then.
        var ending = inputs.Where(input => Ends(input.Name, input.Input)).ToList();
        foreach (var (name, input) in ending.Count > 0 ? ending : inputs)
        {
            byte[] small = ending.Count > 0 ? Shrink(name, input) : input;
            string fault = string.Create(CultureInfo.InvariantCulture, $"ends the process with {code}: memory is touched outside of the input");
            output.WriteLine($"{name}, seed {options.Seed}: {fault}\n  {Convert.ToHexStringLower(small)}");
            if (options.Keeps)
                Regressions.Keep(name, fault, small);
        }
        output.WriteLine($"{record.Passed} passed, 1 failed");
        return 1;
    }

    private byte[] Shrink(string name, byte[] best)
    {
        for (int size = best.Length / 2; size >= 1; size /= 2)
        {
            for (int at = best.Length - size; at >= 0 && _attempts < MaxAttempts; at -= size)
            {
                byte[] smaller = [.. best[..at], .. best[(at + size)..]];
                _attempts++;
                if (!Ends(name, smaller))
                    continue;
                best = smaller;
                at = Math.Min(at, best.Length - size) + size;
            }
        }
        return best;
    }

    private bool Ends(string name, byte[] input)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, input);
            return Start([.. options.AssemblyArguments, "--type", name, Options.InputName, path], isQuiet: true) is not (0 or 1 or 2);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int Start(IEnumerable<string> arguments, bool isQuiet)
    {
        // `dotnet Codecs.Fuzz.dll`, or the program by itself.
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) is "dotnet" or "testhost";
        var start = new ProcessStartInfo(isHost ? "dotnet" : program) { RedirectStandardError = isQuiet, RedirectStandardOutput = isQuiet };
        if (isHost)
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        if (isQuiet)
        {
            // Nobody reads it; it must not fill a pipe either.
            process.ErrorDataReceived += static (_, _) => { };
            process.OutputDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
        }
        process.WaitForExit();
        return process.ExitCode;
    }
}
