using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Equality of record structs: by what the user supplies. Whether a value was parsed or built plays no part, nor does what is reserved or derived.</summary>
internal static class EqualityEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!message.Type.IsRecord || message.Type.HasEquals)
            return;
        var fields = message.Fields.Where(f => !f.IsHidden && f.HasInit).ToList();
        string all = string.Join(" && ", fields.Select(f => $"global::System.Collections.Generic.EqualityComparer<{f.Type}>.Default.Equals(this.{f.Name}, other.{f.Name})"));
        w.Line("/// <summary>Have both the same values in all fields that are supplied, rather than derived, constant or reserved?</summary>");
        w.Line($"public bool Equals({message.Type.FullName} other) => {(fields.Count == 0 ? "true" : all)};").Line();
        w.Line("/// <inheritdoc/>");
        using (w.Braces("public override int GetHashCode()"))
        {
            w.Line("var hash = default(global::System.HashCode);");
            foreach (var field in fields)
                w.Line($"hash.Add(this.{field.Name});");
            w.Line("return hash.ToHashCode();");
        }
        w.Line();
    }
}
