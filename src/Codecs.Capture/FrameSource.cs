using System.Globalization;

namespace Codecs.Capture;

/// <summary>Reads the frames of one file format.</summary>
internal abstract class FrameSource(CaptureBuffer input)
{
    /// <summary>The most bytes that a record or block may claim. Frames of more than 256 KiB exist (USB, loopback with offload), of more than this hardly.</summary>
    protected const uint MostBytes = 1 << 24;

    private readonly List<CaptureInterface> _interfaces = [];

    public IReadOnlyList<CaptureInterface> Interfaces => _interfaces;

    public CaptureDamage? Damage { get; private set; }

    protected CaptureBuffer Input => input;

    /// <summary>Frames read so far.</summary>
    protected long Count { get; set; }

    /// <summary>The next frame; false at the end and at what cannot be read, which <see cref="Damage"/> then tells.</summary>
    public abstract bool TryRead(out CapturedFrame frame);

    protected void Add(CaptureInterface item) => _interfaces.Add(item);

    /// <summary>Ends the reading.</summary>
    protected bool Fail(long offset, FormattableString reason)
    {
        Damage ??= new(offset, string.Create(CultureInfo.InvariantCulture, $"{reason.ToString(CultureInfo.InvariantCulture)}."));
        return false;
    }

    /// <summary>Ends the reading where the file does.</summary>
    /// <param name="what">What is not there in full.</param>
    /// <param name="expected">Its bytes; 0 if that is not known.</param>
    protected bool FailAtEnd(string what, long expected = 0)
    {
        long end = input.Position + input.Unread.Length;
        if (input.Failure is { } failure)
            return Fail(end, $"Reading failed within {what}: {failure.TrimEnd('.')}");
        return expected == 0
            ? Fail(end, $"The file ends within {what}")
            : Fail(end, $"The file ends within {what}: {input.Unread.Length:N0} of its {expected:N0} bytes are there");
    }
}
