using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Tests;

/// <summary>Definitions of every shape that C# allows compile without a warning.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Names => [.. ShapeSources.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_without_a_warning(string name)
    {
        Compiler.Emit(Compiler.Create(ShapeSources.All[name]), out _);
    }

    [Fact]
    public void Every_word_of_the_language_is_in_a_shape()
    {
        var words = typeof(MessageAttribute).Assembly.GetExportedTypes()
            .Where(t => typeof(Attribute).IsAssignableFrom(t) && t.Namespace == "Codecs")
            .Select(t => t.Name.Split('`')[0].Replace("Attribute", ""));
        string all = string.Join("\n", ShapeSources.All.Values);
        Assert.All(words, word => Assert.Matches($@"[\[ ,]{word}(<|\(|\]|,)", all));
    }

    [Fact]
    public void A_definition_may_use_those_of_another_assembly()
    {
        byte[] image = Compiler.Emit(Compiler.Create([("Lower.cs", ShapeSources.LowerAssembly)], "Lower"), out _);
        var lower = MetadataReference.CreateFromImage(image);
        Compiler.Emit(Compiler.Create(ShapeSources.UpperAssembly, lower), out _);
    }

    [Fact]
    public void A_source_without_definitions_has_no_output()
    {
        var result = Compiler.Run(Compiler.Create("public sealed class C;"), out _).GetRunResult();
        Assert.Empty(result.GeneratedTrees);
    }
}
