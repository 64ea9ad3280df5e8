using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The file of a stack: where each layer of a packet is, and the dispatch from one to the next.</summary>
internal static partial class StackEmitter
{
    public static string Emit(StackModel stack) => Emitter.File(stack.Type, "", w =>
    {
        EmitStorage(w, stack);
        EmitLayers(w, stack);
        EmitParse(w, stack);
        EmitWalk(w, stack);
        EmitDispatch(w, stack);
        EmitNames(w, stack);
    }, before: w => w.Line("[global::System.Diagnostics.DebuggerDisplay(\"{Present}\")]"));

    private static string Flag(LayerModel layer) => $"Layers.{layer.Name}";

    private static string Plain(LayerModel layer) => layer.Name.TrimStart('@');

    private static string Camel(string name) => char.ToLowerInvariant(name.TrimStart('@')[0]) + name.TrimStart('@').Substring(1);

    private static string Start(LayerModel layer) => Plain(layer) + "_Start";

    private static string HeaderEnd(LayerModel layer) => Plain(layer) + "_HeaderEnd";

    private static string PayloadEnd(LayerModel layer) => Plain(layer) + "_PayloadEnd";

    private static string End(LayerModel layer) => Plain(layer) + "_End";

    private static void EmitStorage(SourceWriter w, StackModel stack)
    {
        // They are set in place, where the compiler does not see it.
        w.Line("#pragma warning disable CS0649").Line(Hidden).Line($"private readonly {Bytes} _source;").Line(Hidden).Line("private readonly Places _places;").Line("#pragma warning restore CS0649").Line();
        w.Line("// What was found. Without references, so that a method which has it in memory need not clear that first.");
        using (w.Braces("private struct Places"))
        {
            w.Line("public Layers Present;").Line("public int RestStart, RestEnd;");
            EmitPlaces(w, stack);
            foreach (var layer in stack.Layers.Where((_, i) => !stack.IsOnPath(i)))
                w.Line($"public int {Start(layer)}, {End(layer)};");
        }
        w.Line();
        w.Line("/// <summary>The layers that a packet of this stack may have.</summary>").Line("[global::System.Flags]");
        using (w.Braces($"public enum Layers : {(stack.Layers.Count > 32 ? "ulong" : "uint")}"))
        {
            w.Line("/// <summary>None.</summary>").Line("None = 0,").Line();
            for (int i = 0; i < stack.Layers.Count; i++)
                w.Line($"/// <summary>{Plain(stack.Layers[i])}.</summary>").Line($"{stack.Layers[i].Name} = 1U{(stack.Layers.Count > 32 ? "L" : "")} << {i},").Line();
        }
        w.Line();
    }

    private static void EmitLayers(SourceWriter w, StackModel stack)
    {
        w.Line("/// <summary>The layers that this packet has.</summary>").Line("public Layers Present => _places.Present;").Line();
        w.Line("/// <summary>What the topmost layer carries that is no layer of the stack; empty if nothing.</summary>").Line($"public {Bytes} Rest => _source.Slice(_places.RestStart, _places.RestEnd - _places.RestStart);").Line();
        for (int i = 0; i < stack.Layers.Count; i++)
        {
            var layer = stack.Layers[i];
            using (w.Braces($"{layer.Modifiers} {layer.Type} {layer.Name}"))
            {
                w.Line(Inline);
                using (w.Braces("get"))
                {
                    w.Line($"if (!TryGet(out {layer.Type} layer))").Indented($"{Wire}ThrowNoLayer({Quote(Plain(layer))});");
                    w.Line("return layer;");
                }
            }
            w.Line();
            w.Line($"/// <summary>The layer {Plain(layer)}, the lowest if there are several; false if there is none.</summary>");
            w.Line(Inline);
            using (w.Braces($"{layer.Accessibility} bool TryGet(out {layer.Type} layer)"))
            {
                using (w.Braces($"if ((_places.Present & {Flag(layer)}) == 0)"))
                    w.Line("layer = default;").Line("return false;");
                if (stack.IsOnPath(i))
                {
                    // Known when the code is compiled. No call is left that returns, so that nothing need be kept across it.
                    w.Line($"if ({Common}FixedSize<{layer.Type}>() == 0)").Indented($"return {layer.Type}.TryParse(_source.Slice(0, _places.{End(layer)}).Slice((int)_places.{Start(layer)}), out layer);");
                    w.Line($"{Common}Restore(_source, _places.{Start(layer)}, _places.{HeaderEnd(layer)}, _places.{PayloadEnd(layer)}, _places.{End(layer)}, out layer);").Line("return true;");
                }
                else
                {
                    w.Line($"return {layer.Type}.TryParse(_source.Slice(0, _places.{End(layer)}).Slice(_places.{Start(layer)}), out layer);");
                }
            }
            w.Line();
        }
    }

