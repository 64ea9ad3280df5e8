namespace Codecs.Fuzz;

/// <summary>Where inputs go that broke a contract: among those that are checked from then on.</summary>
internal static class Regressions
{
    private static readonly Lock s_lock = new();

    /// <summary>Keeps an input, if the sources are where the program was built from.</summary>
    public static void Keep(string type, string fault, ReadOnlySpan<byte> input)
    {
        if (FindFolder() is not { } folder)
            return;
        string path = Path.Combine(folder, type + ".hex");
        string title = fault.AsSpan().IndexOfAny("\r\n") is var end and >= 0 ? fault[..end] : fault;
        lock (s_lock)
        {
            string before = File.Exists(path) ? File.ReadAllText(path).TrimEnd() + "\n\n" : "";
            File.WriteAllText(path, $"{before}# {title[..Math.Min(title.Length, 200)]}\n{(input.IsEmpty ? "# nothing" : Convert.ToHexStringLower(input))}\n");
        }
    }

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string found = Path.Combine(folder.FullName, "tests", "Codecs.Fuzz", nameof(Regressions));
            if (Directory.Exists(found))
                return found;
        }
        return null;
    }
}
