using Codecs.Generators.Model;

namespace Codecs.Generators.Emit;

/// <summary>A layer of the fast paths, with what may follow it there. Paths that go on in the same way share their steps, however they came there.</summary>
internal sealed class PathStep
{
    private PathStep(int number, int layer, List<PathStep> next, bool isEnd)
    {
        Number = number;
        Layer = layer;
        Next = next;
        IsEnd = isEnd;
    }

    /// <summary>Tells the steps of a stack apart. What follows a step has a smaller number.</summary>
    public int Number { get; }

    /// <summary>Index of the layer.</summary>
    public int Layer { get; }

    /// <summary>The steps that may follow, in the order of the paths.</summary>
    public List<PathStep> Next { get; }

    /// <summary>Does a path end here?</summary>
    public bool IsEnd { get; }

    /// <summary>The first step, which all paths start with.</summary>
    public static PathStep Of(IEnumerable<PathModel> paths) => Of(paths.Select(p => p.Layers.ToList()).ToList(), 0, []);

    /// <summary>A step and all that may follow it.</summary>
    public static List<PathStep> All(PathStep first) => From([first]);

    /// <summary>The steps that packets take which leave the first path, each before what follows it.</summary>
    public static List<PathStep> Aside(PathStep first, PathModel path)
    {
        var aside = new List<PathStep>();
        var at = first;
        for (int i = 1; i <= path.Layers.Count; i++)
        {
            var straight = i < path.Layers.Count ? at.Next.First(s => s.Layer == path.Layers[i]) : null;
            aside.AddRange(at.Next.Where(s => s != straight));
            at = straight ?? at;
        }
        return From(aside);
    }

    private static List<PathStep> From(List<PathStep> steps)
    {
        var found = new HashSet<PathStep>();
        void Add(PathStep step)
        {
            if (found.Add(step))
                step.Next.ForEach(Add);
        }
        steps.ForEach(Add);
        return found.OrderByDescending(s => s.Number).ToList();
    }

    private static PathStep Of(List<List<int>> paths, int depth, Dictionary<string, PathStep> known)
    {
        var next = paths.Where(p => p.Count > depth + 1).GroupBy(p => p[depth + 1]).Select(g => Of(g.ToList(), depth + 1, known)).ToList();
        bool isEnd = paths.Any(p => p.Count == depth + 1);
        int layer = paths[0][depth];
        string key = $"{layer}{(isEnd ? "." : "")}({string.Join(",", next.Select(s => s.Number).OrderBy(n => n))})";
        if (!known.TryGetValue(key, out var step))
            known[key] = step = new PathStep(known.Count, layer, next, isEnd);
        return step;
    }
}
