namespace Codecs.Fuzz;

/// <summary>Makes an input that breaks a contract small, so that it can be understood.</summary>
public static class Shrinker
{
    private const int MaxAttempts = 20_000;

    /// <summary>A smaller input that breaks the contract too.</summary>
    public static byte[] Shrink(Contract contract, ReadOnlySpan<byte> input)
    {
        byte[] best = input.ToArray();
        int attempts = 0;
        bool hasChanged;
        do
        {
            hasChanged = false;
            for (int size = Math.Max(best.Length / 2, 1); size >= 1; size /= 2)
            {
                for (int at = best.Length - size; at >= 0; at -= size)
                    hasChanged |= Keep([.. best[..at], .. best[Math.Min(at + size, best.Length)..]]);
            }
            for (int at = 0; at < best.Length; at++)
            {
                foreach (byte value in (ReadOnlySpan<byte>)[0, (byte)(best[at] & best[at] - 1), (byte)(best[at] >> 1)])
                {
                    byte[] changed = [.. best];
                    changed[at] = value;
                    hasChanged |= value < best[at] && Keep(changed);
                }
            }
        }
        while (hasChanged && attempts < MaxAttempts);
        return best;

        bool Keep(byte[] candidate)
        {
            if (++attempts > MaxAttempts || contract.Try(candidate) is null)
                return false;
            best = candidate;
            return true;
        }
    }
}
