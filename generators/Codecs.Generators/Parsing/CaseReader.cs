using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Checks the messages that a payload is said to be.</summary>
internal static class CaseReader
{
    public static void Check(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
    {
        foreach (var field in fields.Where(f => f.Cases.Count > 0))
        {
            var cases = field.Symbol.FindAll("Case").ToList();
            var table = Table(type, field.Name);
            var known = new List<(INamedTypeSymbol Case, AttributeData Tag)>();
            foreach (var attribute in cases)
            {
                if (attribute.AttributeClass?.TypeArguments is not [INamedTypeSymbol carried])
                    continue;
                if (field.Kind != FieldKind.Bytes)
                    reporter.Report(Descriptors.BadType, attribute, -1, field.Name, field.Symbol.Type.ToDisplayString() + " with Case");
                else if (!carried.Has("Message"))
                    reporter.Report(Descriptors.BadMember, attribute, -1, carried.Name, "a message");
                else if (ArgumentReader.Parameters(carried) is { Count: > 0 } parameters && Types(parameters) != field.ArgumentType)
                    reporter.Report(Descriptors.BadArgument, attribute, -1, field.Name, $"{carried.Name} has parameters, so Argument must say what they are");
                else if (table is null && attribute != cases[0])
                    reporter.Report(Descriptors.BadTag, attribute, -1, field.Name, "only a TagOf can say which of several cases it is");
                else if (table is not null)
                    CheckTag(type, attribute, carried, table, known, reporter);
            }
        }
    }

    private static string Types(IReadOnlyList<ITypeSymbol> types) =>
        types.Count == 1 ? TypeReader.Name(types[0]) : "(" + string.Join(", ", types.Select(TypeReader.Name)) + ")";

    private static ITypeSymbol? Table(INamedTypeSymbol type, string payload)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            foreach (var attribute in property.FindAll("TagOf"))
            {
                if (attribute.Text(0) == payload)
                    return TagReader.Table(attribute, property);
            }
        }
        return null;
    }

    private static void CheckTag(INamedTypeSymbol type, AttributeData attribute, INamedTypeSymbol carried, ITypeSymbol table, List<(INamedTypeSymbol Case, AttributeData Tag)> known, Reporter reporter)
    {
        var tag = carried.FindAll("Tag").FirstOrDefault(t => TagReader.Values(t) is [{ Kind: TypedConstantKind.Enum } first, ..] && SymbolEqualityComparer.Default.Equals(first.Type, table));
        if (tag is null)
        {
            reporter.Report(Descriptors.NotCarried, attribute, -1, carried.Name, table.Name, type.Name);
            return;
        }
        foreach (var (other, otherTag) in known)
        {
            if (IsNarrowed(tag) || IsNarrowed(otherTag))
                continue;
            foreach (var value in TagReader.Values(tag))
            {
                if (TagReader.Values(otherTag).Any(v => Equals(v.Value, value.Value)))
                    reporter.Report(Descriptors.DuplicateTag, attribute, -1, other.Name, carried.Name, TagReader.Literal(value));
            }
        }
        known.Add((carried, tag));
    }

    private static bool IsNarrowed(AttributeData tag) => tag.Named("In") is not null || tag.Named("Of") is not null;
}
