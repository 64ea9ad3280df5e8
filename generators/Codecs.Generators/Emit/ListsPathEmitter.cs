using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The common case of a message that is numbers and then lists that these count: elements as they should be are only passed over.</summary>
internal static class ListsPathEmitter
{
    /// <summary>Is the message so?</summary>
    public static bool Applies(MessageModel message) =>
        message is { IsStandalone: true, HasBackReferences: false, Delta: < 0, Terminator: null, Limit: 0 }
        && message.Runs.Count == 1 && message.Scopes.Count == 0 && message.Checksums.Count == 0 && message.Elements[0].Kind == ElementKind.Run
        && message.Runs[0].Groups.All(g => g.Order != ByteOrder.Runtime)
        && message.Fields.All(f => f.Place is not null ? f is { Const: null, Require.Length: 0, PresenceOf.Count: 0, Optional: OptionalKind.None } : IsCounted(f))
        && message.Fields.Any(IsCounted);

    public static void Emit(SourceWriter w, MessageModel message)
    {
        var run = message.Runs[0];
        var lists = message.Fields.Where(IsCounted).ToList();
        w.Line($"{Unsafe}SkipInit(out message);");
        w.Line($"if (source.Length < {run.Size})").Indented("goto general;");
        w.Line($"var layout = {Wire}Read<{Layout(0)}>(source.Slice(0, {run.Size}));");
        w.Line($"{Memory} memory = default;");
        w.Line($"int at0 = {run.Size};");
        for (int i = 0; i < lists.Count; i++)
        {
            var counter = message.Fields[lists[i].Extent.Counter];
            w.Line($"int count{i} = {Wire}CountOf((ulong){ScalarCode.Raw(message, counter, "layout", "message.")}, {Number(counter.Counts.First(c => c.Field == lists[i].Ordinal).Bias)});");
            w.Line($"int at{i + 1} = {lists[i].ValueType}.Pass(source, at{i}, count{i}, ref memory);");
            w.Line($"if (at{i + 1} < 0)").Indented("goto general;");
        }
        w.Line($"{Unsafe}AsRef(in message.{LayoutField(0)}) = layout;");
        if (message.HasState)
            w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
        for (int i = 0; i < lists.Count; i++)
            w.Line($"{Unsafe}AsRef(in message.{lists[i].Storage}) = new {lists[i].ValueType}(source.Slice(0, at{i + 1}), at{i}, count{i});");
        if (message.IsOrigin)
            w.Line($"{Unsafe}AsRef(in message._origin) = source.Slice(0, at{lists.Count});");
        w.Line($"return {Result}.Done(at{lists.Count});");
        w.Label("general");
        w.Line($"return {ParserEmitter.Call(message, "source", "default", "message")};");
    }

    private static bool IsCounted(FieldModel field) => field is
    {
        Kind: FieldKind.List, Optional: OptionalKind.None, Presence.Kind: PresenceKind.Always, Extent: { Kind: ExtentKind.Count, Scope: < 0 }, Terminator: null, Limit: 0, Require.Length: 0, Item.HasShape: false,
    };
}
