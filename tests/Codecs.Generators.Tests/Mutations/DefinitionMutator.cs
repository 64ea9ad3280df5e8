using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Codecs.Generators.Tests.Mutations;

/// <summary>Changes definitions as people do while they type: what is missing, doubled, somewhere else, or of another type.</summary>
internal static class DefinitionMutator
{
    private static readonly string[] s_types =
    [
        "byte", "sbyte", "ushort", "short", "uint", "int", "ulong", "long", "UInt128", "bool", "char", "float", "string", "object", "dynamic", "nint", "byte?", "uint?", "byte[]", "int*",
        "ReadOnlySpan<byte>", "Span<byte>", "ReadOnlySpan<char>", "ReadOnlyMemory<byte>", "DayOfWeek", "Guid", "List<byte>", "MessageList<byte>", "ScalarList<ushort>", "(byte A, byte B)", "Nothing", "T",
    ];

    private static readonly string[] s_values =
    [
        "-1", "0", "1", "2", "3", "7", "8", "9", "16", "31", "32", "33", "63", "64", "65", "127", "128", "255", "256", "65536", "int.MaxValue", "int.MinValue", "ulong.MaxValue", "1.5", "'x'", "true",
        "null", "default", "\"\"", "\"x\"", "\"\\r\\n\"", "\"\\0\\u00FF\"", "\"Ω\"", "typeof(int)", "typeof(string)", "new[] { 1, 2 }", "DayOfWeek.Friday", "1 / 0", "nameof(Nothing)", "nameof(System)",
    ];

    private static readonly string[] s_names = ["Unit", "Bias", "When", "Seed", "In", "Of", "Field", "Min", "From", "To", "Radix", "Depth", "Count", "Nothing"];

    private static readonly string[] s_attributes =
    [
        "Bits(3)", "Bits(8)", "Bits(64)", "Bytes(4)", "Bytes(0)", "LittleEndian", "LsbFirst", "Digits", "Digits(3)", "Terminated(\"\\r\\n\")", "Separated(\",\")", "Const(1)", "Const(\"x\")", "Reserved",
        "Delta", "While(\"x\")", "Until(\"x\")", "When(\"x\")", "Require(\"x\")", "BackReferences", "Parameter", "Align(4)", "Prefixed(1)", "Limit(3)", "Obsolete", "Tag(1)", "Token(\"x\")", "Stack", "Message",
        "Align(nameof({0}))", "Argument(nameof({0}))", "Bytes(nameof({0}))", "Case<{1}>", "ChecksumOf<{1}>(nameof({0}))", "ChecksumOf(nameof({0}))", "CountOf(nameof({0}))", "Escape<{1}>", "Escape<ByteStuffing>", "FastPath(typeof({1}))",
        "LengthOf(nameof({0}))", "LengthOf(nameof({0}), nameof({0}))", "PresenceOf(nameof({0}))", "Prefixed<byte>", "Prefixed<{1}>", "TagOf(nameof({0}))", "TagOf<{1}>(nameof({0}))", "Tag({0})", "While(nameof({0}))", "Until(nameof({0}))",
        "When(nameof({0}))", "Require(nameof({0}))", "Terminated", "Terminated(\" \", Optional = true)", "Limit(0)", "Reserved(\"x\")", "Token",
    ];

    private static readonly string[] s_modifiers = ["public ", "private ", "internal ", "protected ", "static ", "required ", "readonly ", "virtual ", "new ", "unsafe ", "abstract ", ""];

    private static readonly string[] s_kinds =
    [
        "readonly ref partial struct", "readonly partial struct", "readonly partial record struct", "partial struct", "ref partial struct", "partial class", "partial record", "partial interface", "readonly ref struct",
    ];

    private static readonly string[] s_accessors =
        ["{ get; }", "{ get; init; }", "{ get; set; }", "{ init; }", "{ get; private init; }", "=> default;", "{ get => default; }", "{ get; init; } = default;", "{ get { throw null!; } }", "{ }"];

    /// <summary>A definition with one to three changes.</summary>
    public static string Mutate(string source, Random random)
    {
        for (int left = random.Next(1, 4); left > 0; left--)
            source = Change(source, random);
        return source;
    }

