using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Implements a definition that has errors, so that these errors are the only ones: its properties throw, and so does all that others call.</summary>
internal static class StubEmitter
{
    private const string Throw = "throw new global::System.InvalidOperationException(\"The definition of this message has errors.\");";

    public static string Emit(StubModel stub) => Emitter.File(stub.Type, Bases(stub), w =>
    {
        foreach (var property in stub.Properties)
        {
            using (w.Braces($"{property.Modifiers} {property.Type} {property.Name}"))
            {
                if (property.Getter.Length > 0)
                    w.Line($"{property.Getter} => {Throw}");
                if (property.Setter.Length > 0)
                    w.Line($"{property.Setter} => {Throw}");
            }
        }
        if (stub.IsMessage)
            EmitContracts(w, stub);
    });

    private static string Bases(StubModel stub)
    {
        if (!stub.IsMessage)
            return "";
        string self = stub.Type.FullName;
        return $" : {Runtime}IMessage<{self}>, {Runtime}ILayer<{self}>" + string.Concat(stub.Tables.Select(t => $", {Runtime}ICarried<{t}>"));
    }

    private static void EmitContracts(SourceWriter w, StubModel stub)
    {
        string self = stub.Type.FullName, visitor = Free(stub.Type, "TVisitor");
        w.Line();
        w.Line($"public static {Result} TryParse({Bytes} source, out {self} message) => {Throw}");
        w.Line($"public static {Result} TryParse({Bytes} source, {Runtime}ParseOptions options, out {self} message) => {Throw}");
        w.Line($"public static {Result} TryParseHeader({Bytes} source, out {self} message) => {Throw}");
        w.Line($"public bool TryWrite({Span} destination, out int bytesWritten) => {Throw}");
        w.Line($"public byte[] ToArray() => {Throw}");
        w.Line($"public int GetMaxSize() => {Throw}");
        w.Line($"public override string ToString() => {Throw}");
        w.Line($"static {Result} {Runtime}ICodec<{self}>.TryParse({Bytes} message, int offset, scoped {Runtime}ParseContext context, out {self} value) => {Throw}");
        w.Line($"int {Runtime}IWritable.Write({Span} message, int offset, scoped {Runtime}WriteContext context) => {Throw}");
        w.Line($"static {Runtime}MessageDescription {Runtime}IVisitable<{self}>.Description => {Throw}");
        w.Line($"void {Runtime}IVisitable<{self}>.Visit<{visitor}>(ref {visitor} visitor) => {Throw}");
        w.Line($"{Runtime}PseudoHeader {Runtime}ILayer<{self}>.GetPseudoHeader({Runtime}PseudoHeader below) => {Throw}");
        w.Line($"int {Runtime}ILayer<{self}>.GetHeaderSize(int payloadSize) => {Throw}");
        w.Line($"int {Runtime}ILayer<{self}>.GetTrailerSize(int payloadSize) => {Throw}");
        w.Line($"int {Runtime}ILayer<{self}>.WriteHeader({Span} message, int offset, int payloadSize, scoped {Runtime}WriteContext context, bool mayKeep) => {Throw}");
        w.Line($"void {Runtime}ILayer<{self}>.Finish({Span} message, int offset, int headerSize, int payloadSize, scoped {Runtime}WriteContext context) => {Throw}");
        if (stub.IsBuildable)
            w.Line($"static bool {Runtime}IBuildable<{self}>.Build<{Free(stub.Type, "TSource")}>(scoped ref {Free(stub.Type, "TSource")} source, out {self} message) => {Throw}");
        foreach (string table in stub.Tables)
        {
            w.Line($"static {table} {Runtime}ICarried<{table}>.Tag => {Throw}");
            w.Line($"static bool {Runtime}ICarried<{table}>.IsCarriedAs({table} tag) => {Throw}");
        }
    }
}
