using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Checks that a field is given the arguments that its type takes.</summary>
internal static class ArgumentReader
{
    public static void Check(INamedTypeSymbol type, FieldDraft field, Reporter reporter)
    {
        var attribute = field.Symbol.Find("Argument");
        if (field.Kind is not (FieldKind.Message or FieldKind.Value))
        {
            if (attribute is not null)
                reporter.Report(Descriptors.BadArgument, attribute, -1, field.Name, $"{field.Symbol.Type.ToDisplayString()} takes no argument");
            return;
        }
        var wanted = Wanted(field);
        if (attribute is null)
        {
            if (wanted.Count > 0)
                reporter.Report(Descriptors.BadArgument, field.Symbol, field.Name, $"{field.ValueType.Name} has a parameter, so Argument must say what it is");
            return;
        }
        var names = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array] ? array.Values.Select(v => v.Value as string ?? "").ToList() : [];
        if (names.Count != wanted.Count)
        {
            reporter.Report(Descriptors.BadArgument, attribute, -1, field.Name, wanted.Count == 0 ? $"{field.ValueType.Name} has no parameter" : $"{field.ValueType.Name} has {wanted.Count} parameters, not {names.Count}");
            return;
        }
        for (int i = 0; i < names.Count; i++)
        {
            if (type.GetMembers(names[i]).OfType<IPropertySymbol>().FirstOrDefault() is { } member && !Converts(member.Type, wanted[i]))
                reporter.Report(Descriptors.BadArgument, attribute, i, field.Name, $"'{names[i]}' is of type {member.Type.ToDisplayString()}, and the parameter of type {wanted[i].ToDisplayString()}");
        }
        var arguments = names.Select((n, i) => $"({TypeReader.Name(wanted[i])})message.{TypeReader.Escape(n)}").ToList();
        field.Argument = arguments.Count == 1 ? arguments[0] : "(" + string.Join(", ", arguments) + ")";
    }

    /// <summary>The types of the parameters: of a message, or of a field type written by hand.</summary>
    private static IReadOnlyList<ITypeSymbol> Wanted(FieldDraft field)
    {
        if (field.Kind == FieldKind.Message)
            return field.ValueType.GetMembers().OfType<IPropertySymbol>().Where(p => p.Has("Parameter") && p.PartialDefinitionPart is null).Select(p => p.Type).ToList();
        if (field.ValueType.AllInterfaces.Any(i => i.IsRuntimeType("ICodec`1")))
            return [];
        var argument = field.ValueType.AllInterfaces.First(i => i.IsRuntimeType("ICodec`2")).TypeArguments[1];
        return argument is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(e => e.Type).ToList() : [argument];
    }

    private static bool Converts(ITypeSymbol from, ITypeSymbol to) =>
        SymbolEqualityComparer.Default.Equals(from, to)
        || (from.SpecialType, to.SpecialType) is
            (SpecialType.System_Byte, SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64)
            or (SpecialType.System_UInt16, SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64)
            or (SpecialType.System_Int16, SpecialType.System_Int32 or SpecialType.System_Int64)
            or (SpecialType.System_UInt32, SpecialType.System_Int64 or SpecialType.System_UInt64)
            or (SpecialType.System_Int32, SpecialType.System_Int64);
}
