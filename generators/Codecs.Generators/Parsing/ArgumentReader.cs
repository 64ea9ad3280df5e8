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
        var names = attribute?.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array] ? array.Values.Select(v => v.Value as string ?? "").ToList() : [];
        var members = names.Select(n => (IPropertySymbol?)type.GetMembers(n).OfType<IPropertySymbol>().FirstOrDefault()).ToList();
        if (Wanted(field, members) is not { } wanted)
        {
            if (attribute is not null)
                reporter.Report(Descriptors.BadArgument, attribute, -1, field.Name, $"{field.Symbol.Type.ToDisplayString()} takes no argument");
            return;
        }
        if (attribute is null)
        {
            if (wanted.Count > 0)
                reporter.Report(Descriptors.BadArgument, field.Symbol, field.Name, $"{field.ValueType.Name} has a parameter, so Argument must say what it is");
            return;
        }
        if (names.Count != wanted.Count)
        {
            reporter.Report(Descriptors.BadArgument, attribute, -1, field.Name, wanted.Count == 0 ? $"{field.ValueType.Name} has no parameter" : $"{field.ValueType.Name} has {wanted.Count} parameters, not {names.Count}");
            return;
        }
        for (int i = 0; i < names.Count; i++)
        {
            if (members[i] is { } member && !Converts(member.Type, wanted[i]))
                reporter.Report(Descriptors.BadArgument, attribute, i, field.Name, $"'{names[i]}' is of type {member.Type.ToDisplayString()}, and the parameter of type {wanted[i].ToDisplayString()}");
        }
        var arguments = names.Select((n, i) => $"({TypeReader.Name(wanted[i])}){{0}}{TypeReader.Escape(n)}").ToList();
        field.Argument = arguments.Count == 1 ? arguments[0] : "(" + string.Join(", ", arguments) + ")";
        field.ArgumentType = arguments.Count == 1 ? TypeReader.Name(wanted[0]) : "(" + string.Join(", ", wanted.Select(TypeReader.Name)) + ")";
    }

    /// <summary>The types of the parameters: of a message, of a field type written by hand, or of what a payload may be; null if nothing takes an argument.</summary>
    private static IReadOnlyList<ITypeSymbol>? Wanted(FieldDraft field, List<IPropertySymbol?> members)
    {
        switch (field.Kind)
        {
            case FieldKind.Message:
                return Parameters(field.ValueType);
            case FieldKind.ArgumentList:
                return Elements(((INamedTypeSymbol)field.ValueType).TypeArguments[1]);
            case FieldKind.Value:
                return field.ValueType.AllInterfaces.Any(i => i.IsRuntimeType("ICodec`1")) ? [] : Elements(field.ValueType.AllInterfaces.First(i => i.IsRuntimeType("ICodec`2")).TypeArguments[1]);
            case FieldKind.Bytes when field.Token.Length == 0 && members.All(m => m is not null) && members.Count > 0:
                return members.Select(m => m!.Type).ToList();
            default:
                return null;
        }
    }

    /// <summary>The types of the parameters of a message, in order.</summary>
    public static IReadOnlyList<ITypeSymbol> Parameters(ITypeSymbol message) =>
        message.GetMembers().OfType<IPropertySymbol>().Where(p => p.Has("Parameter") && p.PartialDefinitionPart is null).Select(p => p.Type).ToList();

    private static IReadOnlyList<ITypeSymbol> Elements(ITypeSymbol argument) =>
        argument is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(e => e.Type).ToList() : [argument];

    private static bool Converts(ITypeSymbol from, ITypeSymbol to) =>
        SymbolEqualityComparer.Default.Equals(from, to)
        || (from.SpecialType, to.SpecialType) is
            (SpecialType.System_Byte, SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64)
            or (SpecialType.System_UInt16, SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64)
            or (SpecialType.System_Int16, SpecialType.System_Int32 or SpecialType.System_Int64)
            or (SpecialType.System_UInt32, SpecialType.System_Int64 or SpecialType.System_UInt64)
            or (SpecialType.System_Int32, SpecialType.System_Int64);
}
