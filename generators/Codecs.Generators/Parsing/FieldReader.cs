using System.Globalization;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads the attributes of the fields of one message.</summary>
internal sealed class FieldReader(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
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
        foreach (var field in fields.Where(f => !f.IsHidden))
            CheckContradictions(field);
        foreach (var field in fields.Where(f => f.PresenceOf.Count > 0 && !f.PresenceOf.Any(o => fields[o].HasInit || fields[o].PresenceOf.Count > 0)))
            reporter.Report(Descriptors.BadPresence, field.Symbol, field.Name, "of the fields that it tells of, none has an init accessor to say whether they are there");
    }

    private void ReadWidth(FieldDraft field)
    {
        if (!TypeClassifier.Classify(field))
        {
            reporter.Report(Descriptors.BadType, field.Symbol, field.Name, field.Symbol.Type.ToDisplayString());
            return;
        }
        if (field.Token == "?")
            reporter.Report(Descriptors.BadToken, field.Symbol, field.Name, "the type is of no text enum: a public or internal enum with [Token] is one");
        bool byReference = field.Kind is FieldKind.Bytes or FieldKind.List or FieldKind.Scalars || field.Optional == OptionalKind.Wrapped || field.ValueType.IsRefLikeType;
        if (byReference && !type.IsRefLikeType)
            reporter.Report(Descriptors.NotReadonlyPartial, field.Symbol, type.Name, $"a ref struct, because '{field.Name}' is a window into the source");
        if (field.Scalar is { } scalar)
        {
            field.Scalar = ReadBits(field, scalar) with { Order = ReadOrder(field, out string member), OrderMember = member };
            if (field.Find("Digits") is { } digits)
            {
                field.Digits = TextReader.ReadDigits(field, digits, reporter);
                field.Kind = FieldKind.Digits;
            }
            if (field.EscapeCode is { } code)
            {
                if (scalar is not { Form: ScalarForm.Integer or ScalarForm.Enum, IsSigned: false, IntegerBits: <= 64 })
                    reporter.Report(Descriptors.BadWidth, field.Symbol, field.Name, "Escape stands on an unsigned number of up to 64 bits");
                field.Escape = new EscapeModel(code.Ordinal, TextReader.ReadEscapes(field, reporter).ToEquatable());
                field.Scalar = field.Scalar with { Bits = field.Scalar.IntegerBits };
                field.Kind = FieldKind.Escaped;
            }
        }
        else if ((field.EscapeCode is null ? field.Find("Bits") : field.Symbol.Find("Bits")) is { } bits)
        {
            reporter.Report(Descriptors.BadWidth, bits, 0, field.Name, "Bits stands on numbers, enums and bools; use Bytes here");
        }
    }

    private ScalarModel ReadBits(FieldDraft field, ScalarModel scalar)
    {
        if ((field.IsEscapeCode ? field.Symbol.Find("Bits") : field.Find("Bits")) is { } bits)
        {
            int width = bits.Int(0);
            int most = scalar.Form == ScalarForm.Bool ? 64 : scalar.IntegerBits;
            if (width < 1 || width > most)
                reporter.Report(Descriptors.BadWidth, bits, 0, field.Name, $"Bits must be 1 to {most}");
            else
                scalar = scalar with { Bits = width };
        }
        else if (field.Find("Bytes") is { } bytes)
        {
            int width = bytes.Int(0);
            if (width < 1 || width * 8 > scalar.IntegerBits)
                reporter.Report(Descriptors.BadWidth, bytes, 0, field.Name, $"Bytes must be 1 to {scalar.IntegerBits / 8}");
            else
                scalar = scalar with { Bits = width * 8 };
        }
        if (scalar.IntegerBits > 64 && scalar.Form != ScalarForm.Bool ? scalar.Bits != 128 : scalar.Bits > 64)
            reporter.Report(Descriptors.BadWidth, field.Symbol, field.Name, "a number is at most 64 bits wide, or 128");
        return scalar;
    }

    private ByteOrder ReadOrder(FieldDraft field, out string member)
    {
        member = "";
        if (field.Find("LsbFirst") is not null || type.Has("LsbFirst"))
            return ByteOrder.Little;
        if (((field.IsHidden ? field.Symbol.Find("LittleEndian") : field.Find("LittleEndian")) ?? type.Find("LittleEndian")) is not { } attribute)
            return ByteOrder.Big;
        if (attribute.NamedText("When") is not { } when)
            return ByteOrder.Little;
        // The member may be a parameter or a field without byte order; it is evaluated when a number is read.
        if (!_members.IsBool(when))
            reporter.Report(Descriptors.BadMember, attribute, "When", when, $"a bool member of {type.Name}");
        member = TypeReader.Escape(when);
        return ByteOrder.Runtime;
    }

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
                    field.Reserved = (attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is long value ? (ulong)value : 0).ToString(CultureInfo.InvariantCulture);
                    if (field.Kind != FieldKind.Scalar)
                        reporter.Report(Descriptors.BadType, attribute, -1, field.Name, field.Symbol.Type.ToDisplayString() + " with Reserved");
                    else if (field.Scalar is { Bits: < 64 and var bits } && ulong.Parse(field.Reserved, CultureInfo.InvariantCulture) >> bits != 0)
                        reporter.Report(Descriptors.BadWidth, attribute, 0, field.Name, $"{field.Reserved} does not fit into {bits} bits");
                    break;
                case "Case" when attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol carried]:
                    field.Cases.Add(TypeReader.Name(carried));
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

    /// <summary>Bytes that are always the same: a string of one byte per char, or an array.</summary>
    private void ReadConstBytes(FieldDraft field, AttributeData attribute)
    {
        if (field.Optional != OptionalKind.None || field.Token.Length > 0 || TextReader.ConstBytes(attribute) is not { } bytes)
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
        if (field.Scalar is null || value is not (bool or byte or sbyte or ushort or short or uint or int or ulong or long or char))
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
                    if (Field(attribute, 0, name, -1) is not { } list)
                        break;
                    if (list.Kind is not (FieldKind.List or FieldKind.Scalars))
                    {
                        reporter.Report(Descriptors.BadCount, attribute, 0, field.Name, name);
                        break;
                    }
                    // A count behind its list is compared with what was read.
                    if (list.Ordinal > field.Ordinal)
                        list.Counter = field;
                    field.Counts.Add(new CountModel(list.Ordinal, attribute.NamedInt("Bias", 0)));
                    break;
                case "PresenceOf":
                    field.Roles |= FieldRoles.Presence;
                    ReadPresenceOf(field, attribute);
                    break;
                case "ChecksumOf":
                    field.Roles |= FieldRoles.Checksum;
                    break;
                case "Align":
                    field.Roles |= FieldRoles.Padding;
                    break;
            }
        }
        if (field.Scalar is not { Form: ScalarForm.Integer, Bits: <= 64, IsSigned: false } && (field.Roles & (FieldRoles.Length | FieldRoles.Count)) != 0)
            reporter.Report(Descriptors.BadType, field.Symbol, field.Name, field.Symbol.Type.ToDisplayString() + " with a length or count");
        bool mayBeSet = field.Ranges.Count > 0 && field.Ranges.All(r => r.When.Length > 0) && field.Counts.Count == 0;
        if (field.HasInit && ((field.IsDerived && !mayBeSet) || (field.Const is not null && field.Optional == OptionalKind.None) || field.ConstBytes.Length > 0 || field.Reserved is not null))
            reporter.Report(Descriptors.DerivedWithInit, field.Symbol, field.Name);
        const int supplied = FieldRoles.Const | FieldRoles.Reserved | FieldRoles.Length | FieldRoles.Count | FieldRoles.Presence | FieldRoles.Checksum | FieldRoles.Padding;
        if (!field.HasInit && !field.IsHidden && (field.Roles & supplied) == 0)
            reporter.Report(Descriptors.NothingSupplies, field.Symbol, field.Name);
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
            if (optional.Optional == OptionalKind.None)
                reporter.Report(Descriptors.BadPresence, attribute, i, name, "a field that may be absent is nullable or Optional");
            optional.Flag = field;
            optional.FlagBit = isBitmap ? field.Scalar!.Bits - 1 - i : -1;
            field.PresenceOf.Add(optional.Ordinal);
        }
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
        else if (field.Counter is not null && field.Until.Length > 0)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "both a count and an element end the list");
        else if (field.Kind == FieldKind.Padding && field.Find("When") is not null)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "padding is always there");
    }

    /// <summary>The length that a prefix holds bounds the field behind it.</summary>
    private void ReadPrefix(FieldDraft field)
    {
        if (field.Prefix is not { } prefix || field.IsEscapeCode)
            return;
        var target = fields[field.Ordinal + 1];
        field.Roles |= FieldRoles.Length;
        if (field.Scalar is not { Form: ScalarForm.Integer, IsSigned: false })
            reporter.Report(Descriptors.BadPrefix, prefix, -1, target.Name, $"{field.ValueType.Name} is no unsigned integer");
        if (target.Kind == FieldKind.Scalar || target.Optional != OptionalKind.None)
            reporter.Report(Descriptors.BadPrefix, prefix, -1, target.Name, "a prefix stands before a span, a list or a message that is always there");
        if (target.Find("Bytes") is not null || target.Counter is not null || fields.Any(f => f.Ranges.Any(r => r.First == target.Ordinal && r.Last == target.Ordinal)))
            reporter.Report(Descriptors.BadPrefix, prefix, -1, target.Name, "its extent is known without a prefix");
        int unit = Math.Max(prefix.NamedInt("Unit", 1), 1);
        field.Ranges.Add(new RangeDraft(field, prefix, target.Ordinal, target.Ordinal) { Unit = unit, Bias = prefix.NamedInt("Bias", 0) });
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
        bool isVariable = field.Kind is FieldKind.Escaped or FieldKind.Digits && field.Digits is not { Count: > 0 };
        if (isVariable && from.Ordinal <= field.Ordinal && field.Ordinal <= to.Ordinal)
            reporter.Report(Descriptors.LengthOfItself, attribute, 0, field.Name);
        int unit = attribute.NamedInt("Unit", 1);
        if (unit < 1)
            reporter.Report(Descriptors.BadWidth, attribute, "Unit", field.Name, "Unit must be 1 or more");
        string when = "";
        if (attribute.NamedText("When") is { } condition)
            when = _members.ReadCondition(attribute, "When", condition, ReadWith(Math.Max(field.Ordinal + 1, from.Ordinal)));
        field.Ranges.Add(new RangeDraft(field, attribute, from.Ordinal, to.Ordinal) { Unit = Math.Max(unit, 1), Bias = attribute.NamedInt("Bias", 0), When = when, Max = attribute.NamedInt("Max", 0) });
    }

    /// <summary>Numbers that follow each other are read together: the ordinal after those that are there with the field before <paramref name="ordinal"/>.</summary>
    private int ReadWith(int ordinal)
    {
        while (ordinal < fields.Count && fields[ordinal] is { Kind: FieldKind.Scalar, Optional: OptionalKind.None } next && next.Find("When") is null)
            ordinal++;
        return ordinal;
    }

    private void ReadPresence(FieldDraft field)
    {
        if (field.Flag is { } flag)
            field.Presence = new PresenceModel(PresenceKind.Flag, TypeReader.Escape(flag.Name)) { Bit = field.FlagBit };
        else if (field.Find("When") is { } when && when.Text(0) is { } condition)
            field.Presence = new PresenceModel(PresenceKind.When, _members.ReadCondition(when, 0, condition, field.Ordinal));
        else if (field.Optional != OptionalKind.None)
            field.Presence = new PresenceModel(field.Const is null ? PresenceKind.Remaining : PresenceKind.Constant, "");
        if (field.IsConditional)
            field.Roles |= FieldRoles.Optional;
        if (field.Presence.Kind == PresenceKind.Constant)
            CheckOptionalConstant(field);
    }

    /// <summary>What is there if its constant comes next must be told from what may come next instead, and be set by someone.</summary>
    private void CheckOptionalConstant(FieldDraft field)
    {
        if (field.Find("Const") is not { } attribute || field.Scalar is not { } scalar || field.Const is null)
            return;
        if (!field.HasInit)
            reporter.Report(Descriptors.BadOptional, field.Symbol, field.Name, "an optional constant needs an init accessor, to say whether it is written");
        if (field.Ordinal == 0 || fields[field.Ordinal - 1] is not { Presence.Kind: PresenceKind.Constant, Const: { } before, Scalar: { } other } neighbour)
            return;
        int bits = Math.Min(scalar.Bits, other.Bits);
        if (bits <= 64 && ulong.Parse(field.Const, CultureInfo.InvariantCulture) >> (scalar.Bits - bits) == ulong.Parse(before, CultureInfo.InvariantCulture) >> (other.Bits - bits))
            reporter.Report(Descriptors.BadOptional, attribute, 0, field.Name, $"one cannot tell it from '{neighbour.Name}' before it, which may be absent");
    }

    private void ReadExtent(FieldDraft field)
    {
        if (field.Find("Limit") is { } limit)
        {
            field.Limit = limit.Int(0, int.MaxValue);
            if (field.Limit < 1 || field.Kind == FieldKind.Scalar)
                reporter.Report(Descriptors.BadWidth, limit, 0, field.Name, "Limit is 1 or more, and stands on spans and lists");
        }
        if (field.Find("Terminated") is { } terminated)
        {
            field.Terminator = TextReader.ReadTerminator(field.Symbol, terminated, fields, field.Ordinal, reporter);
            if (field.Kind is not (FieldKind.Bytes or FieldKind.Digits) || field.Optional == OptionalKind.Wrapped)
                reporter.Report(Descriptors.BadTerminator, terminated, -1, field.Name, "a terminator stands on a ReadOnlySpan<byte>, on Digits, or on the message");
        }
        if (field.Kind is FieldKind.Digits or FieldKind.Escaped)
            field.Extent = Extent(ExtentKind.Self, 0, "");
        if (field.Kind == FieldKind.Scalar && field.Scalar is { } scalar)
            field.Extent = Extent(ExtentKind.Constant, scalar.Bytes, "");
        if (field.Find("While") is { } set && (field.Kind != FieldKind.Bytes || field.Find("Bytes") is not null || field.Find("Align") is not null))
            reporter.Report(Descriptors.BadWhile, set, -1, field.Name, "While stands on a ReadOnlySpan<byte> that has no other width");
        if (field.Kind is FieldKind.Scalar or FieldKind.Digits or FieldKind.Escaped)
            return;
        if (field.Find("Until") is { } until && until.Text(0) is { } end)
        {
            if (field.Kind != FieldKind.List)
                reporter.Report(Descriptors.BadType, until, -1, field.Name, field.Symbol.Type.ToDisplayString() + " with Until");
            else if (((INamedTypeSymbol)field.ValueType).TypeArguments[0] is var item && !item.GetMembers(end).Any(m => m is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean }))
                reporter.Report(Descriptors.BadCondition, until, 0, end, "a bool member", item.Name);
            field.Until = TypeReader.Escape(end);
        }
        if (field.Find("Align") is { } align)
        {
            int multiple = align.Int(0);
            if (field.Kind != FieldKind.Bytes || field.Token.Length > 0 || field.HasInit || field.Optional != OptionalKind.None)
                reporter.Report(Descriptors.BadAlign, align, -1, field.Name, "padding is a ReadOnlySpan<byte> without init");
            if (multiple < 2)
                reporter.Report(Descriptors.BadAlign, align, 0, field.Name, "the multiple must be 2 or more");
            field.Kind = FieldKind.Padding;
            field.Extent = Extent(ExtentKind.Align, Math.Max(multiple, 2), "");
        }
        else if (field.ConstBytes.Length > 0)
        {
            field.Extent = Extent(ExtentKind.Constant, field.ConstLength, "");
            if (new[] { "Bytes", "While", "Limit" }.Select(field.Find).FirstOrDefault(a => a is not null) is { } other)
                reporter.Report(Descriptors.BadWidth, other, -1, field.Name, "a constant has a width of its own");
        }
        else if (field.Find("Bytes") is { } bytes)
        {
            if (bytes.Text(0) is { } member)
            {
                _members.ReadInt(bytes, 0, member, field.Ordinal);
                field.Extent = Extent(ExtentKind.Member, 0, TypeReader.Escape(member));
            }
            else
            {
                int item = field.Item is { Width: > 0 and var width } ? width : 1;
                if (bytes.Int(0) < 1 || bytes.Int(0) % item != 0)
                    reporter.Report(Descriptors.BadWidth, bytes, 0, field.Name, item == 1 ? "Bytes must be 1 or more" : $"Bytes must be a multiple of {item}");
                field.Extent = Extent(ExtentKind.Constant, bytes.Int(0), "");
            }
        }
        else if (BoundingTag(field) is { } tag)
        {
            if (field.Cases.Count == 0 || field.Kind != FieldKind.Bytes || field.Optional != OptionalKind.None)
                reporter.Report(Descriptors.BadTag, tag, "Bounds", field.Name, "what a tag bounds is a ReadOnlySpan<byte> with a Case for each message");
            field.Extent = Extent(ExtentKind.Case, 0, "");
        }
        else if (field.Find("While") is { } run)
        {
            field.While = TextReader.ReadWhile(type, field, run, reporter);
            field.Extent = Extent(ExtentKind.While, 0, "");
        }
        else if (field.Terminator is not null)
        {
            field.Extent = Extent(ExtentKind.Terminated, 0, "");
        }
        else if (field.Counter is { } counter)
        {
            field.Extent = Extent(ExtentKind.Count, 0, TypeReader.Escape(counter.Name));
        }
        else if (field.Kind is FieldKind.Message or FieldKind.Value)
        {
            field.Extent = Extent(ExtentKind.Self, 0, "");
        }
        else
        {
            field.Extent = Extent(ExtentKind.Open, 0, "");
        }
    }

    /// <summary>The TagOf whose case ends the field; it must have been read before.</summary>
    private AttributeData? BoundingTag(FieldDraft field)
    {
        AttributeData? found = null;
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => p.PartialDefinitionPart is null))
        {
            foreach (var attribute in property.FindAll("TagOf").Where(a => a.Text(0) == field.Name))
            {
                found ??= attribute.Named("Bounds")?.Value is true ? attribute : null;
                if (found is not null && !_members.ReadsBefore(property.Name, field.Ordinal))
                    reporter.Report(Descriptors.BadTag, attribute, -1, property.Name, $"it bounds '{field.Name}', so it must be known before that");
            }
        }
        return found;
    }

    private static ExtentModel Extent(ExtentKind kind, int width, string member) => new(kind, width, member, -1, default);

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
