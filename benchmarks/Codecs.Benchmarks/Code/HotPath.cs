namespace Codecs.Benchmarks.Code;

/// <summary>Something that programs do for each message.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Run">Does it with the data of that number, from 0 to <see cref="HotPaths.Data"/>.</param>
internal readonly record struct HotPath(string Name, Action<int> Run);
