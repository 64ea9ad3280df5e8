using System.IO.Enumeration;
using Codecs.Conformance.Comparison;

namespace Codecs.Conformance;

/// <summary>Why the readers differ in one kind of case. What is not set may be anything.</summary>
/// <param name="Reason">One sentence.</param>
internal sealed record Explanation(string Reason)
{
    /// <summary>The capture's path, with <c>*</c> for anything.</summary>
    public string Capture { get; init; } = "*";

    public int[] Frames { get; init; } = [];

    public string[] Layers { get; init; } = [];

    public string[] Fields { get; init; } = [];

    public Predicate<Difference> When { get; init; } = _ => true;

    public bool IsFor(Difference difference) =>
        (Frames.Length == 0 || Frames.Contains(difference.Frame))
        && (Layers.Length == 0 || Layers.Contains(difference.Layer))
        && (Fields.Length == 0 || Fields.Contains(difference.Field))
        && FileSystemName.MatchesSimpleExpression(Capture, difference.Capture)
        && When(difference);
}
