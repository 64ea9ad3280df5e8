namespace Codecs.Benchmarks.Code;

/// <summary>What the compiler says of the code that it has made, with <c>DOTNET_JitDisasm</c>.</summary>
internal static class CodeListing
{
    private const string Begin = "; Assembly listing for method ";
    private const string ForGood = " (Tier1)";
    private const string End = "; Total bytes of code ";

    private static readonly string[] s_roots = [.. ((Type[])[typeof(HotReading), typeof(HotWriting), typeof(HotStreams)]).Select(type => $"{type.FullName}:")];

    /// <summary>
    /// The hot methods, and those that their code calls, and so on, by name. Only what was compiled for good counts: what is called rarely was not.
    /// </summary>
    public static IEnumerable<CompiledMethod> Read(string file)
    {
        var methods = ReadAll(file);
        var kept = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(methods.Keys.Where(name => s_roots.Any(root => name.StartsWith(root, StringComparison.Ordinal))));
        while (waiting.TryPop(out string? name))
        {
            if (methods.TryGetValue(name, out var method) && kept.Add(name))
            {
                foreach (string callee in method.Callees)
                    waiting.Push(callee);
            }
        }
        return kept.Select(name => methods[name]);
    }

    private static Dictionary<string, CompiledMethod> ReadAll(string file)
    {
        var methods = new Dictionary<string, CompiledMethod>(StringComparer.Ordinal);
        string? name = null;
        int instructions = 0;
        var callees = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(file))
        {
            if (line.StartsWith(Begin, StringComparison.Ordinal))
            {
                name = line.EndsWith(ForGood, StringComparison.Ordinal) ? line[Begin.Length..^ForGood.Length] : null;
                instructions = 0;
                callees = new(StringComparer.Ordinal);
            }
            else if (name is not null && line.StartsWith(End, StringComparison.Ordinal))
            {
                methods[name] = new(name, int.Parse(line.AsSpan(End.Length)), instructions, callees);
                name = null;
            }
            else if (IsInstruction(line))
            {
                instructions++;
                if (Callee(line) is { } callee)
                    callees.Add(callee);
            }
        }
        return methods;
    }

    // They are indented; labels, comments and constants are not. What aligns a loop is none.
    private static bool IsInstruction(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        return text.Length < line.Length && text.Length > 0 && char.IsAsciiLetterLower(text[0]) && !text.StartsWith("align ");
    }

    //        call     [Codecs.Protocols.IPv4:ParseCore(System.ReadOnlySpan`1[byte],Codecs.ParseContext,byref):Codecs.ParseResult]
    private static string? Callee(string line)
    {
        int start = line.IndexOf('[', StringComparison.Ordinal) + 1, end = line.LastIndexOf(']');
        return start > 0 && end > start && line.AsSpan(start, end - start).Contains(':') ? line[start..end] : null;
    }
}
