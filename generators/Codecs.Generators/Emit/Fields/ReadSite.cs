using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>Where a field is read: how far it may go, and what it means if it would go further.</summary>
/// <param name="Parser">The parser that is being written.</param>
/// <param name="End">The end of the scope.</param>
/// <param name="Limit">The same, less what must follow.</param>
/// <param name="Tail">What must follow.</param>
/// <param name="Bounded">Is that the end of a length that the message declares, as C#?</param>
internal sealed record ReadSite(ParserEmitter Parser, string End, string Limit, string Tail, string Bounded)
{
    /// <summary>The bytes from which the field is parsed by another parser, and where it starts in them.</summary>
    public string Source(FieldModel field)
    {
        string limit = $"global::System.Math.Max({Limit}, at)";
        return field.HasBackReferences && Parser.HasOrigin ? $"origin.Slice(0, originAt + {limit}), originAt + at" : $"source.Slice(0, {limit}), at";
    }

    /// <summary>The statement that ends the parse with an error at the field.</summary>
    public string Invalid(FieldModel field, string error, string offset = "at") => ParserEmitter.Fail($"{Result}.Invalid({Error}{error}, {field.Ordinal}, {offset})");

    /// <summary>The statement that ends the parse because the field needs that much.</summary>
    public string Missing(FieldModel field, string size) => ParserEmitter.Fail($"{Wire}Missing((long)at + {size}, {field.Ordinal}, at, {Bounded})");

    /// <summary>The statement that ends the parse because a part of the field did not parse: what must follow is needed too.</summary>
    public string Failed(FieldModel field, string result) => ParserEmitter.Fail(Tail == "0" ? $"{result}.In({field.Ordinal}, at, {Bounded})" : $"{Wire}Part({result}, {field.Ordinal}, at, {Bounded}, {Tail})");

    /// <summary>Ends the parse if there is not so much.</summary>
    public void Need(SourceWriter w, FieldModel field, string size) => w.Line($"if ({Limit} - at < {size})").Indented(Missing(field, size));

    /// <summary>A condition that holds where the scope has no end of its own, so that more may come; with what stands before it.</summary>
    public string IfUnbounded(string and) => Bounded switch { "false" => and, "true" => "false", _ => and.Length == 0 ? $"!({Bounded})" : $"{and} && !({Bounded})" };

    public bool IsAlwaysBounded => Bounded == "true";

    public bool IsNeverBounded => Bounded == "false";
}

/// <summary>Where a size is asked for.</summary>
/// <param name="Payload">What stands for the size of the payload; empty for the payload that the message holds.</param>
/// <param name="Keep">A C# condition that says whether what was received is written as it was; empty if a bound for both is asked.</param>
internal sealed record SizeSite(string Payload, string Keep)
{
    /// <summary>The most that may be written of the message as it is.</summary>
    public static readonly SizeSite Most = new("", "");

    /// <summary>Of two sizes, the one for what was received and the one for what is computed.</summary>
    public string Choose(string received, string computed) => Keep.Length == 0 ? $"global::System.Math.Max({received}, {computed})" : $"({Keep} ? {received} : {computed})";
}

/// <summary>Where a field is written.</summary>
/// <param name="Payload">What stands for the size of the payload.</param>
/// <param name="Keep">A C# condition that says whether what was received is written as it was; <c>false</c> if it never is.</param>
/// <param name="KeepReserved">The same for what is reserved, also in a message that was changed.</param>
/// <param name="IsChecked">Must it be looked whether there is room?</param>
internal sealed record WriteSite(string Payload, string Keep, string KeepReserved, bool IsChecked)
{
    public SizeSite Sizes => new(Payload, Keep);

    /// <summary>Gives up if there is no room, where nobody has looked before.</summary>
    public void Room(SourceWriter w, string size)
    {
        if (IsChecked)
            w.Line($"if (message.Length - at < {size})").Indented("return -1;");
    }

    /// <summary>Copies bytes and goes on behind them.</summary>
    public void Copy(SourceWriter w, string bytes, string length)
    {
        Room(w, length);
        w.Line($"if ({length} != 0)").Indented($"{bytes}.CopyTo(message.Slice(at));").Line($"at += {length};");
    }

    /// <summary>Writes something that writes itself and may find no room, and goes on behind it.</summary>
    public void Part(SourceWriter w, string write, bool isCompressed)
    {
        if (!isCompressed)
        {
            w.Line($"at += {write};");
            return;
        }
        w.Line($"int written = {write};").Line("if (written < 0)").Indented("return -1;").Line("at += written;");
    }
}
