using System.Reflection;
using System.Runtime.Loader;

namespace Codecs.Tool.Definitions;

/// <summary>Loads an assembly of definitions, with what it refers to.</summary>
internal static class DefinitionAssembly
{
    /// <exception cref="DefinitionException">It cannot be loaded.</exception>
    public static Assembly Load(string path)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new DefinitionException($"There is no file '{path}'.");
        AssemblyName name;
        try
        {
            name = AssemblyName.GetAssemblyName(full);
        }
        catch (BadImageFormatException)
        {
            throw new DefinitionException($"'{path}' is not a .NET assembly.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new DefinitionException($"'{path}' cannot be read: {e.Message}");
        }
        // What comes with the command is there already, and would be two different things if it were loaded again.
        if (ProtocolList.ShippedAssemblies.FirstOrDefault(shipped => shipped.GetName().Name == name.Name) is { } known)
            return known;
        try
        {
            return new Context(full).LoadFromAssemblyPath(full);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or InvalidOperationException)
        {
            throw new DefinitionException($"'{path}' cannot be loaded: {e.Message}");
        }
    }

    /// <summary>All types, also those that others do not see: a test's definitions are definitions.</summary>
    /// <exception cref="DefinitionException">One of them, or what it refers to, cannot be loaded.</exception>
    public static Type[] TypesOf(Assembly assembly, string path)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            throw new DefinitionException($"'{path}' cannot be loaded: {e.LoaderExceptions.FirstOrDefault(static fault => fault is not null)?.Message ?? e.Message}");
        }
    }

    // Codecs and what comes with the command are shared with it, so that both mean the same types; all else is the assembly's own.
    private sealed class Context(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        private static readonly HashSet<string?> s_shared =
        [
            typeof(IVisitable<>).Assembly.GetName().Name,
            .. ProtocolList.ShippedAssemblies.Select(static assembly => assembly.GetName().Name),
        ];

        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (s_shared.Contains(assemblyName.Name))
                return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
    }
}
