using Codecs.Conformance.Corpus;

namespace Codecs.Conformance.Comparison;

/// <summary>Where the two readers do not agree.</summary>
/// <param name="Capture">The capture's path below the folder of captures.</param>
/// <param name="Frame">The frame's number; 0 for the capture as a whole.</param>
/// <param name="Layer">The other reader's name of the layer; <c>frame</c> for the frame as a whole.</param>
/// <param name="Offset">Where the layer is in the frame.</param>
/// <param name="Field">The other reader's name of the value; <c>layer</c> if one reader has no such layer there.</param>
/// <param name="Expected">What the other reader has.</param>
/// <param name="Found">What this library has.</param>
internal sealed record Difference(string Capture, int Frame, string Layer, int Offset, string Field, string Expected, string Found)
{
    /// <summary>All that the other reader says of the frame; null if the difference is not about one.</summary>
    public ExpectedFrame? Context { get; init; }

    public override string ToString() => $"{Capture} #{Frame} {Layer}@{Offset}.{Field}: expected {Cut(Expected)}, found {Cut(Found)}";

    private static string Cut(string text) => text.Length <= 120 ? text : text[..117] + "...";
}
