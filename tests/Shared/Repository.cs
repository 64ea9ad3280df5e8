namespace Codecs;

/// <summary>Where the tests find files: from the folder that they run in, since the paths that a compiler leaves behind need not exist.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Captures that this project recorded.</summary>
    public static string Captures { get; } = Path.Combine(Root, "tests", "Codecs.Conformance", "Captures");

    /// <summary>Captures of others, with what another reader finds in them. They are not part of the repository.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Codecs.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository."));
}
