using Codecs.Fuzz;
using Codecs.Fuzz.Inputs;

namespace Codecs.Protocols.Tests;

/// <summary>The contract of every message type where its lengths, tags and options are at their limits. Beside <see cref="ContractTests"/>, so that both run at a time.</summary>
public sealed class BoundaryTests
{
    [Theory]
    [MemberData(nameof(ContractTests.Types), MemberType = typeof(ContractTests))]
    public void EveryBoundary(string type)
    {
        var contract = ContractTests.Find(type);
        var samples = ContractTests.Samples.Of(contract);
        var coverage = new FieldCoverage(contract);
        coverage.AddCuts(samples);
        foreach (byte[] input in new BoundaryInputs(contract, samples).All())
        {
            coverage.Add(input, isDeep: true);
            ContractTests.Expect(contract.Try(input), input);
        }
        // Every field of every definition is seen right, and wrong or cut if it can be.
        Assert.Equal("", string.Join(", ", coverage.Rows.Where(row => !row.IsReached).Select(row => row.Field.Name)));
    }
}
