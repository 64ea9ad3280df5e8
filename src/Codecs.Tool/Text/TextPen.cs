namespace Codecs.Tool.Text;

/// <summary>Where text goes, and a line to try things out on.</summary>
internal sealed class TextPen(TextOutput output) : IDisposable
{
    public TextOutput Output { get; } = output;

    public TextOutput Scratch { get; } = new(new ByteOutput(stream: null), output.IsColored);

    public void Dispose()
    {
        Output.Bytes.Dispose();
        Scratch.Bytes.Dispose();
    }
}
