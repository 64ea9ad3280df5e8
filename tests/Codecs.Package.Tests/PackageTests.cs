using System.Xml.Linq;

namespace Codecs.Package.Tests;

/// <summary>What is in the packages.</summary>
[Collection("Feed")]
public sealed class PackageTests(Feed feed)
{
    [Theory]
    [InlineData("Codecs", "lib/net10.0/Codecs.dll", "lib/net10.0/Codecs.xml", "analyzers/dotnet/cs/Codecs.Generators.dll", "analyzers/dotnet/cs/Codecs.CodeFixes.dll", "docs/LANGUAGE.md", "docs/READING-AND-WRITING.md", "docs/DIAGNOSTICS.md")]
    [InlineData("Codecs.Protocols", "lib/net10.0/Codecs.Protocols.dll", "lib/net10.0/Codecs.Protocols.xml")]
    [InlineData("Codecs.Capture", "lib/net10.0/Codecs.Capture.dll", "lib/net10.0/Codecs.Capture.xml")]
    [InlineData("Codecs.Tool", "tools/net10.0/any/Codecs.Tool.dll", "tools/net10.0/any/DotnetToolSettings.xml")]
    [InlineData("Codecs.Templates", "content/codecs-protocol/.template.config/template.json", "content/codecs-server/Notes.csproj")]
    public void Holds_what_it_should(string package, params string[] files)
    {
        using var archive = feed.Open(package);
        Assert.All([.. files, "README.md", "icon.png"], file => Assert.NotNull(archive.GetEntry(file)));
        using var manifest = archive.GetEntry(package + ".nuspec")!.Open();
        var metadata = XDocument.Load(manifest).Root!.Elements().Single(e => e.Name.LocalName == "metadata").Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
        Assert.Equal("MIT", Assert.Single(metadata["license"]));
        Assert.Equal("README.md", Assert.Single(metadata["readme"]));
        Assert.Equal("icon.png", Assert.Single(metadata["icon"]));
        Assert.NotEmpty(Assert.Single(metadata["description"]));
        Assert.NotEmpty(Assert.Single(metadata["tags"]));
    }

    [Theory]
    [InlineData("Codecs")]
    [InlineData("Codecs.Protocols")]
    [InlineData("Codecs.Capture")]
    public void Has_symbols(string package)
    {
        using var archive = feed.Open(package, "snupkg");
        Assert.Contains(archive.Entries, e => e.FullName == $"lib/net10.0/{package}.pdb");
    }

    /// <summary>The runtime needs nothing but .NET, and the definitions nothing but the runtime.</summary>
    [Theory]
    [InlineData("Codecs", "")]
    [InlineData("Codecs.Protocols", "Codecs")]
    [InlineData("Codecs.Capture", "Codecs, Codecs.Protocols")]
    public void Depends_on_no_more_than(string package, string expected)
    {
        using var archive = feed.Open(package);
        using var manifest = archive.GetEntry(package + ".nuspec")!.Open();
        var dependencies = XDocument.Load(manifest).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order();
        Assert.Equal(expected, string.Join(", ", dependencies));
    }
}

/// <summary>One feed for all tests of packages.</summary>
[CollectionDefinition("Feed")]
public sealed class FeedCollection : ICollectionFixture<Feed>;
