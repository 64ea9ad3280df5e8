using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Turns ranges into nested scopes, and says of every open field what bounds it (language rules 2 to 4).</summary>
internal sealed class ScopeBuilder(List<FieldDraft> fields, Reporter reporter)
{
    private readonly List<Scope> _scopes = [];

    public List<ScopeModel> Scopes { get; } = [];

    public void Build()
    {
        CollectScopes();
        if (reporter.HasErrors)
            return;
        Nest();
        if (reporter.HasErrors)
            return;
        foreach (var field in fields)
            ReadEnd(field);
        FindTrailing();
        CheckOpenFields();
        if (reporter.HasErrors)
            return;
        foreach (var field in fields)
        {
            if (field.Extent is not null)
            {
                // A number that is there takes its bytes, whatever is left for what follows.
                bool hasTail = field.Kind != FieldKind.Scalar || field.Presence.Kind is PresenceKind.Remaining or PresenceKind.Constant;
                field.Extent = field.Extent with { Scope = Innermost(field.Ordinal)?.Index ?? -1, Tail = (hasTail ? Tail(field) : []).ToEquatable() };
            }
        }
        foreach (var scope in _scopes)
            Scopes.Add(Model(scope));
    }

    private void CollectScopes()
    {
        foreach (var group in fields.SelectMany(f => f.Ranges).Where(r => !r.IsOfTarget).GroupBy(r => (r.First, r.Last)))
        {
            var ranges = group.OrderBy(r => r.Descriptor.Ordinal).ToList();
            if (ranges[0].First == ranges[0].Last && fields[ranges[0].First].Kind == FieldKind.Scalar)
            {
                reporter.Report(Descriptors.BadRange, ranges[0].Attribute, 0, fields[ranges[0].First].Name, fields[ranges[0].Last].Name, "is a number of fixed width");
                continue;
            }
            _scopes.Add(new Scope(ranges));
        }
        _scopes.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        for (int i = 0; i < _scopes.Count; i++)
        {
            _scopes[i].Index = i;
            foreach (var range in _scopes[i].Ranges)
                range.Scope = i;
        }
    }

    private void Nest()
    {
        foreach (var scope in _scopes)
        {
            for (int i = scope.Index - 1; i >= 0 && scope.Parent is null; i--)
            {
                var outer = _scopes[i];
                if (outer.Last < scope.First)
                    continue;
                if (outer.Last < scope.Last)
                {
                    reporter.Report(Descriptors.BadRange, scope.Ranges[0].Attribute, 0, fields[scope.First].Name, fields[scope.Last].Name, $"crosses the range {fields[outer.First].Name} to {fields[outer.Last].Name}");
                    return;
                }
                scope.Parent = outer;
            }
        }
    }

    /// <summary>A list with a last element and no bound around it ends with that, so its extent is its own.</summary>
    private void ReadEnd(FieldDraft field)
    {
        if (field.Item is { End.Length: > 0 } or { EndAfter.Length: > 0 } && field.IsOpen && Innermost(field.Ordinal) is null)
            field.Extent = field.Extent! with { Kind = ExtentKind.Self };
    }

    /// <summary>A length behind its range is found from the end, if the range's extent is not known without it (rule 3).</summary>
    private void FindTrailing()
    {
        for (int i = _scopes.Count - 1; i >= 0; i--)
        {
            var scope = _scopes[i];
            var range = scope.Ranges[0];
            var descriptor = range.Descriptor;
            bool hasOpen = fields.Any(f => f.IsOpen && Innermost(f.Ordinal) == scope);
            bool isBehind = descriptor.Ordinal > scope.Last || fields.Any(f => f.Ordinal >= scope.First && f.Ordinal < descriptor.Ordinal && f.IsOpen && Innermost(f.Ordinal) == scope);
            var blocker = fields.LastOrDefault(f => f.Ordinal < scope.First && f.IsOpen && Innermost(f.Ordinal) == scope.Parent);
            if (!isBehind && blocker is not null && descriptor.Ordinal < blocker.Ordinal && !blocker.IsConditional && range.When.Length == 0 && range.Null is null && !descriptor.IsConditional)
            {
                // The length has been read when the open field is met: what it bounds is a tail of known width.
                scope.Form = ScopeForm.Trailing;
                scope.Blocker = blocker;
                scope.IsRead = true;
            }
            if (!isBehind)
                continue;
            scope.Form = ScopeForm.Check;
            if (blocker is null || !hasOpen)
                continue;
            scope.Form = ScopeForm.Trailing;
            scope.Blocker = blocker;
            if (!IsFound(scope, descriptor) || blocker.IsConditional || range.When.Length > 0)
                reporter.Report(Descriptors.TailUnknown, descriptor.Symbol, descriptor.Name, blocker.Name);
        }
    }

