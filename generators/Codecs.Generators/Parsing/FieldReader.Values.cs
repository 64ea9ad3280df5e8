using System.Globalization;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

// What a field's value is or must be.
internal sealed partial class FieldReader
{
    private void ReadValue(FieldDraft field)
    {
        foreach (var attribute in field.Attributes)
        {
            switch (attribute.LanguageName())
            {
                case "Const":
                    field.Roles |= FieldRoles.Const;
                    if (field.Kind == FieldKind.Bytes)
                        ReadConstBytes(field, attribute);
                    else
                        field.Const = ReadConst(field, attribute);
                    break;
                case "Reserved":
                    field.Roles |= FieldRoles.Reserved;
                    ReadReserved(field, attribute);
                    break;
                case "Case" when attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol carried]:
                    field.Cases.Add(new CaseModel(TypeReader.Name(carried), References.IsCompressed(carried), carried.GetMembers().Any(m => m.Has("Parameter")), BuildReader.IsBuildable(carried)) { Tags = TagReader.Of(carried) });
                    field.IsCompressed |= References.IsCompressed(carried);
                    field.HasBackReferences |= References.Has(carried);
                    break;
                case "Require" when attribute.Text(0) is { } condition:
                    field.Require = _members.ReadCondition(attribute, 0, condition, field.Ordinal + 1);
                    break;
                case "Argument":
                    var names = attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Array
                        ? attribute.ConstructorArguments[0].Values.Select(v => v.Value as string ?? "").ToArray()
                        : [];
                    foreach (string name in names)
                        _members.ReadAny(attribute, name, field.Ordinal);
                    break;
            }
        }
        if (!field.IsHidden)
            ArgumentReader.Check(type, field, reporter);
    }

    private void ReadReserved(FieldDraft field, AttributeData attribute)
    {
        if (field.Kind == FieldKind.Bytes && field.Find("While") is not null)
        {
            field.Filler = attribute.Text(0) ?? "";
            if (field.Filler.Any(c => c > 0xFF) || field.Optional != OptionalKind.None || field.Token.Length > 0)
                reporter.Report(Descriptors.BadType, attribute, -1, field.Name, field.Symbol.Type.ToDisplayString() + " with Reserved");
            return;
        }
        field.Reserved = (attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is long value ? (ulong)value : 0).ToString(CultureInfo.InvariantCulture);
        if (field.Kind != FieldKind.Scalar)
            reporter.Report(Descriptors.BadType, attribute, -1, field.Name, field.Symbol.Type.ToDisplayString() + " with Reserved");
        else if (field.Scalar is { Bits: < 64 and var bits } && ulong.Parse(field.Reserved, CultureInfo.InvariantCulture) >> bits != 0)
            reporter.Report(Descriptors.BadWidth, attribute, 0, field.Name, $"{field.Reserved} does not fit into {bits} bits");
    }

    /// <summary>Bytes that are always the same: a string of one byte per char, or an array.</summary>
    private void ReadConstBytes(FieldDraft field, AttributeData attribute)
    {
        if (field.Token.Length > 0 || TextReader.ConstBytes(attribute) is not { } bytes)
        {
            reporter.Report(Descriptors.BadType, attribute, 0, field.Name, field.Symbol.Type.ToDisplayString() + " with this constant");
            return;
        }
        if (bytes.Length == 0 || bytes.Any(c => c > 0xFF))
            reporter.Report(Descriptors.BadTerminator, attribute, 0, field.Name, "a constant is one byte or more, one per char");
        field.ConstBytes = TextReader.Bytes(bytes);
        field.ConstLength = bytes.Length;
    }

    private string? ReadConst(FieldDraft field, AttributeData attribute)
    {
        object? value = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } argument] ? argument.Value : null;
        if (field.Scalar is null || field.Kind == FieldKind.Number || value is not (bool or byte or sbyte or ushort or short or uint or int or ulong or long or char))
        {
            reporter.Report(Descriptors.BadType, attribute, 0, field.Name, field.Symbol.Type.ToDisplayString() + " with this constant");
            return null;
        }
        if (value is bool flag)
            return flag ? "1" : "0";
        int bits = field.Scalar.Bits;
        ulong number;
        bool fits;
        if (value is long or int or short or sbyte && Convert.ToInt64(value, CultureInfo.InvariantCulture) is < 0 and var negative)
        {
            number = unchecked((ulong)negative) & (bits >= 64 ? ulong.MaxValue : (1UL << bits) - 1);
            fits = field.Scalar.IsSigned && (bits >= 64 || negative >= -(1L << (bits - 1)));
        }
        else
        {
            number = Convert.ToUInt64(value, CultureInfo.InvariantCulture);
            int most = field.Scalar.IsSigned ? bits - 1 : bits;
            fits = most >= 64 || number >> most == 0;
        }
        if (!fits)
            reporter.Report(Descriptors.BadWidth, attribute, 0, field.Name, $"{value} does not fit into {bits} bits");
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
