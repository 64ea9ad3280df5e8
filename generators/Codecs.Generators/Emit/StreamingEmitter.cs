using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The type that writes a message element by element: each is encoded once, straight into the buffer, and one that does not fit leaves no trace.</summary>
internal static class StreamingEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!message.IsOrigin || !IsHeadAndLists(message))
            return;
        string self = message.Type.FullName;
        var lists = message.Fields.Where(f => f.Kind == FieldKind.List).ToList();
        WriterEmitter.EmitHead(w, message);
        w.Line("/// <summary>Writes a message element by element, its lists in order: each is encoded once, and compressed against all that was written before. One that does not fit leaves no trace.</summary>");
        using (w.Braces("public ref struct Writer"))
        {
            w.Line($"private readonly {Span} _message;").Line($"private {Runtime}BackReferences _references;").Line("private int _at;");
            foreach (var list in lists)
                w.Line($"private int {Count(list)};");
            w.Line();
            EmitHead(w, message, self, lists);
            foreach (var list in lists)
                EmitAdd(w, message, list, lists);
            EmitComplete(w, message, lists);
        }
        w.Line();
    }

    /// <summary>Is the message a run of numbers and then lists that these count?</summary>
    private static bool IsHeadAndLists(MessageModel message) => message.IsStandalone && message.Terminator is null && message.Runs.Count == 1 && message.Fields.Any(f => f.Kind == FieldKind.List)
        && message.Fields.All(f => f.Place is not null || (f is { Kind: FieldKind.List, Optional: OptionalKind.None, Extent.Kind: ExtentKind.Count, Terminator: null, Item: { HasShape: false, HasDelta: false } } && IsWholeNumber(message.Fields[f.Extent.Counter])));

    private static bool IsWholeNumber(FieldModel field) => field.Place is { } place && place.BitOffset % 8 == 0 && field.Scalar!.Bits % 8 == 0 && field.Scalar.Order != ByteOrder.Runtime;

    private static string Count(FieldModel list) => $"_{char.ToLowerInvariant(list.PlainName[0])}{list.PlainName.Substring(1)}Count";

    private static void EmitHead(SourceWriter w, MessageModel message, string self, List<FieldModel> lists)
    {
        w.Line("/// <summary>Starts a message in a buffer, no longer than which it becomes.</summary>");
        w.Line("/// <param name=\"destination\">The buffer.</param>").Line("/// <param name=\"head\">The fields before the lists; its own lists are not written.</param>");
        // By value: of what a constructor gets by reference C# fears that it is the writer itself, which it then makes aside and copies.
        w.Line(Inline);
        using (w.Braces($"public Writer({Span} destination, scoped {self} head)"))
            w.Line("_message = destination;").Line("_at = head.WriteHead(destination);").Line(string.Concat(lists.Select(l => Count(l) + " = ")) + "0;");
        w.Line();
        w.Line("/// <summary>The bytes written so far; -1 if not even the fields before the lists have room.</summary>").Line("public readonly int BytesWritten => _at;").Line();
        w.Line("/// <summary>Writes the fields before the lists anew: what is known only now, such as that the message is truncated.</summary>");
        using (w.Braces($"public void Write(scoped in {self} head)"))
        {
            w.Line("int written = head.WriteHead(_message);");
            w.Line("if (_at < written)").Indented("_at = written;");
        }
        w.Line();
    }

    // The methods are readonly, though they change the writer: so the compiler knows that what is added is not kept, and need not live as long. By reference, it is not copied.
    private static void EmitAdd(SourceWriter w, MessageModel message, FieldModel list, List<FieldModel> lists)
    {
        string item = list.Item!.Type;
        w.Line($"/// <summary>Adds an element to {list.PlainName}; false, with nothing written, if it does not fit.</summary>");
        w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A later list has elements already, or a value cannot be encoded.</exception>");
        w.Line(Inline).Line($"public readonly bool TryAddTo{list.PlainName}(scoped in {item} item) => TryAddTo{list.PlainName}Core(in item);").Line();
        string U = Free(message.Type, "TUpper");
        w.Line($"/// <summary>Adds an element with what it carries to {list.PlainName}; false, with nothing written, if it does not fit.</summary>");
        w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A later list has elements already, or a value cannot be encoded.</exception>");
        w.Line(Inline).Line($"public readonly bool TryAddTo{list.PlainName}<{U}>(scoped in {Runtime}Layers<{item}, {U}> item) where {U} : {Runtime}ILayer<{U}>, allows ref struct => TryAddTo{list.PlainName}Core(in item);").Line();
        string I = Free(message.Type, "TItem");
        w.Line(Inline);
        using (w.Braces($"private readonly bool TryAddTo{list.PlainName}Core<{I}>(scoped in {I} item) where {I} : {Runtime}IWritable, allows ref struct"))
        {
            var later = lists.Where(l => l.Ordinal > list.Ordinal).ToList();
            if (later.Count > 0)
                w.Line($"if ({string.Join(" || ", later.Select(l => Count(l) + " != 0"))})").Indented($"{Wire}ThrowOrder({Quote($"{message.Type.Name}.{list.PlainName}")});");
            var counter = message.Fields[list.Extent.Counter];
            w.Line($"if (_at < 0 || (ulong){Count(list)} >= {counter.Scalar!.Max} || (!{I}.IsCompressed && _message.Length - _at < {Unsafe}AsRef(in item).GetMaxSize()))").Indented("return false;");
            // Not through the readonly reference, which the compiler would copy from.
            w.Line($"int written = {Unsafe}AsRef(in item).Write(_message, _at, {Runtime}WriteContext.Referring(ref {Unsafe}AsRef(in _references)));");
            w.Line("if (written < 0)").Indented("return false;");
            w.Line($"{Unsafe}AsRef(in _at) += written;").Line($"{Unsafe}AsRef(in {Count(list)})++;").Line("return true;");
        }
        w.Line();
    }

    private static void EmitComplete(SourceWriter w, MessageModel message, List<FieldModel> lists)
    {
        w.Line("/// <summary>Writes the counts: the message is complete.</summary>").Line("/// <returns>False if not even the fields before the lists had room.</returns>");
        using (w.Braces("public bool TryComplete(out int bytesWritten)"))
        {
            w.Line("bytesWritten = global::System.Math.Max(_at, 0);");
            w.Line("_references.Dispose();");
            w.Line("if (_at < 0)").Indented("return false;");
            foreach (var list in lists)
            {
                var counter = message.Fields[list.Extent.Counter];
                int bias = counter.Counts.First(c => c.Field == list.Ordinal).Bias;
                w.Line($"{Wire}WriteInteger(_message.Slice({counter.Place!.BitOffset / 8}, {counter.Scalar!.Bytes}), {Wire}Count({Count(list)}, {Number(bias)}, {counter.Scalar.Max}, {Quote($"{message.Type.Name}.{list.PlainName}")}, {Quote(counter.PlainName)}), {(counter.Scalar.Order == ByteOrder.Little ? "true" : "false")});");
            }
            w.Line("return true;");
        }
    }
}
