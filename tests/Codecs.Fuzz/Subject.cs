using Codecs.Fuzz.Inputs;

namespace Codecs.Fuzz;

/// <summary>What is being checked, and where its inputs come from: first its samples and what broke it once, then the boundaries, then chance.</summary>
internal sealed class Subject
{
    private readonly IEnumerator<byte[]> _boundaries;
    private readonly Mutator _mutator;
    private bool _hasBoundaries = true;
    private byte[] _boundary = [];

    public Subject(Contract contract, SampleSet samples, int seed)
    {
        Contract = contract;
        Message = contract as MessageContract ?? ((StackContract)contract).Bottom;
        Samples = samples.Of(Message);
        Coverage = new FieldCoverage(Message);
        _boundaries = new BoundaryInputs(Message, Samples).All().GetEnumerator();
        _mutator = new Mutator(Message, Samples, seed);
    }

    /// <summary>What is checked.</summary>
    public Contract Contract { get; }

    /// <summary>The message type that inputs are made for.</summary>
    public MessageContract Message { get; }

    /// <summary>Messages of it.</summary>
    public IReadOnlyList<byte[]> Samples { get; }

    /// <summary>What became of its fields.</summary>
    public FieldCoverage Coverage { get; }

    /// <summary>What its inputs did in assemblies that are instrumented.</summary>
    public byte[] Branches => field ??= new byte[BranchMap.Size];

    /// <summary>Were the samples checked?</summary>
    public bool IsStarted { get; set; }

    /// <summary>Inputs so far.</summary>
    public long Count { get; private set; }

    /// <summary>Those of them that were left to chance.</summary>
    public long Mutations { get; private set; }

    /// <summary>Inputs that broke the contract.</summary>
    public int Faults { get; set; }

    /// <summary>Is the last input a boundary?</summary>
    public bool IsBoundary => _hasBoundaries;

    /// <summary>The last input; changed by the next.</summary>
    public ReadOnlySpan<byte> Current => _hasBoundaries ? _boundary : _mutator.Current;

    /// <summary>Has an input changed further by chance, too.</summary>
    public void Keep(ReadOnlySpan<byte> input) => _mutator.Keep(input);

    /// <summary>The next input.</summary>
    public ReadOnlySpan<byte> Next()
    {
        Count++;
        _hasBoundaries = _hasBoundaries && _boundaries.MoveNext();
        if (_hasBoundaries)
            return _boundary = _boundaries.Current;
        Mutations++;
        return _mutator.Next();
    }
}
