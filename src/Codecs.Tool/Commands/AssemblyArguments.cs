using System.CommandLine;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Commands;

/// <summary>The assembly of definitions that commands are given.</summary>
internal static class AssemblyArguments
{
    public static Option<string?> Assembly() => new("--assembly")
    {
        Description = "An assembly of definitions of your own. Names are looked for there first; what is listed is that assembly alone.",
        HelpName = "PATH",
    };

    public static Option<string?> Stack() => new("--stack")
    {
        Description = "The struct with [Stack] in that assembly that finds the layers, if there are several.",
        HelpName = "NAME",
    };

    /// <summary>The messages that were named, or all that are listed if none were.</summary>
    public static IReadOnlyList<ProtocolInfo> Select(DefinitionSet definitions, string[]? names) =>
        names is { Length: > 0 } ? [.. names.Select(definitions.Find).DistinctBy(static item => item.Type)] : definitions.Listed;
}
