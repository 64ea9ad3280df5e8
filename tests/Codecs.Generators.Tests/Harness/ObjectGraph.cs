using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Tests;

/// <summary>Walks all that an object holds.</summary>
internal static class ObjectGraph
{
    /// <summary>The path to something that keeps a compilation alive or is never equal between two of them; null if there is none.</summary>
    public static string? FindCompilerObject(object? root) => Find(root, "value", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null)
            return null;
        if (value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel or AttributeData)
            return $"{path}: {value.GetType().Name}";
        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || (!type.IsValueType && !seen.Add(value)))
            return null;
        // Other collections hold their items in arrays.
        if (value is Array items)
        {
            int index = 0;
            foreach (object? item in items)
            {
                if (Find(item, $"{path}[{index++}]", seen) is { } found)
                    return found;
            }
        }
        for (Type? t = type; t is not null; t = t.BaseType)
        {
            foreach (var field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.FieldType.IsPointer)
                    continue;
                if (Find(field.GetValue(value), $"{path}.{field.Name.Trim('<', '>')}", seen) is { } found)
                    return found;
            }
        }
        return null;
    }
}
