using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Walks a message's elements as they are written, in a local variable <c>at</c>, and takes note of places on the way.</summary>
internal sealed class SizeEmitter(SourceWriter w, MessageModel message)
{
    /// <summary>Scopes whose sizes are wanted, as <c>totalLengthSize</c>.</summary>
    public HashSet<int> Sizes { get; } = [];

    /// <summary>Fields whose start is wanted, as <c>start3</c>.</summary>
    public HashSet<int> Starts { get; } = [];

    /// <summary>Fields whose end is wanted, as <c>end3</c>.</summary>
    public HashSet<int> Ends { get; } = [];

    /// <summary>What stands for the size of the payload; empty for the payload that the message holds.</summary>
    public string PayloadSize { get; set; } = "";

    /// <summary>Is it known here whether digits are written as they were received (<c>keep</c>)? Otherwise sizes are bounds.</summary>
    public bool IsExact { get; set; }

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
                case ElementKind.Close when Sizes.Contains(element.Index):
                    w.Line($"int {Local(message, message.Scopes[element.Index], "Size")} = {Since(StartOf(message.Scopes[element.Index]))};");
                    break;
            }
        }
    }

    /// <summary>Are bytes needed after the open field of the scope, to fill a unit?</summary>
    public static bool IsPadded(ScopeModel scope) => scope.Unit > 1 && scope.Open >= 0;

    private static string Since(string start) => start == "0" ? "at" : $"at - {start}";

    private bool NeedsStart(ScopeModel scope) => Sizes.Contains(scope.Index) || IsPadded(scope);

    private string StartOf(ScopeModel scope)
    {
        var first = message.Fields[scope.First];
        if (first.Place is { Run: 0 } place && message.Elements[0].Kind == ElementKind.Run)
            return Number(place.BitOffset / 8);
        return Local(message, scope, "From");
    }

    private void WalkRun(RunModel run)
    {
        foreach (int ordinal in run.Fields)
        {
            var field = message.Fields[ordinal];
            int offset = field.Place!.BitOffset / 8;
            if (Starts.Contains(ordinal))
                w.Line($"int start{ordinal} = at{(offset == 0 ? "" : $" + {offset}")};");
            if (Ends.Contains(ordinal))
                w.Line($"int end{ordinal} = at + {(field.Place.BitOffset + field.Scalar!.Bits) / 8};");
            foreach (var scope in message.Scopes)
            {
                if (scope.First == ordinal && NeedsStart(scope) && StartOf(scope) == Local(message, scope, "From"))
                    w.Line($"int {Local(message, scope, "From")} = at{(offset == 0 ? "" : $" + {offset}")};");
            }
        }
        w.Line($"at += {run.Size};");
    }

    private void WalkField(FieldModel field)
    {
        if (Starts.Contains(field.Ordinal))
            w.Line($"int start{field.Ordinal} = at;");
        w.Line($"at += {SizeOf(field)};");
        if (Ends.Contains(field.Ordinal))
            w.Line($"int end{field.Ordinal} = at;");
        EmitPadding(field);
    }

    /// <summary>Adds the bytes that fill a unit after the open field of a scope.</summary>
    private void EmitPadding(FieldModel field)
    {
        foreach (var scope in message.Scopes)
        {
            if (scope.Open == field.Ordinal && IsPadded(scope))
                w.Line($"at += {Padding(scope)};");
        }
    }

    /// <summary>The bytes that fill a unit, after the open field.</summary>
    public string Padding(ScopeModel scope)
    {
        int tail = message.Fields[scope.Open].Extent.Tail.Where(o => o >= 0).Sum(o => message.Fields[o].Scalar?.Bits ?? 0) / 8 + scope.Bias;
        string start = StartOf(scope);
        string length = Since(start);
        if (tail != 0)
            length += tail > 0 ? $" + {tail}" : $" - {-tail}";
        string padding = $"{Wire}Padding({length}, {scope.Unit})";
        return scope.Condition.Count == 0 ? padding : $"({string.Join(" && ", scope.Condition.Select(c => message.Fields[scope.Descriptor].Presence is { Kind: PresenceKind.Flag, Bit: >= 0, Member: var bitmap } && bitmap == c ? PresenceCode.HasValue(message, message.Fields[scope.Descriptor]) : "this." + c))} ? {padding} : 0)";
    }

    /// <summary>The bytes that a field takes when it is written.</summary>
    public string SizeOf(FieldModel field)
    {
        if (message.Carrier?.Payload == field.Ordinal && PayloadSize.Length > 0)
            return PayloadSize;
        string value = field.Storage;
        switch (field.Kind)
        {
            case FieldKind.Scalar:
                return field.Optional == OptionalKind.Nullable ? $"({PresenceCode.HasValue(message, field)} ? {field.Scalar!.Bytes} : 0)" : $"(this.{field.Presence.Member} ? {field.Scalar!.Bytes} : 0)";
            case FieldKind.Digits or FieldKind.Escaped:
                return VariableNumberEmitter.Size(message, field, PayloadSize.Length > 0 ? PayloadSize : message.Payload is { } payload ? SizeOf(payload) : "0", IsExact);
            case FieldKind.Padding:
                return $"{Wire}Padding(at, {field.Extent.Width})";
            case FieldKind.Message or FieldKind.Value:
                return field.Optional switch
                {
                    OptionalKind.Nullable => $"({value}.HasValue ? {Wire}SizeOf({value}.GetValueOrDefault()) : 0)",
                    OptionalKind.Wrapped => $"({value}.HasValue ? {Wire}SizeOf({value}.GetValueOrDefault()) : 0)",
                    _ => field.Presence.Kind == PresenceKind.When ? $"(this.{field.Presence.Member} ? {Wire}SizeOf(in {value}) : 0)" : $"{Wire}SizeOf(in {value})",
                };
            case FieldKind.Bytes when field.Extent.Kind == ExtentKind.Constant:
                int width = field.Extent.Width + (field.Terminator?.Length ?? 0);
                return field.Presence.Kind switch
                {
                    PresenceKind.Always => Number(width),
                    PresenceKind.When => $"(this.{field.Presence.Member} ? {width} : 0)",
                    _ => $"({value}.HasValue ? {width} : 0)",
                };
            default:
                string size = BytesOf(field) + ".Length";
                if (field.Terminator is not { } terminator)
                    return size;
                return field.Presence.Kind == PresenceKind.When ? $"(this.{field.Presence.Member} ? {size} + {terminator.Length} : 0)" : $"{size} + {terminator.Length}";
        }
    }

    /// <summary>The number of elements of a list.</summary>
    public static string CountOf(FieldModel field) => field.Kind == FieldKind.List && StorageEmitter.IsWindow(field) ? $"this.{field.Name}.Count" : $"{field.Storage}.Count";

    /// <summary>The bytes of a window: a span, or a list's.</summary>
    public static string BytesOf(FieldModel field)
    {
        if (field.ConstBytes.Length > 0)
            return field.ConstBytes;
        string value = field.Optional == OptionalKind.Wrapped ? $"{field.Storage}.GetValueOrDefault()" : field.Storage;
        if (field.Token.Length > 0)
            return value + ".Bytes";
        bool isBytes = field.Kind is FieldKind.Bytes or FieldKind.Padding || (field.Kind == FieldKind.List && field.Optional == OptionalKind.None && StorageEmitter.IsWindow(field));
        return isBytes ? value : $"{value}.Bytes";
    }
}
