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
            w.Line(Hidden).Line($"private readonly {Layout(run.Index)} {LayoutField(run.Index)};");
        foreach (var field in message.Fields)
        {
            if (field.Storage.Length > 0)
                w.Line(Hidden).Line($"private readonly {Type(field)} {field.Storage};");
        }
        foreach (var field in message.Fields.Where(f => f.Terminator?.IsOptional == true))
            w.Line(Hidden).Line($"private readonly bool {Ended(field)};");
        foreach (var field in message.Fields.Where(f => f.Digits is not null))
            w.Line(Hidden).Line($"private readonly byte {Spelling(field)};");
        foreach (var parameter in message.Parameters)
            w.Line(Hidden).Line($"private readonly {parameter.Type} {parameter.Storage};");
        if (message.HasState)
            w.Line().Line("// Bit 0: parsed; bit 1: and not changed since.").Line(Hidden).Line("private readonly byte _state;");
        w.Line("#pragma warning restore CS0649").Line();
        foreach (var run in message.Runs)
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
    }

    /// <summary>Was the terminator there that need not be?</summary>
    public static string Ended(FieldModel field) => field.Storage + "IsEnded";

    /// <summary>How the digits were spelled: how many, in which case, with which sign.</summary>
    public static string Spelling(FieldModel field) => field.Storage + "Spelling";

    /// <summary>Is a list kept as its bytes, because its extent does not depend on its elements?</summary>
    public static bool IsWindow(FieldModel field) => field.Extent.Kind is not (ExtentKind.Self or ExtentKind.Count);

    private static string Type(FieldModel field) => field.Kind switch
    {
        FieldKind.List when field.Optional == OptionalKind.None && IsWindow(field) => Bytes,
        _ => field.Type,
    };
}
