using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;

namespace Codecs.Generators.Parsing;

/// <summary>Lays out consecutive scalars: bits into groups of whole bytes, groups into runs.</summary>
internal sealed class RunBuilder(List<FieldDraft> fields, List<ScopeModel> scopes, Reporter reporter)
{
    private readonly List<FieldDraft> _group = [];
    private readonly List<FieldDraft> _run = [];
    private readonly List<GroupModel> _groups = [];
    private int _groupBits;
    private int _runBytes;

    public List<RunModel> Runs { get; } = [];

    public void Build()
    {
        foreach (var field in fields)
        {
            if (!field.IsInRun)
            {
                EndGroup(field);
                EndRun();
                continue;
            }
            Add(field);
            // A scope that ends among numbers ends the run, so that its end is a place between elements.
            if (_groupBits == 0 && scopes.Any(s => s.Last == field.Ordinal))
                EndRun();
        }
        EndGroup(null);
        EndRun();
    }

    private void Add(FieldDraft field)
    {
        var scalar = field.Scalar!;
        // A number of whole bytes does not continue a run of bits: the hole is before it.
        if (_groupBits % 8 != 0 && scalar.Bits % 8 == 0 && field.Find("Bits") is null)
            EndGroup(field);
        if (_group.Count > 0 && scalar.Order == ByteOrder.Little != (_group[0].Scalar!.Order == ByteOrder.Little))
            reporter.Report(Descriptors.BadBitOrder, field.Symbol, field.Name, "bit fields that share a byte are in one order");
        _run.Add(field);
        _group.Add(field);
        _groupBits += scalar.Bits;
        if (_groupBits % 8 == 0)
            EndGroup(field);
    }

    private void EndGroup(FieldDraft? next)
    {
        if (_group.Count == 0)
            return;
        if (_groupBits % 8 != 0)
            reporter.Report(Descriptors.PartialByte, (next ?? _group[_group.Count - 1]).Symbol, Hint.Widen(8 - _groupBits % 8), next?.Name ?? "the end", _groupBits);
        int bytes = (_groupBits + 7) / 8;
        if (bytes > 8 && _group.Count > 1)
            reporter.Report(Descriptors.BadWidth, _group[0].Symbol, _group[0].Name, $"the bit fields from here on fill {bytes} bytes without a byte boundary between two of them; at most 8 are possible");
        var scalar = _group[0].Scalar!;
        bool lsbFirst = scalar.Order == ByteOrder.Little && _group.Count > 1;
        if (_group.Count > 1 && bytes > 1 && scalar.Order != ByteOrder.Big && !_group.All(f => f.Find("LsbFirst") is not null || f.Symbol.ContainingType.Has("LsbFirst")))
            reporter.Report(Descriptors.BadBitOrder, _group[0].Symbol, _group[0].Name, "bit fields over several bytes in little-endian order need LsbFirst");
        // Within one byte, LittleEndian says nothing: only LsbFirst turns the bits around.
        if (lsbFirst && !_group.Any(f => f.Find("LsbFirst") is not null || f.Symbol.ContainingType.Has("LsbFirst")))
            lsbFirst = false;
        int used = 0;
        foreach (var field in _group)
        {
            int shift = lsbFirst ? used : bytes * 8 - used - field.Scalar!.Bits;
            field.Place = new PlaceModel(Runs.Count, _groups.Count, shift, _runBytes * 8 + used);
            used += field.Scalar!.Bits;
        }
        _groups.Add(new GroupModel(_runBytes, bytes, scalar.Order, scalar.OrderMember));
        _runBytes += bytes;
        _group.Clear();
        _groupBits = 0;
    }

    private void EndRun()
    {
        if (_run.Count > 0)
            Runs.Add(new RunModel(Runs.Count, _runBytes, _groups.ToEquatable(), _run.Select(f => f.Ordinal).ToEquatable()));
        _run.Clear();
        _groups.Clear();
        _runBytes = 0;
    }
}
