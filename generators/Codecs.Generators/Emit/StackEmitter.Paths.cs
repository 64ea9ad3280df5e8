using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>
/// The fast paths of a stack, in the caller: the first one straight on, with places that the compiler knows where headers have one
/// size; what leaves it goes on at steps that the other paths share.
/// </summary>
internal static partial class StackEmitter
{
    private static void EmitPlaces(SourceWriter w, StackModel stack)
    {
        if (stack.Paths.Count == 0)
            return;
        w.Line().Line("// Layers of the fast paths are made again without a look at their lengths. A start is as wide as an address, to which it is added.");
        foreach (var layer in stack.Layers.Where((_, i) => stack.IsOnPath(i)))
            w.Line($"public nint {Start(layer)};").Line($"public int {HeaderEnd(layer)}, {PayloadEnd(layer)}, {End(layer)};");
        w.Line();
    }

    private static void EmitPaths(SourceWriter w, StackModel stack, string self)
    {
        var first = PathStep.Of(stack.Paths);
        var others = PathStep.Aside(first, stack.Paths[0]);
        var carriers = PathStep.All(first).Where(s => s.Next.Count > 0).ToList();
        w.Line(Inline);
        using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} packet)"))
        {
            w.Line($"{Unsafe}SkipInit(out packet);");
            EmitLength(w, stack);
            // Few variables, each for several layers: what has more than 32 of them, the compiler does not inline.
            w.Line("int at, end, header, size;").Line("Layers layers;");
            if (carriers.Any(s => s.IsEnd))
                w.Line("bool isTagged;");
            foreach (int table in carriers.Select(s => stack.Layers[s.Layer].Table).Distinct().OrderBy(t => t))
                w.Line($"{stack.Tables[table].Type} {Tag(stack, table)};");
            foreach (int layer in others.Select(s => s.Layer).Distinct())
                w.Line($"{stack.Layers[layer].Type} {Message(stack, layer)};");
            EmitFirst(w, stack, first);
            if (others.Count > 0)
                w.Line("goto done;");
            foreach (var step in others)
                EmitStep(w, stack, step);
            if (others.Count > 0)
                w.Label("done");
            w.Line($"{Unsafe}AsRef(in packet._source) = source;");
            w.Line($"{OfPacket("Present")} = layers;").Line($"{OfPacket("RestStart")} = at;").Line($"{OfPacket("RestEnd")} = end;");
            w.Line($"return {Result}.Done(source.Length);");
            w.Label("general");
            w.Line($"{Unsafe}AsRef(in packet._source) = source;");
            w.Line($"return ParseRarely(source, out {Unsafe}AsRef(in packet._places));");
        }
        w.Line();
        w.Line("// A method of its own, so that its variables are set to zero only there. Through one of them: what is stored at once keeps the caller's packet in memory.").Line(Inline);
        using (w.Braces($"private static {Result} ParseRarely({Bytes} source, out Places places)"))
            w.Line("var found = ParseGeneral(source, out var result);").Line("places = found;").Line("return result;");
        w.Line();
    }

    private static string Tag(StackModel stack, int table) => Camel(stack.Tables[table].Name) + "Tag";

    private static string Message(StackModel stack, int layer) => Camel(stack.Layers[layer].Name) + "Message";

    /// <summary>One test for the fixed parts that each path has at least: a path that has all layers of another one is no shorter.</summary>
    private static void EmitLength(SourceWriter w, StackModel stack)
    {
        var sums = stack.Paths.Where(p => !stack.Paths.Any(o => o.Layers.Count < p.Layers.Count && o.Layers.All(l => p.Layers.Contains(l))))
            .Select(p => string.Join(" + ", p.Layers.Select(i => $"{Common}FixedSize<{stack.Layers[i].Type}>()"))).Distinct().ToList();
        string least = sums[0];
        foreach (string sum in sums.Skip(1))
            least = $"global::System.Math.Min({least}, {sum})";
        w.Line($"if (source.Length < {least})").Indented("goto general;");
    }

    private static void EmitFirst(SourceWriter w, StackModel stack, PathStep step)
    {
        var path = stack.Paths[0].Layers;
        for (int i = 0; i < path.Count; i++)
        {
            var layer = stack.Layers[path[i]];
            string start = i == 0 ? "0" : $"start{i}", available = i == 0 ? "source.Length" : "size - header";
            if (i > 0)
                w.Line($"if ({start} + {Common}FixedSize<{layer.Type}>() > source.Length)").Indented("goto general;");
            w.Line($"if (!{Common}TryParse<{layer.Type}>(source, {start}, {available}, out var layer{i}, out header, out size))").Indented("goto general;");
            w.Line($"int start{i + 1} = {start} + header, end{i} = {start} + size;");
            EmitPlace(w, layer, OfPacket, start, $"start{i + 1}", $"end{i}", $"end{i}");
            var straight = i + 1 < path.Count ? step.Next.First(s => s.Layer == path[i + 1]) : null;
            var aside = step.Next.Where(s => s != straight).ToList();
            void Leave()
            {
                EmitNoPlaces(w, stack, path.Take(i + 1));
                w.Line($"at = start{i + 1};").Line($"end = end{i};").Line($"layers = {string.Join(" | ", path.Take(i + 1).Select(l => Flag(stack.Layers[l])))};");
            }
            if (step.Next.Count > 0)
                EmitTag(w, stack, step, $"layer{i}");
            if (straight is null)
            {
                Leave();
                EmitTurns(w, stack, step, aside);
                EmitEnd(w, stack, step, $"layer{i}");
                return;
            }
            string leads = LeadsTo(stack, step, straight);
            if (aside.Count == 0 && !step.IsEnd)
            {
                w.Line($"if (!({leads}))").Indented("goto general;");
            }
            else
            {
                using (w.Braces($"if (!({leads}))"))
                {
                    Leave();
                    EmitTurns(w, stack, step, aside);
                    if (step.IsEnd)
                        EmitEnd(w, stack, step, $"layer{i}");
                    w.Line($"goto {(step.IsEnd ? "done" : "general")};");
                }
            }
            step = straight;
        }
    }

    /// <summary>A layer of the other paths, at a place that depends on those before it.</summary>
    private static void EmitStep(SourceWriter w, StackModel stack, PathStep step)
    {
        var layer = stack.Layers[step.Layer];
        string message = Message(stack, step.Layer);
        w.Label($"step{step.Number}");
        w.Line($"if (at + {Common}FixedSize<{layer.Type}>() > source.Length || !{Common}TryParse<{layer.Type}>(source, at, end - at, out {message}, out header, out size))").Indented("goto general;");
        EmitPlace(w, layer, OfPacket, "at", "at + header", "at + size", "at + size");
        w.Line($"layers |= {Flag(layer)};").Line("end = at + size;").Line("at += header;");
        if (step.Next.Count > 0)
        {
            EmitTag(w, stack, step, message);
            EmitTurns(w, stack, step, step.Next);
        }
        if (step.IsEnd)
            EmitEnd(w, stack, step, message);
        w.Line($"goto {(step.IsEnd ? "done" : "general")};");
    }

    /// <summary>The tag of a carrier, which is read once for all layers that may follow.</summary>
    private static void EmitTag(SourceWriter w, StackModel stack, PathStep step, string message)
    {
        var layer = stack.Layers[step.Layer];
        string read = $"{Common}TryGetTag<{layer.Type}, {stack.Tables[layer.Table].Type}>(in {message}, out {Tag(stack, layer.Table)})";
        if (step.IsEnd)
            w.Line($"isTagged = {read} && header != size;");
        else
            w.Line($"if (!{read})").Indented("goto general;");
    }

    private static void EmitTurns(SourceWriter w, StackModel stack, PathStep step, IEnumerable<PathStep> turns)
    {
        foreach (var turn in turns)
            w.Line($"if ({LeadsTo(stack, step, turn)})").Indented($"goto step{turn.Number};");
    }

    /// <summary>A path may end here, if the layer carries nothing that the stack knows.</summary>
    private static void EmitEnd(SourceWriter w, StackModel stack, PathStep step, string message)
    {
        var layer = stack.Layers[step.Layer];
        if (layer.Table < 0)
            w.Line("at = end;");
        else if (Names(stack, layer, message) is { } names)
        {
            using (w.Braces("if (header != size)"))
            {
                // Made again, so that tags that nothing else asks for are not read before.
                w.Line($"{Common}Restore(source, at - header, at, end, end, out {message});");
                w.Line($"if ({names})").Indented("goto general;");
            }
        }
    }

    /// <summary>Does the tag that was read say that the next layer is that?</summary>
    private static string LeadsTo(StackModel stack, PathStep step, PathStep next)
    {
        var carrier = stack.Layers[step.Layer];
        var table = stack.Tables[carrier.Table];
        var before = table.Entries.TakeWhile(e => e.Layer != next.Layer).Where(e => e.IsNarrowed).Select(e => e.Layer).Distinct();
        string One(int layer) => $"{Common}Leads<{carrier.Type}, {table.Type}, {stack.Layers[layer].Type}>({Tag(stack, carrier.Table)})";
        return (step.IsEnd ? "isTagged && " : "") + string.Concat(before.Select(i => $"!{One(i)} && ")) + One(next.Layer);
    }

    /// <summary>Layers that were not found: without a value of its own, the one of the packet before would be kept for each of them in a loop.</summary>
    private static void EmitNoPlaces(SourceWriter w, StackModel stack, IEnumerable<int> found)
    {
        foreach (var layer in stack.Layers.Where((_, i) => stack.IsOnPath(i) && !found.Contains(i)))
            EmitPlace(w, layer, OfPacket, "0", "0", "0", "0");
    }

    private static void EmitPlace(SourceWriter w, LayerModel layer, Func<string, string> place, string start, string header, string payload, string end) =>
        w.Line($"{place(Start(layer))} = {start};").Line($"{place(HeaderEnd(layer))} = {header};").Line($"{place(PayloadEnd(layer))} = {payload};").Line($"{place(End(layer))} = {end};");

    private static string OfPacket(string place) => $"{Unsafe}AsRef(in packet._places.{place})";

    private static string OfPlaces(string place) => $"places.{place}";
}
