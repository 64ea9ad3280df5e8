using System.Globalization;

namespace Codecs.Capture;

/// <summary>Why a capture could not be read to its end.</summary>
/// <param name="Offset">Where the damage is, in bytes from the start of the capture (of the unpacked capture, if it was compressed).</param>
/// <param name="Reason">What is wrong, as one sentence.</param>
public sealed record CaptureDamage(long Offset, string Reason)
{
    /// <summary>The sentence, with the offset.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason.TrimEnd('.')}, at byte {Offset:N0}.");
}