    private static string Change(string source, Random random)
    {
        var root = Compiler.Parse(source).GetRoot();
        var nodes = root.DescendantNodes().ToList();
        var attributes = nodes.OfType<AttributeSyntax>().ToList();
        var properties = nodes.OfType<PropertyDeclarationSyntax>().ToList();
        var members = nodes.OfType<MemberDeclarationSyntax>().Where(member => member.Parent is TypeDeclarationSyntax or EnumDeclarationSyntax).ToList();
        switch (random.Next(20))
        {
            case 0 when Any(attributes, random) is { } attribute:
                return Remove(source, attribute);
            case 1 when Any(attributes, random) is { } attribute:
                return source.Insert(attribute.Span.End, ", " + attribute);
            case 2 or 3 when Any(attributes, random) is { } attribute:
                return Replace(source, attribute.Span, Any(attributes, random)!.ToString());
            case 4 when Any(attributes, random) is { } attribute:
                return source.Insert(attribute.Span.End, ", " + Any(attributes, random));
            case 5 when Any(attributes, random) is { } attribute:
                return source.Insert(attribute.SpanStart, Fill(Any(s_attributes, random)!, properties, nodes, random) + ", ");
            case 6 or 7 when Any(Arguments(attributes), random) is { } argument:
                return Replace(source, argument.Expression.Span, Any(s_values, random)!);
            case 8 when Any(Arguments(attributes), random) is { } argument:
                return Replace(source, argument.Span, Any(Arguments(attributes), random)!.ToString());
            case 9 when Any(Arguments(attributes), random) is { } argument:
                return Remove(source, argument);
            case 10 when Any(attributes.Where(a => a.ArgumentList is { Arguments.Count: > 0 }).ToList(), random) is { } attribute:
                return source.Insert(attribute.ArgumentList!.CloseParenToken.SpanStart, $", {Any(s_names, random)} = {Any(s_values, random)}");
            case 11 when Any(properties, random) is { } property:
                return Replace(source, property.Type.Span, Any(s_types, random)!);
            case 12 when Any(properties, random) is { } property:
                return Replace(source, property.Type.Span, Any(properties, random)!.Type.ToString());
            case 13 when Any(properties.Where(p => p.AccessorList is not null).ToList(), random) is { } property:
                return Replace(source, property.AccessorList!.Span, Any(s_accessors, random)!);
            case 14 when Any(members, random) is { } member:
                return Replace(source, member.Span, "");
            case 15 when Any(members, random) is { } member:
                return source.Insert(Any(members, random)!.SpanStart, member + " ");
            case 16 when Any(properties, random) is { } property:
                return source.Insert(property.Modifiers.FirstOrDefault() is { RawKind: not 0 } first ? first.SpanStart : property.Type.SpanStart, Any(s_modifiers, random)!);
            case 17 when Any(properties, random) is { } property:
                return Replace(source, property.Identifier.Span, random.Next(3) == 0 ? Any((string[])["@class", "Size", "TryParse", "Editor", "_state", "Équipe", "ToString", "Layout0"], random)! : Any(properties, random)!.Identifier.Text);
            case 18 when Any(nodes.OfType<TypeDeclarationSyntax>().ToList(), random) is { } type:
                return Replace(source, TextSpan.FromBounds(type.Modifiers.FirstOrDefault() is { RawKind: not 0 } modifier ? modifier.SpanStart : type.Keyword.SpanStart, (type as RecordDeclarationSyntax)?.ClassOrStructKeyword is { RawKind: not 0 } last ? last.Span.End : type.Keyword.Span.End), (random.Next(3) == 0 ? "" : "public ") + Any(s_kinds, random));
            case 19 when Any(nodes.OfType<IdentifierNameSyntax>().ToList(), random) is { } name:
                return Replace(source, name.Span, Any(nodes.OfType<IdentifierNameSyntax>().ToList(), random)!.ToString());
            default:
                return source;
        }
    }

    // A word that names a member or a type names one that is there.
    private static string Fill(string attribute, List<PropertyDeclarationSyntax> properties, List<SyntaxNode> nodes, Random random) =>
        attribute.Replace("{0}", Any(properties, random)?.Identifier.Text ?? "Nothing", StringComparison.Ordinal)
            .Replace("{1}", Any(nodes.OfType<BaseTypeDeclarationSyntax>().ToList(), random)?.Identifier.Text ?? "byte", StringComparison.Ordinal);

    /// <summary>The words that it adds.</summary>
    public static IEnumerable<string> Words => s_attributes.Select(word => word.Split('(', '<')[0]);

    private static List<AttributeArgumentSyntax> Arguments(List<AttributeSyntax> attributes) => [.. attributes.SelectMany(attribute => attribute.ArgumentList?.Arguments ?? [])];

    private static T? Any<T>(IReadOnlyList<T> items, Random random) where T : class => items.Count == 0 ? null : items[random.Next(items.Count)];

    private static string Replace(string source, TextSpan span, string text) => source.Remove(span.Start, span.Length).Insert(span.Start, text);

    // With what parts it from the next one; and a list that is empty without it, as a whole.
    private static string Remove(string source, SyntaxNode node)
    {
        var list = node.Parent!;
        var siblings = list.ChildNodes().Where(sibling => sibling.GetType() == node.GetType()).ToList();
        int index = siblings.IndexOf(node);
        return siblings.Count == 1 ? source.Remove(list.SpanStart, list.Span.Length)
            : index == 0 ? source.Remove(node.SpanStart, siblings[1].SpanStart - node.SpanStart)
            : source.Remove(siblings[index - 1].Span.End, node.Span.End - siblings[index - 1].Span.End);
    }
}
