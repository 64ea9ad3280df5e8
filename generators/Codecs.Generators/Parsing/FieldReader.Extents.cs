using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

// How far a field extends.
internal sealed partial class FieldReader
{
    private void ReadExtent(FieldDraft field)
    {
        if (field.Find("Limit") is { } limit)
        {
            field.Limit = limit.Int(0, int.MaxValue);
            if (field.Limit < 1 || field.Kind == FieldKind.Scalar)
                reporter.Report(Descriptors.BadWidth, limit, 0, field.Name, "Limit is 1 or more, and stands on spans and lists");
        }
        ReadTerminator(field);
        if (field.IsVariableNumber())
            field.Extent = Extent(ExtentKind.Self);
        if (field.Kind == FieldKind.Scalar && field.Scalar is { } scalar)
            field.Extent = Extent(ExtentKind.Constant, scalar.Bytes);
        if (field.Find("While") is { } set && (field.Kind != FieldKind.Bytes || field.Find("Bytes") is not null || field.Find("Align") is not null))
            reporter.Report(Descriptors.BadWhile, set, -1, field.Name, "While stands on a ReadOnlySpan<byte> that has no other width");
        if (field.Extent is not null)
            return;
        ReadShape(field);
        field.Extent = ExtentOf(field);
    }

    private ExtentModel ExtentOf(FieldDraft field)
    {
        if (field.Find("Align") is { } align && field.Kind != FieldKind.List)
            return ReadAlign(field, align);
        if (field.ConstBytes.Length > 0)
        {
            if (new[] { "Bytes", "While", "Limit" }.Select(field.Find).FirstOrDefault(a => a is not null) is { } other)
                reporter.Report(Descriptors.BadWidth, other, -1, field.Name, "a constant has a width of its own");
            return Extent(ExtentKind.Constant, field.ConstLength);
        }
        if (field.Find("Bytes") is { } bytes)
            return ReadBytes(field, bytes);
        if (field.IsDigest)
            reporter.Report(Descriptors.BadChecksum, field.Symbol, field.Name, "a digest has a width: Bytes says it");
        if (BoundingTag(field) is { } tag)
        {
            if (field.Cases.Count == 0 || field.Kind != FieldKind.Bytes || field.Optional != OptionalKind.None)
                reporter.Report(Descriptors.BadTag, tag, "Bounds", field.Name, "what a tag bounds is a ReadOnlySpan<byte> with a Case for each message");
            return Extent(ExtentKind.Case);
        }
        if (field.Find("While") is { } run)
        {
            field.While = TextReader.ReadWhile(type, field, run, reporter);
            return Extent(ExtentKind.While);
        }
        bool isBounded = HasLengthOfItsOwn(field);
        if (field.Counter is { } counter)
            return Extent(ExtentKind.Count) with { Counter = counter.Ordinal };
        if (field.Kind is FieldKind.Message or FieldKind.Value || field.Item is { FewerThan: > 0 })
            return Extent(ExtentKind.Self);
        if (field.Terminator is not null && !isBounded)
        {
            if (field.Kind is FieldKind.Scalars or FieldKind.ArgumentList)
                reporter.Report(Descriptors.BadTerminator, field.Find("Terminated")!, -1, field.Name, "the elements of this list do not show where it ends; count them, or say their length");
            return Extent(field.Kind == FieldKind.List ? ExtentKind.Self : ExtentKind.Terminated);
        }
        return Extent(ExtentKind.Open);
    }

    private bool HasLengthOfItsOwn(FieldDraft field) => fields.Any(f => f.Ranges.Any(r => r.First == field.Ordinal && r.Last == field.Ordinal && r.Descriptor.Ordinal < field.Ordinal));

    private void ReadTerminator(FieldDraft field)
    {
        if (field.Find("Terminated") is not { } terminated)
            return;
        field.Terminator = TextReader.ReadTerminator(field.Symbol, terminated, fields, field.Ordinal, reporter);
        if (field.Kind is FieldKind.Scalar or FieldKind.Padding)
            reporter.Report(Descriptors.BadTerminator, terminated, -1, field.Name, "a terminator stands on a span, a list, digits, a message of its own, or on the whole message");
        else if (field.Terminator is { Except.Length: > 0 } && field is not { Kind: FieldKind.Bytes, Token.Length: 0 })
            reporter.Report(Descriptors.BadTerminator, terminated, "Except", field.Name, "only of bytes, and of whole messages, one can say what stands nowhere else");
        else if (field.Terminator is { IsOptional: true } && field.IsList && (field.Kind != FieldKind.List || field.Counter is not null || field.Find("Separated") is not null || HasLengthOfItsOwn(field)))
            reporter.Report(Descriptors.BadTerminator, terminated, "Optional", field.Name, "only a MessageList<T> that nothing else ends or separates can do without its end");
        else if (field.Terminator is { IsOptional: true } && field.Optional == OptionalKind.Wrapped)
            reporter.Report(Descriptors.BadTerminator, terminated, "Optional", field.Name, "one could not tell whether the field is there");
        else if (field.Kind == FieldKind.List && field.Terminator is { Member.Length: > 0 })
            reporter.Report(Descriptors.BadTerminator, terminated, "Field", field.Name, "what ends a list is always the same");
    }

