using System.Globalization;
using System.Text;
using Codecs.Capture;

namespace Codecs.Tool.Text;

/// <summary>Times as people read them.</summary>
internal static class TimeText
{
    /// <summary>Seconds with as many decimals.</summary>
    public static string Seconds(CaptureTimestamp time, int decimals)
    {
        Span<byte> buffer = stackalloc byte[32];
        time.TryFormat(buffer, out int written, decimals);
        return Encoding.ASCII.GetString(buffer[..written]);
    }

    /// <summary>Date and time of day, or seconds if .NET has no date for that.</summary>
    public static string Date(CaptureTimestamp time, int decimals)
    {
        string? date = time.ToDateTimeOffset()?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return date is null ? Seconds(time, 9) + " s" : string.Concat(date, Seconds(new(0, time.Nanoseconds), decimals).AsSpan(1), " UTC");
    }
}
