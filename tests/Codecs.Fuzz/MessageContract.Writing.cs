namespace Codecs.Fuzz;

// What holds of every message: it can be written, and changed in place.
public sealed partial class MessageContract<T>
{
    private static readonly FieldEdit[] s_edits = FieldEdit.Of(typeof(T), T.Description);

    // What transport checksums cover of some layer below.
    private static readonly PseudoHeader s_below = new(0xC000 + 0x0201, 0xC000 + 0x0202);

    private static string? CheckWriting(ReadOnlySpan<byte> input, Scratch scratch, ParseResult result, int choice)
    {
        int length = result.BytesConsumed, written = 0, size = 0;
        long allocated;
        int attempts = 0;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            T.TryParse(input, out var message);
            size = message.GetMaxSize();
            if (T.IsCompressed || s_isText ? size < length : size != length)
                return $"{length} bytes, but a size of {size}";
            if (T.IsCompressed)
                size = length;
            var kept = scratch.Kept(size);
            kept.Fill(0xEE);
            written = message.Write(kept, 0, new WriteContext { Mode = WriteMode.Preserve });
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < 4);
        if (allocated != 0)
            return $"writing as it was allocates {allocated} bytes";
        var preserved = scratch.Kept(size)[..Math.Clamp(written, 0, size)];
        if (written != length || !preserved.SequenceEqual(input[..length]))
            return $"was {Convert.ToHexStringLower(input[..length])}, preserved {Convert.ToHexStringLower(preserved)}";
        return CheckComputed(input[..length], scratch, choice);
    }

    /// <summary>What was parsed is written anew. What comes out is a message, and writing that gives the same again.</summary>
    private static string? CheckComputed(ReadOnlySpan<byte> input, Scratch scratch, int choice)
    {
        long allocated;
        int attempts = 0, size, written;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            T.TryParse(input, out var message);
            size = message.GetMaxSize();
            try
            {
                written = message.Write(scratch.Computed(size), 0, new WriteContext { PseudoHeader = s_below });
            }
            catch (InvalidOperationException)
            {
                // A message that was received may be one that cannot be sent: a length that its field cannot say.
                return null;
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < 4);
        if (allocated != 0)
            return $"writing allocates {allocated} bytes";
        // Names that were compressed may be much longer than the message, and then there is no room for them.
        if (T.IsCompressed && written < 0)
            return size > Scratch.MaxOutput ? null : $"wrote nothing, said {size}";
        if (T.IsCompressed || s_isText ? written > size : written != size)
            return $"wrote {written} bytes, said {size}";
        var first = scratch.Computed(size)[..written];
        if (T.Description.RoundTrip == RoundTrip.Exact && !first.SequenceEqual(input))
            return $"was {Convert.ToHexStringLower(input)}, written {Convert.ToHexStringLower(first)}";

        var again = T.TryParse(first, out var second);
        if (again.BytesConsumed != written)
            return $"wrote {Convert.ToHexStringLower(first)}, which gives {again}";
        var rewritten = scratch.Kept(second.GetMaxSize());
        rewritten = rewritten[..Math.Max(second.Write(rewritten, 0, new WriteContext { PseudoHeader = s_below }), 0)];
        if (!rewritten.SequenceEqual(first))
            return $"wrote {Convert.ToHexStringLower(first)}, then {Convert.ToHexStringLower(rewritten)}";
        return (T.IsCompressed ? CheckRoom(second, first, scratch) : null) ?? CheckEditing(first, scratch, choice);
    }

    /// <summary>What is compressed needs no more room than it takes, and no less.</summary>
    private static string? CheckRoom(scoped in T message, ReadOnlySpan<byte> expected, Scratch scratch)
    {
        var room = scratch.Kept(expected.Length);
        if (message.Write(room, 0, new WriteContext { PseudoHeader = s_below }) != expected.Length || !room.SequenceEqual(expected))
            return $"{Convert.ToHexStringLower(expected)} does not fit into its own length";
        return expected.Length > 0 && message.Write(scratch.Kept(expected.Length - 1), 0, new WriteContext { PseudoHeader = s_below }) >= 0 ? $"{Convert.ToHexStringLower(expected)} fits into less than its length" : null;
    }

    /// <summary>A field is set in place, to what it is in another message. That and the checksums are all that changes, and they are what they are when all is written anew.</summary>
    private static string? CheckEditing(ReadOnlySpan<byte> message, Scratch scratch, int choice)
    {
        if (s_edits.Length == 0 || message.IsEmpty)
            return null;
        var edit = s_edits[choice % s_edits.Length];
        // The other message is this one with another value.
        var other = scratch.Kept(message.Length);
        message.CopyTo(other);
        edit.Scramble(other, choice);
        if (!T.TryParse(other, out _))
            return null;
        var edited = scratch.Edited(message.Length);
        message.CopyTo(edited);
        edit.Run(edited, other);
        string? fault = edit.Check(message, other, edited) ?? (edit.IsRaw ? null : CheckEdited(edited, scratch, edit));
        return fault is null ? null : $"{Convert.ToHexStringLower(message)}, {fault}: {Convert.ToHexStringLower(edited)}";
    }

    private static string? CheckEdited(ReadOnlySpan<byte> edited, Scratch scratch, FieldEdit edit)
    {
        // A message may become another one, or none: with another version or another type.
        if (T.TryParse(edited, out var message).BytesConsumed != edited.Length)
            return null;
        try
        {
            var rewritten = scratch.Kept(message.GetMaxSize());
            rewritten = rewritten[..message.Write(rewritten, 0, new WriteContext { PseudoHeader = s_below })];
            return rewritten.SequenceEqual(edited) ? null : $"editing {edit.Name} gives other checksums than writing anew, {Convert.ToHexStringLower(rewritten)}";
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
