using System.Globalization;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
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

    /// <summary>The properties that say no more than how a field compares with a constant.</summary>
    public IEnumerable<MemberTest> FindTests()
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, Type.SpecialType: SpecialType.System_Boolean }))
        {
            var body = property.DeclaringSyntaxReferences.Select(r => (r.GetSyntax(reporter.Cancellation) as PropertyDeclarationSyntax)?.ExpressionBody?.Expression).FirstOrDefault(e => e is not null);
            if (body is BinaryExpressionSyntax { Left: IdentifierNameSyntax left } test && fields.FindIndex(f => f.Name == left.Identifier.ValueText) is >= 0 and var field && Constant(test.Right) is { } value)
                yield return new MemberTest(TypeReader.Escape(property.Name), field, test.OperatorToken.Text, value);
        }
    }

    /// <summary>A number as it stands there, or a constant of the definition.</summary>
    private ulong? Constant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => Number(literal.Token.Value),
        IdentifierNameSyntax name => type.GetMembers(name.Identifier.ValueText).OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue) is { } constant ? Number(constant.ConstantValue) : null,
        _ => null,
    };

    private static ulong? Number(object? value) => value switch
    {
        byte or ushort or uint or ulong => System.Convert.ToUInt64(value, CultureInfo.InvariantCulture),
        int and >= 0 => (ulong)(int)value,
        long and >= 0 => (ulong)(long)value,
        _ => null,
    };

    /// <summary>
    /// The only field that says which value of a table a property has, if setting it stores no more than a choice: then what a value is stored as is known
    /// when the code is compiled, and asking for it can throw nothing. -1 for none.
    /// </summary>
    public int FindSource(IPropertySymbol property, ITypeSymbol table)
    {
        var accessors = property.DeclaringSyntaxReferences.Select(r => r.GetSyntax(reporter.Cancellation)).OfType<PropertyDeclarationSyntax>().Select(p => p.AccessorList).FirstOrDefault(l => l is not null)?.Accessors;
        var get = accessors?.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration))?.ExpressionBody?.Expression;
        if (get is null || accessors?.FirstOrDefault(a => a.IsKind(SyntaxKind.InitAccessorDeclaration))?.ExpressionBody?.Expression is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } set || !set.IsKind(SyntaxKind.SimpleAssignmentExpression))
            return -1;
        string name = left.Identifier.ValueText;
        return IsChoice(get, name, table) && IsChoice(set.Right, "value", table) ? fields.FindIndex(f => f.Name == name) : -1;
    }

    /// <summary>Is it made of one value, constants and comparisons, and nothing else?</summary>
    private bool IsChoice(ExpressionSyntax expression, string value, ITypeSymbol table) => expression.DescendantNodesAndSelf().All(node => node switch
    {
        LiteralExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or PredefinedTypeSyntax => true,
        CastExpressionSyntax cast => cast.Type is IdentifierNameSyntax || HoldsAll(cast.Type, table),
        IsPatternExpressionSyntax { Pattern: VarPatternSyntax } or VarPatternSyntax or SingleVariableDesignationSyntax => true,
        BinaryExpressionSyntax => node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of } access => IsConstant(of.Identifier.ValueText == table.Name ? table : type.ContainingNamespace.GetTypeMembers(of.Identifier.ValueText, 0).FirstOrDefault(), access.Name.Identifier.ValueText),
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax } => true,
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText is var name && (name == value || name == table.Name || IsConstant(type, name)
            || expression.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any(v => v.Identifier.ValueText == name)),
        _ => false,
    });

    /// <summary>Is it a number as wide as those of the table, which are none less than zero? A cast to another one can throw.</summary>
    private static bool HoldsAll(TypeSyntax type, ITypeSymbol table) =>
        TypeClassifier.Scalar(table)?.IntegerBits <= type.ToString() switch { "byte" => 8, "ushort" => 16, "int" => 31, "uint" => 32, "long" => 63, "ulong" => 64, _ => 0 };

    private static bool IsConstant(ITypeSymbol? type, string name) => type?.GetMembers(name).OfType<IFieldSymbol>().Any(f => f.HasConstantValue) == true;

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
