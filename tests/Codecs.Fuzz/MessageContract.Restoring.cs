using System.Runtime.InteropServices;

namespace Codecs.Fuzz;

// What holds of every message that a stack may make again from where its parts are.
public sealed partial class MessageContract<T>
{
    private static ulong CutsOf(scoped in T message)
    {
        var visitor = default(CutVisitor);
        message.Visit(ref visitor);
        return visitor.Cuts;
    }

    private static string? CheckRestoring(ReadOnlySpan<byte> input, Scratch scratch)
    {
        if (T.FixedSize == 0)
            return null;
        T.TryParse(input, out var message);
        T.Measure(in message, out int header, out int payloadEnd);
        if (header < T.FixedSize || payloadEnd < header || input.Length < payloadEnd)
            return $"of {input.Length} bytes {header} before the payload, which ends at {payloadEnd}";
        ref readonly byte start = ref MemoryMarshal.GetReference(input);
        // The common case finds the same parts.
        if (T.TryParse(in start, input.Length, out _, out int commonHeader, out int size) && (commonHeader, size, size) != (header, payloadEnd, input.Length))
            return $"{header} bytes before the payload, which ends at {payloadEnd} of {input.Length}, but in the common case {commonHeader} and {size}";
        T.Restore(in start, header, payloadEnd, input.Length, out var again);
        if (CutsOf(in again) != CutsOf(in message))
            return $"made again with {header} bytes before the payload, which ends at {payloadEnd}, it is cut otherwise";
        var kept = scratch.Kept(input.Length);
        kept.Fill(0xEE);
        int written = again.Write(kept, 0, new WriteContext { Mode = WriteMode.Preserve });
        return written == input.Length && kept.SequenceEqual(input) ? null : $"was {Convert.ToHexStringLower(input)}, made again {Convert.ToHexStringLower(kept)}";
    }
}
