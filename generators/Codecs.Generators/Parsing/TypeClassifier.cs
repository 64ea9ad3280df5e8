using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Says of a C# type what kind of field it makes.</summary>
internal static class TypeClassifier
{
    /// <summary>Sets kind, optionality, scalar and item of the field; false if the type is not one that a field can have.</summary>
    public static bool Classify(FieldDraft field)
    {
        var type = field.ValueType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            field.Optional = OptionalKind.Nullable;
            type = nullable.TypeArguments[0];
        }
        else if (type.IsRuntimeType("Optional`1"))
        {
            field.Optional = OptionalKind.Wrapped;
            type = ((INamedTypeSymbol)type).TypeArguments[0];
        }
        field.ValueType = type;
        if (type is INamedTypeSymbol { Name: "ReadOnlySpan", ContainingNamespace.Name: "System", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] })
        {
            field.Kind = FieldKind.Bytes;
        }
        else if (type.IsRuntimeType("Token`1"))
        {
            field.Kind = FieldKind.Bytes;
            field.Token = TokenParser.Table(((INamedTypeSymbol)type).TypeArguments[0]) ?? "?";
        }
        else if (type.IsRuntimeType("MessageList`1"))
        {
            var item = ((INamedTypeSymbol)type).TypeArguments[0];
            field.Kind = FieldKind.List;
            field.Item = new ItemModel(TypeReader.Name(item), item.Has("Message"), 0) { HasDelta = item.GetMembers().Any(m => m.Has("Delta")) };
        }
        else if (type.IsRuntimeType("MessageList`2"))
        {
            var item = ((INamedTypeSymbol)type).TypeArguments[0];
            field.Kind = FieldKind.ArgumentList;
            field.Item = new ItemModel(TypeReader.Name(item), item.Has("Message"), 0);
        }
        else if (type.IsRuntimeType("ScalarList`1"))
        {
            var item = ((INamedTypeSymbol)type).TypeArguments[0];
            if (Scalar(item) is not { Form: not ScalarForm.Bool } scalar || scalar.Bits != scalar.IntegerBits)
                return false;
            field.Kind = FieldKind.Scalars;
            field.Item = new ItemModel(TypeReader.Name(item), false, scalar.Bytes);
        }
        else if (type.Has("Message"))
        {
            field.Kind = FieldKind.Message;
        }
        else if (Scalar(type) is { } scalar)
        {
            // A scalar that parses itself is of variable width.
            bool isVariable = type.AllInterfaces.Any(i => i.IsRuntimeType("ICodec`1"));
            field.Kind = isVariable ? FieldKind.Number : FieldKind.Scalar;
            field.Scalar = isVariable ? scalar with { Bits = scalar.IntegerBits } : scalar;
        }
        else if (type.AllInterfaces.Any(i => i.IsRuntimeType("ICodec`1") || i.IsRuntimeType("ICodec`2")))
        {
            field.Kind = FieldKind.Value;
        }
        else
        {
            return false;
        }
        return true;
    }

    /// <summary>How a scalar of that type is made from an integer, at its natural width; null if it is no scalar.</summary>
    public static ScalarModel? Scalar(ITypeSymbol type)
    {
        string name = TypeReader.Name(type);
        if (type.SpecialType == SpecialType.System_Boolean)
            return new ScalarModel(ScalarForm.Bool, name, "bool", 1, ByteOrder.Big, "");
        if (Integer(type) is { } integer)
            return Make(ScalarForm.Integer, integer);
        if (Float(type) is { } pattern)
            return Make(ScalarForm.Float, pattern);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
            return Make(ScalarForm.Enum, Integer(underlying)!);
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.IsRuntimeType("IScalar`2") && Integer(contract.TypeArguments[1]) is { } stored)
            {
                var scalar = Make(ScalarForm.Custom, stored);
                return type.Find("Bits") is { } bits ? scalar with { Bits = bits.Int(0) } : scalar;
            }
        }
        return null;

        ScalarModel Make(ScalarForm form, string integer)
        {
            var scalar = new ScalarModel(form, name, integer, 0, ByteOrder.Big, "");
            return scalar with { Bits = scalar.IntegerBits };
        }
    }

    /// <summary>The integer that holds the bits of a floating-point number.</summary>
    private static string? Float(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => "uint",
        SpecialType.System_Double => "ulong",
        _ => type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? "ushort" : null,
    };

    private static string? Integer(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Int64 => "long",
        _ => type is { Name: "UInt128" or "Int128", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? "global::System." + type.Name : null,
    };
}
