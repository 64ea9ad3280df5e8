using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads;

/// <summary>
/// One thing to do, and contenders that do it: the methods with <see cref="BenchmarkAttribute"/>. Each goes once through all
/// the data and returns a number made of all that it found, so that contenders can be compared and nothing is optimised away.
/// What <see cref="IterationSetupAttribute"/> says is to be done before each of its runs is not timed.
/// </summary>
/// <remarks>The contenders "plain" and "best" are written by hand; the others are told in ratios to them.</remarks>
[MemoryDiagnoser]
public abstract class Workload
{
    /// <summary>Description of the contender that a good C# programmer writes: spans, BinaryPrimitives, everything validated.</summary>
    protected internal const string Plain = "plain";

    /// <summary>Description of the contender that is as fast as it can be made, however it looks.</summary>
    protected internal const string Best = "best";

    /// <summary>What is done, with the parameters.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the data that is timed.</summary>
    [GlobalSetup]
    public abstract void SetUp();

    /// <summary>Makes data on which the contenders run until they are compiled for good, where that which is timed would take too long.</summary>
    public virtual void SetUpFew() => SetUp();

    /// <summary>
    /// Makes data that is not timed, but on which the contenders must agree as well: what is wrong with it must be found by all.
    /// </summary>
    /// <returns>False if there is no such data.</returns>
    public virtual bool SetUpDamaged() => false;

    /// <summary>How often a contender runs to go once through all the data, if it needs something to be done before each piece of it.</summary>
    public virtual int Runs => 1;

    /// <summary>What a contender has written; empty if contenders only read.</summary>
    public virtual Span<byte> Output => default;
}
