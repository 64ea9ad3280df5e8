using Codecs.Generators.Model;

namespace Codecs.Generators.Emit;

/// <summary>Implements the properties of a definition with errors, so that these errors are the only ones.</summary>
internal static class StubEmitter
{
    public static string Emit(StubModel stub) => Emitter.File(stub.Type, "", w =>
    {
        foreach (var property in stub.Properties)
        {
            using (w.Braces($"{property.Modifiers} {property.Type} {property.Name}"))
            {
                if (property.Getter.Length > 0)
                    w.Line($"{property.Getter} => throw new global::System.InvalidOperationException(\"The definition of this message has errors.\");");
                if (property.Setter.Length > 0)
                    w.Line($"{property.Setter} => throw new global::System.InvalidOperationException(\"The definition of this message has errors.\");");
            }
        }
    });
}
