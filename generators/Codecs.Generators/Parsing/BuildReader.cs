using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Says what a message that declares IBuildable asks a source of fields for.</summary>
internal static class BuildReader
{
    public static bool IsBuildable(ITypeSymbol type) => type.AllInterfaces.Any(i => i.IsRuntimeType("IBuildable`1"));

    /// <summary>Does a message declare that it is built from fields, and not say itself how?</summary>
    public static bool IsDeclared(INamedTypeSymbol type) =>
        type.AllInterfaces.FirstOrDefault(i => i.IsRuntimeType("IBuildable`1")) is { } contract
        && contract.GetMembers("Build").All(member => !IsWritten(type.FindImplementationForInterfaceMember(member)));

    /// <summary>Sets of each field what it is asked for as.</summary>
    public static void Read(INamedTypeSymbol type, List<FieldDraft> fields, Reporter reporter)
    {
        foreach (var field in fields.Where(f => f.HasInit))
        {
            field.Build = Kind(field);
            if (field.Build == BuildKind.None)
                reporter.Report(Descriptors.NotBuildable, field.Symbol, type.Name, field.Name, field.Symbol.Type.ToDisplayString());
        }
    }

    // The analyzer sees the generated half too.
    private static bool IsWritten(ISymbol? member) => member is not null && member.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    private static BuildKind Kind(FieldDraft field)
    {
        var item = field.IsList ? ((INamedTypeSymbol)field.ValueType).TypeArguments[0] : field.ValueType;
        return field.Kind switch
        {
            FieldKind.Scalar or FieldKind.Digits or FieldKind.Escaped or FieldKind.Sized or FieldKind.Number => field.Scalar!.Form switch
            {
                ScalarForm.Bool => BuildKind.Flag,
                ScalarForm.Enum => BuildKind.Enum,
                _ => HasText(item) ? BuildKind.Scalar : BuildKind.None,
            },
            FieldKind.Bytes => field.ConstBytes.Length > 0 ? BuildKind.None : BuildKind.Bytes,
            FieldKind.Message => IsBuildable(item) ? BuildKind.Message : BuildKind.None,
            FieldKind.List when !item.Has("Message") => BuildKind.Values,
            FieldKind.List => IsBuildable(item) ? BuildKind.Messages : BuildKind.None,
            FieldKind.Scalars => HasText(item) ? BuildKind.Scalars : BuildKind.None,
            FieldKind.Value => BuildKind.Value,
            _ => BuildKind.None,
        };
    }

    private static bool HasText(ITypeSymbol type) => type.AllInterfaces.Any(i => i is { Name: "IUtf8SpanParsable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });
}
