using Codecs.Capture;

namespace Codecs.Tool.Streams;

/// <summary>Decimals that the times of a capture have, of all its interfaces that are known.</summary>
internal sealed class TimestampDecimals(CaptureReader capture)
{
    private int _seen;
    private int _most;

    public int Most
    {
        get
        {
            for (; _seen < capture.Interfaces.Count; _seen++)
                _most = Math.Max(_most, capture.Interfaces[_seen].TimestampDecimals);
            return _most;
        }
    }
}