    /// <summary>Is the place of a length known from the end of the scope around its range?</summary>
    private bool IsFound(Scope scope, FieldDraft descriptor)
    {
        bool isWhole = descriptor is { Kind: FieldKind.Scalar, Scalar: { Bits: var bits } } && bits % 8 == 0 && StartBits(descriptor) % 8 == 0;
        var around = Innermost(descriptor.Ordinal);
        if (!isWhole || (around != scope && around != scope.Parent) || descriptor.Presence.Kind is PresenceKind.Remaining or PresenceKind.Constant)
            return false;
        int last = scope.Parent?.Last ?? fields.Count - 1;
        for (int i = descriptor.Ordinal; i <= last; i++)
        {
            bool isTrailing = _scopes.Any(s => s.Blocker is not null && s != scope && s.Parent == scope.Parent && s.First <= i && i <= s.Last);
            if (!isTrailing && (!HasKnownWidth(fields[i]) || fields[i].Presence.Kind is PresenceKind.Remaining or PresenceKind.Constant))
                return false;
        }
        return true;
    }

    /// <summary>Bits from the last field that is no number.</summary>
    private int StartBits(FieldDraft field)
    {
        int bits = 0;
        for (int i = field.Ordinal - 1; i >= 0 && fields[i].IsInRun; i--)
            bits += fields[i].Scalar!.Bits;
        return bits;
    }

    private void CheckOpenFields()
    {
        for (int index = -1; index < _scopes.Count; index++)
        {
            FieldDraft? open = null;
            foreach (var field in FieldsOf(index))
            {
                bool isOpen = Innermost(field.Ordinal)?.Index == Key(index) && field.IsOpen;
                // A length that may be left open makes what it bounds take the rest.
                bool mayBeOpen = _scopes.Any(s => (s.Parent?.Index ?? -1) == index && s.Last == field.Ordinal && s.IsConditional);
                if (open is not null && (isOpen || mayBeOpen) && !Exclude(open, field))
                    reporter.Report(Descriptors.TwoOpenFields, field.Symbol, field.Name, open.Name);
                else if (open is not null && !isOpen && field.Extent is { Kind: ExtentKind.Self or ExtentKind.Case or ExtentKind.Align or ExtentKind.Count or ExtentKind.Terminated or ExtentKind.While } && !IsRunOf(open, field) && !Inside(field, index) && !Exclude(open, field))
                    reporter.Report(Descriptors.TailUnknown, field.Symbol, field.Name, open.Name);
                else if (open is not null && !reporter.HasErrors && IsBehind(open, field, index))
                    reporter.Report(Descriptors.TailUnknown, field.Symbol, field.Name, open.Name);
                if (isOpen || mayBeOpen)
                    open = field;
            }
        }

        int? Key(int index) => index < 0 ? null : index;
    }

    /// <summary>Does a range of its own, or a field that is there if bytes remain, begin behind an open field, which leaves it nothing?</summary>
    private bool IsBehind(FieldDraft open, FieldDraft field, int index) =>
        (field.Presence.Kind is PresenceKind.Remaining && !Inside(field, index))
        || _scopes.Any(s => s.First == field.Ordinal && s.First > open.Ordinal && s.Form == ScopeForm.Leading && !s.IsConditional && (s.Parent?.Index ?? -1) == index && s.Ranges[0].Descriptor.Ordinal < open.Ordinal);

    private bool Inside(FieldDraft field, int index) => (Innermost(field.Ordinal)?.Index ?? -1) != index;

    /// <summary>Of two fields that would both be open, the second may exist only where a length bounds the first.</summary>
    private bool Exclude(FieldDraft first, FieldDraft second)
    {
        if (second.Presence.Kind != PresenceKind.When)
            return false;
        for (var scope = Innermost(first.Ordinal); scope is not null; scope = scope.Parent)
        {
            if (scope.IsConditional && scope.Ranges[0].When == second.Presence.Member)
                return true;
        }
        return false;
    }

    private IEnumerable<FieldDraft> FieldsOf(int index) => index < 0 ? fields : fields.Where(f => f.Ordinal >= _scopes[index].First && f.Ordinal <= _scopes[index].Last);

