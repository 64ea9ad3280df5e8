namespace Codecs.Fuzz;

/// <summary>The samples of all message types: those of the files, and every message found within them – options, bodies, payloads.</summary>
public sealed class SampleSet
{
    // Enough to have every kind, few enough to check all prefixes of all.
    private const int MaxPerType = 200;

    private readonly Dictionary<Type, MessageContract> _contracts;
    private readonly Dictionary<Type, List<byte[]>> _samples = [];
    private readonly PayloadFinder _payloads;

    public SampleSet(IReadOnlyList<MessageContract> contracts)
    {
        _contracts = contracts.ToDictionary(contract => contract.Type);
        _payloads = new PayloadFinder(contracts);
        foreach (var sample in Sample.All)
        {
            // Others are those of types that only the tests define.
            if (contracts.FirstOrDefault(contract => contract.Name == sample.Type) is not { } contract)
                continue;
            if (!contract.Parse(sample.Bytes))
                throw new InvalidDataException($"The sample '{sample}' does not parse: {contract.Parse(sample.Bytes)}.");
            Add(contract, sample.Bytes);
        }
    }

    /// <summary>The samples of a type.</summary>
    public IReadOnlyList<byte[]> Of(MessageContract contract) => _samples.GetValueOrDefault(contract.Type) ?? [];

    internal void Add(Type type, ReadOnlySpan<byte> bytes)
    {
        if (!_contracts.TryGetValue(type, out var contract))
            return;
        foreach (byte[] input in contract.InputsOf(bytes.ToArray()))
            Add(contract, input);
    }

    private void Add(MessageContract contract, byte[] bytes)
    {
        if (!_samples.TryGetValue(contract.Type, out var known))
            _samples[contract.Type] = known = [];
        if (known.Count == MaxPerType || !contract.Parse(bytes) || known.Any(other => other.AsSpan().SequenceEqual(bytes)))
            return;
        known.Add(bytes);
        var parts = new PartVisitor(this, bytes.AsSpan(contract.ArgumentLength));
        contract.Visit(bytes, ref parts);
        foreach (var (type, payload) in _payloads.Find(contract, bytes))
            Add(type, payload);
    }

    /// <summary>Adds the parts of a message: the elements of its lists, and the messages that are its fields.</summary>
    private readonly ref struct PartVisitor(SampleSet set, ReadOnlySpan<byte> message) : IFieldVisitor
    {
        private readonly ReadOnlySpan<byte> _message = message;

        public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct =>
            set.Add(typeof(T), _message.Slice(bitOffset / 8, byteLength));

        public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
        {
            var items = elements;
            while (items.MoveNext())
                set.Add(typeof(T), bytes[items.Offset..items.Result.BytesConsumed]);
        }

        public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
        {
        }

        public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
        }

        public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
        }

        public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct
        {
        }

        public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
        {
        }

        public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
        {
        }

        public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct
        {
        }
    }
}
