namespace Codecs.Capture;

/// <summary>A file cannot be opened as a capture. The message is one sentence for the person who named the file.</summary>
public sealed class CaptureException : IOException
{
    /// <summary>A file that cannot be opened as a capture.</summary>
    public CaptureException(string message)
        : base(message)
    {
    }

    /// <summary>A file that cannot be opened as a capture, because of <paramref name="inner"/>.</summary>
    public CaptureException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