    /// <summary>What stands between elements, and which is the last.</summary>
    private void ReadShape(FieldDraft field)
    {
        if (field.Find("Separated") is { } separated)
        {
            string text = separated.Text(0) ?? "";
            if (field.Kind != FieldKind.List)
                reporter.Report(Descriptors.BadSeparated, separated, -1, field.Name, "Separated stands on a MessageList<T>");
            else if (text.Length == 0 || text.Any(c => c > 0xFF))
                reporter.Report(Descriptors.BadSeparated, separated, 0, field.Name, "a separator is one byte or more, one per char");
            else
                field.Item = field.Item! with { Separator = TextReader.Bytes(text), HasShape = true };
        }
        if (field.Kind == FieldKind.List && field.Find("Align") is { } align)
            ReadSpacing(field, align);
        if (field.Find("Until") is { } until && field.Kind != FieldKind.List)
            reporter.Report(Descriptors.BadType, until, -1, field.Name, field.Symbol.Type.ToDisplayString() + " with Until");
        else if (field.Find("Until") is { } left && left.Named("FewerThan") is not null)
            ReadLeft(field, left);
        else if (field.Find("Until") is { } last && last.Text(0) is { } end)
            ReadLast(field, last, end);
        if (field.Kind == FieldKind.List && (field.Terminator is not null || field.Limit > 0))
            field.Item = field.Item! with { HasShape = true };
    }