    private static void EmitWalk(SourceWriter w, StackModel stack)
    {
        string visitor = $"where TVisitor : {Runtime}ILayerVisitor, allows ref struct";
        w.Line("/// <summary>Shows all layers of a packet, however many, to <paramref name=\"visitor\"/>: also those that are cut short, as far as they go.</summary>");
        w.Line($"public static void Walk<TVisitor>({Bytes} source, ref TVisitor visitor) {visitor} => Walk(0, source, ref visitor);").Line();
        foreach (var table in stack.Tables.Where(t => t.Entries.Count > 0))
        {
            w.Line($"/// <summary>Shows the layers of a packet whose first one is what <paramref name=\"tag\"/> says.</summary>");
            using (w.Braces($"{table.Accessibility} static void Walk<TVisitor>({table.Type} tag, {Bytes} source, ref TVisitor visitor) {visitor}"))
            {
                w.Line($"int layer = Find{table.Name}(tag);");
                w.Line("if (layer < 0)").Indented("visitor.Rest(source, 0);");
                w.Line("else").Indented("Walk(layer, source, ref visitor);");
            }
            w.Line();
        }
        using (w.Braces($"private static void Walk<TVisitor>(int layer, {Bytes} source, ref TVisitor visitor) {visitor}"))
        {
            w.Line("int at = 0, end = source.Length;");
            using (w.Braces("while (layer >= 0)"))
            {
                w.Line("int from = at, walked = layer;");
                using (w.Braces("switch (layer)"))
                {
                    for (int i = 0; i < stack.Layers.Count; i++)
                        w.Line($"case {i}:").Indented($"layer = Walk{Plain(stack.Layers[i])}(source, ref at, ref end, ref visitor);").Indented("break;");
                    w.Line("default:").Indented("return;");
                }
                w.Line("if (at == from && layer == walked)").Indented("return;");
            }
        }
        w.Line();
        foreach (var layer in stack.Layers)
        {
            using (w.Braces($"private static int Walk{Plain(layer)}<TVisitor>({Bytes} source, ref int at, ref int end, ref TVisitor visitor) {visitor}"))
            {
                w.Line("var bytes = source.Slice(at, end - at);");
                w.Line($"var result = {layer.Type}.TryParse(bytes, out var message);");
                w.Line($"var shown = result;");
                using (w.Braces("if (!result)"))
                {
                    w.Line($"if (result.Status == global::System.Buffers.OperationStatus.NeedMoreData)").Indented($"result = {layer.Type}.TryParseHeader(bytes, out message);");
                    using (w.Braces("if (!result)"))
                        w.Line($"visitor.Malformed<{layer.Type}>(bytes, at, shown);").Line("return -1;");
                }
                w.Line("visitor.Layer(in message, at, shown);");
                w.Line("end = at + result.BytesConsumed;");
                if (layer.Table < 0)
                {
                    w.Line("at = end;").Line("return -1;");
                }
                else
                {
                    w.Line($"int next = Next{stack.Tables[layer.Table].Name}(in message, source, ref at, ref end);");
                    w.Line("if (next < 0 && end > at)").Indented("visitor.Rest(source.Slice(at, end - at), at);");
                    w.Line("return next;");
                }
            }
            w.Line();
        }
    }

    private static void EmitDispatch(SourceWriter w, StackModel stack)
    {
        foreach (var table in stack.Tables)
        {
            w.Line("// The layer that the tag of a carrier says, and the place of the payload; -1 if it says none of these, or there is no payload.");
            using (w.Braces($"private static int Next{table.Name}<TCarrier>(scoped in TCarrier carrier, {Bytes} source, ref int at, ref int end) where TCarrier : {Runtime}ICarrier<{table.Type}>, allows ref struct"))
            {
                w.Line("var payload = carrier.Payload;");
                w.Line($"at = {Wire}OffsetOf(source, payload, end);").Line("end = at + payload.Length;");
                w.Line("if (payload.IsEmpty)").Indented("return -1;");
                using (w.Braces("for (int i = 0; i < TCarrier.TagCount; i++)"))
                {
                    w.Line("if (!carrier.TryGetTag(i, out var tag))").Indented("continue;");
                    foreach (var entry in table.Entries.Where(e => e.IsNarrowed))
                        w.Line($"if ({Wire}IsCarried<{stack.Layers[entry.Layer].Type}, {table.Type}, TCarrier>(tag, TCarrier.GetTagField(i)))").Indented($"return {entry.Layer};");
                    w.Line($"int layer = Find{table.Name}(tag);");
                    w.Line("if (layer >= 0)").Indented("return layer;");
                }
                w.Line("return -1;");
            }
            w.Line();
            using (w.Braces($"private static int Find{table.Name}({table.Type} tag)"))
            {
                using (w.Braces("switch (tag)"))
                {
                    foreach (var entry in table.Entries.Where(e => !e.IsNarrowed && e.Values.Count > 0))
                    {
                        foreach (string value in entry.Values)
                            w.Line($"case {value}:");
                        w.Indented($"return {entry.Layer};");
                    }
                    w.Line("default:").Indented("return -1;");
                }
            }
            w.Line();
        }
    }
}
