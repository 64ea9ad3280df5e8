using System.Runtime.InteropServices;

namespace Codecs.Fuzz;

// What holds of every message that a stack may make again from where its parts are.
public sealed partial class MessageContract<T>
{
    private static string? CheckRestoring(ReadOnlySpan<byte> input, Scratch scratch)
    {
        if (T.FixedSize == 0)
            return null;
        T.TryParse(input, out var message);
        T.Measure(in message, out int header, out int payloadEnd);
        if (header < T.FixedSize || payloadEnd < header || input.Length < payloadEnd)
            return $"of {input.Length} bytes {header} before the payload, which ends at {payloadEnd}";
        T.Restore(in MemoryMarshal.GetReference(input), header, payloadEnd, input.Length, out var again);
        var kept = scratch.Kept(input.Length);
        kept.Fill(0xEE);
        int written = again.Write(kept, 0, new WriteContext { Mode = WriteMode.Preserve });
        return written == input.Length && kept.SequenceEqual(input) ? null : $"was {Convert.ToHexStringLower(input)}, made again {Convert.ToHexStringLower(kept)}";
    }
}
