using System.IO.Compression;
using System.Reflection;

namespace Codecs.Package.Tests;

/// <summary>All packages, packed once into a feed of their own, with a version that no other feed has.</summary>
public sealed class Feed : IDisposable
{
    private static readonly string[] Packed =
    [
        "src/Codecs", "src/Codecs.Capture", "src/Codecs.Tool", "src/Codecs.Templates", "definitions/Codecs.Protocols",
    ];

    public Feed()
    {
        Directory.CreateDirectory(Folder);
        foreach (string project in Packed)
            Dotnet.Run(Repository.Root, $"pack {project} -c {Configuration} --no-build -o {Folder} -v q -nologo -p:Version={Version}").Expect(0);
        // What Directory.Build.props says here is said to every project below: where the packages are, and that theirs is a folder of their own.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{Folder}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(Root, "packages")}</RestorePackagesPath>
                <CodecsVersion>{Version}</CodecsVersion>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <summary>Outside the repository, so that nothing of it is found by accident.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("codecs-packages-").FullName;

    public string Folder => Path.Combine(Root, "feed");

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    private static string Configuration => typeof(Feed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Copies a project of <c>Projects</c> out of the repository, once.</summary>
    public string Project(string name, string? copy = null)
    {
        string target = Path.Combine(Root, copy ?? name);
        if (Directory.Exists(target))
            return target;
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Codecs.Package.Tests", "Projects", name)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    public ZipArchive Open(string package, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.{extension}"));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
