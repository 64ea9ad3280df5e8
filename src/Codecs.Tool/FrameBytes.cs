namespace Codecs.Tool;

/// <summary>Bytes of a frame by place and length, as far as there are any.</summary>
internal static class FrameBytes
{
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> frame, int offset, int length) => frame[Place(frame, offset, length)];

    public static Range Place(ReadOnlySpan<byte> frame, int offset, int length)
    {
        int start = Math.Clamp(offset, 0, frame.Length);
        return start..(start + Math.Clamp(length, 0, frame.Length - start));
    }
}
