using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators.Parsing;

/// <summary>From the symbol of a definition to its model. The generator and the analyzer both call it; only the analyzer listens to what it reports.</summary>
internal static class DefinitionParser
{
    // How deep messages within messages are looked into.
    private const int MostNesting = 8;

    private static readonly string[] TakenNames =
        ["TryParse", "TryParseHeader", "TryGet", "TryWrite", "ToArray", "ToMemory", "GetMaxSize", "TryEdit", "ToString", "Editor", "RawEditor", "Writer", "ToMessage", "AsRaw", "CarryTagOf", "Described", "Shapes",
         "ParseCore", "ParseRarely", "TryMeasure", "WriteCore", "WriteHeaderCore", "FinishCore", "GetHeaderSizeCore", "GetTrailerSizeCore", "WritePayload", "GetPayloadSize"];

    /// <summary>Locals and parameters of the generated parser, which an argument must not be called by.</summary>
    private static readonly string[] LocalNames =
        ["source", "message", "context", "offset", "value", "argument", "at", "end", "isCut", "size", "result", "list", "count", "walk", "digits", "window", "bytes", "origin", "originAt", "previous", "rest", "found", "written"];

    public static DefinitionResult Parse(INamedTypeSymbol type, Reporter reporter)
    {
        if (TypeReader.Read(type, reporter) is not { } typeModel)
            return DefinitionResult.None;
        if (type.Find("Stack") is { } stack)
            reporter.Report(Descriptors.BadContainer, stack, -1, type.Name, "is a message, so it cannot be a stack too");
        var message = ParseMessage(type, typeModel, reporter);
        return reporter.HasErrors || message is null
            ? new DefinitionResult(null, StubParser.Parse(type, typeModel), null)
            : new DefinitionResult(message, null, null);
    }

    private static MessageModel? ParseMessage(INamedTypeSymbol type, TypeModel typeModel, Reporter reporter)
    {
        if (type.TypeKind != TypeKind.Struct || !type.IsReadOnly)
            reporter.Report(Descriptors.NotReadonlyPartial, type, Hint.Lacks("readonly"), type.Name, "a readonly struct");
        var properties = type.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsPartialDefinition).ToList();
        CheckProperties(properties, reporter);
        if (reporter.HasErrors)
            return null;
        CheckState(type, reporter);
        var parameters = properties.Where(p => p.Has("Parameter")).ToList();
        var fields = Drafts(properties.Where(p => !p.Has("Parameter")));
        CheckParts(type, fields, reporter);
        CheckNames(type, typeModel, parameters.Count > 0, reporter);
        foreach (var hidden in fields.Where(f => f.IsHidden && !f.IsEscapeCode && type.GetMembers(f.Name).Any(m => !SymbolEqualityComparer.Default.Equals(m, f.Symbol))))
            reporter.Report(Descriptors.NameTaken, type.GetMembers(hidden.Name)[0], hidden.Name);
        foreach (var parameter in parameters.Where(p => p.SetMethod is null))
            reporter.Report(Descriptors.BadParameter, parameter, parameter.Name, "a parameter has an init accessor, for messages that are built");

        foreach (var parameter in parameters.Where(p => p.Type.IsRefLikeType && (parameters.Count > 1 || !type.IsRefLikeType)))
            reporter.Report(Descriptors.BadParameter, parameter, parameter.Name, "a ref struct is the only parameter, and that of a ref struct");

        reporter.Cancellation.ThrowIfCancellationRequested();
        new FieldReader(type, fields, reporter).ReadAll();
        if (reporter.HasErrors)
            return null;
        var scopeBuilder = new ScopeBuilder(fields, reporter);
        scopeBuilder.Build();
        if (reporter.HasErrors)
            return null;
        var runBuilder = new RunBuilder(fields, scopeBuilder.Scopes, reporter);
        runBuilder.Build();
        var checksums = ChecksumReader.Read(type, fields, reporter);
        var carrier = CarrierReader.Read(type, fields, reporter);
        CaseReader.Check(type, fields, reporter);
        bool isBuildable = BuildReader.IsDeclared(type);
        if (isBuildable)
            BuildReader.Read(type, fields, reporter);
        CheckReferences(type, fields, carrier, reporter);
        var tags = TagReader.Read(type, reporter);
        var terminator = type.Find("Terminated") is { } ends ? TextReader.ReadTerminator(type, ends, fields, 0, reporter) : null;
        CheckLengths(fields, scopeBuilder.Scopes, reporter);
        if (reporter.HasErrors)
            return null;

