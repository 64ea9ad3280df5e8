using System.Globalization;
using Codecs.Generators.Model;

namespace Codecs.Generators.Parsing;

/// <summary>From what was read of the fields to their models.</summary>
internal static class FieldModels
{
    public static IEnumerable<FieldModel> Of(List<FieldDraft> fields, CarrierModel? carrier)
    {
        foreach (var f in fields)
        {
            if (carrier?.Payload == f.Ordinal)
                f.Roles |= FieldRoles.Payload;
            bool clash = fields.Any(o => o != f && Camel(o.Name) == Camel(f.Name)) || f.Name is "State" or "state" or "Origin" or "origin" or "Previous" or "previous";
            bool hasStorage = f.Place is null && (f.ConstBytes.Length == 0 || f.IgnoresCase || f.Optional != OptionalKind.None);
            yield return new FieldModel
            {
                Ordinal = f.Ordinal,
                Name = TypeReader.Escape(f.Name),
                PlainName = f.Name,
                Modifiers = StubParser.Modifiers(f.Symbol),
                Type = TypeReader.Name(f.IsHidden ? f.ValueType : f.Symbol.Type) + (f.IsHidden && f.Optional == OptionalKind.Nullable ? "?" : ""),
                ValueType = TypeReader.Name(f.ValueType),
                Setter = StubParser.Setter(f.Symbol),
                HasInit = f.HasInit,
                IsHidden = f.IsHidden,
                Kind = f.Kind,
                Optional = f.Optional,
                Storage = hasStorage ? "_" + Camel(f.Name) + (clash ? f.Ordinal.ToString(CultureInfo.InvariantCulture) : "") : "",
                Scalar = f.Scalar,
                Place = f.Place,
                Roles = f.Roles,
                Const = f.Const,
                Reserved = f.Reserved,
                Lengths = f.Ranges.Select(r => new LengthModel(r.Scope, r.Unit, r.Bias, r.When, r.Max, r.Null) { Target = r.IsOfTarget ? r.First : -1 }).ToEquatable(),
                Counts = f.Counts.ToEquatable(),
                PresenceOf = f.PresenceOf.ToEquatable(),
                Presence = f.Presence,
                Holder = Holder(fields, f),
                Extent = f.Extent ?? new ExtentModel(ExtentKind.Constant, f.Scalar!.Bytes, ""),
                Require = f.Require,
                Item = f.Item,
                Cases = f.Cases.ToEquatable(),
                Argument = f.Argument,
                ArgumentType = f.ArgumentType,
                Limit = f.Limit == int.MaxValue ? 0 : f.Limit,
                Terminator = f.Terminator,
                Digits = f.Digits,
                Escape = f.Escape,
                EscapedBy = f.IsEscapeCode ? fields.First(x => x.EscapeCode == f).Ordinal : -1,
                Align = f.Align,
                Token = f.Token,
                ConstBytes = f.ConstBytes,
                ConstLength = f.ConstLength,
                IgnoresCase = f.IgnoresCase,
                While = f.While,
                IsFiller = f.Filler is not null,
                Filler = f.Filler is { Length: > 0 } ? TextReader.Bytes(f.Filler) : "",
                FillerLength = f.Filler?.Length ?? 0,
                SlotLength = f.SlotLength?.Ordinal ?? -1,
                HasBackReferences = f.HasBackReferences,
                IsCompressed = f.IsCompressed,
                IsDelta = f.IsDelta,
                IsDigest = f.IsDigest,
                Build = f.Build,
            };
        }
    }

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The field that says, by being there, whether a derived one is written; the field itself where it is set.</summary>
    private static int Holder(List<FieldDraft> fields, FieldDraft field)
    {
        if (field.HasInit || field.Optional == OptionalKind.None || field.Presence.Kind == PresenceKind.When)
            return field.Ordinal;
        if (field.Flag is { } flag && field.FlagBit < 0)
            return flag.PresenceOf.Where(o => fields[o].HasInit).DefaultIfEmpty(field.Ordinal).First();
        if (field.PresenceOf.Count > 0)
            return field.Ordinal;
        if (field.Ranges.Count > 0)
            return field.Ranges[0].Last;
        return field.Counts.Count > 0 ? field.Counts[0].Field : field.Ordinal;
    }
}
