using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Walks a message's parts as they are written, in a local variable <c>at</c>, and takes note of places on the way.</summary>
internal sealed class SizeEmitter(SourceWriter w, MessageModel message, SizeSite site)
{
    /// <summary>Scopes whose sizes are wanted, as <c>totalLengthSize</c>.</summary>
    public HashSet<int> Sizes { get; } = [];

    /// <summary>Fields whose start is wanted, as <c>start3</c>.</summary>
    public HashSet<int> Starts { get; } = [];

    /// <summary>Fields whose end is wanted, as <c>end3</c>.</summary>
    public HashSet<int> Ends { get; } = [];

    /// <summary>Walks from an element on, up to the one before <paramref name="to"/>.</summary>
    public void Walk(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            var element = message.Elements[i];
            switch (element.Kind)
            {
                case ElementKind.Run:
                    WalkRun(message.Runs[element.Index]);
                    break;
                case ElementKind.Field:
                    WalkField(message.Fields[element.Index]);
                    break;
                case ElementKind.Open when message.Fields[message.Scopes[element.Index].First].Place is null:
                    if (NeedsStart(message.Scopes[element.Index]))
                        w.Line($"int {Local(message, message.Scopes[element.Index], "From")} = at;");
                    break;
                case ElementKind.Close:
                    Close(message.Scopes[element.Index]);
                    break;
            }
        }
    }

    /// <summary>The size of one scope, as its local variable: a walk over its parts alone.</summary>
    public void EmitScope(ScopeModel scope, bool isFirst)
    {
        int from = -1, close = message.Elements.Count;
        for (int i = 0; i < message.Elements.Count; i++)
        {
            var element = message.Elements[i];
            bool begins = message.Fields[scope.First].Place is { } place ? element is { Kind: ElementKind.Run } && element.Index == place.Run : element is { Kind: ElementKind.Open } && element.Index == scope.Index;
            if (from < 0 && begins)
                from = i;
            if (element is { Kind: ElementKind.Close } && element.Index == scope.Index)
                close = i;
        }
        Sizes.Clear();
        Sizes.Add(scope.Index);
        w.Line(isFirst ? "int at = 0;" : "at = 0;");
        Walk(from, close + 1);
    }

    private void Close(ScopeModel scope)
    {
        if (Sizes.Contains(scope.Index))
            w.Line($"int {Local(message, scope, "Size")} = {Since(StartOf(scope))};");
        var last = message.Fields[scope.Last];
        if (ParserEmitter.EndingScope(message, last) == scope.Index)
            w.Line($"at += {(last.IsConditional ? $"({Presence.IsThere(message, last, site.Payload)} ? {last.Terminator!.Length} : 0)" : Number(last.Terminator!.Length))};");
    }

    /// <summary>Are bytes needed after the open field of the scope, to fill a unit?</summary>
    public static bool IsPadded(ScopeModel scope) => scope.Unit > 1 && scope.Open >= 0;

    private static string Since(string start) => start == "0" ? "at" : $"at - {start}";

    private bool NeedsStart(ScopeModel scope) => Sizes.Contains(scope.Index) || IsPadded(scope);

    private string StartOf(ScopeModel scope)
    {
        var first = message.Fields[scope.First];
        if (first.Place is { Run: 0 } place && message.Elements[0].Kind == ElementKind.Run && !message.HasBackReferences)
            return Number(place.BitOffset / 8);
        return Local(message, scope, "From");
    }

    private void WalkRun(RunModel run)
    {
        foreach (int ordinal in run.Fields)
            Note(message.Fields[ordinal]);
        w.Line($"at += {run.Size};");
    }

    /// <summary>Takes note of the places of a field in a run.</summary>
    private void Note(FieldModel field)
    {
        int offset = field.Place!.BitOffset / 8;
        string plus = offset == 0 ? "" : $" + {offset}";
        if (Starts.Contains(field.Ordinal))
            w.Line($"int start{field.Ordinal} = at{plus};");
        if (Ends.Contains(field.Ordinal))
            w.Line($"int end{field.Ordinal} = at + {(field.Place.BitOffset + field.Scalar!.Bits) / 8};");
        foreach (var scope in message.Scopes.Where(s => s.First == field.Ordinal && NeedsStart(s) && StartOf(s) == Local(message, s, "From")))
            w.Line($"int {Local(message, scope, "From")} = at{plus};");
    }

    private void WalkField(FieldModel field)
    {
        if (Starts.Contains(field.Ordinal))
            w.Line($"int start{field.Ordinal} = at;");
        var code = FieldCode.Of(message, ParserEmitter.EndingScope(message, field) < 0 ? field : field with { Terminator = null });
        if (Ends.Contains(field.Ordinal) && field.Terminator is not null)
        {
            // A checksum covers the value, not what ends it.
            string there = Presence.IsThere(message, field, site.Payload);
            string size = message.Carrier?.Payload == field.Ordinal && site.Payload.Length > 0 ? site.Payload : code.Size(site);
            w.Line($"int end{field.Ordinal} = at + {(there.Length == 0 ? size : $"({there} ? {size} : 0)")};");
        }
        w.Line($"at += {code.TotalSize(site)};");
        if (Ends.Contains(field.Ordinal) && field.Terminator is null)
            w.Line($"int end{field.Ordinal} = at;");
        foreach (var scope in message.Scopes.Where(s => s.Open == field.Ordinal && IsPadded(s)))
            w.Line($"at += {Padding(scope)};");
    }

    /// <summary>The bytes that fill a unit, after the open field.</summary>
    public string Padding(ScopeModel scope)
    {
        int tail = message.Fields[scope.Open].Extent.Tail.Where(o => o >= 0).Sum(o => message.Fields[o].Scalar?.Bits ?? 0) / 8 + scope.Bias;
        string length = Since(StartOf(scope));
        if (tail != 0)
            length += tail > 0 ? $" + {tail}" : $" - {-tail}";
        string padding = $"{Wire}Padding({length}, {scope.Unit})";
        if (!scope.IsConditional)
            return padding;
        var conditions = new List<string>();
        if (!scope.IsDescribed)
            conditions.Add(Presence.IsThere(message, message.Fields[scope.Descriptor], site.Payload));
        if (scope.When.Length > 0)
            conditions.Add("this." + scope.When);
        if (scope.Null is not null)
            conditions.Add(Presence.IsThere(message, message.Fields[scope.Last], site.Payload));
        return $"({string.Join(" && ", conditions.Where(c => c.Length > 0))} ? {padding} : 0)";
    }
}
