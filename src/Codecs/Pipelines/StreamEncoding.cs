using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>Encoded streams into a pipe, or any other buffer that grows.</summary>
public static class StreamEncoding
{
    // Room that is asked for at a time.
    private const int LeastRoom = 64;
    private const int MostRoom = 4096;

    /// <summary>Writes a piece of a stream. A large one is better written in pieces, with a flush of the pipe after each.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="encoder">How, and what it knows of the pieces before.</param>
    /// <param name="source">The piece.</param>
    /// <exception cref="InvalidOperationException">The bytes cannot be sent in this encoding; what comes before them has been written.</exception>
    public static void Encode<TEncoder>(this IBufferWriter<byte> output, ref TEncoder encoder, ReadOnlySpan<byte> source) where TEncoder : IStreamEncoder
    {
        ArgumentNullException.ThrowIfNull(output);
        while (!source.IsEmpty)
        {
            var room = output.GetSpan(Math.Clamp(source.Length, LeastRoom, MostRoom));
            var status = encoder.Encode(source, room, out int consumed, out int written);
            output.Advance(written);
            source = source[consumed..];
            if (status == OperationStatus.InvalidData)
                throw new InvalidOperationException($"The byte 0x{source[0]:X2} cannot be sent there.");
            if (consumed == 0 && written == 0)
                throw new InvalidOperationException($"{typeof(TEncoder).Name} makes no progress.");
        }
    }

    /// <summary>Writes the end of a stream.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="encoder">How. Afterwards it is as new.</param>
    /// <exception cref="InvalidOperationException">The stream cannot end here.</exception>
    public static void Finish<TEncoder>(this IBufferWriter<byte> output, ref TEncoder encoder) where TEncoder : IStreamEncoder
    {
        ArgumentNullException.ThrowIfNull(output);
        while (true)
        {
            var status = encoder.Finish(output.GetSpan(LeastRoom), out int written);
            output.Advance(written);
            if (status == OperationStatus.Done)
                return;
            if (status == OperationStatus.InvalidData)
                throw new InvalidOperationException("The stream cannot end here.");
            if (written == 0)
                throw new InvalidOperationException($"{typeof(TEncoder).Name} makes no progress.");
        }
    }
}
