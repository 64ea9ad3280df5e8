using Codecs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators.Parsing;

/// <summary>Finds the ordinary members that attributes name, and checks that they read nothing that is not there yet.</summary>
internal sealed class MemberReader(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
{
    public bool IsBool(string name) => Property(name) is { Type.SpecialType: SpecialType.System_Boolean };

    /// <summary>The name, escaped, of a bool member that reads only fields before <paramref name="before"/>.</summary>
    public string ReadCondition(AttributeData attribute, int argument, string name, int before)
    {
        if (Check(name, IsBool(name), before) is { } fault)
            reporter.Report(Descriptors.BadCondition, attribute, argument, name, fault, type.Name);
        return TypeReader.Escape(name);
    }

    /// <inheritdoc cref="ReadCondition(AttributeData, int, string, int)"/>
    public string ReadCondition(AttributeData attribute, string argument, string name, int before)
    {
        if (Check(name, IsBool(name), before) is { } fault)
            reporter.Report(Descriptors.BadCondition, attribute, argument, name, fault, type.Name);
        return TypeReader.Escape(name);
    }

    /// <summary>An int member that reads only fields before <paramref name="before"/>.</summary>
    public void ReadInt(AttributeData attribute, int argument, string name, int before)
    {
        bool fits = Property(name) is { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Byte or SpecialType.System_UInt16 };
        if (!fits || Check(name, fits, before) is not null)
            reporter.Report(Descriptors.BadMember, attribute, argument, name, $"an int member of {type.Name} that reads only earlier fields");
    }

    /// <summary>Any member that reads only fields before <paramref name="before"/>.</summary>
    public void ReadAny(AttributeData attribute, string name, int before)
    {
        if (Property(name) is null || Check(name, true, before) is not null)
            reporter.Report(Descriptors.BadArgument, attribute, 0, name, $"not a member of {type.Name} that reads only earlier fields");
    }

    /// <summary>Does a member read only fields before <paramref name="before"/>?</summary>
    public bool ReadsBefore(string name, int before) => ReadsAny(name, field => field.Ordinal >= before, []) is null;

    /// <summary>Does a member read only fields before <paramref name="before"/>, so that it can be called when no others are set? Not if it hands the message on.</summary>
    public bool ReadsFixedPart(string name, int before) => ReadsBefore(name, before) && !HandsOn(name, []);

    /// <summary>Ordinals of the fields that a member reads, directly or through other members.</summary>
    public IEnumerable<int> FieldsReadBy(string name) => fields.Where(field => ReadsAny(name, other => other == field, []) is not null).Select(field => field.Ordinal);

    /// <summary>The member that a property compares with 0, if it says no more than that, as in <c>bool HasLength => Length != 0;</c>.</summary>
    public static string? FindZeroTest(INamedTypeSymbol type, string property, SyntaxKind comparison) =>
        type.GetMembers(property).OfType<IPropertySymbol>().SelectMany(p => p.DeclaringSyntaxReferences).Select(r => r.GetSyntax() is PropertyDeclarationSyntax
        {
            ExpressionBody.Expression: BinaryExpressionSyntax { Left: IdentifierNameSyntax left, Right: LiteralExpressionSyntax { Token.Value: 0 } } test
        } && test.IsKind(comparison) ? left.Identifier.ValueText : null).FirstOrDefault();

    private bool HandsOn(string name, HashSet<string> seen) => seen.Add(name) && !fields.Any(f => f.Name == name) && type.GetMembers(name)
        .Where(m => m is IPropertySymbol or IMethodSymbol)
        .SelectMany(m => m.DeclaringSyntaxReferences)
        .SelectMany(r => r.GetSyntax(reporter.Cancellation).DescendantNodes())
        .Any(n => n is ThisExpressionSyntax { Parent: not MemberAccessExpressionSyntax } || (n is IdentifierNameSyntax identifier && HandsOn(identifier.Identifier.ValueText, seen)));

    private IPropertySymbol? Property(string name) => type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(p => !p.IsStatic);

    private string? Check(string name, bool exists, int before)
    {
        if (!exists)
            return "a bool property, not static,";
        return ReadsAny(name, field => field.Ordinal >= before, []) is { } later ? $"a member that reads only earlier fields (it reads '{later}')" : null;
    }

    /// <summary>The name of one of certain fields that the member reads, directly or through other members.</summary>
    private string? ReadsAny(string name, Func<FieldDraft, bool> which, HashSet<string> seen)
    {
        if (!seen.Add(name))
            return null;
        if (fields.FirstOrDefault(f => f.Name == name) is { } field)
            return which(field) ? name : null;
        foreach (var member in type.GetMembers(name))
        {
            if (member is not (IPropertySymbol or IMethodSymbol))
                continue;
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                // What an attribute names is not read.
                foreach (var identifier in reference.GetSyntax(reporter.Cancellation).DescendantNodes(n => n is not AttributeListSyntax).OfType<IdentifierNameSyntax>())
                {
                    // `Other.Name` is a member of something else.
                    if (identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier && access.Expression is not ThisExpressionSyntax)
                        continue;
                    if (ReadsAny(identifier.Identifier.ValueText, which, seen) is { } later)
                        return later;
                }
            }
        }
        return null;
    }
}
