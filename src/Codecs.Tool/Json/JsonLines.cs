using System.Text.Encodings.Web;
using System.Text.Json;

namespace Codecs.Tool.Json;

/// <summary>JSON for programs: one value a line.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions s_options = new()
    {
        // What is read by programs is not put into web pages: only what JSON itself asks for is escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ByteOutput _output;

    /// <summary>Writes to a stream, which stays open.</summary>
    public JsonLines(Stream output)
    {
        _output = new ByteOutput(output);
        Writer = new Utf8JsonWriter(_output, s_options);
        Values = new JsonValues(Writer);
    }

    /// <summary>Writes the value of the current line.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Writes single values with it.</summary>
    public JsonValues Values { get; }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        Writer.Flush();
        Writer.Reset();
        _output.GetSpan(1)[0] = (byte)'\n';
        _output.Advance(1);
        _output.FlushIfLarge();
    }

    /// <summary>Passes on what has been written so far.</summary>
    public void Flush() => _output.Flush();

    /// <summary>Gives back the memory; what was not flushed is lost.</summary>
    public void Dispose()
    {
        Writer.Dispose();
        _output.Dispose();
    }
}
