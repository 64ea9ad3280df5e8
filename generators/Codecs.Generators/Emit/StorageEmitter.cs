using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>What a message keeps: runs by value in the order of the wire, windows for the rest.</summary>
internal static class StorageEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        // They are set in place, where the compiler does not see it.
        w.Line("#pragma warning disable CS0649");
        foreach (var run in message.Runs)
            Member(w, Layout(run.Index), LayoutField(run.Index));
        // Small things come before spans, in what the fixed part leaves of its last word: each copy of the message is shorter by that.
        if (MayBeCut(message))
            w.Line().Line("// Ordinal of the first field that was cut off; 0 if none was.").Line(Hidden).Line("private readonly ushort _missing;");
        if (message.HasState)
            w.Line().Line("// Bit 0: parsed; bit 1: and not changed since.").Line(Hidden).Line("private readonly byte _state;").Line();
        foreach (var field in message.Fields)
            EmitField(w, field);
        foreach (var parameter in message.Parameters)
            Member(w, parameter.Type, parameter.Storage);
        if (message.Delta >= 0)
            w.Line().Line("// The value in the element before, if that has been read or written.").Line(Hidden).Line("private readonly ulong _previous;");
        if (ElementEmitter.Remembers(message))
            w.Line().Line("// What was remembered of the message around it, up to the payload.").Line(Hidden).Line($"private readonly {Memory} _memory;");
        if (message.IsOrigin)
            w.Line().Line("// The message as it was received.").Line(Hidden).Line($"private readonly {Bytes} _origin;");
        w.Line("#pragma warning restore CS0649").Line();
        foreach (var run in message.Runs)
            EmitLayout(w, run);
    }

    private static void EmitField(SourceWriter w, FieldModel field)
    {
        if (field.Storage.Length > 0)
            Member(w, Type(field), field.Storage);
        if (Windows.HasOrigin(field))
            Member(w, "int", Windows.Offset(field));
        if (field is { Kind: FieldKind.Bytes, SlotLength: >= 0 })
            Member(w, Bytes, Windows.Slack(field));
        if (field.MayBeEnded)
            Member(w, "bool", Ended(field));
        if (field.Kind is FieldKind.Digits or FieldKind.Sized)
            Member(w, "byte", Spelling(field));
    }

    private static void Member(SourceWriter w, string type, string name) => w.Line(Hidden).Line($"private readonly {type} {name};");

    private static void EmitLayout(SourceWriter w, RunModel run)
    {
        w.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]");
        using (w.Braces($"private struct {Layout(run.Index)}"))
        {
            foreach (var group in run.Groups)
            {
                foreach (var (offset, size) in ScalarCode.Members(group))
                    w.Line($"public {ScalarCode.MemberType(size)} _{group.Offset + offset};");
            }
        }
        w.Line();
    }

    /// <summary>Was the terminator there that need not be?</summary>
    public static string Ended(FieldModel field) => field.Storage + "IsEnded";

    /// <summary>How a number was spelled: how many digits, in which case, with which sign; or how many bytes.</summary>
    public static string Spelling(FieldModel field) => field.Storage + "Spelling";

    /// <summary>Is a truth value kept as the whole bytes that it came in, of which others than 0 and 1 are true too?</summary>
    public static bool IsKeptRaw(FieldModel field) => field is { Kind: FieldKind.Scalar, Place: null, Scalar.Form: ScalarForm.Bool };

    /// <summary>What is kept for an integer that was read.</summary>
    public static string Kept(FieldModel field, string raw) => IsKeptRaw(field) ? $"({RawType(field)}){raw}" : ScalarCode.FromRaw(field.Scalar!, raw);

    /// <summary>Is it a number that is known of what was parsed only? Any change forgets it, so that asking for it asks nothing else.</summary>
    /// <remarks>In the fixed part, one that shares its bytes with what is kept is asked for instead: to forget it, each change would have to take it out of them.</remarks>
    public static bool IsForgotten(MessageModel message, FieldModel field) =>
        IsKnownOfParsed(field) && (field.Kind == FieldKind.Escaped || (field.Place is { } place && message.Runs[place.Run].Groups[place.Group].Size is 1 or 2 or 4 or 8
            && message.Fields.All(f => f.Place is not { } other || other.Run != place.Run || other.Group != place.Group || f.Const is not null || IsKnownOfParsed(f))));

    private static bool IsKnownOfParsed(FieldModel field) => field is { IsDerived: true, HasInit: false, Const: null, PresenceOf.Count: 0 };

    /// <summary>What a change of the message sets to its default, to forget that: a member of it, and a member of that.</summary>
    public static IEnumerable<(string Part, string Member)> Forgotten(MessageModel message) => message.Fields.Where(f => IsForgotten(message, f))
        .Select(field => field.Place is { } place ? (LayoutField(place.Run), $"._{message.Runs[place.Run].Groups[place.Group].Offset}") : (field.Storage, "")).Distinct();

    /// <summary>Can the end of the source fall into the field, so that what follows it in the message is not there?</summary>
    public static bool MayBeCutAfter(MessageModel message, FieldModel field, int index) =>
        message.HasHeaderForm && field.Extent.Kind == ExtentKind.Open && message.Elements.Skip(index + 1).Any(e => e.Kind is ElementKind.Run or ElementKind.Field);

    /// <summary>Can fields be missing in a message of which only the beginning is there?</summary>
    public static bool MayBeCut(MessageModel message) =>
        message.Elements.Select((e, i) => (Element: e, Index: i)).Any(x => x.Element.Kind == ElementKind.Field && MayBeCutAfter(message, message.Fields[x.Element.Index], x.Index));

    private static string RawType(FieldModel field) => field.Scalar!.Bytes switch { 1 => "byte", 2 => "ushort", <= 4 => "uint", _ => "ulong" };

    private static string Type(FieldModel field)
    {
        if (IsKeptRaw(field))
            return RawType(field) + (field.Optional == OptionalKind.Nullable ? "?" : "");
        return field.Kind == FieldKind.List && !Windows.IsKeptAsList(field) ? Bytes : field.Type;
    }
}
