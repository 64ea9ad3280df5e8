using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Lengths and counts behind what they describe: found from the end, or compared with what was found without them.</summary>
internal static class TrailingEmitter
{
    /// <summary>Reads a length from the end of the scope around its range, before the open field that precedes that.</summary>
    public static void EmitPeek(SourceWriter w, ParserEmitter parser, MessageModel message, ScopeModel scope)
    {
        var descriptor = message.Fields[scope.Descriptor];
        string place = Local(message, scope, "Place"), extent = Local(message, scope, "Extent");
        w.Line(scope.IsRead ? $"int {place} = {parser.PlaceOf(descriptor)};" : $"int {place} = {parser.End(scope.Parent)} - {parser.Width(scope.FromDescriptor)};");
        w.Line($"int {extent} = {parser.Width(scope.Fixed)};");
        // The length has not been read yet: whether it is there is known from what has.
        var conditions = new List<string>();
        if (descriptor.Presence.Kind == PresenceKind.Flag)
            conditions.Add(parser.FlagOf(descriptor));
        else if (descriptor.Presence.Kind == PresenceKind.When)
            conditions.Add("message." + descriptor.Presence.Member);
        if (scope.When.Length > 0)
            conditions.Add("message." + scope.When);
        // A message that is cut short does not have its end.
        if (parser.IsBounded(scope.Parent) != "true")
            conditions.Insert(0, "!isCut");
        using (w.Braces(conditions.Count == 0 ? "" : $"if ({string.Join(" && ", conditions)})"))
        {
            string behind = parser.Width(scope.TailOfParent);
            w.Line($"int room = {parser.End(scope.Parent)} - at - {behind};");
            var scalar = descriptor.Scalar!;
            string order = scalar.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => $"message.{scalar.OrderMember}" };
            if (scope.IsRead)
            {
                EmitRead(w, parser, scope, descriptor, extent);
                return;
            }
            w.Line($"if ({place} < at || room < {extent})");
            w.Indented(ParserEmitter.Fail($"{Wire}Missing({parser.End(scope.Parent)} + global::System.Math.Max((long)at - {place}, (long){extent} - room), {scope.Descriptor}, at, {parser.IsBounded(scope.Parent)})"));
            w.Line($"long length = {Wire}Extent({ScalarCode.AsLength(scalar, $"{Wire}ReadInteger(source.Slice({place}, {scalar.Bytes}), {order})")}, {scope.Unit}, {Number(scope.Bias)});");
            w.Line($"if (length < {extent} || length > room)");
            w.Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Length, {scope.Descriptor}, {place})"));
            w.Line($"{extent} = (int)length;");
        }
    }

    /// <summary>The extent is known from a length before the open field; what is missing of it may still come.</summary>
    private static void EmitRead(SourceWriter w, ParserEmitter parser, ScopeModel scope, FieldModel descriptor, string extent)
    {
        string bounded = parser.IsBounded(scope.Parent);
        w.Line($"long length = {Wire}Extent({ScalarCode.AsLength(descriptor.Scalar!, parser.RawOf(descriptor))}, {scope.Unit}, {Number(scope.Bias)});");
        w.Line($"if (length < {extent})");
        w.Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Length, {scope.Descriptor}, {Local(parser.Message, scope, "Place")})"));
        w.Line("if (length > room)");
        w.Indented(ParserEmitter.Fail(bounded == "true"
            ? $"{Result}.Invalid({Error}Length, {scope.Descriptor}, {Local(parser.Message, scope, "Place")})"
            : $"{bounded} ? {Result}.Invalid({Error}Length, {scope.Descriptor}, {Local(parser.Message, scope, "Place")}) : {Wire}Missing({parser.End(scope.Parent)} + length - room, {scope.Last}, at, false)"));
        w.Line($"{extent} = (int)length;");
    }

    /// <summary>Compares the lengths and counts that are known after an element with what they describe.</summary>
    public static void EmitChecks(SourceWriter w, ParserEmitter parser, MessageModel message, ElementModel element)
    {
        if (element.Kind == ElementKind.Close)
        {
            var scope = message.Scopes[element.Index];
            foreach (int ordinal in Lengths(scope).Where(o => o <= scope.Last))
                EmitLength(w, parser, message, scope, message.Fields[ordinal]);
            return;
        }
        var read = element.Kind switch
        {
            ElementKind.Run => message.Runs[element.Index].Fields,
            ElementKind.Field => new[] { element.Index }.ToEquatable(),
            _ => default,
        };
        foreach (int ordinal in read)
        {
            var field = message.Fields[ordinal];
            foreach (var scope in message.Scopes.Where(s => s.Last < ordinal && Lengths(s).Contains(ordinal)))
                EmitLength(w, parser, message, scope, field);
            foreach (var count in field.Counts.Where(c => c.Field < ordinal))
            {
                w.Line($"if ({There(parser, field)}{Wire}CountOf((ulong){parser.RawOf(field)}, {Number(count.Bias)}) != message.{message.Fields[count.Field].Name}.Count)");
                w.Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Length, {ordinal}, {parser.PlaceOf(field)})"));
            }
        }
    }

    private static IEnumerable<int> Lengths(ScopeModel scope) => scope.Form == ScopeForm.Check ? scope.Checks.Append(scope.Descriptor) : scope.Checks;

    private static void EmitLength(SourceWriter w, ParserEmitter parser, MessageModel message, ScopeModel scope, FieldModel field)
    {
        var length = field.Lengths.First(l => l.Scope == scope.Index);
        string start = parser.StartOf(scope);
        string when = length.When.Length > 0 && scope.Form == ScopeForm.Check ? $"message.{length.When} && " : "";
        w.Line($"if ({when}{There(parser, field)}{Wire}Extent({ScalarCode.AsLength(field.Scalar!, parser.RawOf(field))}, {length.Unit}, {Number(length.Bias)}) != {Local(message, scope, "End")}{(start == "0" ? "" : $" - {start}")} && !isCut)");
        w.Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Length, {field.Ordinal}, {parser.PlaceOf(field)})"));
    }

    private static string There(ParserEmitter parser, FieldModel field) => parser.IsRead(field) is { Length: > 0 } there ? there + " && " : "";
}
