using System.Globalization;
using Codecs.Generators.Model;

namespace Codecs.Generators.Parsing;

/// <summary>Decides whether the common case of a message is simple enough to be inlined, and what the common case is.</summary>
internal static class FastPathFinder
{
    public static FastPathModel? Find(MemberReader members, List<MemberTest> tests, List<FieldDraft> fields, CarrierModel? carrier, int parameters, List<ScopeModel> scopes, List<RunModel> runs, List<ElementModel> elements)
    {
        if (parameters > 0 || fields.Any(f => f.IsDelta) || runs.Count != 1 || elements[0].Kind != ElementKind.Run)
            return null;
        foreach (var field in fields)
        {
            bool isWindow = field.Kind is FieldKind.Bytes or FieldKind.List or FieldKind.Scalars && field.Optional == OptionalKind.None && field.IsOpen && field.Terminator is null && !field.HasBackReferences && !field.IsDigest
                && field.Item is null or { Separator.Length: 0, Align: 0, Order: not ByteOrder.Runtime };
            if (field.Require.Length > 0 || field.Limit > 0 || (field.Place is null && !isWindow) || field.Presence.Kind is not (PresenceKind.Always or PresenceKind.When))
                return null;
        }
        if (scopes.Any(s => fields[s.Descriptor].Place is null || s.Checks.Count > 0 || s.Form != ScopeForm.Leading || s.Open < 0 || s.Null is not null || !FitsInt(fields[s.Descriptor].Scalar!.Bits, s.Unit, s.Bias)) || runs[0].Groups.Any(g => g.Order == ByteOrder.Runtime))
            return null;
        int windows = fields.FirstOrDefault(f => f.Place is null)?.Ordinal ?? fields.Count;
        if (scopes.Select(s => s.When).Concat(fields.Select(f => f.Presence.Member)).Any(m => m.Length > 0 && !members.ReadsFixedPart(m.TrimStart('@'), windows)))
            return null;
        var exact = new List<GroupTest>();
        int emptyScope = -1;
        for (int g = 0; g < runs[0].Groups.Count; g++)
        {
            ulong mask = 0, value = 0;
            foreach (var field in fields.Where(f => f.Place?.Group == g && f.Const is not null))
            {
                mask |= Mask(field) << field.Place!.Shift;
                value |= ulong.Parse(field.Const!, CultureInfo.InvariantCulture) << field.Place.Shift;
            }
            if (mask == 0)
                continue;
            if (runs[0].Groups[g].Size > 8)
                return null;
            // A length in the same bytes as a constant costs nothing to compare with its least value: no options, the common case.
            foreach (var scope in scopes.Where(s => fields[s.Descriptor].Place!.Group == g && s.Open >= 0 && !s.IsConditional && !fields.Any(f => f.Place is null && f.Ordinal < s.First)))
            {
                int length = fields.Where(f => f.Ordinal >= scope.First && f.Ordinal <= scope.Last && f.IsInRun).Sum(f => f.Scalar!.Bits) / 8 + scope.Bias;
                if (length % scope.Unit != 0 || emptyScope >= 0)
                    continue;
                var descriptor = fields[scope.Descriptor];
                mask |= Mask(descriptor) << descriptor.Place!.Shift;
                value |= (ulong)(length / scope.Unit) << descriptor.Place.Shift;
                emptyScope = scope.Index;
            }
            exact.Add(new GroupTest(g, mask, value));
        }
        var implied = scopes.Where(s => s.When.Length > 0 && s.Bias >= 0 && fields[s.First].Place is not null && tests.Any(t => t.Member == s.When && t.Field == s.Descriptor && t is { Operator: "!=", Value: 0 })).Select(s => s.Index);
        bool areTagsFixed = carrier is null || carrier.Tags.All(t => members.ReadsFixedPart(t.PlainName, windows) && (t.When.Length == 0 || members.ReadsFixedPart(t.When.TrimStart('@'), windows)));
        return new FastPathModel(exact.ToEquatable(), emptyScope, implied.ToEquatable(), areTagsFixed);
    }

    /// <summary>Can the length be computed in an int, so that whatever overflows is out of range?</summary>
    private static bool FitsInt(int bits, int unit, int bias) => unit == 1 ? bits < 32 || (bits == 32 && bias >= 0) : bits <= 24 && unit <= 64;

    private static ulong Mask(FieldDraft field) => field.Scalar!.Bits >= 64 ? ulong.MaxValue : (1UL << field.Scalar.Bits) - 1;
}
