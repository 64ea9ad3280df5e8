using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads the tables under which a message is carried.</summary>
internal static class TagReader
{
    public static List<TagModel> Read(INamedTypeSymbol type, Reporter reporter)
    {
        var tags = new List<TagModel>();
        foreach (var attribute in type.FindAll("Tag"))
        {
            var values = Values(attribute);
            if (values.Count == 0)
                reporter.Report(Descriptors.BadTag, attribute, -1, type.Name, "a tag has at least one value");
            for (int i = 0; i < values.Count; i++)
            {
                if (values.Take(i).Any(v => v.Kind != TypedConstantKind.Array && values[i].Kind != TypedConstantKind.Array && Equals(v.Value, values[i].Value)))
                    reporter.Report(Descriptors.BadTag, attribute, i, type.Name, "the value is said twice");
                if (values[i].Kind != TypedConstantKind.Enum || !SymbolEqualityComparer.Default.Equals(values[i].Type, values[0].Type))
                    reporter.Report(Descriptors.BadTag, attribute, i, type.Name, "the values of a tag are constants of one enum");
            }
            if (values.Count == 0 || values[0].Kind != TypedConstantKind.Enum)
                continue;
            string table = TypeReader.Name(values[0].Type!);
            if (tags.Any(t => t.Table == table))
            {
                reporter.Report(Descriptors.BadTag, attribute, -1, type.Name, $"say all values of {values[0].Type!.Name} in one attribute");
                continue;
            }
            tags.Add(Model(attribute, values));
        }
        return tags;
    }

    /// <summary>The same of a message that is read elsewhere: what is wrong with it is not reported here.</summary>
    public static EquatableArray<TagModel> Of(INamedTypeSymbol type) =>
        type.FindAll("Tag").Where(a => Values(a) is { Count: > 0 } values && values.All(v => v.Kind == TypedConstantKind.Enum)).Select(a => Model(a, Values(a))).ToEquatable();

    private static TagModel Model(AttributeData attribute, IReadOnlyList<TypedConstant> values) => new(
        TypeReader.Name(values[0].Type!),
        values.Select(Literal).ToEquatable(),
        attribute.Named("In")?.Value is ITypeSymbol carrier ? TypeReader.Name(carrier) : "",
        attribute.NamedText("Of") ?? "");

    /// <summary>The table that a tag field selects from: what the attribute says, or the enum that the field is or spells.</summary>
    public static ITypeSymbol Table(AttributeData attribute, IPropertySymbol property) =>
        attribute.AttributeClass!.TypeArguments.FirstOrDefault() ?? (property.Type.IsRuntimeType("Token`1") ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type);

    /// <summary>All values of the attribute.</summary>
    public static IReadOnlyList<TypedConstant> Values(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array] ? array.Values : [];

    /// <summary>A constant of an enum as C#: by name where it has one, otherwise as a cast.</summary>
    public static string Literal(TypedConstant value)
    {
        var member = value.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value.Value));
        return member is null
            ? $"({TypeReader.Name(value.Type)})({System.Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)})"
            : $"{TypeReader.Name(value.Type)}.{TypeReader.Escape(member.Name)}";
    }
}
