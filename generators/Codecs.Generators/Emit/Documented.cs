using System.Security;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>What generated members say of where they come from, and what a debugger makes of a message.</summary>
internal static class Documented
{
    /// <summary>A field as the specification has it: <c>Checksum (RFC 9293)</c>.</summary>
    public static string Field(MessageModel message, FieldModel field) => field.PlainName + (message.Specification is { } text ? $" ({Escape(text)})" : "");

    /// <summary>The header diagram, and the view for debuggers, before the type.</summary>
    public static void EmitType(SourceWriter w, MessageModel message)
    {
        DiagramEmitter.Emit(w, message);
        w.Line("[global::System.Diagnostics.DebuggerDisplay(\"{ToString(),nq}\")]");
        // An attribute cannot name a type of type parameters.
        if (message.Type.TypeParameters.Length == 0)
            w.Line($"[global::System.Diagnostics.DebuggerTypeProxy(typeof({Runtime}Debugging.MessageView<{message.Type.FullName}>))]");
    }

    private static string Escape(string text) => SecurityElement.Escape(text.Replace('\n', ' ').Replace('\r', ' '));
}
