using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The type that reads a message element by element: the counterpart of its <c>Writer</c>. Each byte is looked at once, when the reader comes to it.</summary>
internal static class ReaderEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!message.IsOrigin || !ListsPathEmitter.Applies(message))
            return;
        string self = message.Type.FullName;
        var lists = message.Fields.Where(f => f.Kind == FieldKind.List).ToList();
        // More than 16 bits can say is more elements than a list may have.
        if (lists.Any(l => l.Item!.HasDelta || message.Fields[l.Extent.Counter].Scalar!.Bits > 16))
            return;
        w.Line("/// <summary>Reads a message element by element, its lists in order: every byte is looked at once, and what is wrong with the message shows when the reader comes to it.</summary>");
        w.Line("/// <remarks>Elements are windows into the source, and live as long as it. Whether all of the message was right is known after <see cref=\"Complete\"/>: until then, what was read may be part of none.</remarks>");
        using (w.Braces("public ref struct Reader"))
        {
            // -1 where the message ends too early or is wrong; the lists are numbered in their order.
            // The fields before the lists stay where they are: of a copy, the compiler would make a variable for each.
            w.Line($"private static readonly {Layout(0)} s_none;").Line($"private readonly {Bytes} _message;").Line($"private readonly ref readonly {Layout(0)} _head;").Line($"private {Memory} _memory;").Line("private int _at;").Line("private int _left;").Line("private int _list;").Line();
            EmitStart(w, message, self, lists);
            for (int i = 0; i < lists.Count; i++)
                EmitRead(w, message, lists, i);
            EmitComplete(w, self, lists);
            EmitTurning(w, message, lists);
        }
        w.Line();
    }

    private static void EmitStart(SourceWriter w, MessageModel message, string self, List<FieldModel> lists)
    {
        int size = message.Runs[0].Size;
        w.Line("/// <summary>Starts at the beginning of a message.</summary>").Line("/// <param name=\"source\">The message; more may follow it.</param>");
        w.Line(Inline);
        using (w.Braces($"public Reader({Bytes} source)"))
        {
            w.Line("_message = source;").Line("_head = ref s_none;").Line("_at = -1;");
            using (w.Braces($"if (source.Length >= {size})"))
                w.Line($"_head = ref {Marshal}AsRef<{Layout(0)}>(source);").Line($"_at = {size};").Line("_left = Count(in _head, 0);");
        }
        w.Line();
        foreach (var field in message.Fields.Where(f => f.Place is not null && f.Modifiers.StartsWith("public", StringComparison.Ordinal) && f.PlainName is not ("Head" or "Complete")))
            EmitField(w, message, self, field);
        w.Line("/// <summary>The fields before the lists as a message, whose own lists are empty: to answer with. The default if not even these are there.</summary>");
        using (w.Braces($"public readonly {self} Head"))
        {
            w.Line(Inline);
            using (w.Braces("get"))
            {
                w.Line($"{self} head = default;");
                using (w.Braces($"if (_message.Length >= {message.Runs[0].Size})"))
                {
                    w.Line($"{Unsafe}AsRef(in head.{LayoutField(0)}) = _head;");
                    if (message.HasState)
                        w.Line($"{Unsafe}AsRef(in head._state) = {Received};");
                    w.Line($"{Unsafe}AsRef(in head._origin) = _message.Slice(0, {message.Runs[0].Size});");
                }
                w.Line("return head;");
            }
        }
        w.Line();
    }

    // Not from a message made for that, which would have room for lists as well.
    private static void EmitField(SourceWriter w, MessageModel message, string self, FieldModel field)
    {
        w.Line($"/// <inheritdoc cref=\"{self}.{field.Name}\"/>");
        using (w.Braces($"public readonly {field.Type} {field.Name}"))
            w.Line(Inline).Line($"get => {ScalarCode.FromRaw(field.Scalar!, ScalarCode.Raw(message, field, "_head", ""))};");
        w.Line();
    }

    private static void EmitRead(SourceWriter w, MessageModel message, List<FieldModel> lists, int index)
    {
        var list = lists[index];
        w.Line($"/// <summary>Reads the next element of {list.PlainName}; elements of earlier lists that were not read are passed over.</summary>");
        w.Line("/// <returns>False after the last, and where the message does not parse: <see cref=\"Complete\"/> tells which.</returns>");
        w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A later list was begun, or the message completed.</exception>");
        w.Line(Inline);
        using (w.Braces($"public bool TryReadFrom{list.PlainName}(out {list.Item!.Type} item)"))
        {
            using (w.Braces($"if (_list != {index})"))
                w.Line($"TurnTo({index}, {Quote($"{message.Type.Name}.{list.PlainName}")});");
            using (w.Braces("if (_left > 0)"))
            {
                w.Line($"int end = {list.ValueType}.Read(_message, _at, ref _memory, out item);");
                using (w.Braces("if (end >= 0)"))
                    w.Line("_at = end;").Line("_left--;").Line("return true;");
                w.Line("_at = -1;").Line("_left = 0;");
            }
            w.Line("item = default;").Line("return false;");
        }
        w.Line();
    }

    private static void EmitComplete(SourceWriter w, string self, List<FieldModel> lists)
    {
        w.Line("/// <summary>Passes over what was not read, and tells what became of the message.</summary>");
        w.Line("/// <returns>What <c>TryParse</c> would have said of it: its length, or what is wrong with it.</returns>");
        w.Line(Inline);
        using (w.Braces($"public {Result} Complete()"))
        {
            w.Line("if (_left != 0 || CountAfter(_list) != 0)").Indented($"TurnTo({lists.Count}, \"\");");
            w.Line($"return _at >= 0 ? {Result}.Done(_at) : Explain(_message);");
        }
        w.Line();
        w.Line(NoInline);
        w.Line($"private static {Result} Explain({Bytes} source) => TryParse(source, out {self} _);").Line();
    }

    // What is rare is done by value, so that the reader itself can stay in registers.
    private static void EmitTurning(SourceWriter w, MessageModel message, List<FieldModel> lists)
    {
        w.Line("// Goes to a later list.").Line(Inline);
        using (w.Braces("private void TurnTo(int list, string name)"))
        {
            using (w.Braces("if (_left != 0 || _list != list - 1)"))
                w.Line("var memory = _memory;").Line("_at = PassTo(_message, in _head, _at, _left, _list, list, name, ref memory);").Line("_memory = memory;");
            w.Line("_list = list;").Line("_left = CountOf(list);");
        }
        w.Line();
        w.Line("// Passes over what is left of a list, and over those between it and another.").Line(NoInline);
        using (w.Braces($"private static int PassTo({Bytes} message, in {Layout(0)} head, int at, int left, int from, int to, string name, ref {Memory} memory)"))
        {
            w.Line("if (from > to)").Indented($"{Wire}ThrowOrder(name);");
            using (w.Braces("for (int list = from; list < to && at >= 0; list++)"))
            {
                w.Line("int count = list == from ? left : Count(in head, list);");
                using (w.Braces("at = list switch", "};"))
                {
                    for (int i = 0; i < lists.Count; i++)
                        w.Line($"{(i == lists.Count - 1 ? "_" : Number(i))} => {lists[i].ValueType}.ReadPast(message, at, count, ref memory),");
                }
            }
            w.Line("return at;");
        }
        w.Line();
        w.Line("// The elements of a list, as its message counts them; none after the last, and where the message is wrong.").Line(Inline);
        w.Line("private readonly int CountOf(int list) => _at < 0 ? 0 : Count(in _head, list);").Line();
        w.Line("// Are there elements in lists after that one?").Line(Inline);
        using (w.Braces("private readonly int CountAfter(int list) => list switch", "};"))
        {
            for (int i = 0; i < lists.Count - 1; i++)
                w.Line($"{Number(i)} => {string.Join(" | ", Enumerable.Range(i + 1, lists.Count - 1 - i).Select(later => $"CountOf({Number(later)})"))},");
            w.Line("_ => 0,");
        }
        w.Line();
        w.Line(Inline);
        using (w.Braces($"private static int Count(in {Layout(0)} head, int list) => list switch", "};"))
        {
            for (int i = 0; i < lists.Count; i++)
            {
                var counter = message.Fields[lists[i].Extent.Counter];
                w.Line($"{Number(i)} => (int){ScalarCode.Raw(message, counter, "head", "")}{(counter.Counts.First(c => c.Field == lists[i].Ordinal).Bias is not 0 and var bias ? $" - {Number(bias)}" : "")},");
            }
            w.Line("_ => 0,");
        }
    }
}
