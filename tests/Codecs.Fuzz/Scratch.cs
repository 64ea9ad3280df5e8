using System.Buffers;
using Codecs.Fuzz.Crashes;

namespace Codecs.Fuzz;

/// <summary>Room for what a check reads and writes, one per thread, so that a check allocates nothing itself.</summary>
internal sealed class Scratch
{
    /// <summary>Odd, so that nothing in a shifted message lies where it would like to.</summary>
    public const int Shift = 3;

    // Padding to a unit makes a written message a little longer than what was parsed.
    private const int Padding = 64;

    /// <summary>The most that is written. Names that were compressed are longer when they are written out.</summary>
    public const int MaxOutput = 4 * MessageContract.MaxInput;

    [ThreadStatic] private static Scratch? t_scratch;

    private readonly GuardedMemory _input = new(MessageContract.MaxInput);
    private readonly GuardedMemory _kept = new(MaxOutput + Padding);
    private readonly GuardedMemory _computed = new(MaxOutput + Padding);
    private readonly GuardedMemory _edited = new(MaxOutput + Padding);
    private readonly Piece _first = new();
    private readonly Piece _second = new();

    private Scratch() => _first.Join(_second);

    public static Scratch OfThread => t_scratch ??= new();

    public byte[] Shifted { get; } = new byte[Shift + MessageContract.MaxInput];

    public byte[] Joined { get; } = new byte[MessageContract.MaxInput];

    /// <summary>The input where a read of one byte too far, or too early, is seen.</summary>
    public ReadOnlySpan<byte> Guard(ReadOnlySpan<byte> input, bool isAtEnd) => isAtEnd ? _input.CopyToEnd(input) : _input.CopyToStart(input);

    /// <summary>Room of exactly that size, where a write of one byte too far is seen.</summary>
    public Span<byte> Kept(int size) => _kept.AtEnd(Math.Min(size, MaxOutput));

    /// <inheritdoc cref="Kept"/>
    public Span<byte> Computed(int size) => _computed.AtEnd(Math.Min(size, MaxOutput));

    /// <inheritdoc cref="Kept"/>
    public Span<byte> Edited(int size) => _edited.AtEnd(Math.Min(size, MaxOutput));

    /// <summary>What is in <see cref="Shifted"/>, in two pieces.</summary>
    public ReadOnlySequence<byte> Cut(int length, int at)
    {
        _first.Set(Shifted.AsMemory(Shift, at), 0);
        _second.Set(Shifted.AsMemory(Shift + at, length - at), at);
        return new ReadOnlySequence<byte>(_first, 0, _second, length - at);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public void Set(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public void Join(Piece next) => Next = next;
    }
}
