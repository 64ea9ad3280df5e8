using System.Globalization;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;

namespace Codecs.Generators.Parsing;

// Whether a field is there (language rule 5, in its order of precedence).
internal sealed partial class FieldReader
{
    private void ReadPresence(FieldDraft field)
    {
        if (field is { IsHidden: true, IsEscapeCode: false })
        {
            // A prefix is there if what it stands before is; its own absence may be what says so.
            var target = fields[field.Ordinal + 1];
            field.Presence = target.NullOf is not null || (target.Optional == OptionalKind.None && target.Find("When") is null) ? PresenceModel.Always : PresenceOf(target);
            if (field.IsConditional)
                field.Optional = OptionalKind.Nullable;
        }
        else
        {
            field.Presence = PresenceOf(field);
            if (field.Presence.Kind == PresenceKind.Remaining && field.Symbol.Has("Prefixed"))
                field.Presence = new PresenceModel(PresenceKind.Prefix, "") { Field = field.Ordinal - 1 };
        }
        if (field.IsConditional)
            field.Roles |= FieldRoles.Optional;
        if (field.Presence.Kind == PresenceKind.Constant)
            CheckOptionalConstant(field);
        if (field.IsConditional && field.Kind == FieldKind.Scalar && field.Scalar is { Bits: var bits } && bits % 8 != 0)
            reporter.Report(Descriptors.PartialByte, field.Symbol, Hint.Widen(8 - bits % 8), field.Name, bits);
    }

    private PresenceModel PresenceOf(FieldDraft field)
    {
        if (field.Flag is { } flag)
            return new PresenceModel(PresenceKind.Flag, TypeReader.Escape(flag.Name)) { Bit = field.FlagBit, Field = flag.Ordinal };
        if (field.Symbol.Find("When") is { } when && when.Text(0) is { } condition)
            return new PresenceModel(PresenceKind.When, _members.ReadCondition(when, 0, condition, field.Ordinal));
        if (field.NullOf is { } descriptor)
            return new PresenceModel(PresenceKind.Null, "") { Field = descriptor.Ordinal };
        if (field.Optional == OptionalKind.None)
            return PresenceModel.Always;
        return new PresenceModel(field.Const is null && field.ConstBytes.Length == 0 ? PresenceKind.Remaining : PresenceKind.Constant, "");
    }

    /// <summary>What is there if its constant comes next must be told from what may come next instead, and be set by someone.</summary>
    private void CheckOptionalConstant(FieldDraft field)
    {
        if (field.Find("Const") is not { } attribute)
            return;
        if (!field.HasInit)
            reporter.Report(Descriptors.BadOptional, field.Symbol, field.Name, "an optional constant needs an init accessor, to say whether it is written");
        if (field.Scalar is not { } scalar || field.Const is null || field.Ordinal == 0 || fields[field.Ordinal - 1] is not { Presence.Kind: PresenceKind.Constant, Const: { } before, Scalar: { } other } neighbour)
            return;
        int bits = Math.Min(scalar.Bits, other.Bits);
        if (bits <= 64 && ulong.Parse(field.Const, CultureInfo.InvariantCulture) >> (scalar.Bits - bits) == ulong.Parse(before, CultureInfo.InvariantCulture) >> (other.Bits - bits))
            reporter.Report(Descriptors.BadOptional, attribute, 0, field.Name, $"one cannot tell it from '{neighbour.Name}' before it, which may be absent");
    }
}
