namespace Codecs.Fuzz;

/// <summary>Room for what a check writes, one per thread, so that a check allocates nothing itself.</summary>
internal sealed class Scratch
{
    /// <summary>Odd, so that nothing in a shifted message lies where it would like to.</summary>
    public const int Shift = 3;

    // Padding to a unit makes a written message a little longer than what was parsed.
    private const int Padding = 64;

    [ThreadStatic] private static Scratch? t_scratch;

    public static Scratch OfThread => t_scratch ??= new();

    public byte[] Shifted { get; } = new byte[Shift + MessageContract.MaxInput];

    public byte[] Kept { get; } = new byte[MessageContract.MaxInput + Padding];

    public byte[] Computed { get; } = new byte[MessageContract.MaxInput + Padding];
}
