namespace Codecs.Tests.Pipelines;

/// <summary>How long a test may wait for what never comes.</summary>
internal static class Waits
{
    /// <summary>Milliseconds: many times what a test takes on a busy machine.</summary>
    public const int Most = 120_000;
}
