using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Codecs.Package.Tests;

/// <summary>What an assembly promises, a line each: types, and what they declare.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <param name="file">The assembly; what it refers to lies beside it.</param>
    /// <param name="isWhole">Every member; or of messages only the fields, since the rest follows from the generator.</param>
    public static IEnumerable<string> Of(string file, bool isWhole)
    {
        var context = new AssemblyLoadContext(Path.GetFileNameWithoutExtension(file));
        context.Resolving += (own, name) => Path.Combine(Path.GetDirectoryName(file)!, name.Name + ".dll") is var path && File.Exists(path) ? own.LoadFromAssemblyPath(path) : null;
        foreach (var type in context.LoadFromAssemblyPath(file).GetExportedTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            yield return $"{Kind(type)} {Name(type)}";
            bool isMessage = type.GetCustomAttributesData().Any(a => a.AttributeType.Name == "MessageAttribute");
            foreach (string member in type.GetMembers(Declared).Where(m => IsPromised(m) && (isWhole || !isMessage || m is PropertyInfo)).Select(Describe).Distinct().Order(StringComparer.Ordinal))
                yield return "    " + member;
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type.IsValueType ? (type.IsByRefLike ? "ref struct" : "struct") : "class";

    private static string Name(Type type) => type.ToString();

    private static bool IsPromised(MemberInfo member) => member switch
    {
        MethodBase method => IsPromised(method) && (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        PropertyInfo property => property.GetAccessors(true).Any(IsPromised),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        EventInfo evented => IsPromised(evented.AddMethod!),
        Type => false,
        _ => false,
    };

    private static bool IsPromised(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property} {{ {string.Join(" ", property.GetAccessors(true).Where(IsPromised).Select(a => a.ReturnType == typeof(void) ? "set;" : "get;"))} }}",
        FieldInfo { IsLiteral: true } field => $"{field} = {field.GetRawConstantValue()}",
        _ => member.ToString()!,
    };
}
