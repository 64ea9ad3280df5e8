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
                    w.Indented($"tag = {Tag(carrier, carrier.Tags[i])};").Indented($"return {(carrier.Tags[i].Condition("this.").Length > 0 ? carrier.Tags[i].Condition("this.") : "true")};");
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
            w.Line($"if ({string.Join(" || ", carrier.Tags.Select(t => $"{(t.Condition("this.").Length > 0 ? t.Condition("this.") + " && " : "")}{Wire}IsCarried<{T}, {carrier.Table}, {self}>({Tag(carrier, t)}, {Quote(t.PlainName)})"))})");
            string told = hasArgument ? payload.Argument.Replace("{0}", "this.") + ", " : "";
            string parse = Windows.HasOrigin(payload) ? $"{T}.TryParse({payload.Storage}, {Windows.Offset(payload)}, {told}default, out payload)"
                : hasArgument ? $"{T}.TryParse({Windows.Bytes(message, payload)}, 0, {told}default, out payload)"
                : $"{T}.TryParse({Windows.Bytes(message, payload)}, out payload)";
            // Nothing may follow what a line or a word is about.
            if (VisitEmitter.IsTextPayload(message, payload) && !Windows.HasOrigin(payload))
                w.Indented($"return {Text}Complete({parse}, {Windows.Bytes(message, payload)}.Length, ref payload);");
            else
                w.Indented($"return {parse};");
            w.Line("payload = default!;");
            w.Line($"return {Result}.Invalid({Error}NotCarried, {payload.Ordinal}, 0);");
        }
        w.Line();
    }

    private static string Tag(CarrierModel carrier, TagFieldModel tag) => tag.Value(carrier.Table, "this.");

    private static void EmitTagged(SourceWriter w, MessageModel message, CarrierModel carrier)
    {
        string self = message.Type.FullName;
        w.Line("// The same message with its tag set for what it is to carry.");
        w.Line(Inline);
        EmitTaggedBody(w, message, carrier, self);
        w.Line();
    }

    private static void EmitTaggedBody(SourceWriter w, MessageModel message, CarrierModel carrier, string self)
    {
        string U = Free(message.Type, "TUpper");
        using (w.Braces($"{(carrier.Accessibility == "private" ? "private" : "internal")} {self} CarryingTagOf<{U}>() where {U} : {Runtime}ICarried<{carrier.Table}>, allows ref struct"))
        {
            var settable = carrier.Tags.Where(t => t.CanSet).ToList();
            if (settable.Count == 1 && carrier.Tags.Count == 1)
            {
                var tag = settable[0];
                string cast = tag.Type.Length == 0 ? "" : $"({tag.Type})";
                w.Line($"return this with {{ {tag.Name} = {cast}{Wire}Tag<{carrier.Table}, {U}>({Tag(carrier, tag)}, {Quote(message.Type.Name)}) }};");
                return;
            }
            w.Line("var tagged = this;");
            if (message.HasState)
                w.Line($"{Unsafe}AsRef(in tagged._state) &= 1;");
            // Several fields may select: one that does is kept, else the first that is 0 is filled, else all are kept.
            foreach (var tag in carrier.Tags)
                w.Line($"if ({Wire}IsCarried<{U}, {carrier.Table}, {self}>({Tag(carrier, tag)}, {Quote(tag.PlainName)}))").Indented("return tagged;");
            foreach (var tag in settable)
            {
                string cast = tag.Type.Length == 0 ? "" : $"({tag.Type})";
                w.Line($"if ({Tag(carrier, tag)} == default && {U}.IsCarriedBy<{self}>({Quote(tag.PlainName)}))");
                w.Indented($"return this with {{ {tag.Name} = {cast}{U}.Tag }};");
            }
            w.Line("return tagged;");
        }
    }

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
                w.Line($"public {Runtime}Layers<{self}, {U}> Carrying(scoped in {U} upper) => new(carrier.CarryingTagOf<{U}>(), upper);").Line();
                w.Line("/// <summary>The same as Carrying.</summary>");
                w.Line(Inline);
                w.Line($"public static {Runtime}Layers<{self}, {U}> operator /(scoped in {self} lower, scoped in {U} upper) => new(lower.CarryingTagOf<{U}>(), upper);");
            }
            w.Line();
            string layers = $"{Runtime}Layers<{L}, {self}>";
            using (w.Braces($"extension<{types}{L}, {U}>(scoped in {layers} carrier) {lower} {upper}{message.Type.Constraints}"))
            {
                w.Line($"/// <summary>The layers with something on top: the tag of the topmost is set.</summary>");
                w.Line($"public {Runtime}Layers<{layers}, {U}> Carrying(scoped in {U} upper) => new(carrier with {{ Upper = carrier.Upper.CarryingTagOf<{U}>() }}, upper);").Line();
                w.Line("/// <summary>The same as Carrying.</summary>");
                w.Line(Inline);
                w.Line($"public static {Runtime}Layers<{layers}, {U}> operator /(scoped in {layers} lower, scoped in {U} upper) => new(lower with {{ Upper = lower.Upper.CarryingTagOf<{U}>() }}, upper);");
            }
            w.Line();
            if (message.IsStandalone)
            {
                w.Line($"/// <summary>Adds an element that carries <paramref name=\"payload\"/>: <c>new ListBuilder&lt;{message.Type.Name}&gt; {{ payload }}</c>.</summary>");
                w.Line($"public static void Add<{types}{U}>(ref this {Runtime}ListBuilder<{self}> list, scoped {U} payload) {upper}{message.Type.Constraints} =>");
                w.Indented(message.Delta >= 0
                    ? $"AddAfter(ref list, default({self}).CarryingTagOf<{U}>(), payload);"
                    : $"list.Append(new {Runtime}Layers<{self}, {U}>(default({self}).CarryingTagOf<{U}>(), payload));").Line();
                w.Line($"/// <summary>Adds an element with what it carries: <c>new ListBuilder&lt;{message.Type.Name}&gt; {{ element / payload }}</c>.</summary>");
                w.Line($"public static void Add<{types}{U}>(ref this {Runtime}ListBuilder<{self}> list, scoped {Runtime}Layers<{self}, {U}> item) {upper}{message.Type.Constraints} =>");
                w.Indented(message.Delta >= 0 ? "AddAfter(ref list, item.Lower, item.Upper);" : "list.Append(item);");
                if (message.Delta >= 0)
                    EmitAddAfter(w, message, $"<{types}{U}>", U, upper);
            }
        }
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
