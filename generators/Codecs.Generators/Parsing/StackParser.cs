using System.Globalization;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>From the symbol of a stack to its model.</summary>
internal static class StackParser
{
    private static readonly string[] s_takenNames = ["Layers", "Present", "Rest", "TryGet", "TryParse", "Walk", "Places", "ParseRarely", "ParseGeneral"];

    public static DefinitionResult Parse(INamedTypeSymbol type, Reporter reporter)
    {
        if (TypeReader.Read(type, reporter) is not { } typeModel)
            return DefinitionResult.None;
        var stack = ParseStack(type, typeModel, reporter);
        return reporter.HasErrors
            ? new DefinitionResult(null, StubParser.Parse(type, typeModel), null)
            : new DefinitionResult(null, null, stack);
    }

    private static StackModel? ParseStack(INamedTypeSymbol type, TypeModel typeModel, Reporter reporter)
    {
        if (type.TypeKind != TypeKind.Struct || !type.IsReadOnly || !type.IsRefLikeType)
            reporter.Report(Descriptors.NotReadonlyPartial, type, Hint.Lacks("readonly ref"), type.Name, "a readonly ref struct");
        var properties = type.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsPartialDefinition).ToList();
        foreach (var property in properties)
        {
            if (s_takenNames.Contains(property.Name))
                reporter.Report(Descriptors.NameTaken, property, property.Name);
            else if (!property.Type.Has("Message"))
                reporter.Report(Descriptors.BadMember, property, property.Name, "of a message type: it is a layer");
            else if (property.SetMethod is not null)
                reporter.Report(Descriptors.BadMember, property, property.Name, "a property with get alone: a stack finds its layers");
            else if (property.IsStatic || property.IsIndexer || property.ReturnsByRef || property.ReturnsByRefReadonly)
                reporter.Report(Descriptors.BadMember, property, property.Name, "an instance property with get alone");
            else if (properties.FirstOrDefault(p => SymbolEqualityComparer.Default.Equals(p.Type, property.Type)) is { } first && !SymbolEqualityComparer.Default.Equals(first, property))
                reporter.Report(Descriptors.DuplicateTag, property, first.Name, property.Name, property.Type.Name);
        }
        if (reporter.HasErrors)
            return null;
        // A table is there for each enum that tags a layer, whether a layer carries by it or only the caller starts with it.
        var tables = new List<(ITypeSymbol Type, List<TableEntry> Entries)>();
        for (int i = 0; i < properties.Count; i++)
            ReadTags(properties, i, tables, reporter);
        // What a layer carries and no other takes is the rest of the packet. A payload with cases is shown with its layer.
        foreach (var layer in properties.Select(p => p.Type).Where(t => !t.GetMembers().OfType<IPropertySymbol>().Any(p => p.FindAll("Case").Any())))
        {
            if (Carried(layer) is { } carried && !tables.Any(t => SymbolEqualityComparer.Default.Equals(t.Type, carried)))
                tables.Add((carried, []));
        }
        var layers = properties.Select(p => Layer(p, tables)).ToList();
        for (int i = 1; i < layers.Count; i++)
        {
            if (!tables.Any(t => t.Entries.Any(e => e.Layer == i)))
                reporter.Report(Descriptors.NotReachable, properties[i], properties[i].Name);
        }
        var entries = tables.Select(t => t.Entries).ToList();
        var paths = type.FindAll("FastPath").Select(a => ReadPath(a, properties, layers, entries, reporter)).Where(p => p is not null).Select(p => p!).ToEquatable();
        return new StackModel(typeModel, layers.ToEquatable(), tables.Select(t => Table(t.Type, t.Entries, type)).ToEquatable(), paths);
    }

    private static PathModel? ReadPath(AttributeData attribute, List<IPropertySymbol> properties, List<LayerModel> layers, List<List<TableEntry>> tables, Reporter reporter)
    {
        var types = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } list] ? list.Values.Select(v => v.Value as ITypeSymbol).ToList() : [];
        if (types.Count == 0)
        {
            reporter.Report(Descriptors.BadPath, attribute, -1, "has no layers");
            return null;
        }
        var path = new List<int>();
        for (int i = 0; i < types.Count; i++)
        {
            var type = types[i];
            int layer = properties.FindIndex(p => SymbolEqualityComparer.Default.Equals(p.Type, type));
            string? fault = layer < 0 ? $"leads over {type?.Name ?? "null"}, which is no layer of this stack"
                : path.Count == 0 && layer != 0 ? $"starts with {type!.Name}, but parsing starts with {properties[0].Type.Name}"
                : path.Contains(layer) ? $"leads over {type!.Name} twice"
                : path.Count > 0 && !(layers[path[path.Count - 1]].Table is >= 0 and int table && tables[table].Any(e => e.Layer == layer)) ? $"leads from {properties[path[path.Count - 1]].Type.Name} to {type!.Name}, which that does not carry"
                : null;
            if (fault is not null)
            {
                reporter.Report(Descriptors.BadPath, attribute, i, fault);
                return null;
            }
            path.Add(layer);
        }
        return new PathModel(path.ToEquatable());
    }

    private static void ReadTags(List<IPropertySymbol> properties, int layer, List<(ITypeSymbol Type, List<TableEntry> Entries)> tables, Reporter reporter)
    {
        foreach (var attribute in properties[layer].Type.FindAll("Tag"))
        {
            var values = TagReader.Values(attribute);
            if (values.Count == 0 || values[0].Kind != TypedConstantKind.Enum)
                continue;
            int index = tables.FindIndex(t => SymbolEqualityComparer.Default.Equals(t.Type, values[0].Type));
            if (index < 0)
            {
                index = tables.Count;
                tables.Add((values[0].Type!, []));
            }
            bool narrowed = attribute.Named("In") is not null || attribute.Named("Of") is not null;
            var literals = new List<string>();
            var numbers = new List<ulong>();
            foreach (var value in values)
            {
                string literal = TagReader.Literal(value);
                var other = tables[index].Entries.FirstOrDefault(e => e.Values.Contains(literal) && !e.IsNarrowed);
                if (other is not null && !narrowed)
                    reporter.Report(Descriptors.DuplicateTag, properties[layer], properties[other.Layer].Name, properties[layer].Name, literal);
                else
                    literals.Add(literal);
                numbers.Add(value.Value is ulong number ? number : unchecked((ulong)Convert.ToInt64(value.Value, CultureInfo.InvariantCulture)));
            }
            tables[index].Entries.Add(new TableEntry(layer, literals.ToEquatable(), numbers.ToEquatable(), narrowed));
        }
    }

    private static LayerModel Layer(IPropertySymbol property, List<(ITypeSymbol Type, List<TableEntry> Entries)> tables)
    {
        var carried = Carried(property.Type);
        int table = carried is null ? -1 : tables.FindIndex(t => SymbolEqualityComparer.Default.Equals(t.Type, carried));
        return new LayerModel(TypeReader.Escape(property.Name), StubParser.Modifiers(property), TypeReader.Name(property.Type), AccessReader.For(property.Type, property.ContainingType), table);
    }

    private static ITypeSymbol? Carried(ITypeSymbol layer) => layer.GetMembers().OfType<IPropertySymbol>()
        .SelectMany(p => p.FindAll("TagOf").Select(a => TagReader.Table(a, p)))
        .FirstOrDefault()
        // A definition in another assembly is compiled already; its members may not all be visible, but its contract is.
        ?? layer.AllInterfaces.FirstOrDefault(i => i.IsRuntimeType("ICarrier`1"))?.TypeArguments[0];

    private static TableModel Table(ITypeSymbol type, List<TableEntry> entries, INamedTypeSymbol stack) => new(
        type.Name,
        TypeReader.Name(type),
        AccessReader.For(type, stack),
        // Entries that look at the carrier come before those that do not.
        entries.OrderBy(e => e.IsNarrowed ? 0 : 1).ToEquatable());
}