    private void ReadLast(FieldDraft field, AttributeData until, string end)
    {
        var item = ((INamedTypeSymbol)field.ValueType).TypeArguments[0];
        if (item.GetMembers(end).Any(m => m is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean }))
            field.Item = field.Item! with { End = TypeReader.Escape(end), HasShape = true };
        else if (type.GetMembers(end).OfType<IMethodSymbol>().Any(m => IsEndOf(m, item)))
            field.Item = field.Item! with { EndAfter = $"{TypeReader.Name(type)}.{TypeReader.Escape(end)}", HasShape = true };
        else
            reporter.Report(Descriptors.BadCondition, until, 0, end, $"a bool member, or a static bool method here of two {item.Name}s,", item.Name);
    }

    /// <summary>The list ends where fewer bytes are left.</summary>
    private void ReadLeft(FieldDraft field, AttributeData until)
    {
        int left = until.NamedInt("FewerThan", 0);
        if (left < 1)
            reporter.Report(Descriptors.BadWidth, until, "FewerThan", field.Name, "FewerThan must be 1 or more");
        if (field.Counter is not null || field.Terminator is not null || field.Find("Separated") is not null || HasLengthOfItsOwn(field) || field.IsCompressed)
            reporter.Report(Descriptors.Contradiction, field.Symbol, field.Name, "what is left ends a list of plain elements that nothing else ends");
        field.Item = field.Item! with { FewerThan = Math.Max(left, 1), HasShape = true };
    }

    /// <summary>The elements of a list begin at multiples.</summary>
    private void ReadSpacing(FieldDraft field, AttributeData align)
    {
        if (align.Int(0) < 2 || align.NamedArguments.Length != 0)
            reporter.Report(Descriptors.BadAlign, align, 0, field.Name, "between elements, the multiple is a constant of 2 or more, and all there is");
        else if (field.Counter is not null || field.Terminator is not null || field.Find("Separated") is not null || field.Find("Until") is not null || field.HasBackReferences)
            reporter.Report(Descriptors.BadAlign, align, -1, field.Name, "the elements between which it stands fill what their list has");
        field.Item = field.Item! with { Align = Math.Max(align.Int(0), 2), HasShape = true };
    }

    private static bool IsEndOf(IMethodSymbol method, ITypeSymbol item) =>
        method is { IsStatic: true, IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [var first, var element] }
        && SymbolEqualityComparer.Default.Equals(first.Type, item) && SymbolEqualityComparer.Default.Equals(element.Type, item)
        && first.RefKind is RefKind.None or RefKind.In && element.RefKind is RefKind.None or RefKind.In;

    private ExtentModel ReadAlign(FieldDraft field, AttributeData align)
    {
        string member = align.Text(0) ?? "";
        int multiple = align.Int(0);
        if (field.Kind != FieldKind.Bytes || field.Token.Length > 0 || field.Optional != OptionalKind.None)
            reporter.Report(Descriptors.BadAlign, align, -1, field.Name, "padding is a ReadOnlySpan<byte> that is always there");
        if (member.Length > 0)
            _members.ReadInt(align, 0, member, field.Ordinal);
        else if (multiple < 2)
            reporter.Report(Descriptors.BadAlign, align, 0, field.Name, "the multiple must be 2 or more");
        if (align.NamedInt("Min", 0) < 0)
            reporter.Report(Descriptors.BadAlign, align, "Min", field.Name, "Min must be 0 or more");
        int from = 0, behind = 0;
        if (align.NamedText("From") is { } start)
            from = FixedOffset(start) ?? Bad("From", $"'{start}' is no field at a fixed place");
        if (align.NamedText("To") is { } end)
            behind = FixedWidthTo(field, end) ?? Bad("To", $"'{end}' is no field at a fixed distance behind it");
        field.Align = new AlignModel(member.Length > 0 ? 0 : Math.Max(multiple, 2), TypeReader.Escape(member), align.NamedInt("Min", 0), from, behind);
        field.Kind = FieldKind.Padding;
        // A length of its own says how long it is; the boundary is where it is written to.
        return Extent(HasLengthOfItsOwn(field) || fields.Any(f => f.Ranges.Any(r => r.First == field.Ordinal && r.Last == field.Ordinal)) ? ExtentKind.Open : ExtentKind.Align);

        int Bad(string argument, string reason)
        {
            reporter.Report(Descriptors.BadAlign, align, argument, field.Name, reason);
            return 0;
        }
    }

    /// <summary>Where a field starts, in bytes, if nothing before it is of variable width.</summary>
    private int? FixedOffset(string name)
    {
        int bits = 0;
        foreach (var field in fields)
        {
            if (field.Name == name)
                return bits % 8 == 0 ? bits / 8 : null;
            if (!field.IsInRun)
                return null;
            bits += field.Scalar!.Bits;
        }
        return null;
    }

    /// <summary>The bytes from behind a field to the end of a later one.</summary>
    private int? FixedWidthTo(FieldDraft field, string name)
    {
        int bits = 0;
        foreach (var next in fields.Skip(field.Ordinal + 1))
        {
            if (next.Scalar is null || next.Kind != FieldKind.Scalar || next.Optional != OptionalKind.None || next.Find("When") is not null)
                return null;
            bits += next.Scalar.Bits;
            if (next.Name == name)
                return bits % 8 == 0 ? bits / 8 : null;
        }
        return null;
    }

    private ExtentModel ReadBytes(FieldDraft field, AttributeData bytes)
    {
        if (bytes.Text(0) is { } member)
        {
            _members.ReadInt(bytes, 0, member, field.Ordinal);
            return Extent(ExtentKind.Member) with { Member = TypeReader.Escape(member) };
        }
        int item = field.Item is { Width: > 0 and var width } ? width : 1;
        if (bytes.Int(0) < 1 || bytes.Int(0) % item != 0)
            reporter.Report(Descriptors.BadWidth, bytes, 0, field.Name, item == 1 ? "Bytes must be 1 or more" : $"Bytes must be a multiple of {item}");
        return Extent(ExtentKind.Constant, bytes.Int(0));
    }

    /// <summary>A length of a slot of fixed width says the used part of it; one of a number says its width. Neither bounds a range.</summary>
    private void ReadTargets(FieldDraft field)
    {
        foreach (var range in field.Ranges.Where(r => r.First == r.Last))
        {
            var target = fields[range.First];
            bool isSlot = target is { Kind: FieldKind.Bytes, Token.Length: 0, ConstBytes.Length: 0, IsDigest: false, Optional: OptionalKind.None } && target.Extent is { Kind: ExtentKind.Constant } && target.Terminator is null;
            bool isNumber = target is { Kind: FieldKind.Scalar, Scalar: { Form: ScalarForm.Integer or ScalarForm.Enum, Bits: <= 64 } } && target.Find("Bytes") is null && target.Find("Bits") is null && target.Scalar!.IntegerBits > 8;
            if ((!isSlot && !isNumber) || target.Ordinal <= field.Ordinal || range.Unit != 1)
                continue;
            range.IsOfTarget = true;
            target.SlotLength = field;
            if (isNumber)
            {
                target.Kind = FieldKind.Sized;
                target.Extent = Extent(ExtentKind.Self);
            }
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

    private static ExtentModel Extent(ExtentKind kind, int width = 0) => new(kind, width, "");
}
