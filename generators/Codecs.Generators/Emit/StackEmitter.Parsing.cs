using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Finding the layers: the first fast path in the caller, the others in one method, whatever is on none of them layer by layer.</summary>
internal static partial class StackEmitter
{
    private const string Common = "global::Codecs.CompilerServices.CommonCase.";

    private static void EmitParse(SourceWriter w, StackModel stack)
    {
        string self = stack.Type.FullName;
        w.Line("/// <summary>Finds the layers of a packet. If one of them is broken, those below it stay readable, and the result says what is wrong and where.</summary>");
        w.Line("/// <remarks>The field of a failed result is an ordinal of the layer at fault.</remarks>");
        if (stack.Paths.Count == 0)
        {
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} packet)"))
                EmitGeneralBody(w, stack);
        }
        else
        {
            EmitInlined(w, stack, self);
            if (stack.Paths.Count > 1)
                EmitFindPath(w, stack);
            w.Line(NoInline);
            using (w.Braces($"private static {Result} ParseGeneral({Bytes} source, out {self} packet)"))
                EmitGeneralBody(w, stack);
        }
        w.Line();
        foreach (var layer in stack.Layers)
            EmitParseLayer(w, stack, layer, self);
    }

    private static void EmitInlined(SourceWriter w, StackModel stack, string self)
    {
        var path = stack.Paths[0].Layers.Select(i => stack.Layers[i]).ToList();
        w.Line(Inline);
        using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} packet)"))
        {
            w.Line($"{Unsafe}SkipInit(out packet);");
            // One test of the length for all fixed parts, which those of the layers follow from.
            w.Line($"if (source.Length < {string.Join(" + ", path.Select(l => $"{Common}FixedSize<{l.Type}>()"))})").Indented("goto general;");
            w.Line("int start0 = 0, end = source.Length;");
            for (int i = 0; i < path.Count; i++)
            {
                if (i > 0)
                    w.Line($"if (start{i} + {Common}FixedSize<{path[i].Type}>() > source.Length)").Indented("goto general;");
                w.Line($"if (!{Common}TryParse<{path[i].Type}>(source, start{i}, {(i == 0 ? "end" : $"end{i - 1}")}, out var layer{i}, out int header{i}, out int size{i}))").Indented("goto general;");
                w.Line($"int start{i + 1} = start{i} + header{i}, end{i} = start{i} + size{i};");
                string leads = i < path.Count - 1 ? Leads(stack, path[i], stack.Paths[0].Layers[i + 1], $"layer{i}") : Ends(stack, path[i], $"layer{i}", $"header{i} == size{i}");
                if (leads != "true")
                    w.Line($"if (!({leads}))").Indented("goto general;");
            }
            w.Line($"{Unsafe}AsRef(in packet._source) = source;");
            string flags = string.Join(" | ", path.Select(Flag));
            w.Line($"{Unsafe}AsRef(in packet._present) = {flags};").Line($"{Unsafe}AsRef(in packet._common) = {flags};");
            for (int i = 0; i < path.Count; i++)
                EmitPlace(w, path[i], $"start{i}", $"start{i + 1}", $"end{i}");
            EmitRest(w, path[path.Count - 1].Table < 0 ? $"end{path.Count - 1}" : $"start{path.Count}", $"end{path.Count - 1}");
            w.Line($"return {Result}.Done(source.Length);");
            w.Label("general");
            if (stack.Paths.Count > 1)
                EmitOtherPaths(w, stack);
            w.Line("return ParseRarely(source, out packet);");
        }
        w.Line();
        w.Line(Inline);
        using (w.Braces($"private static {Result} ParseRarely({Bytes} source, out {self} packet)"))
            w.Line("var result = ParseGeneral(source, out var other);").Line("packet = other;").Line("return result;");
        w.Line();
    }

    /// <summary>The places of another path, which are few, from a method that does not know the packet: whatever that variable of the caller is kept in, it stays there.</summary>
    private static void EmitOtherPaths(SourceWriter w, StackModel stack)
    {
        using (w.Braces("if (FindPath(source, out var places))"))
        {
            w.Line($"{Unsafe}AsRef(in packet._source) = source;");
            w.Line($"{Unsafe}AsRef(in packet._present) = places._present;").Line($"{Unsafe}AsRef(in packet._common) = places._present;");
            foreach (var layer in OnPaths(stack))
                EmitPlace(w, layer, $"places.{Start(layer)}", $"places.{Header(layer)}", $"places.{End(layer)}");
            EmitRest(w, "places._restStart", "places._restEnd");
            w.Line($"return {Result}.Done(source.Length);");
        }
    }

    private static void EmitFindPath(SourceWriter w, StackModel stack)
    {
        w.Line("// Layers of the paths, and where they are.");
        using (w.Braces("private struct Places"))
        {
            w.Line("public Layers _present;").Line("public int _restStart, _restEnd;");
            foreach (var layer in OnPaths(stack))
                w.Line($"public int {Start(layer)}, {Header(layer)}, {End(layer)};");
        }
        w.Line();
        w.Line(NoInline);
        using (w.Braces($"private static bool FindPath({Bytes} source, out Places places)"))
        {
            w.Line("places = default;").Line("int layer = 0, at = 0, end = source.Length;");
            EmitNode(w, stack, stack.Paths.Select(p => p.Layers.ToList()).ToList(), 0, member => $"places.{member}", ["_present"]);
            w.Line("places._restStart = at;").Line("places._restEnd = end;").Line("return layer < 0;");
        }
        w.Line();
    }

    private static IEnumerable<LayerModel> OnPaths(StackModel stack) => stack.Layers.Where((_, i) => stack.IsOnPath(i));

    private static string InPacket(string member) => $"{Unsafe}AsRef(in packet.{member})";

    private static void EmitPlace(SourceWriter w, LayerModel layer, string start, string header, string end) => EmitPlace(w, layer, start, header, end, InPacket);

    private static void EmitPlace(SourceWriter w, LayerModel layer, string start, string header, string end, Func<string, string> target)
    {
        w.Line($"{target(Start(layer))} = {start};");
        w.Line($"{target(Header(layer))} = {header};");
        w.Line($"{target(End(layer))} = {end};");
    }

    private static void EmitRest(SourceWriter w, string start, string end) =>
        w.Line($"{Unsafe}AsRef(in packet._restStart) = {start};").Line($"{Unsafe}AsRef(in packet._restEnd) = {end};");

    private static void EmitGeneralBody(SourceWriter w, StackModel stack)
    {
        // A place is valid where a flag says that its layer is there: to clear all of them would cost more than to find the layers.
        w.Line($"{Unsafe}SkipInit(out packet);");
        w.Line($"{Unsafe}AsRef(in packet._source) = source;");
        w.Line($"{Unsafe}AsRef(in packet._present) = Layers.None;");
        if (stack.Paths.Count > 0)
            w.Line($"{Unsafe}AsRef(in packet._common) = Layers.None;");
        w.Line("int layer = 0, at = 0, end = source.Length;");
        if (stack.Paths.Count > 0)
            EmitNode(w, stack, stack.Paths.Select(p => p.Layers.ToList()).ToList(), 0, InPacket, ["_present", "_common"]);
        w.Line($"var result = {Result}.Done(source.Length);");
        using (w.Braces("while (layer >= 0)"))
        {
            w.Line("int from = at;");
            using (w.Braces("result = layer switch"))
            {
                for (int i = 0; i < stack.Layers.Count; i++)
                    w.Line($"{(i == stack.Layers.Count - 1 ? "_" : Number(i))} => Parse{Plain(stack.Layers[i])}(source, ref packet, ref at, ref end, out layer),");
            }
            w.Line(";");
            // A layer that ends before the packet does gets no more data, however much there will be.
            using (w.Braces("if (!result)"))
                w.Line("result = result.In(result.Field, from, end < source.Length);").Line("break;");
            // A layer without bytes could go on for ever.
            w.Line("if (at == from && layer == 0)").Indented("break;");
        }
        EmitRest(w, "at", "end");
        w.Line($"return result ? {Result}.Done(source.Length) : result;");
    }

    /// <summary>The common case of the layer that all these paths start with, and then of those that they go on with. Where they end too soon, the layers are parsed one by one from the last that was found.</summary>
    private static void EmitNode(SourceWriter w, StackModel stack, List<List<int>> paths, int depth, Func<string, string> target, string[] flags)
    {
        int index = paths[0][depth];
        var layer = stack.Layers[index];
        string name = Camel(layer.Name) + Number(depth), message = name + "Message", header = name + "Header", size = name + "Size";
        string tag = string.Concat(paths[0].Take(depth).Select(i => Number(i) + "_"));
        (message, header, size) = (message + tag, header + tag, size + tag);
        using (w.Braces($"if (at + {Common}FixedSize<{layer.Type}>() <= source.Length && {Common}TryParse<{layer.Type}>(source, at, end, out var {message}, out int {header}, out int {size}))"))
        {
            foreach (string flag in flags)
                w.Line($"{target(flag)} |= {Flag(layer)};");
            EmitPlace(w, layer, "at", $"at + {header}", $"at + {size}", target);
            string otherwise = "";
            foreach (var group in paths.Where(p => p.Count > depth + 1).GroupBy(p => p[depth + 1]))
            {
                using (w.Braces($"{otherwise}if ({header} != {size} && {Leads(stack, layer, group.Key, message)})"))
                {
                    w.Line($"layer = {group.Key};").Line($"end = at + {size};").Line($"at += {header};");
                    EmitNode(w, stack, group.ToList(), depth + 1, target, flags);
                }
                otherwise = "else ";
            }
            if (paths.Any(p => p.Count == depth + 1))
            {
                using (w.Braces($"{otherwise}{(Ends(stack, layer, message, $"{header} == {size}") is var ends && ends == "true" ? "" : $"if ({ends})")}"))
                    w.Line("layer = -1;").Line($"end = at + {size};").Line(layer.Table < 0 ? "at = end;" : $"at += {header};");
            }
        }
    }

    /// <summary>Does the tag of a layer say that the next one is that?</summary>
    private static string Leads(StackModel stack, LayerModel carrier, int next, string message)
    {
        var table = stack.Tables[carrier.Table];
        var before = table.Entries.TakeWhile(e => e.Layer != next).Where(e => e.IsNarrowed).Select(e => e.Layer).Distinct();
        string One(int layer) => $"{Common}Leads<{carrier.Type}, {table.Type}, {stack.Layers[layer].Type}>(in {message})";
        return string.Concat(before.Select(i => $"!{One(i)} && ")) + One(next);
    }

    /// <summary>Is there no layer over one?</summary>
    private static string Ends(StackModel stack, LayerModel layer, string message, string isEmpty) =>
        layer.Table < 0 || stack.Tables[layer.Table].Entries.Count == 0 ? "true" : $"{isEmpty} || Ends{stack.Tables[layer.Table].Name}(in {message})";

    private static void EmitParseLayer(SourceWriter w, StackModel stack, LayerModel layer, string self)
    {
        w.Line(NoInline);
        using (w.Braces($"private static {Result} Parse{Plain(layer)}({Bytes} source, ref {self} packet, ref int at, ref int end, out int next)"))
        {
            w.Line("next = -1;");
            w.Line($"var result = {layer.Type}.TryParse(source.Slice(at, end - at), out var message);");
            w.Line("if (!result)").Indented("return result;");
            w.Line("end = at + result.BytesConsumed;");
            using (w.Braces($"if ((packet._present & {Flag(layer)}) == 0)"))
            {
                w.Line($"{Unsafe}AsRef(in packet._present) |= {Flag(layer)};");
                w.Line($"{Unsafe}AsRef(in packet.{Start(layer)}) = at;").Line($"{Unsafe}AsRef(in packet.{End(layer)}) = end;");
            }
            w.Line(layer.Table >= 0 ? $"next = Next{stack.Tables[layer.Table].Name}(in message, source, ref at, ref end);" : "at = end;");
            w.Line("return result;");
        }
        w.Line();
    }

    /// <summary>Of the tables of layers that end a fast path: whether the tags of a carrier name no layer.</summary>
    private static void EmitEnds(SourceWriter w, StackModel stack)
    {
        foreach (var table in stack.Paths.Select(p => stack.Layers[p.Layers.Last()].Table).Where(t => t >= 0 && stack.Tables[t].Entries.Count > 0).Distinct().Select(t => stack.Tables[t]))
        {
            string where = $"where TCarrier : {Runtime}ICarrier<{table.Type}>, allows ref struct";
            w.Line("// Do the tags of a carrier say none of these layers? What names one only of another carrier, or in another field, takes the long way, where that is asked.");
            w.Line(Inline);
            w.Line($"private static bool Ends{table.Name}<TCarrier>(scoped in TCarrier carrier) {where} =>");
            w.Indented($"TCarrier.TagCount <= 2 && !Names{table.Name}(in carrier, 0) && (TCarrier.TagCount < 2 || !Names{table.Name}(in carrier, 1));").Line();
            w.Line(Inline);
            w.Line($"private static bool Names{table.Name}<TCarrier>(scoped in TCarrier carrier, int index) {where} =>");
            w.Indented($"carrier.TryGetTag(index, out var tag) && tag is {string.Join(" or ", table.Entries.SelectMany(e => e.Values).Distinct())};").Line();
        }
    }
}
