using System.Globalization;

namespace Codecs.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>How long to go on.</summary>
    public int Seconds { get; private init; } = 10;

    /// <summary>The same seed makes the same inputs for each type.</summary>
    public int Seed { get; private init; }

    /// <summary>The one type to check; null for all.</summary>
    public string? Type { get; private init; }

    /// <summary>So many inputs per type, however long that takes; null to go by time.</summary>
    public int? Mutations { get; private init; }

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
                "--type" => options with { Type = value },
                _ => null,
            };
            if (options is null)
                return null;
        }
        return options;
    }
}
