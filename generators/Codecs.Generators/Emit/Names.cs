using Codecs.Generators.Model;

namespace Codecs.Generators.Emit;

/// <summary>How generated code calls things.</summary>
internal static class Names
{
    public const string Runtime = "global::Codecs.";
    public const string Wire = "global::Codecs.CompilerServices.Wire.";
    public const string Text = "global::Codecs.CompilerServices.TextWire.";
    public const string Result = "global::Codecs.ParseResult";
    public const string Error = "global::Codecs.ParseError.";
    public const string Memory = "global::Codecs.CompilerServices.ParseMemory";
    public const string Bytes = "global::System.ReadOnlySpan<byte>";
    public const string Span = "global::System.Span<byte>";
    public const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe.";
    public const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal.";
    public const string Inline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";
    public const string NoInline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]";
    public const string Hidden = "[global::System.Diagnostics.DebuggerBrowsable(global::System.Diagnostics.DebuggerBrowsableState.Never)]";

    /// <summary>The state of a message that was parsed and not changed; bit 0 alone: parsed, and changed since.</summary>
    public const string Received = "3";

    public static string Layout(int run) => "Layout" + Number(run);

    public static string LayoutField(int run) => "_layout" + Number(run);

    /// <summary>A local variable that belongs to a scope: <c>totalLengthEnd</c>.</summary>
    public static string Local(MessageModel message, ScopeModel scope, string suffix)
    {
        string name = message.Fields[scope.Descriptor].PlainName;
        string local = char.ToLowerInvariant(name[0]) + name.Substring(1) + suffix;
        // One field may say the length of several ranges, and names may differ in case only, or be those of parameters.
        bool several = message.Fields[scope.Descriptor].Lengths.Count > 1
            || name is "Payload" or "payload" or "Header" or "header"
            || message.Fields.Any(f => f.PlainName != name && f.PlainName.Substring(1) == name.Substring(1) && char.ToLowerInvariant(f.PlainName[0]) == local[0]);
        return several ? local + Number(scope.Index) : local;
    }

    /// <summary>A name for a type parameter that is not one of the type's own.</summary>
    public static string Free(TypeModel type, string name)
    {
        var taken = type.TypeParameters.Split([", "], StringSplitOptions.None);
        while (taken.Contains(name))
            name += "0";
        return name;
    }

    public static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A C# string literal.</summary>
    public static string Quote(string? text) => text is null ? "null" : "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
