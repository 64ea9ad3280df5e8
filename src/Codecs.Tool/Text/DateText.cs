using System.Globalization;
using Codecs.Capture;

namespace Codecs.Tool.Text;

/// <summary>Dates and times of day, one after the other: frames that are close together have the same one but for the decimals.</summary>
internal sealed class DateText
{
    private const int MostBytes = 32;

    private long? _second;
    private string? _date;

    /// <summary>Writes what <see cref="TimeText.Date"/> says.</summary>
    public void Write(TextOutput output, CaptureTimestamp time, int decimals)
    {
        if (_second != time.Seconds)
        {
            _second = time.Seconds;
            _date = time.ToDateTimeOffset()?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        }
        if (_date is null)
        {
            output.Write(TimeText.Date(time, decimals));
            return;
        }
        Span<byte> fraction = stackalloc byte[MostBytes];
        new CaptureTimestamp(0, time.Nanoseconds).TryFormat(fraction, out int length, decimals);
        output.Write(_date).Write(fraction[1..length]).Write(" UTC"u8);
    }
}
