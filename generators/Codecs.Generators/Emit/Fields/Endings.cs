using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>Terminators: of fields that extend to them, and behind fields whose extent is known.</summary>
internal static class Endings
{
    private static string Escape(TerminatorModel terminator) => terminator.Escape < 0 ? "" : $", {terminator.Escape}";

    /// <summary>Looks for the terminator of a field, no further than its limit: the value is <c>size</c> bytes.</summary>
    public static void Find(SourceWriter w, FieldModel field, ReadSite site)
    {
        var terminator = field.Terminator!;
        string most = field.Limit > 0 ? Number(field.Limit) : $"{Text}DefaultLimit";
        w.Line($"var rest = source.Slice(at, global::System.Math.Max({site.Limit} - at, 0));");
        w.Line($"int size = {Text}Find(rest.Slice(0, (int)global::System.Math.Min(rest.Length, {most} + {terminator.Length}L)), {(terminator is { Length: 1, Escape: < 0 } ? terminator.Single("message.") : terminator.Expression("message."))}{Escape(terminator)});");
        if (terminator.IsOptional)
            w.Line("bool isEnded = size >= 0;");
        using (w.Braces("if (size < 0)"))
        {
            w.Line($"if (rest.Length >= {most} + {terminator.Length}L)").Indented(site.Invalid(field, "Limit"));
            string missing = ParserEmitter.Fail($"{Text}Missing({site.End}, {field.Ordinal}, at, {site.Bounded})");
            if (terminator.IsOptional)
            {
                if (!site.Parser.IsEndedBySource(field) && !site.IsAlwaysBounded)
                    w.Line($"if (!({site.Bounded}))").Indented(missing);
                w.Line("size = rest.Length;");
            }
            else
            {
                w.Line(missing);
            }
        }
        if (terminator.Except.Length > 0)
        {
            w.Line($"int odd = global::System.MemoryExtensions.IndexOfAny(rest.Slice(0, size), {terminator.Except});");
            w.Line("if (odd >= 0)").Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Syntax, {field.Ordinal}, at + odd)"));
        }
    }

    /// <summary>Goes past the terminator of a field that has just been read: it was found, or must stand here.</summary>
    public static void Pass(SourceWriter w, FieldModel field, ReadSite site)
    {
        if (field.Terminator is not { } terminator)
            return;
        if (field.Extent.Kind == ExtentKind.Terminated)
        {
            if (terminator.IsOptional)
                w.Line($"{Unsafe}AsRef(in message.{StorageEmitter.Ended(field)}) = isEnded;").Line("if (isEnded)").Indented($"at += {terminator.Length};");
            else
                w.Line($"at += {terminator.Length};");
            return;
        }
        string bytes = terminator.Expression("message.");
        w.Line($"var behind = source.Slice(at, global::System.Math.Max({site.End} - at, 0));");
        string missing = ParserEmitter.Fail($"{Text}NotFollowed(behind, {bytes}, {field.Ordinal}, at, {site.Bounded})");
        if (!terminator.IsOptional)
        {
            w.Line($"if (!global::System.MemoryExtensions.StartsWith(behind, {bytes}))").Indented(missing);
            w.Line($"at += {terminator.Length};");
            return;
        }
        w.Line($"bool isEnded = global::System.MemoryExtensions.StartsWith(behind, {bytes});");
        string isOpen = site.Parser.IsEndedBySource(field) ? "behind.Length != 0" : site.IsNeverBounded ? "true" : $"(behind.Length != 0 || !({site.Bounded}))";
        w.Line($"if (!isEnded && {isOpen})").Indented(missing);
        w.Line($"{Unsafe}AsRef(in message.{StorageEmitter.Ended(field)}) = isEnded;").Line("if (isEnded)").Indented($"at += {terminator.Length};");
    }

    /// <summary>Writes the terminator of a field that has just been written, and checks that a reader would find it there and no sooner.</summary>
    public static void Write(SourceWriter w, MessageModel message, FieldModel field, WriteSite site)
    {
        if (field.Terminator is not { } terminator)
            return;
        string name = Quote($"{message.Type.Name}.{field.PlainName}"), bytes = terminator.Expression("this.");
        site.Room(w, Number(terminator.Length));
        if (terminator.Except.Length > 0 && field.Kind == FieldKind.Bytes)
            w.Line($"{Text}CheckExcept({Windows.Bytes(message, field)}, {terminator.Except}, {name});");
        // A value whose extent is known without it may contain it.
        bool isFound = field.Extent.Kind is ExtentKind.Terminated or ExtentKind.While;
        string write = isFound ? $"at += {Text}Terminate(message, start, at, {bytes}, {terminator.Escape}, {name});" : $"{bytes}.CopyTo(message.Slice(at));";
        if (!terminator.IsOptional)
        {
            w.Line(write);
            if (!isFound)
                w.Line($"at += {terminator.Length};");
            return;
        }
        using (w.Braces($"if ({IsWritten(message, field, site.Sizes)})"))
        {
            w.Line(write);
            if (!isFound)
                w.Line($"at += {terminator.Length};");
        }
        if (isFound && field.Kind == FieldKind.Bytes)
            w.Line("else").Indented($"{Text}CheckFree({Windows.Bytes(message, field)}, {bytes}, {terminator.Escape}, {name});");
    }

    /// <summary>The bytes of a terminator that may be left out.</summary>
    public static string Size(MessageModel message, FieldModel field, TerminatorModel terminator, SizeSite site) => $"({IsWritten(message, field, site)} ? {terminator.Length} : 0)";

    /// <summary>A terminator that may be left out is, where nothing follows in what encloses the field.</summary>
    public static string IsWritten(MessageModel message, FieldModel field, SizeSite site)
    {
        string follows = Following(message, field, site) is "0" ? "false" : $"{Following(message, field, site)} != 0";
        if (!field.MayBeEnded)
            return follows;
        return site.Keep.Length == 0 ? $"{StorageEmitter.Ended(field)} || {follows}" : $"({site.Keep} ? {StorageEmitter.Ended(field)} : {follows})";
    }

    /// <summary>The bytes that follow a field in what encloses it.</summary>
    public static string Following(MessageModel message, FieldModel field, SizeSite site)
    {
        int last = field.Extent.Scope < 0 ? message.Fields.Count - 1 : message.Scopes[field.Extent.Scope].Last;
        var following = message.Fields.Where(f => f.Ordinal > field.Ordinal && f.Ordinal <= last).ToList();
        int runs = following.Where(f => f.Place is not null).Select(f => f.Place!.Run).Distinct().Sum(r => message.Runs[r].Size);
        var sizes = following.Where(f => f.Place is null).Select(f => FieldCode.Of(message, f).TotalSize(site));
        return string.Join(" + ", (runs > 0 ? [Number(runs)] : Array.Empty<string>()).Concat(sizes).DefaultIfEmpty("0"));
    }
}
