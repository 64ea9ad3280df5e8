using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads the checksums of a message.</summary>
internal static class ChecksumReader
{
    public static List<ChecksumModel> Read(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
    {
        var checksums = new List<ChecksumModel>();
        foreach (var field in fields)
        {
            if (field.Find("ChecksumOf") is { } attribute && ReadOne(type, fields, field, attribute, reporter) is { } checksum)
                checksums.Add(checksum);
        }
        return checksums;
    }

    private static ChecksumModel? ReadOne(INamedTypeSymbol type, List<FieldDraft> fields, FieldDraft field, AttributeData attribute, Reporter reporter)
    {
        if (attribute.AttributeClass!.TypeArguments is not [INamedTypeSymbol algorithm])
            return null;
        if (Find(fields, attribute, 0, type, reporter) is not { } first || Find(fields, attribute, 1, type, reporter) is not { } last)
            return null;
        if (last.Ordinal < first.Ordinal)
        {
            reporter.Report(Descriptors.BadRange, attribute, 1, first.Name, last.Name, "is reversed");
            return null;
        }
        first = FieldReader.RangeStart(fields, first, last);
        bool isDigest = field.Kind == FieldKind.Bytes;
        if (!isDigest && (field.Scalar is not { Form: ScalarForm.Integer } scalar || field.Kind != FieldKind.Scalar || field.Optional == OptionalKind.Wrapped || scalar.Bits != scalar.IntegerBits))
        {
            reporter.Report(Descriptors.BadChecksum, field.Symbol, field.Name, "a checksum is an integer of its full width, or a span of some bytes");
            return null;
        }
        bool isChecksum = isDigest ? algorithm.AllInterfaces.Any(i => i.IsRuntimeType("IDigest`1"))
            : algorithm.AllInterfaces.Any(i => i.IsRuntimeType("IChecksum`2") && i.TypeArguments[1].SpecialType == field.ValueType.SpecialType);
        if (!isChecksum)
        {
            reporter.Report(Descriptors.BadChecksum, attribute, -1, field.Name, $"{algorithm.Name} is no {(isDigest ? "IDigest" : "IChecksum")} of {field.Symbol.Type.ToDisplayString()}");
            return null;
        }
        string seed = "";
        bool isMethod = false;
        if (attribute.NamedText("Seed") is { } name)
        {
            var members = type.GetMembers(name);
            seed = $"{(members.Any(m => m.IsStatic) ? TypeReader.Name(type) : "this")}.{TypeReader.Escape(name)}";
            isMethod = members.OfType<IMethodSymbol>().Any(m =>
                SymbolEqualityComparer.Default.Equals(m.ReturnType, algorithm) && m.Parameters is [var below, { Type.SpecialType: SpecialType.System_Int32 }] && below.Type.IsRuntimeType("PseudoHeader"));
            if (!isMethod && !members.OfType<IPropertySymbol>().Any(p => SymbolEqualityComparer.Default.Equals(p.Type, algorithm)))
                reporter.Report(Descriptors.BadChecksum, attribute, "Seed", field.Name, $"{name} is neither a {algorithm.Name} property nor a method (PseudoHeader, int) that returns one");
        }
        if (first.Place is { BitOffset: var bit } && bit % 8 != 0)
            reporter.Report(Descriptors.BadChecksum, attribute, 0, field.Name, "the range must start at a whole byte");
        if (last.Place is { BitOffset: var lastBit } && (lastBit + last.Scalar!.Bits) % 8 != 0)
            reporter.Report(Descriptors.BadChecksum, attribute, 1, field.Name, "the range must end at a whole byte");
        bool incremental = field.Scalar?.Bits == 16 && field.Place is not null && algorithm.AllInterfaces.Any(i => i.IsRuntimeType("IIncrementalChecksum`2"));
        return new ChecksumModel(field.Ordinal, TypeReader.Name(algorithm), first.Ordinal, last.Ordinal, seed, isMethod, incremental, ChecksumForm.General)
        {
            IsDigest = isDigest,
            SeedReads = attribute.NamedText("Seed") is { } member ? new MemberReader(type, fields, reporter).FieldsReadBy(member).ToEquatable() : default,
            IsSum = algorithm.AllInterfaces.Any(i => i.IsRuntimeType("ISumChecksum`2") && i.TypeArguments[1].SpecialType == field.ValueType.SpecialType),
        };
    }

    /// <summary>Where the ranges lie, once the payload is known.</summary>
    public static IEnumerable<ChecksumModel> Place(List<ChecksumModel> checksums, List<FieldDraft> fields, CarrierModel? carrier)
    {
        foreach (var checksum in checksums)
        {
            bool isAtStart = fields[checksum.First].Place is { Run: 0 } && fields[checksum.Field].Place is { Run: 0 } && fields[0].Place is { Run: 0 };
            var form = !isAtStart ? ChecksumForm.General
                : checksum.Last == carrier?.Payload ? ChecksumForm.Payload
                : checksum.Last == (carrier is null ? fields.Count : carrier.Payload) - 1 ? ChecksumForm.Header
                : ChecksumForm.General;
            yield return checksum with { Form = form };
        }
    }

    private static FieldDraft? Find(List<FieldDraft> fields, AttributeData attribute, int argument, INamedTypeSymbol type, Reporter reporter)
    {
        if (attribute.Text(argument) is not { } name)
            return null;
        var field = fields.FirstOrDefault(f => f.Name == name);
        if (field is null)
            reporter.Report(Descriptors.UnknownField, attribute, argument, name, type.Name, "has a place on the wire");
        return field;
    }
}
