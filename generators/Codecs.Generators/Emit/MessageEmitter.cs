using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The file of a message: its parts in the order in which a reader meets them.</summary>
internal static class MessageEmitter
{
    public static string Emit(MessageModel message) => Emitter.File(message.Type, Bases(message), w =>
    {
        StorageEmitter.Emit(w, message);
        PropertyEmitter.Emit(w, message);
        FastPathEmitter.Emit(w, message);
        ParserEmitter.Emit(w, message);
        ElementEmitter.Emit(w, message);
        WriterEmitter.Emit(w, message);
        ChecksumEmitter.EmitValid(w, message);
        CarrierEmitter.Emit(w, message);
        TagEmitter.Emit(w, message);
        EditorEmitter.Emit(w, message);
        ReaderEmitter.Emit(w, message);
        StreamingEmitter.Emit(w, message);
        EqualityEmitter.Emit(w, message);
        BuildEmitter.Emit(w, message);
        VisitEmitter.Emit(w, message);
    }, w => CarrierEmitter.EmitExtensions(w, message), w => Documented.EmitType(w, message));

    private static string Bases(MessageModel message)
    {
        string self = message.Type.FullName;
        var bases = new List<string>();
        if (message.IsStandalone)
            bases.Add($"{Runtime}IMessage<{self}>");
        else
            bases.Add($"{Runtime}ICodec<{self}, {ParserEmitter.ArgumentType(message)}>, {Runtime}IVisitable<{self}>");
        bases.Add($"{Runtime}ILayer<{self}>");
        if (message.Carrier is { } carrier)
            bases.Add($"{Runtime}ICarrier<{carrier.Table}>");
        foreach (var tag in message.Tags)
            bases.Add($"{Runtime}ICarried<{tag.Table}>");
        return " : " + string.Join(", ", bases);
    }
}
