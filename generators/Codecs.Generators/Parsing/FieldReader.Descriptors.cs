using System.Globalization;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

// What a field says of others: their lengths, counts, and whether they are there.
internal sealed partial class FieldReader
{
    private void ReadDescriptors(FieldDraft field)
    {
        foreach (var attribute in field.Attributes)
        {
            switch (attribute.LanguageName())
            {
                case "LengthOf":
                    field.Roles |= FieldRoles.Length;
                    ReadLength(field, attribute);
                    break;
                case "CountOf" when attribute.Text(0) is { } name:
                    field.Roles |= FieldRoles.Count;
                    ReadCount(field, attribute, name);
                    break;
                case "PresenceOf":
                    field.Roles |= FieldRoles.Presence;
                    ReadPresenceOf(field, attribute);
                    break;
                case "ChecksumOf":
                    field.Roles |= FieldRoles.Checksum;
                    field.IsDigest = field.Kind == FieldKind.Bytes;
                    break;
                case "Align" when field.Kind != FieldKind.List:
                    field.Roles |= FieldRoles.Padding;
                    break;
            }
        }
        CheckDescriptor(field);
        bool mayBeSet = field.Ranges.Count > 0 && field.Ranges.All(r => r.When.Length > 0) && field.Counts.Count == 0;
        if (field.HasInit && ((field.IsDerived && !mayBeSet) || ((field.Const is not null || field.ConstBytes.Length > 0) && field.Optional == OptionalKind.None) || field.Reserved is not null || field.Filler is not null))
            reporter.Report(Descriptors.DerivedWithInit, field.Symbol, field.Name);
        const int supplied = FieldRoles.Const | FieldRoles.Reserved | FieldRoles.Length | FieldRoles.Count | FieldRoles.Presence | FieldRoles.Checksum | FieldRoles.Padding;
        if (!field.HasInit && !field.IsHidden && (field.Roles & supplied) == 0)
            reporter.Report(Descriptors.NothingSupplies, field.Symbol, field.Name);
    }

    /// <summary>A length or count is a number that can be computed: signed only if a negative one says that something is absent.</summary>
    private void CheckDescriptor(FieldDraft field)
    {
        if ((field.Roles & (FieldRoles.Length | FieldRoles.Count)) == 0)
            return;
        bool isNumber = field.Scalar is { Form: ScalarForm.Integer, Bits: <= 64 } || (field.Kind == FieldKind.Number && field.Scalar is { Bits: <= 64, IsSigned: false });
        bool hasNull = field.Ranges.Any(r => r.Null is not null) || field.Counts.Any(c => c.Null is not null);
        if (!isNumber || (field.Scalar!.IsSigned && !hasNull))
            reporter.Report(Descriptors.BadType, field.Symbol, field.Name, (isNumber ? field.Symbol.Type.ToDisplayString() : TypeHints.DescribeNumber(field.Symbol.Type)) + " with a length or count");
    }

    private void ReadCount(FieldDraft field, AttributeData attribute, string name)
    {
        if (Field(attribute, 0, name, -1) is not { } list)
            return;
        if (!list.IsList)
        {
            reporter.Report(Descriptors.BadCount, attribute, 0, field.Name, name);
            return;
        }
        string? absent = ReadNull(field, attribute, list);
        // A count behind its list is compared with what was read.
        if (list.Ordinal > field.Ordinal)
            list.Counter = field;
        field.Counts.Add(new CountModel(list.Ordinal, attribute.NamedInt("Bias", 0), absent));
    }

