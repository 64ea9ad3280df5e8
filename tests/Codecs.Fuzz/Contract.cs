namespace Codecs.Fuzz;

/// <summary>What holds for every input, whatever it is: nothing throws, nothing takes long, nothing is read outside of it.</summary>
public abstract class Contract
{
    /// <summary>The longest input that is checked, in bytes: more than any 16-bit length can say.</summary>
    public const int MaxInput = 0x11000;

    // Work of the thread, a hundred times what an input takes. It may be held up by a collection of garbage, but not time and again.
    private const int MaxMilliseconds = 60;
    private const int BytesPerMillisecond = 1000;
    private const int MaxAttempts = 8;

    /// <summary>Name of what is checked.</summary>
    public abstract string Name { get; }

    /// <summary>Checks the contract for one input.</summary>
    /// <returns>Null, or what is broken.</returns>
    public string? Check(ReadOnlySpan<byte> input)
    {
        var most = TimeSpan.FromMilliseconds(MaxMilliseconds + input.Length / BytesPerMillisecond);
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var start = WorkClock.Now;
            if (CheckOnce(input) is { } fault)
                return fault;
            if (WorkClock.Now - start <= most)
                return null;
        }
        return "takes too long";
    }

    /// <summary>Runs <see cref="Check"/>; an exception is a broken contract too.</summary>
    public string? Try(ReadOnlySpan<byte> input)
    {
        try
        {
            return Check(input);
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private protected abstract string? CheckOnce(ReadOnlySpan<byte> input);
}
