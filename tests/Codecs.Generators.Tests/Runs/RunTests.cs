using System.Reflection;
using System.Runtime.Loader;

namespace Codecs.Generators.Tests;

/// <summary>Definitions that are compiled, loaded and run against bytes that were worked out by hand.</summary>
public sealed class RunTests
{
    public static TheoryData<string> Names => [.. RunSources.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_and_writes(string name)
    {
        string source = "using Codecs;\nusing Codecs.Generators.Tests;\nusing Xunit;\nnamespace N;\n" + RunSources.All[name];
        var compilation = Compiler.Create([("Source.cs", source)], "Run", Compiler.Asserts, Compiler.Core, Compiler.Tests);
        compilation = compilation.WithOptions(compilation.Options.WithOverflowChecks(name.EndsWith("in a checked context", StringComparison.Ordinal)));
        byte[] image = Compiler.Emit(compilation, out _);
        var context = new AssemblyLoadContext(name, isCollectible: true);
        context.Resolving += (_, wanted) => AssemblyLoadContext.Default.LoadFromAssemblyName(wanted);
        var assembly = context.LoadFromStream(new MemoryStream(image));
        try
        {
            assembly.GetType("N.Test")!.GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        finally
        {
            context.Unload();
        }
    }
}