        var elements = ElementBuilder.Build(fields, scopeBuilder.Scopes, runBuilder.Runs);
        bool hasReferences = References.Has(type), isCompressed = hasReferences || fields.Any(f => f.IsCompressed);
        var limit = type.Find("Limit");
        var members = new MemberReader(type, fields, reporter);
        var tests = members.FindTests().ToList();
        return new MessageModel(typeModel)
        {
            Specification = type.Find("Message")?.Text(0),
            RoundTrip = RoundTrip(fields, isCompressed),
            HasState = isCompressed || fields.Any(f => f.IsDerived || f.Reserved is not null || f.Filler is not null || f.IgnoresCase || f.Kind == FieldKind.Padding || f.IsEscapeCode || (f.Terminator is { IsOptional: true } && f.Kind != FieldKind.List) || f.Digits is not null || f.Kind == FieldKind.Sized),
            PseudoHeader = PseudoHeader(type),
            PseudoHeaderProperty = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => IsPseudoHeader(p) && p.DeclaredAccessibility == Accessibility.Public)?.Name ?? "",
            Fields = FieldModels.Of(fields, carrier).ToEquatable(),
            Parameters = parameters.Select(p => ParameterOf(p, type)).ToEquatable(),
            Runs = runBuilder.Runs.ToEquatable(),
            Scopes = scopeBuilder.Scopes.ToEquatable(),
            Elements = elements.ToEquatable(),
            Checksums = ChecksumReader.Place(checksums, fields, carrier).ToEquatable(),
            Carrier = carrier,
            Tags = tags.ToEquatable(),
            Terminator = terminator,
            Limit = limit?.Int(0, int.MaxValue) is { } most && most != int.MaxValue ? most : 0,
            Depth = limit?.NamedInt("Depth", 32) ?? 32,
            IsWhole = terminator is null && IsWhole(fields, scopeBuilder.Scopes),
            WholeParts = terminator is null ? WholeParts(fields, scopeBuilder.Scopes).ToEquatable() : default,
            IsBuildable = isBuildable,
            HasBackReferences = hasReferences,
            IsCompressed = isCompressed,
            Delta = fields.FirstOrDefault(f => f.IsDelta)?.Ordinal ?? -1,
            Tests = tests.ToEquatable(),
            FastPath = terminator is not null || limit is not null || isCompressed ? null : FastPathFinder.Find(members, tests, fields, carrier, parameters.Count, scopeBuilder.Scopes, runBuilder.Runs, elements),
        };
    }

    /// <summary>Is there a field of which nothing in the message says where it ends, or whether it is there?</summary>
    private static bool IsWhole(List<FieldDraft> fields, List<ScopeModel> scopes) =>
        fields.Any(f => (f.IsOpen || f.Terminator is { IsOptional: true } || f.Item is { FewerThan: > 0 } || f.Presence.Kind == PresenceKind.Remaining || (f.Ordinal == fields.Count - 1 && f.Terminator is null && f is { Digits.Count: 0 } or { Extent.Kind: ExtentKind.While })) && !scopes.Any(s => s.Form != ScopeForm.Check && s.First <= f.Ordinal && f.Ordinal <= s.Last));

    // Only the type itself knows whether it takes all there is.
    private static IEnumerable<string> WholeParts(List<FieldDraft> fields, List<ScopeModel> scopes) =>
        fields.Where(f => f.Kind == FieldKind.Value && f.Argument.Length == 0 && f.Terminator is null && f.Optional != OptionalKind.Wrapped && !scopes.Any(s => s.Form != ScopeForm.Check && s.First <= f.Ordinal && f.Ordinal <= s.Last))
            .Select(f => TypeReader.Name(f.ValueType)).Distinct();

    /// <summary>What is compressed is as long as it turns out: what depends on its length before it is written is a number of whole bytes.</summary>
    private static void CheckReferences(INamedTypeSymbol type, List<FieldDraft> fields, CarrierModel? carrier, Reporter reporter)
    {
        foreach (var field in fields.Where(f => f.IsCompressed))
        {
            foreach (var range in fields.SelectMany(f => f.Ranges).Where(r => r.First <= field.Ordinal && field.Ordinal <= r.Last && (r.Descriptor.Kind != FieldKind.Scalar || r.Descriptor.Scalar!.Bits % 8 != 0)))
                reporter.Report(Descriptors.BadRange, range.Attribute, 0, fields[range.First].Name, fields[range.Last].Name, $"has the compressed '{field.Name}', so its length is a number of whole bytes");
            if (field.Kind == FieldKind.Bytes && field.Ordinal != carrier?.Payload)
                reporter.Report(Descriptors.BadType, field.Symbol, field.Name, "ReadOnlySpan<byte> with a compressed Case, but without a TagOf,");
        }
    }

    /// <summary>The fields in wire order, with those that prefixes and escapes stand for.</summary>
    private static List<FieldDraft> Drafts(IEnumerable<IPropertySymbol> properties)
    {
        var fields = new List<FieldDraft>();
        var escaped = new List<FieldDraft>();
        int bits = 0;
        foreach (var property in properties)
        {
            if (property.Find("Prefixed") is { AttributeClass.TypeArguments: [var type] } prefix)
                fields.Add(new FieldDraft(property, fields.Count) { Prefix = prefix, ValueType = type });
            bits += property.Find("Bits")?.Int(0) ?? TypeClassifier.Scalar(property.Type)?.Bits ?? 0;
            if (property.Find("Escape") is { } escape)
            {
                var code = new FieldDraft(property, fields.Count) { Prefix = escape, IsEscapeCode = true };
                fields.Add(code);
                escaped.Add(code);
            }
            else
            {
                fields.Add(new FieldDraft(property, fields.Count));
            }
            // The longer forms follow the whole bytes that their bits are in.
            if (bits % 8 == 0)
            {
                foreach (var code in escaped)
                    fields.Add(new FieldDraft(code.Symbol, fields.Count) { EscapeCode = code });
                escaped.Clear();
            }
        }
        foreach (var code in escaped)
            fields.Add(new FieldDraft(code.Symbol, fields.Count) { EscapeCode = code });
        return fields;
    }

    /// <summary>A wire property belongs to an instance, is read, and is set by initialisers if at all.</summary>
    private static void CheckProperties(List<IPropertySymbol> properties, Reporter reporter)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            bool isField = !property.IsStatic && !property.IsIndexer && !property.ReturnsByRef && !property.ReturnsByRefReadonly;
            if (!isField || property.GetMethod is null || property.SetMethod is { IsInitOnly: false })
                reporter.Report(Descriptors.BadMember, property, property.Name, "an instance property with get, and with init or nothing else");
            else if (property.Name.Length == 0 || !names.Add(property.Name))
                reporter.Report(Descriptors.NameTaken, property, property.Name);
        }
    }

    /// <summary>The names of generated members are not those of the user's, except where both are methods.</summary>
    private static void CheckNames(INamedTypeSymbol type, TypeModel typeModel, bool hasParameters, Reporter reporter)
    {
        foreach (var member in type.GetMembers())
        {
            bool isTaken = TakenNames.Contains(member.Name)
                || (hasParameters && member.Name == "WithArgument")
                || (member.Name.StartsWith("Layout", StringComparison.Ordinal) && member.Name.Length > 6 && member.Name.Skip(6).All(char.IsDigit));
            // The analyzer also sees what was generated.
            bool isGenerated = member.Locations.All(l => l.SourceTree?.FilePath.EndsWith(typeModel.HintName, StringComparison.Ordinal) == true);
            if (isTaken && member is not IMethodSymbol && !member.IsImplicitlyDeclared && !isGenerated)
                reporter.Report(Descriptors.NameTaken, member, member.Name);
        }
    }

    /// <summary>A property that holds a value of its own would be neither on the wire nor in what is parsed.</summary>
    private static void CheckState(INamedTypeSymbol type, Reporter reporter)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.IsStatic || property.IsPartialDefinition || property.PartialDefinitionPart is not null)
                continue;
            var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(reporter.Cancellation);
            bool isAuto = syntax is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } && accessors.All(a => a.Body is null && a.ExpressionBody is null);
            if (isAuto || syntax is ParameterSyntax)
                reporter.Report(Descriptors.NotPartial, property, property.Name);
        }
    }

    /// <summary>Fields are declared in one part, or they have no order.</summary>
    private static void CheckParts(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
    {
        var parts = new HashSet<SyntaxNode>();
        foreach (var field in fields)
        {
            foreach (var reference in field.Symbol.DeclaringSyntaxReferences)
            {
                var part = reference.GetSyntax(reporter.Cancellation).Parent;
                if (part is not null && parts.Add(part) && parts.Count == 2)
                    reporter.Report(Descriptors.SeveralParts, field.Symbol, type.Name);
            }
        }
    }

    /// <summary>A length must be able to say at least what is always in its range.</summary>
    private static void CheckLengths(List<FieldDraft> fields, List<ScopeModel> scopes, Reporter reporter)
    {
        foreach (var scope in scopes)
        {
            var descriptor = fields[scope.Descriptor];
            int bits = descriptor.IsVariableNumber() ? 64 : descriptor.Scalar!.Bits;
            long most = bits >= 31 ? long.MaxValue : ((1L << bits) - 1) * scope.Unit - scope.Bias;
            long least = fields.Where(f => f.Ordinal >= scope.First && f.Ordinal <= scope.Last && f.IsInRun).Sum(f => f.Scalar!.Bits) / 8;
            if (most < least)
                reporter.Report(Descriptors.LengthTooNarrow, descriptor.Symbol, descriptor.Name, most, least);
        }
    }

    /// <summary>What the message gives to the checksums above it, as an expression over what is <c>below</c> it.</summary>
    private static string PseudoHeader(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property && IsPseudoHeader(property))
                return "this." + TypeReader.Escape(property.Name);
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters: [var below] } method && method.ReturnType.IsRuntimeType("PseudoHeader") && below.Type.IsRuntimeType("PseudoHeader"))
                return $"this.{TypeReader.Escape(method.Name)}(below)";
        }
        return "below";
    }

    private static bool IsPseudoHeader(IPropertySymbol property) => !property.IsPartialDefinition && property.PartialDefinitionPart is null && property.Type.IsRuntimeType("PseudoHeader");

    private static int RoundTrip(List<FieldDraft> fields, bool isCompressed)
    {
        int flags = isCompressed ? 16 : 0;
        foreach (var field in fields)
        {
            if (field.Reserved is not null || field.Filler is not null || field.IgnoresCase || field.Kind == FieldKind.Padding || field.SlotLength is { } && field.Kind == FieldKind.Bytes)
                flags |= 1;
            if ((field.Roles & FieldRoles.Checksum) != 0)
                flags |= 2;
            if (field.Digits is not null || field.Kind == FieldKind.Sized)
                flags |= 8;
            if (field.Ranges.Any(r => r.When.Length > 0))
                flags |= 4;
            if (field.Kind == FieldKind.Message)
                flags |= RoundTrip(field.ValueType, 0);
            if (field.Terminator is { IsOptional: true } && field.Kind != FieldKind.List)
                flags |= 32;
        }
        return flags;
    }

    // Of a message that is a field, and so written anew with this one: by its attributes, as its own definition says it.
    private static int RoundTrip(ITypeSymbol message, int depth)
    {
        int flags = 0;
        foreach (var property in message.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.Has("Reserved") || property.Has("Align"))
                flags |= 1;
            if (property.Has("ChecksumOf"))
                flags |= 2;
            if (property.Find("Terminated")?.Named("Optional")?.Value is true)
                flags |= 32;
            if (property.FindAll("LengthOf").Any(l => l.Named("When") is not null))
                flags |= 4;
            if (property.Has("Digits"))
                flags |= 8;
            if (depth < MostNesting && property.IsPartialDefinition && Nested(property.Type) is { } nested)
                flags |= RoundTrip(nested, depth + 1);
        }
        return flags;
    }

    // T, T? and Optional<T> of a message.
    private static ITypeSymbol? Nested(ITypeSymbol type) =>
        type.Has("Message") ? type : type is INamedTypeSymbol { Name: "Nullable" or "Optional", TypeArguments: [var inner] } && inner.Has("Message") ? inner : null;

    private static ParameterModel ParameterOf(IPropertySymbol parameter, INamedTypeSymbol type) => new(
        TypeReader.Escape(parameter.Name),
        StubParser.Modifiers(parameter),
        TypeReader.Name(parameter.Type),
        "_" + FieldModels.Camel(parameter.Name),
        LocalNames.Contains(FieldModels.Camel(parameter.Name)) ? FieldModels.Camel(parameter.Name) + "Argument" : TypeReader.Escape(FieldModels.Camel(parameter.Name)),
        StubParser.Setter(parameter),
        AccessReader.For(parameter.Type, type));
}
