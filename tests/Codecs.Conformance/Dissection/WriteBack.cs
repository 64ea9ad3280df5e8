namespace Codecs.Conformance.Dissection;

/// <summary>Writes a parsed message again, as it was received.</summary>
internal static class WriteBack
{
    /// <summary>What differs from the bytes that the message was parsed from; null if nothing does.</summary>
    public static string? Check<T>(scoped in T message, ReadOnlySpan<byte> bytes) where T : IMessage<T>, allows ref struct
    {
        try
        {
            var written = new byte[message.GetMaxSize()];
            int length = message.Write(written, 0, new WriteContext { Mode = WriteMode.Preserve });
            if (length != bytes.Length)
                return $"{length} bytes written instead of {bytes.Length}";
            int same = bytes.CommonPrefixLength(written.AsSpan(0, length));
            return same == length ? null : $"byte {same} is {written[same]:x2} instead of {bytes[same]:x2}";
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }
}
