using Codecs.Capture;
using Codecs.Protocols;

namespace Codecs.Tests.Capture;

/// <summary>A frame to keep and to compare.</summary>
internal sealed record Frame(long Number, string? Time, LinkType LinkType, uint Length, string Data, int Section, int Interface, string? Name);

/// <summary>Reads captures that lie in memory.</summary>
internal static class Frames
{
    public static List<Frame> Read(byte[] file) => Read(file, out _);

    public static List<Frame> Read(byte[] file, out CaptureDamage? damage) => Read(new MemoryStream(file), out damage);

    public static List<Frame> Read(Stream file, out CaptureDamage? damage)
    {
        var frames = new List<Frame>();
        using var reader = CaptureReader.Open(file);
        while (reader.TryRead(out var frame))
        {
            frames.Add(new(
                frame.Number, frame.Timestamp?.ToString(), frame.LinkType, frame.OriginalLength, Convert.ToHexStringLower(frame.Data),
                frame.Interface.Section, frame.Interface.Index, frame.Interface.Name));
        }
        Assert.False(reader.TryRead(out _));
        damage = reader.Damage;
        return frames;
    }
}
