using Codecs.Generators.Emit.Fields;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

// What a user calls to write a message.
internal sealed partial class WriterEmitter
{
    private void EmitPublic()
    {
        _w.Line("/// <summary>The most bytes that writing this message takes.</summary>").Line(Inline);
        using (_w.Braces("public int GetMaxSize()"))
        {
            _w.Line("int at = 0;");
            new SizeEmitter(_w, _message, SizeSite.Most).Walk(0, _message.Elements.Count);
            if (_message.Terminator is { } terminator)
                _w.Line($"at += {terminator.Length};");
            _w.Line("return at;");
        }
        _w.Line();
        EmitTryWrite();
        _w.Line("/// <summary>The message in a new array.</summary>");
        _w.Line("public byte[] ToArray() => ToArray(default);").Line();
        _w.Line("/// <summary>The message in a new array, written as <paramref name=\"options\"/> say.</summary>");
        using (_w.Braces($"public byte[] ToArray(in {Runtime}WriteOptions options)"))
        {
            _w.Line("var bytes = new byte[GetMaxSize()];");
            _w.Line($"int written = {CallWriteCore("bytes", $"{Runtime}WriteContext.From(in options)")};");
            _w.Line("return written == bytes.Length ? bytes : bytes[..written];");
        }
        _w.Line();
        if (_message.IsStandalone)
        {
            _w.Line("/// <summary>The message in memory of its own, to be kept. One that was parsed keeps its bytes, right or wrong.</summary>");
            using (_w.Braces($"public {Runtime}MessageMemory<{Self}> ToMemory()"))
            {
                _w.Line($"{Runtime}MessageMemory<{Self}>.TryParse(ToArray(new {Runtime}WriteOptions {{ Mode = {Runtime}WriteMode.Preserve }}), out var memory);");
                _w.Line("return memory;");
            }
            _w.Line();
        }
        if (!_message.Type.HasToString)
            _w.Line("/// <summary>The fields and their values, for people.</summary>").Line($"public override string ToString() => {Runtime}TextVisitor.Format(in this);").Line();
    }

    private void EmitTryWrite()
    {
        _w.Line("/// <summary>Writes the message; false if <paramref name=\"destination\"/> is too small.</summary>");
        _w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A value cannot be encoded; the message names the field.</exception>").Line(Inline);
        _w.Line($"public bool TryWrite({Span} destination, out int bytesWritten) => TryWrite(destination, out bytesWritten, default);").Line();
        _w.Line("/// <summary>Writes the message as <paramref name=\"options\"/> say; false if <paramref name=\"destination\"/> is too small.</summary>");
        _w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A value cannot be encoded; the message names the field.</exception>").Line(Inline);
        using (_w.Braces($"public bool TryWrite({Span} destination, out int bytesWritten, in {Runtime}WriteOptions options)"))
        {
            if (_message.IsCompressed)
            {
                _w.Line("// How long it is turns out when it is written.");
                _w.Line($"int written = {CallWriteCore("destination", $"{Runtime}WriteContext.From(in options)")};");
                _w.Line("bytesWritten = global::System.Math.Max(written, 0);").Line("return written >= 0;");
            }
            else
            {
                using (_w.Braces("if (destination.Length < GetMaxSize())"))
                    _w.Line("bytesWritten = 0;").Line("return false;");
                _w.Line($"bytesWritten = {CallWriteCore("destination", $"{Runtime}WriteContext.From(in options)")};").Line("return true;");
            }
        }
        _w.Line();
    }
}