    /// <summary>The stored number that stands for what is absent, as the bits on the wire.</summary>
    private string? ReadNull(FieldDraft field, AttributeData attribute, FieldDraft target)
    {
        if (attribute.Named("Null")?.Value is not long value)
            return null;
        int bits = field.Scalar?.Bits ?? 64;
        ulong stored = unchecked((ulong)value) & (bits >= 64 ? ulong.MaxValue : (1UL << bits) - 1);
        bool fits = field.Scalar is not { } scalar || (scalar.IsSigned ? value >= -(1L << (bits - 1)) && (bits >= 64 || value < 1L << (bits - 1)) : value >= 0 && (bits >= 64 || value >> bits == 0));
        if (!fits)
            reporter.Report(Descriptors.BadMember, attribute, "Null", value.ToString(CultureInfo.InvariantCulture), $"a value of '{field.Name}'");
        if (target.Optional != OptionalKind.Wrapped)
            reporter.Report(Descriptors.BadMember, attribute, "Null", target.Name, "an Optional, to be absent");
        target.NullOf = field;
        return stored.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>On a bool, the field that it tells of; on an integer, one for each bit from the most significant.</summary>
    private void ReadPresenceOf(FieldDraft field, AttributeData attribute)
    {
        bool isBitmap = field.Scalar is { Form: ScalarForm.Integer, IsSigned: false, Bits: <= 64 } && field.Kind == FieldKind.Scalar;
        var names = attribute.ConstructorArguments.SelectMany(a => a.Kind == TypedConstantKind.Array ? a.IsNull ? [] : a.Values.Select(v => v.Value as string) : [a.Value as string]).ToList();
        if (field.Scalar?.Form != ScalarForm.Bool && !isBitmap)
            reporter.Report(Descriptors.BadPresence, attribute, -1, field.Name, "PresenceOf stands on a bool, or on an unsigned integer with a bit for each field");
        else if (names.Count > (isBitmap ? field.Scalar!.Bits : 1) || (isBitmap && field.PresenceOf.Count > 0))
            reporter.Report(Descriptors.BadPresence, attribute, -1, field.Name, isBitmap ? "there is one bit for each field, and one PresenceOf for all" : "a bool tells of one field; say PresenceOf again for those that come and go with it");
        for (int i = 0; i < names.Count && !reporter.HasErrors; i++)
        {
            if (names[i] is not { } name || Field(attribute, i, name, field.Ordinal) is not { } optional)
                continue;
            // A span or list that is there has bytes; whether an empty one is there must be said by Optional.
            bool mayBeEmpty = optional.Kind is FieldKind.Bytes or FieldKind.List or FieldKind.Scalars && optional.Token.Length == 0 && !optional.Symbol.Has("Prefixed") && !optional.Symbol.Has("Terminated") && optional.HasInit;
            if (optional.Optional == OptionalKind.None && !mayBeEmpty)
                reporter.Report(Descriptors.BadPresence, attribute, i, name, "a field that may be absent is nullable or Optional");
            optional.Flag = field;
            optional.FlagBit = isBitmap ? field.Scalar!.Bits - 1 - i : -1;
            field.PresenceOf.Add(optional.Ordinal);
        }
    }

    /// <summary>The length that a prefix holds bounds the field behind it.</summary>
    private void ReadPrefix(FieldDraft field)
    {
        if (field.Prefix is not { } prefix || field.IsEscapeCode)
            return;
        var target = fields[field.Ordinal + 1];
        field.Roles |= FieldRoles.Length;
        string? absent = ReadNull(field, prefix, target);
        bool isNumber = field.Scalar is { Form: ScalarForm.Integer } scalar && (!scalar.IsSigned || absent is not null);
        if (!isNumber && field.Kind != FieldKind.Number)
            reporter.Report(Descriptors.BadPrefix, prefix, -1, target.Name, $"{TypeHints.DescribeNumber(field.ValueType)} is no unsigned integer");
        if (target.Kind == FieldKind.Scalar || (target.Optional == OptionalKind.Nullable))
            reporter.Report(Descriptors.BadPrefix, prefix, -1, target.Name, "a prefix stands before a span, a list or a message");
        if (target.Find("Bytes") is not null || target.Counter is not null || fields.Any(f => f.Ranges.Any(r => r.First == target.Ordinal && r.Last == target.Ordinal)))
            reporter.Report(Descriptors.BadPrefix, prefix, -1, target.Name, "its extent is known without a prefix");
        int unit = Math.Max(prefix.NamedInt("Unit", 1), 1);
        field.Ranges.Add(new RangeDraft(field, prefix, target.Ordinal, target.Ordinal) { Unit = unit, Bias = prefix.NamedInt("Bias", 0), Null = absent });
    }

    private void ReadLength(FieldDraft field, AttributeData attribute)
    {
        string? first = attribute.Text(0), last = attribute.Text(1) ?? first;
        if (first is null || last is null)
            return;
        if (Field(attribute, 0, first, -1) is not { } from || Field(attribute, attribute.Text(1) is null ? 0 : 1, last, -1) is not { } to)
            return;
        if (to.Ordinal < from.Ordinal)
        {
            reporter.Report(Descriptors.BadRange, attribute, 1, first, last, "is reversed");
            return;
        }
        from = RangeStart(fields, from, to);
        bool isVariable = field.Kind is FieldKind.Escaped or FieldKind.Number || field.Digits is { Count: 0 };
        if (isVariable && from.Ordinal <= field.Ordinal && field.Ordinal <= to.Ordinal)
            reporter.Report(Descriptors.LengthOfItself, attribute, 0, field.Name);
        int unit = attribute.NamedInt("Unit", 1);
        if (unit < 1)
            reporter.Report(Descriptors.BadWidth, attribute, "Unit", field.Name, "Unit must be 1 or more");
        string when = "";
        if (attribute.NamedText("When") is { } condition)
            when = _members.ReadCondition(attribute, "When", condition, ReadWith(Math.Max(field.Ordinal + 1, from.Ordinal)));
        string? absent = ReadNull(field, attribute, to);
        field.Ranges.Add(new RangeDraft(field, attribute, from.Ordinal, to.Ordinal) { Unit = Math.Max(unit, 1), Bias = attribute.NamedInt("Bias", 0), When = when, Max = attribute.NamedInt("Max", 0), Null = absent });
    }

    /// <summary>Where a range begins: with the prefix of its first field, if it goes on behind that (language rule 4).</summary>
    public static FieldDraft RangeStart(List<FieldDraft> fields, FieldDraft first, FieldDraft last) =>
        first != last && first.Ordinal > 0 && fields[first.Ordinal - 1] is { IsHidden: true, IsEscapeCode: false } prefix && SymbolEqualityComparer.Default.Equals(prefix.Symbol, first.Symbol) ? prefix : first;

    /// <summary>Numbers that follow each other are read together: the ordinal after those that are there with the field before <paramref name="ordinal"/>.</summary>
    private int ReadWith(int ordinal)
    {
        while (ordinal < fields.Count && fields[ordinal] is { Kind: FieldKind.Scalar, Optional: OptionalKind.None } next && next.Find("When") is null)
            ordinal++;
        return ordinal;
    }
}
