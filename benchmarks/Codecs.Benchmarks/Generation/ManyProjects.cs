using Codecs.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Benchmarks.Generation;

/// <summary>W9 with the whole of a build: the same 300 definitions as two projects on disk, one with the generator and one with its output checked in as source.</summary>
internal static class ManyProjects
{
    private const int Count = 300;

    public static int Write(string folder)
    {
        var project = new ManyDefinitions(Count);
        var sources = project.Compilation.SyntaxTrees.Select((tree, i) => (Name: $"Source{i}.cs", Text: tree.ToString())).ToList();
        var driver = CSharpGeneratorDriver.Create([new CodecGenerator().AsSourceGenerator()], parseOptions: ManyDefinitions.ParseOptions).RunGenerators(project.Compilation);
        var generated = driver.GetRunResult().Results[0].GeneratedSources.Select(s => (Name: s.HintName, Text: s.SourceText.ToString()));
        Write(Path.Combine(folder, "Generated"), sources, $"<Analyzer Include=\"{typeof(CodecGenerator).Assembly.Location}\" />");
        Write(Path.Combine(folder, "CheckedIn"), [.. sources, .. generated], "");
        return 0;
    }

    private static void Write(string folder, IEnumerable<(string Name, string Text)> sources, string analyzer)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in sources)
            File.WriteAllText(Path.Combine(folder, name), text);
        File.WriteAllText(Path.Combine(folder, Path.GetFileName(folder) + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14</LangVersion>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(MessageAttribute).Assembly.Location}" />
                {analyzer}
              </ItemGroup>
            </Project>
            """);
    }
}
