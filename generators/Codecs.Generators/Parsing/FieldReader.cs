using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads the attributes of the fields of one message, in the order in which one thing follows from another.</summary>
internal sealed partial class FieldReader(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
{
    private readonly Dictionary<string, FieldDraft> _byName = fields.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    private readonly MemberReader _members = new(type, fields, reporter);

    public void ReadAll()
    {
        foreach (var field in fields)
            ReadWidth(field);
        foreach (var field in fields)
            ReadValue(field);
        foreach (var field in fields)
            ReadDescriptors(field);
        foreach (var field in fields)
            ReadPrefix(field);
        foreach (var field in fields)
            ReadPresence(field);
        foreach (var field in fields)
            ReadExtent(field);
        foreach (var field in fields)
            ReadTargets(field);
        foreach (var field in fields.Where(f => f.Kind == FieldKind.Padding))
            CheckPadding(field);
        foreach (var field in fields.Where(f => !f.IsHidden))
            CheckContradictions(field);
        foreach (var field in fields.Where(f => f.PresenceOf.Count > 0 && !f.PresenceOf.Any(o => fields[o].HasInit || fields[o].PresenceOf.Count > 0)))
            reporter.Report(Descriptors.BadPresence, field.Symbol, field.Name, "of the fields that it tells of, none has an init accessor to say whether they are there");
    }

    /// <summary>Where padding lies must not depend on how wide its own length is.</summary>
    private void CheckPadding(FieldDraft field)
    {
        var length = fields.FirstOrDefault(f => f.IsVariableNumber() && f.Ranges.Any(r => r.First <= field.Ordinal && field.Ordinal <= r.Last));
        if (length is not null)
            reporter.Report(Descriptors.BadAlign, field.Symbol, field.Name, $"where it lies depends on the width of '{length.Name}', which says its length");
    }

    /// <summary>Attributes of which only one could be obeyed.</summary>
    private void CheckContradictions(FieldDraft field)
    {
        int[] supplying = [FieldRoles.Const, FieldRoles.Reserved, FieldRoles.Length, FieldRoles.Count, FieldRoles.Presence, FieldRoles.Checksum];
        if (supplying.Count(role => (field.Roles & role) != 0) > 1)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "two attributes say what is written");
        else if (field.Digits is not null && (field.Roles & (FieldRoles.Const | FieldRoles.Reserved)) != 0)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "digits are neither constant nor reserved");
        else if (field.Flag is not null && field.Find("When") is not null)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "both a flag and a condition say whether it is there");
        else if (field.Counter is not null && field.Item is { End.Length: > 0 } or { EndAfter.Length: > 0 })
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "both a count and an element end the list");
        else if (field.Terminator is not null && field.Item is { End.Length: > 0 } or { EndAfter.Length: > 0 })
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "both a terminator and an element end the list");
        else if (field.Kind == FieldKind.Padding && field.Find("When") is not null)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "padding is always there");
    }

    /// <summary>A field by name; one that comes after <paramref name="after"/>, if that is not negative.</summary>
    private FieldDraft? Field(AttributeData attribute, int argument, string name, int after)
    {
        if (!_byName.TryGetValue(name, out var field))
        {
            reporter.Report(Descriptors.UnknownField, attribute, argument, name, type.Name, "has a place on the wire");
            return null;
        }
        if (after >= 0 && field.Ordinal <= after)
        {
            reporter.Report(Descriptors.UnknownField, attribute, argument, name, type.Name, $"comes after '{fields[after].Name}'");
            return null;
        }
        return field;
    }
}
