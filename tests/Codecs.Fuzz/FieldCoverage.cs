using System.Buffers;
using System.Numerics;
using Codecs.Fuzz.Inputs;

namespace Codecs.Fuzz;

/// <summary>What became of the fields of a message type: which were there, which were left out, which were cut, and what was wrong with them.</summary>
public sealed class FieldCoverage
{
    private readonly MessageContract _contract;
    private readonly Dictionary<string, int> _ordinals;
    private readonly Row[] _rows;
    private readonly HashSet<ulong> _outcomes = [];

    /// <param name="contract">The message type.</param>
    public FieldCoverage(MessageContract contract)
    {
        _contract = contract;
        var fields = contract.Description.Fields;
        _rows = [.. fields.Select(field => new Row(field))];
        _ordinals = fields.Select((field, ordinal) => (field.Name, ordinal)).GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.First().ordinal);
    }

    /// <summary>The fields, in wire order.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Counts an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="isDeep">Look at every field? Costs more than parsing.</param>
    /// <returns>Did something come of it that did not come of another one: another fault of another field, other fields, another size?</returns>
    public bool Add(ReadOnlySpan<byte> input, bool isDeep)
    {
        var result = _contract.Parse(input);
        Add(result);
        ulong outcome = (ulong)result.Status << 32 | (ulong)result.Field << 16 | (ulong)result.Error << 8 | (uint)BitOperations.Log2((uint)result.BytesConsumed);
        bool isNew = _outcomes.Add(outcome);
        if (!result || !isDeep)
            return isNew;
        Add(_contract.Parse(input, new ParseOptions { IsStrict = true }));
        var visitor = new Visitor(this);
        _contract.Visit(input, ref visitor);
        bool isReached = true;
        foreach (var row in _rows)
        {
            bool isThere = row.IsThere;
            outcome = BitOperations.RotateLeft(outcome, 5) * 0x9E37_79B9_7F4A_7C15 + (isThere ? 1u : 0u);
            row.IsThere = false;
            row.Valid += isThere ? 1 : 0;
            row.Absent += isThere ? 0 : 1;
            isReached &= row.IsReached;
        }
        if (!isReached)
            AddCuts([input.ToArray()]);
        return _outcomes.Add(outcome) || isNew;
    }

    /// <summary>Cuts messages within each of their fields: what is a message then too has a field that is whatever there is.</summary>
    public void AddCuts(IEnumerable<byte[]> messages)
    {
        var places = new List<Place>();
        foreach (byte[] message in messages)
        {
            places.Clear();
            var collector = new PlaceCollector(places, _contract.ArgumentLength);
            _contract.Visit(message, ref collector);
            foreach (var place in places)
            {
                if (!_ordinals.TryGetValue(place.Path, out int ordinal))
                    continue;
                _rows[ordinal].HasBits |= place.BitWidth > 0 || place.Kind is FieldKind.List or FieldKind.Scalars;
                if (place.BitWidth == 0)
                    continue;
                if (_contract.Parse(message.AsSpan(0, (place.BitOffset + place.BitWidth - 1) / 8)))
                    _rows[ordinal].IsOpen = true;
                else
                    _rows[ordinal].Unfinished++;
            }
        }
    }

    private void Add(ParseResult result)
    {
        if (result || result.Field >= _rows.Length || result.Error == ParseError.NotCarried)
            return;
        if (result.Status == OperationStatus.NeedMoreData)
            _rows[result.Field].Unfinished++;
        else
            _rows[result.Field].Invalid++;
        _rows[result.Field].Errors |= 1 << (int)result.Error;
    }

    private Row? Find(in FieldDescription field) => _ordinals.TryGetValue(field.Name, out int ordinal) ? _rows[ordinal] : null;

    private void See(in FieldDescription field, int length, ParseResult part = default, bool isBroken = false)
    {
        if (Find(field) is not { } row)
            return;
        row.IsThere = true;
        row.HasBits |= length > 0;
        if (!isBroken)
            return;
        row.Invalid++;
        row.Errors |= 1 << (int)part.Error;
    }

    /// <summary>One field.</summary>
    public sealed class Row(FieldDescription field)
    {
        /// <summary>The field.</summary>
        public FieldDescription Field { get; } = field;

        /// <summary>Messages that had it.</summary>
        public long Valid { get; internal set; }

        /// <summary>Messages that did not have it.</summary>
        public long Absent { get; internal set; }

        /// <summary>Inputs that ended before it did.</summary>
        public long Unfinished { get; internal set; }

        /// <summary>Inputs that it was wrong in.</summary>
        public long Invalid { get; internal set; }

        /// <summary>Is it whatever there is, so that it cannot be cut?</summary>
        public bool IsOpen { get; internal set; }

        /// <summary>Was there ever something of it? A field that says that nothing is there cannot be wrong.</summary>
        public bool HasBits { get; internal set; }

        /// <summary>In how many ways it was wrong or unfinished.</summary>
        public int Ways => int.PopCount(Errors);

        /// <summary>Was it seen right and, if it can be, wrong or cut?</summary>
        public bool IsReached => Valid > 0 && (IsOpen || !HasBits || Unfinished + Invalid > 0);

        internal int Errors { get; set; }

        internal bool IsThere { get; set; }

        /// <summary>The kinds of what was wrong.</summary>
        public IEnumerable<ParseError> Kinds => Enumerable.Range(0, 32).Where(kind => (Errors >> kind & 1) != 0).Select(kind => (ParseError)kind);
    }

    private readonly ref struct Visitor(FieldCoverage coverage) : IFieldVisitor
    {
        public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => coverage.See(field, bitWidth);

        public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => coverage.See(field, value.Length);

        public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => coverage.See(field, value.Length);

        public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct => coverage.See(field, byteLength);

        public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct =>
            coverage.See(field, value.Length, result, isBroken: true);

        public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
            where T : IVisitable<T>, allows ref struct
            where TItems : IElementEnumerator<T>, allows ref struct
        {
            var items = elements;
            while (items.MoveNext())
            {
            }
            coverage.See(field, bytes.Length, items.Result, isBroken: !items.Result);
        }

        public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
            where T : IPresentable<T>, allows ref struct
            where TItems : IElementEnumerator<T>, allows ref struct
        {
            var items = elements;
            while (items.MoveNext())
            {
            }
            coverage.See(field, bytes.Length, items.Result, isBroken: !items.Result);
        }

        public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged => coverage.See(field, value.Bytes.Length);

        public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct => coverage.See(field, byteLength);
    }
}
