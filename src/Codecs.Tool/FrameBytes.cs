namespace Codecs.Tool;

/// <summary>Bytes of a frame by place and length, as far as there are any.</summary>
internal static class FrameBytes
{
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> frame, int offset, int length)
    {
        if (offset < 0 || offset >= frame.Length || length <= 0)
            return default;
        return frame.Slice(offset, Math.Min(length, frame.Length - offset));
    }
}