    /// <summary>The innermost scope that bounds a field; those whose length is only compared do not.</summary>
    private Scope? Innermost(int ordinal) => _scopes.LastOrDefault(s => s.Form != ScopeForm.Check && s.First <= ordinal && ordinal <= s.Last);

    /// <summary>Fields behind this one in its scope; those that exist only where it is not open do not count.</summary>
    private IEnumerable<int> Tail(FieldDraft field) => Known(field.Ordinal + 1, Innermost(field.Ordinal), field.Ordinal, field);

    /// <summary>Is it a run of bytes behind an open field, as long as it can be before what follows?</summary>
    private bool IsRunOf(FieldDraft? open, FieldDraft field) =>
        open is { IsOpen: true, IsConditional: false } && field is { Extent.Kind: ExtentKind.While, IsConditional: false, Optional: OptionalKind.None, Terminator: null }
        && open.Ordinal < field.Ordinal && Innermost(open.Ordinal) == Innermost(field.Ordinal)
        && !fields.Any(f => f.Ordinal > open.Ordinal && f.Ordinal < field.Ordinal && f.Extent?.Kind == ExtentKind.While);

    /// <summary>What is known of the widths from a field on, up to the end of a scope; trailing scopes count as a whole where their lengths have been read before <paramref name="reader"/>.</summary>
    private IEnumerable<int> Known(int from, Scope? scope, int reader, FieldDraft? open = null)
    {
        int last = scope?.Last ?? fields.Count - 1;
        for (int i = from; i <= last; i++)
        {
            if (_scopes.FirstOrDefault(s => s.Blocker is { } blocker && s.Parent == scope && s.First <= i && i <= s.Last && blocker.Ordinal <= reader) is { } trailing)
            {
                yield return ~trailing.Index;
                i = trailing.Last;
            }
            else if (HasKnownWidth(fields[i]) || IsRunOf(open, fields[i]))
            {
                yield return i;
            }
        }
    }

    private static bool HasKnownWidth(FieldDraft field) => field.Kind == FieldKind.Scalar || field.Extent?.Kind is ExtentKind.Constant or ExtentKind.Member;

    private ScopeModel Model(Scope scope)
    {
        var range = scope.Ranges[0];
        var open = fields.FirstOrDefault(f => f.IsOpen && Innermost(f.Ordinal) == scope);
        var tail = Known(scope.Last + 1, scope.Parent, scope.First);
        return new ScopeModel(
            scope.Index,
            scope.Parent?.Index ?? -1,
            scope.First,
            scope.Last,
            range.Descriptor.Ordinal,
            scope.Ranges.Skip(1).Select(r => r.Descriptor.Ordinal).ToEquatable(),
            range.Unit,
            range.Bias,
            range.When,
            open?.Ordinal ?? -1,
            tail.ToEquatable())
        {
            Form = scope.Form,
            IsDescribed = scope.Form == ScopeForm.Check || !range.Descriptor.IsConditional,
            Null = range.Null,
            Blocker = scope.Blocker?.Ordinal ?? -1,
            FromDescriptor = (scope.Blocker is null ? [] : FromDescriptor(scope)).ToEquatable(),
            IsRead = scope.IsRead,
            Fixed = (scope.Blocker is null ? [] : fields.Where(f => f.Ordinal >= scope.First && f.Ordinal <= scope.Last && HasKnownWidth(f)).Select(f => f.Ordinal)).ToEquatable(),
        };
    }

    private IEnumerable<int> FromDescriptor(Scope scope)
    {
        int from = scope.Ranges[0].Descriptor.Ordinal;
        return from > scope.Last
            ? Known(from, scope.Parent, scope.First)
            : Known(from, scope, scope.First).Concat(Known(scope.Last + 1, scope.Parent, scope.First));
    }

    private sealed class Scope(List<RangeDraft> ranges)
    {
        public List<RangeDraft> Ranges { get; } = ranges;

        public int First => Ranges[0].First;

        public int Last => Ranges[0].Last;

        public int Index { get; set; }

        /// <summary>The scope around this one that bounds it.</summary>
        public Scope? Parent { get => field is { Form: ScopeForm.Check } ? field.Parent : field; set; }

        public bool IsConditional => Ranges[0].When.Length > 0;

        public ScopeForm Form { get; set; }

        /// <summary>Of a trailing scope: is its length read before that field?</summary>
        public bool IsRead { get; set; }

        /// <summary>The open field that takes what a trailing scope leaves.</summary>
        public FieldDraft? Blocker { get; set; }
    }
}
