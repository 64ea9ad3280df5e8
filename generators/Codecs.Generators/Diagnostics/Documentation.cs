using System.Reflection;

namespace Codecs.Generators.Diagnostics;

/// <summary>Where a diagnostic is explained: the heading of generators/DIAGNOSTICS.md in the repository that the generator was built from.</summary>
internal static class Documentation
{
    private static readonly string? Repository = typeof(Documentation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RepositoryUrl")?.Value;

    /// <summary>The link; null if the generator was built outside a published repository.</summary>
    public static string? Of(string id, string title) => Of(Repository, id, title);

    /// <summary>The link into that repository; null if it has no address.</summary>
    public static string? Of(string? repository, string id, string title) =>
        repository is not { Length: > 0 } ? null : (repository.EndsWith(".git", StringComparison.Ordinal) ? repository.Substring(0, repository.Length - 4) : repository) + "/blob/main/generators/DIAGNOSTICS.md#" + Anchor(id, title);

    /// <summary>The anchor of a heading <c>CDC001: Nothing supplies the field</c>, as Markdown hosts make it: letters, digits and hyphens.</summary>
    public static string Anchor(string id, string title) =>
        new((id + " " + title).ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-').Select(c => c == ' ' ? '-' : c).ToArray());
}
