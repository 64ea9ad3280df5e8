namespace Codecs.Benchmarks.Code;

/// <summary>The code of a method.</summary>
/// <param name="Name">With its type and parameters, as the compiler writes it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Instructions">Their number.</param>
/// <param name="Callees">Names of the methods that it calls.</param>
internal sealed record CompiledMethod(string Name, int Bytes, int Instructions, IReadOnlyCollection<string> Callees);
