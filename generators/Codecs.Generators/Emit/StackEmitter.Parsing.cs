using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Finding the layers: those of the fast paths in the caller, whatever is on none of them layer by layer.</summary>
internal static partial class StackEmitter
{
    private const string Common = "global::Codecs.CompilerServices.CommonCase.";

    private static void EmitParse(SourceWriter w, StackModel stack)
    {
        string self = stack.Type.FullName;
        w.Line("/// <summary>Finds the layers of a packet. If one of them is broken, those below it stay readable, and the result says what is wrong and where.</summary>");
        w.Line("/// <remarks>The field of a failed result is an ordinal of the layer at fault.</remarks>");
        if (stack.Paths.Count > 0)
        {
            EmitPaths(w, stack, self);
        }
        else
        {
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} packet)"))
            {
                w.Line($"{Unsafe}SkipInit(out packet);");
                w.Line($"{Unsafe}AsRef(in packet._source) = source;");
                w.Line($"{Unsafe}AsRef(in packet._places) = ParseGeneral(source, out var result);").Line("return result;");
            }
            w.Line();
        }
        w.Line(NoInline);
        using (w.Braces($"private static Places ParseGeneral({Bytes} source, out {Result} result)"))
            EmitGeneralBody(w, stack);
        w.Line();
        for (int i = 0; i < stack.Layers.Count; i++)
            EmitParseLayer(w, stack, i);
    }

    private static void EmitGeneralBody(SourceWriter w, StackModel stack)
    {
        // A place is valid where a flag says that its layer is there: to clear all of them would cost more than to find the layers.
        w.Line($"{Unsafe}SkipInit(out Places places);").Line("places.Present = Layers.None;");
        w.Line("int layer = 0, at = 0, end = source.Length;");
        if (stack.Paths.Count > 0)
            EmitNode(w, stack, stack.Paths.Select(p => p.Layers.ToList()).ToList(), 0);
        w.Line($"result = {Result}.Done(source.Length);");
        using (w.Braces("while (layer >= 0)"))
        {
            w.Line("int from = at;");
            using (w.Braces("result = layer switch"))
            {
                for (int i = 0; i < stack.Layers.Count; i++)
                    w.Line($"{(i == stack.Layers.Count - 1 ? "_" : Number(i))} => Parse{Plain(stack.Layers[i])}(source, ref places, ref at, ref end, out layer),");
            }
            w.Line(";");
            // A layer that ends before the packet does gets no more data, however much there will be.
            using (w.Braces("if (!result)"))
                w.Line("result = result.In(result.Field, from, end < source.Length);").Line("break;");
            // A layer without bytes could go on for ever.
            w.Line("if (at == from && layer == 0)").Indented("break;");
        }
        w.Line("places.RestStart = at;").Line("places.RestEnd = end;");
        w.Line("if (result)").Indented($"result = {Result}.Done(source.Length);");
        w.Line("return places;");
    }

    /// <summary>The common case of the layer that all these paths start with, and then of those that they go on with. Where they end too soon, the layers are parsed one by one from the last that was found.</summary>
    private static void EmitNode(SourceWriter w, StackModel stack, List<List<int>> paths, int depth)
    {
        int index = paths[0][depth];
        var layer = stack.Layers[index];
        string name = Camel(layer.Name) + Number(depth), message = name + "Message", header = name + "Header", size = name + "Size";
        string tag = string.Concat(paths[0].Take(depth).Select(i => Number(i) + "_"));
        (message, header, size) = (message + tag, header + tag, size + tag);
        using (w.Braces($"if (at + {Common}FixedSize<{layer.Type}>() <= source.Length && {Common}TryParse<{layer.Type}>(source, at, end - at, out var {message}, out int {header}, out int {size}))"))
        {
            w.Line($"places.Present |= {Flag(layer)};");
            EmitPlace(w, layer, OfPlaces, "at", $"at + {header}", $"at + {size}", $"at + {size}");
            string otherwise = "";
            foreach (var group in paths.Where(p => p.Count > depth + 1).GroupBy(p => p[depth + 1]))
            {
                using (w.Braces($"{otherwise}if ({header} != {size} && {Leads(stack, layer, group.Key, message)})"))
                {
                    w.Line($"layer = {group.Key};").Line($"end = at + {size};").Line($"at += {header};");
                    EmitNode(w, stack, group.ToList(), depth + 1);
                }
                otherwise = "else ";
            }
            if (paths.Any(p => p.Count == depth + 1))
            {
                using (w.Braces($"{otherwise}{(Names(stack, layer, message) is { } names ? $"if ({header} == {size} || !({names}))" : "")}"))
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

    private static void EmitParseLayer(SourceWriter w, StackModel stack, int index)
    {
        var layer = stack.Layers[index];
        w.Line(NoInline);
        using (w.Braces($"private static {Result} Parse{Plain(layer)}({Bytes} source, ref Places places, ref int at, ref int end, out int next)"))
        {
            w.Line("next = -1;");
            w.Line($"var result = {layer.Type}.TryParse(source.Slice(at, end - at), out var message);");
            w.Line("if (!result)").Indented("return result;");
            w.Line("end = at + result.BytesConsumed;");
            using (w.Braces($"if ((places.Present & {Flag(layer)}) == 0)"))
            {
                w.Line($"places.Present |= {Flag(layer)};");
                if (stack.IsOnPath(index))
                {
                    w.Line($"{Common}Measure(in message, at, out int header, out int payload);");
                    EmitPlace(w, layer, OfPlaces, "at", "header", "payload", "end");
                }
                else
                {
                    w.Line($"places.{Start(layer)} = at;").Line($"places.{End(layer)} = end;");
                }
            }
            w.Line(layer.Table >= 0 ? $"next = Next{stack.Tables[layer.Table].Name}(in message, source, ref at, ref end);" : "at = end;");
            w.Line("return result;");
        }
        w.Line();
    }
}
