using System.Globalization;

namespace Codecs.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>The option of a process that another one watches.</summary>
    public const string RecordName = "--record";

    /// <summary>The option of a process that checks one input.</summary>
    public const string InputName = "--input";

    /// <summary>How to call the program.</summary>
    public const string Usage = "usage: Codecs.Fuzz [--seconds N] [--seed S] [--type NAME] [--mutations M] [--threads N] [--assembly FILE]... [--coverage FILE] [--keep yes|no] [--input FILE] [--traffic FRAMES] [--long FRAMES] [--captures FOLDER]";

    /// <summary>How long to go on.</summary>
    public int Seconds { get; private init; } = 10;

    /// <summary>The same seed makes the same inputs for each type.</summary>
    public int Seed { get; private init; }

    /// <summary>The one type to check; null for all.</summary>
    public string? Type { get; private init; }

    /// <summary>So many mutations per type, however long that takes; null to go by time.</summary>
    public int? Mutations { get; private init; }

    /// <summary>The threads that work side by side.</summary>
    public int Threads { get; private init; } = Math.Min(Environment.ProcessorCount, Crashes.CrashRecord.MaxThreads);

    /// <summary>Further assemblies with definitions.</summary>
    public IReadOnlyList<string> Assemblies { get; private init; } = [];

    /// <summary>Where to write what became of each field; null for nowhere.</summary>
    public string? Coverage { get; private init; }

    /// <summary>Are inputs that break a contract kept among the sources?</summary>
    public bool Keeps { get; private init; } = true;

    /// <summary>Write a capture of so many frames to the standard output, and check nothing; null to check.</summary>
    public int? Traffic { get; private init; }

    /// <summary>Run the commands of <c>codecs</c> on a capture of so many frames, and look at what they keep; null to check messages.</summary>
    public int? Long { get; private init; }

    /// <summary>Check every frame, and every beginning of one, of the captures in that folder; null to make inputs.</summary>
    public string? Captures { get; private init; }

    /// <summary>Where to say what is being checked; null if nobody watches.</summary>
    public string? Record { get; private init; }

    /// <summary>The one input to check; null for many.</summary>
    public string? Input { get; private init; }

    /// <summary><see cref="Assemblies"/> as arguments.</summary>
    public IEnumerable<string> AssemblyArguments => Assemblies.SelectMany(path => new[] { "--assembly", path });

    /// <summary>Reads the arguments; null if they cannot be understood.</summary>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length)
                return null;
            string value = arguments[i + 1];
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            options = arguments[i] switch
            {
                "--seconds" when isNumber => options with { Seconds = number },
                "--seed" when isNumber => options with { Seed = number },
                "--mutations" when isNumber => options with { Mutations = number },
                "--threads" when isNumber && number is > 0 and <= Crashes.CrashRecord.MaxThreads => options with { Threads = number },
                "--type" => options with { Type = value },
                "--assembly" => options with { Assemblies = [.. options.Assemblies, value] },
                "--keep" when value is "yes" or "no" => options with { Keeps = value == "yes" },
                "--traffic" when isNumber => options with { Traffic = number },
                "--long" when isNumber => options with { Long = number },
                "--captures" => options with { Captures = value },
                "--coverage" => options with { Coverage = value },
                InputName => options with { Input = value },
                RecordName => options with { Record = value },
                _ => null,
            };
            if (options is null)
                return null;
        }
        return options;
    }
}
