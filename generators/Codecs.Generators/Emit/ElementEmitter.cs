using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>
/// The common case of a message that is an element of lists and refers to the message around it: values of field types that do so too, numbers, and a payload
/// behind its length. It is passed over, or made, without telling what is wrong with others: these are left to the general parser.
/// </summary>
internal static class ElementEmitter
{
    // Each is named as the method that it makes.
    private enum Work
    {
        Skip,
        Take,
        Restore,
    }

    /// <summary>Is the message of that form?</summary>
    public static bool IsSimple(MessageModel message) => message.HasBackReferences && message.IsStandalone && message.Delta < 0 && message.Terminator is null && !message.IsWhole
        && message.Elements.All(e => e.Kind switch
        {
            ElementKind.Run => message.Runs[e.Index].Groups.All(g => g.Order != ByteOrder.Runtime) && message.Runs[e.Index].Fields.All(f => IsPlain(message.Fields[f])),
            ElementKind.Field => IsPlain(message.Fields[e.Index]) && (IsReference(message.Fields[e.Index]) || IsWindow(message, message.Fields[e.Index])),
            ElementKind.Open or ElementKind.Bind or ElementKind.Close => true,
            _ => false,
        })
        && message.Scopes.All(s => IsPayload(message, s));

    /// <summary>Does it keep what was remembered of the message around it, for the payload, which may refer to that too?</summary>
    public static bool Remembers(MessageModel message) => IsSimple(message) && message.Carrier is { } carrier && Windows.HasOrigin(message.Fields[carrier.Payload]);

    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!IsSimple(message))
            return;
        string codec = $"{Runtime}ICodec<{message.Type.FullName}>";
        w.Line(Inline);
        using (w.Braces($"static int {codec}.Skip({Bytes} message, int offset, ref {Memory} memory)"))
        {
            w.Line("int at = offset;");
            EmitParts(w, message, Work.Skip);
            w.Line("return at;");
        }
        w.Line();
        w.Line(Inline);
        w.Line($"static int {codec}.Take({Bytes} message, int offset, scoped ref {Memory} memory, out {message.Type.FullName} value) => TakeCore(message, offset, ref memory, out value);").Line();
        w.Line(Inline);
        using (w.Braces($"private static int TakeCore({Bytes} message, int offset, scoped ref {Memory} memory, out {message.Type.FullName} value)"))
            EmitMaking(w, message, Work.Take);
        w.Line();
        var references = message.Fields.Where(IsReference).Select(f => $"{Wire}IsRestorable<{f.ValueType}>()").Distinct().ToList();
        w.Line($"static bool {codec}.IsRestorable => {(references.Count == 0 ? "true" : string.Join(" && ", references))};").Line();
        w.Line(Inline);
        using (w.Braces($"static int {codec}.Restore({Bytes} message, int offset, out {message.Type.FullName} value)"))
            EmitMaking(w, message, Work.Restore);
        w.Line();
    }

    private static void EmitMaking(SourceWriter w, MessageModel message, Work work)
    {
        w.Line($"{Unsafe}SkipInit(out value);").Line("int at = offset;");
        EmitParts(w, message, work);
        if (message.HasState)
            w.Line($"{Unsafe}AsRef(in value._state) = {Received};");
        if (Remembers(message))
            w.Line($"{Unsafe}AsRef(in value._memory) = {(work == Work.Take ? "memory" : "default")};");
        w.Line("return at;");
        // Only here, so that what is set above need not be cleared before.
        w.Label("none").Line("value = default;").Line("return -1;");
    }

    private static void EmitParts(SourceWriter w, MessageModel message, Work work)
    {
        foreach (var element in message.Elements)
        {
            if (element.Kind == ElementKind.Run)
                EmitRun(w, message.Runs[element.Index], work);
            else if (element.Kind == ElementKind.Field && IsReference(message.Fields[element.Index]))
                EmitReference(w, message.Fields[element.Index], work);
            else if (element.Kind == ElementKind.Field)
                EmitWindow(w, message, message.Fields[element.Index], work);
        }
    }

    private static void EmitRun(SourceWriter w, RunModel run, Work work)
    {
        // So that nothing is compared again where the span is cut and read.
        w.Line("if (unchecked((uint)at) > (uint)message.Length)").Indented(Otherwise(work));
        w.Line($"var rest{run.Index} = message.Slice(at);");
        w.Line($"if (rest{run.Index}.Length < {run.Size})").Indented(Otherwise(work));
        w.Line($"var layout{run.Index} = {Wire}Read<{Layout(run.Index)}>(rest{run.Index});");
        if (work != Work.Skip)
            w.Line($"{Unsafe}AsRef(in value.{LayoutField(run.Index)}) = layout{run.Index};");
        w.Line($"at += {run.Size};");
    }

    private static void EmitReference(SourceWriter w, FieldModel field, Work work)
    {
        w.Line(work switch
        {
            Work.Skip => $"at = {Wire}Skip<{field.ValueType}>(message, at, ref memory);",
            Work.Take => $"at = {Wire}Take(message, at, ref memory, out {field.ValueType} part{field.Ordinal});",
            _ => $"at = {Wire}Restore(message, at, out {field.ValueType} part{field.Ordinal});",
        });
        w.Line("if (at < 0)").Indented(Otherwise(work));
        if (work != Work.Skip)
            w.Line($"{Unsafe}AsRef(in value.{field.Storage}) = part{field.Ordinal};");
    }

    private static void EmitWindow(SourceWriter w, MessageModel message, FieldModel field, Work work)
    {
        var descriptor = message.Fields[message.Scopes[field.Extent.Scope].Descriptor];
        w.Line($"int length = (int){ScalarCode.Raw(message, descriptor, $"layout{descriptor.Place!.Run}", "")};");
        w.Line("int end = unchecked(at + length);").Line("if (unchecked((uint)end) > (uint)message.Length)").Indented(Otherwise(work));
        if (work != Work.Skip && Windows.HasOrigin(field))
            w.Line($"{Unsafe}AsRef(in value.{field.Storage}) = message.Slice(0, end);").Line($"{Unsafe}AsRef(in value.{Windows.Offset(field)}) = at;");
        else if (work != Work.Skip)
            w.Line($"{Unsafe}AsRef(in value.{field.Storage}) = message.Slice(0, end).Slice(at);");
        w.Line("at = end;");
    }

    private static string Otherwise(Work work) => work == Work.Skip ? "return -1;" : "goto none;";

    private static bool IsPlain(FieldModel field) => field is { Const: null, Require: "", Presence.Kind: PresenceKind.Always, Optional: OptionalKind.None, Terminator: null, Limit: 0, EscapedBy: < 0, IsDigest: false };

    private static bool IsReference(FieldModel field) => field is { Kind: FieldKind.Value, HasBackReferences: true, Argument: "", Extent.Kind: not (ExtentKind.Constant or ExtentKind.Member) };

    private static bool IsWindow(MessageModel message, FieldModel field) =>
        field is { Kind: FieldKind.Bytes, Extent.Kind: ExtentKind.Open, Token: "", ConstBytes: "", While: "", Filler: "", SlotLength: < 0 } && field.Extent.Scope >= 0 && message.Scopes[field.Extent.Scope].First == field.Ordinal;

    // A length of few enough bits, and behind it the payload, which is the end.
    private static bool IsPayload(MessageModel message, ScopeModel scope) =>
        scope is { Parent: < 0, Unit: 1, Bias: 0, Form: ScopeForm.Leading, IsConditional: false, Checks.Count: 0, TailOfParent.Count: 0 }
        && scope.First == scope.Last && scope.Last == message.Fields.Count - 1 && message.Fields[scope.Descriptor] is { Place: not null, Scalar.Bits: <= 24 };
}
