using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Where a fast path ends: does a tag name a layer that the stack knows?</summary>
internal static partial class StackEmitter
{
    /// <summary>Whether the tags of a carrier name a layer; null if none could. What names one only of another carrier, or in another field, takes the long way, where that is asked.</summary>
    private static string? Names(StackModel stack, LayerModel layer, string message)
    {
        if (layer.Table < 0 || stack.Tables[layer.Table] is not { Entries.Count: > 0 } table)
            return null;
        string count = $"{Common}TagCount<{layer.Type}, {table.Type}>()";
        return $"{count} > 2 || Names{table.Name}(in {message}, 0) || ({count} > 1 && Names{table.Name}(in {message}, 1))";
    }

    private static void EmitNames(SourceWriter w, StackModel stack)
    {
        foreach (var table in stack.Paths.Select(p => stack.Layers[p.Layers.Last()].Table).Where(t => t >= 0 && stack.Tables[t].Entries.Count > 0).Distinct().Select(t => stack.Tables[t]))
        {
            var hash = TagHash.Find(table.Entries.SelectMany(e => e.Numbers).Distinct().ToList());
            if (hash is not null)
                w.Line($"// The tags that name a layer, each where its hash says.").Line($"private static global::System.ReadOnlySpan<ushort> Tags{table.Name} => [{string.Join(", ", hash.Tags)}];").Line();
            w.Line("// Does that tag of a carrier name one of these layers?");
            w.Line(Inline);
            w.Line($"private static bool Names{table.Name}<TCarrier>(scoped in TCarrier carrier, int index) where TCarrier : {Runtime}ICarrier<{table.Type}>, allows ref struct =>");
            w.Indented($"carrier.TryGetTag(index, out var tag) && {(hash is null
                ? $"tag is {string.Join(" or ", table.Entries.SelectMany(e => e.Values).Distinct())}"
                : $"unchecked(Tags{table.Name}[(int)((uint)tag * {hash.Factor} >> {hash.Shift} & {hash.Tags.Length - 1})] == (uint)tag)")};").Line();
        }
    }
}
