using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads what selects the payload of a message.</summary>
internal static class CarrierReader
{
    public static CarrierModel? Read(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
    {
        var members = new MemberReader(type, fields, reporter);
        var tags = new List<TagFieldModel>();
        ITypeSymbol? table = null;
        int payload = -1;
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.PartialDefinitionPart is not null)
                continue;
            foreach (var attribute in property.FindAll("TagOf"))
            {
                if (attribute.Text(0) is not { } name)
                    continue;
                if (fields.FirstOrDefault(f => f.Name == name) is not { } target || target.Kind != FieldKind.Bytes || target.Token.Length > 0)
                {
                    reporter.Report(Descriptors.UnknownField, attribute, 0, name, type.Name, "is a ReadOnlySpan<byte>");
                    continue;
                }
                var own = attribute.AttributeClass!.TypeArguments.FirstOrDefault();
                var selects = TagReader.Table(attribute, property);
                bool isToken = property.Type.IsRuntimeType("Token`1");
                bool isNumber = own is null || (TypeClassifier.Scalar(property.Type) is { Form: ScalarForm.Integer, IntegerBits: <= 64 } number && TypeClassifier.Scalar(selects) is { Form: ScalarForm.Enum } entry && entry.IntegerBits <= number.IntegerBits);
                if (selects.TypeKind != TypeKind.Enum || !isNumber || property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
                {
                    reporter.Report(Descriptors.BadTag, attribute, -1, property.Name, "TagOf stands on an enum, or is TagOf<TTable> on a number that holds its values");
                    continue;
                }
                if (table is not null && !SymbolEqualityComparer.Default.Equals(table, selects))
                {
                    reporter.Report(Descriptors.SeveralTables, attribute, -1, property.Name, selects.Name, table.Name);
                    continue;
                }
                if (table is not null && payload != target.Ordinal)
                {
                    reporter.Report(Descriptors.SeveralTables, attribute, 0, property.Name, name, fields[payload].Name);
                    continue;
                }
                if (target.Terminator is not null)
                    reporter.Report(Descriptors.BadTerminator, attribute, 0, name, "what a tag selects is not ended by a terminator of its own; put it on the message");
                if (property.IsRequired)
                    reporter.Report(Descriptors.RequiredTag, property, property.Name);
                table = selects;
                payload = target.Ordinal;
                int ordinal = fields.FindIndex(f => f.Name == property.Name);
                if (ordinal >= 0)
                    fields[ordinal].Roles |= FieldRoles.Tag;
                string when = attribute.NamedText("When") is { } condition ? members.ReadCondition(attribute, "When", condition, fields.Count) : "";
                // A value of the table that the field cannot hold would throw.
                int source = isToken ? -1 : ordinal >= 0 ? ordinal : members.FindSource(property, selects);
                bool holdsAll = source >= 0 && fields[source].Scalar is { IsNarrow: false } scalar && TypeClassifier.Scalar(selects) is { IsSigned: false } values && values.IntegerBits <= scalar.Bits;
                tags.Add(new TagFieldModel(TypeReader.Escape(property.Name), property.Name, ordinal, own is null ? "" : TypeReader.Name(property.Type), when, property.SetMethod is not null)
                {
                    IsToken = isToken,
                    Source = holdsAll ? source : -1,
                });
            }
        }
        return table is null ? null : new CarrierModel(payload, TypeReader.Name(table), tags.ToEquatable(), AccessReader.For(table, type));
    }
}
