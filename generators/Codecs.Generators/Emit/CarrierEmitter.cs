using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>What a carrier can do: give its payload as the message that it is, and be put under one.</summary>
internal static class CarrierEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (message.Carrier is not { } carrier)
            return;
        var payload = message.Fields[carrier.Payload];
        string self = message.Type.FullName, T = Free(message.Type, "T");
        EmitTryGet(w, message, carrier, payload, T, "");
        // A payload that is told something has messages of two kinds, which only their constraints tell apart: C# wants another parameter.
        if (payload.ArgumentType.Length > 0)
            EmitTryGet(w, message, carrier, payload, T, payload.ArgumentType);
        w.Line($"static int {Runtime}ICarrier<{carrier.Table}>.TagCount => {carrier.Tags.Count};").Line();
        w.Line(Inline);
        w.Line($"static string {Runtime}ICarrier<{carrier.Table}>.GetTagField(int index) => index switch {{ {string.Join(", ", carrier.Tags.Select((t, i) => $"{(i == carrier.Tags.Count - 1 ? "_" : Number(i))} => {Quote(t.PlainName)}"))} }};").Line();
        w.Line($"{Bytes} {Runtime}ICarrier<{carrier.Table}>.Payload => {Windows.Bytes(message, payload)};").Line();
        w.Line(Inline);
        using (w.Braces($"bool {Runtime}ICarrier<{carrier.Table}>.TryGetTag(int index, out {carrier.Table} tag)"))
        {
            using (w.Braces("switch (index)"))
            {
                for (int i = 0; i < carrier.Tags.Count; i++)
                {
                    w.Line($"case {i}:");
                    w.Indented($"tag = {carrier.Tags[i].Value(carrier.Table, "this.")};").Indented($"return {(Condition(message, carrier.Tags[i]) is { Length: > 0 } condition ? condition : "true")};");
                }
                w.Line("default:").Indented("tag = default;").Indented("return false;");
            }
        }
        w.Line();
        EmitTagged(w, message, carrier);
    }

    private static void EmitTryGet(SourceWriter w, MessageModel message, CarrierModel carrier, FieldModel payload, string T, string argument)
    {
        string self = message.Type.FullName;
        bool hasArgument = argument.Length > 0;
        string contract = hasArgument ? $"{Runtime}ICodec<{T}, {argument}>" : $"{Runtime}IMessage<{T}>";
        w.Line($"/// <summary>The payload as a {T}, if the tag says that it is one. Offsets of the result are from the start of the payload.</summary>");
        w.Line(Inline);
        using (w.Braces($"{carrier.Accessibility} {Result} TryGet<{T}>(out {T} payload{(hasArgument ? ", int _ = 0" : "")}) where {T} : {contract}, {Runtime}ICarried<{carrier.Table}>, allows ref struct"))
        {
            string IsCarried(TagFieldModel tag) => $"{Wire}IsCarried<{T}, {carrier.Table}, {self}>({tag.Value(carrier.Table, "this.")}, {Quote(tag.PlainName)})";
            if (message.FastPath is not null && carrier.Tags.Count == 1 && carrier.Tags[0] is { CanSet: true, Source: >= 0 } single && ScalarCode.Stored(message, message.Fields[single.Source]) is { } stored)
            {
                // The same bytes are the same tag: what it would be written as is known when this is compiled for a payload. Of a message that is not parsed in the caller, that would be more than a swap.
                w.Line($"var written = default({self}) with {{ {single.Name} = {Cast(single)}{T}.Tag }};");
                w.Line($"if ({And(Condition(message, single))}({single.Value(carrier.Table, "written.")} == {T}.Tag && this.{stored} == written.{stored} ? {T}.IsCarriedBy<{self}>({Quote(single.PlainName)}) : {IsCarried(single)}))");
            }
            else
            {
                w.Line($"if ({string.Join(" || ", carrier.Tags.Select(t => And(Condition(message, t)) + IsCarried(t)))})");
            }
            string told = hasArgument ? payload.Argument.Replace("{0}", "this.") + ", " : "";
            string parse = Windows.HasOrigin(payload) ? $"{T}.TryParse({payload.Storage}, {Windows.Offset(payload)}, {told}default, out payload)"
                : hasArgument ? $"{T}.TryParse({Windows.Bytes(message, payload)}, 0, {told}default, out payload)"
                : $"{T}.TryParse({Windows.Bytes(message, payload)}, out payload)";
            // Nothing may follow what a line or a word is about.
            if (VisitEmitter.IsTextPayload(message, payload) && !Windows.HasOrigin(payload))
                w.Indented($"return {Text}Complete({parse}, {Windows.Bytes(message, payload)}.Length, ref payload);");
            else if (ElementEmitter.Remembers(message) && !hasArgument)
                w.Indented($"return {Wire}ParseRemembering({payload.Storage}, {Windows.Offset(payload)}, _memory, out payload);");
            else
                w.Indented($"return {parse};");
            w.Line("payload = default!;");
            w.Line($"return {Result}.Invalid({Error}NotCarried, {payload.Ordinal}, 0);");
        }
        w.Line();
    }

    private static string And(string condition) => condition.Length > 0 ? condition + " && " : "";

    /// <summary>When a tag selects. How a field compares with a constant is asked of its bytes, where they say it.</summary>
    private static string Condition(MessageModel message, TagFieldModel tag) =>
        !tag.IsToken && ScalarCode.Ask(message, tag.When, run => $"this.{LayoutField(run)}") is { } asked ? asked : tag.Condition("this.");

    private static void EmitTagged(SourceWriter w, MessageModel message, CarrierModel carrier)
    {
        string self = message.Type.FullName, U = Free(message.Type, "TUpper");
        w.Line("// Sets the tag of a message for what it is to carry, where it lies.").Line(Inline);
        using (w.Braces($"{(carrier.Accessibility == "private" ? "private" : "internal")} static void CarryTagOf<{U}>(scoped ref {self} carrier) where {U} : {Runtime}ICarried<{carrier.Table}>, allows ref struct"))
        {
            if (message.HasState)
                w.Line($"{Unsafe}AsRef(in carrier._state) &= 1;");
            // Through the whole fixed part, as the tag below: of a reference to a member of it, the compiler keeps the carrier in memory.
            foreach (var (part, member) in StorageEmitter.Forgotten(message))
                w.Line($"{Unsafe}AsRef(in carrier.{part}){member} = default;");
            if (carrier.Tags.Count == 1 && carrier.Tags[0] is { CanSet: true } only)
                w.Line($"var tag = {Cast(only)}{Wire}Tag<{carrier.Table}, {U}>({only.Value(carrier.Table, "carrier.")}, {Quote(message.Type.Name)});").Line(SetTag(message, only));
            else
                EmitChoice(w, message, carrier, U);
        }
        w.Line();
    }

    // Several fields may select: one that does is kept, else the first that is 0 is filled, else all are kept.
    private static void EmitChoice(SourceWriter w, MessageModel message, CarrierModel carrier, string U)
    {
        string self = message.Type.FullName;
        foreach (var tag in carrier.Tags)
            w.Line($"if ({Wire}IsCarried<{U}, {carrier.Table}, {self}>({tag.Value(carrier.Table, "carrier.")}, {Quote(tag.PlainName)}))").Indented("return;");
        foreach (var field in carrier.Tags.Where(t => t.CanSet))
        {
            using (w.Braces($"if ({field.Value(carrier.Table, "carrier.")} == default && {U}.IsCarriedBy<{self}>({Quote(field.PlainName)}))"))
                w.Line($"var tag = {Cast(field)}{U}.Tag;").Line(SetTag(message, field)).Line("return;");
        }
    }

    private static string Cast(TagFieldModel tag) => tag.Type.Length == 0 ? "" : $"({tag.Type})";

    // A copy with another value is the last resort: the compiler keeps the fields of what is copied in memory.
    private static string SetTag(MessageModel message, TagFieldModel tag) =>
        message.Fields.FirstOrDefault(f => f.Name == tag.Name) is { Place: { } place } field && field.Optional == OptionalKind.None
            ? ScalarCode.SetRaw(message, field, $"{Unsafe}AsRef(in carrier.{LayoutField(place.Run)})", "carrier.", ScalarCode.ToRaw(field.Scalar!, "tag", field.PlainName))
            : $"carrier = carrier with {{ {tag.Name} = tag }};";

    /// <summary>The operator and the methods that put something over the carrier, beside it in its namespace.</summary>
    public static void EmitExtensions(SourceWriter w, MessageModel message)
    {
        if (message.Carrier is not { } carrier || message.Type.Accessibility.Length == 0 || carrier.Accessibility == "private")
            return;
        string U = Free(message.Type, "TUpper"), L = Free(message.Type, "TLower");
        string self = message.Type.FullName, types = message.Type.TypeParameters.Length > 0 ? message.Type.TypeParameters + ", " : "";
        string upper = $"where {U} : {Runtime}ILayer<{U}>, {Runtime}ICarried<{carrier.Table}>, allows ref struct";
        string lower = $"where {L} : {Runtime}ILayer<{L}>, allows ref struct";
        w.Line().Line($"/// <summary>What {message.Type.Name} can be put under.</summary>");
        using (w.Braces($"{(carrier.Accessibility == "public" ? message.Type.Accessibility : carrier.Accessibility)} static class {message.Type.ExtensionClass}"))
        {
            using (w.Braces($"extension<{types}{U}>(scoped in {self} carrier) {upper}{message.Type.Constraints}"))
            {
                w.Line($"/// <summary>The message with something on top: its tag is set, and lengths and checksums are computed when both are written.</summary>");
                EmitOver(w, $"{Runtime}Layers<{self}, {U}>", self, U, $"{self}.CarryTagOf<{U}>(ref {Runtime}Layers<{self}, {U}>.LowerOf(ref layers));");
            }
            w.Line();
            string layers = $"{Runtime}Layers<{L}, {self}>";
            using (w.Braces($"extension<{types}{L}, {U}>(scoped in {layers} carrier) {lower} {upper}{message.Type.Constraints}"))
            {
                w.Line($"/// <summary>The layers with something on top: the tag of the topmost is set.</summary>");
                EmitOver(w, $"{Runtime}Layers<{layers}, {U}>", layers, U, $"{self}.CarryTagOf<{U}>(ref {layers}.UpperOf(ref {Runtime}Layers<{layers}, {U}>.LowerOf(ref layers)));");
            }
            w.Line();
            if (message.IsStandalone)
            {
                w.Line($"/// <summary>Adds an element that carries <paramref name=\"payload\"/>: <c>new ListBuilder&lt;{message.Type.Name}&gt; {{ payload }}</c>.</summary>");
                w.Line($"public static void Add<{types}{U}>(ref this {Runtime}ListBuilder<{self}> list, scoped {U} payload) {upper}{message.Type.Constraints} =>");
                w.Indented(message.Delta >= 0 ? $"Add(ref list, default({self}) / payload);" : $"list.Append(default({self}) / payload);").Line();
                w.Line($"/// <summary>Adds an element with what it carries: <c>new ListBuilder&lt;{message.Type.Name}&gt; {{ element / payload }}</c>.</summary>");
                w.Line($"public static void Add<{types}{U}>(ref this {Runtime}ListBuilder<{self}> list, scoped {Runtime}Layers<{self}, {U}> item) {upper}{message.Type.Constraints} =>");
                w.Indented(message.Delta >= 0 ? $"AddAfter(ref list, {Runtime}Layers<{self}, {U}>.LowerOf(ref item), {Runtime}Layers<{self}, {U}>.UpperOf(ref item));" : "list.Append(item);");
                if (message.Delta >= 0)
                    EmitAddAfter(w, message, $"<{types}{U}>", U, upper);
            }
        }
    }

    private static void EmitOver(SourceWriter w, string layers, string lower, string upper, string setTag)
    {
        w.Line($"public {layers} Carrying(scoped in {upper} upper) => carrier / upper;").Line();
        w.Line("/// <summary>The same as Carrying.</summary>").Line(Inline);
        using (w.Braces($"public static {layers} operator /(scoped in {lower} lower, scoped in {upper} upper)"))
            w.Line($"var layers = new {layers}(in lower, in upper);").Line(setTag).Line("return layers;");
    }

    /// <summary>An element that depends on the one before is added as one, with what it carries as its bytes.</summary>
    private static void EmitAddAfter(SourceWriter w, MessageModel message, string parameters, string upper, string constraint)
    {
        string self = message.Type.FullName;
        w.Line();
        using (w.Braces($"private static void AddAfter{parameters}(ref {Runtime}ListBuilder<{self}> list, scoped {self} element, scoped {upper} payload) {constraint}{message.Type.Constraints}"))
        {
            w.Line("int size = payload.GetMaxSize();");
            w.Line($"{Span} bytes = size <= 256 ? stackalloc byte[256] : new byte[size];");
            w.Line($"list.Add(element with {{ {message.Payload!.Name} = bytes.Slice(0, payload.Write(bytes, 0, default)) }});");
        }
    }
}
