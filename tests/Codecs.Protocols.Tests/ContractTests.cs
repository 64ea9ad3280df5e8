using System.Collections.Concurrent;
using Codecs.Capture;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests;

/// <summary>What holds of every message type: see <see cref="MessageContract"/>. A newcomer is found by itself; it only needs a sample.</summary>
public sealed class ContractTests
{
    private const int Mutations = 100_000;

    // Each of them is parsed; all that holds of a message is asked of some.
    private const int WholeChecks = 10;
    private const int Seed = 20;

    // Those of the protocols and of capture files, and those that this assembly defines as a user would.
    private static readonly MessageContract[] s_contracts =
    [
        .. MessageContract.Of(typeof(Packet).Assembly), .. MessageContract.Of(typeof(CaptureReader).Assembly), .. MessageContract.Of(typeof(ContractTests).Assembly),
        .. MessageContract.WithArgumentOf(typeof(Packet).Assembly), .. MessageContract.WithArgumentOf(typeof(CaptureReader).Assembly), .. MessageContract.WithArgumentOf(typeof(ContractTests).Assembly),
    ];

    // One theory at a time leaves processors idle: all types are mutated side by side when the first of them is asked for.
    private static readonly Lazy<ConcurrentDictionary<string, string?>> s_mutated = new(MutateAll);

    internal static SampleSet Samples { get; } = new(s_contracts);

    public static TheoryData<string> Types => [.. s_contracts.Select(contract => contract.Name)];

    [Fact]
    public void SamplesAreNamedAfterTheirTypes() => Assert.All(Sample.All, sample => Assert.Contains(s_contracts, contract => contract.Name == sample.Type));

    [Theory]
    [MemberData(nameof(Types))]
    public void HasASample(string type) => Assert.NotEmpty(Samples.Of(Find(type)));

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryPrefix(string type)
    {
        var contract = Find(type);
        foreach (byte[] sample in Samples.Of(contract))
            Expect(contract.CheckPrefixes(sample) ?? contract.Try(sample), sample);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryBitFlipped(string type)
    {
        var contract = Find(type);
        foreach (byte[] sample in Samples.Of(contract))
        {
            byte[] flipped = [.. sample];
            for (int bit = 0; bit < sample.Length * 8; bit++)
            {
                flipped[bit / 8] ^= (byte)(1 << bit % 8);
                Expect(contract.Try(flipped), flipped);
                flipped[bit / 8] = sample[bit / 8];
            }
        }
    }

    // What broke a contract once.
    [Fact]
    public void Regressions() => Assert.All(Sample.Regressions, input =>
    {
        if (s_contracts.FirstOrDefault(contract => contract.Name == input.Type) is { } contract)
            Expect(contract.Try(input.Bytes), input.Bytes);
    });

    [Theory]
    [MemberData(nameof(Types))]
    public void Mutated(string type) => Assert.Null(s_mutated.Value[type]);

    internal static MessageContract Find(string type) => s_contracts.Single(contract => contract.Name == type);

    internal static void Expect(string? fault, ReadOnlySpan<byte> input) => Assert.True(fault is null, fault is null ? "" : $"{fault}\n{Convert.ToHexStringLower(input)}");

    private static ConcurrentDictionary<string, string?> MutateAll()
    {
        var faults = new ConcurrentDictionary<string, string?>();
        Parallel.ForEach(s_contracts, contract => faults[contract.Name] = Mutate(contract));
        return faults;
    }

    private static string? Mutate(MessageContract contract)
    {
        var inputs = new Mutator(contract, Samples.Of(contract), Seed);
        for (int i = 0; i < Mutations; i++)
        {
            var input = inputs.Next();
            if (contract.TryParsing(input) is { } broken)
                return $"input {i}: {broken}\n{Convert.ToHexStringLower(input)}";
            if (i % WholeChecks != 0 || contract.Try(input) is null)
                continue;
            byte[] small = Shrinker.Shrink(contract, input);
            return $"input {i}: {contract.Try(small)}\n{Convert.ToHexStringLower(small)}";
        }
        return null;
    }
}
