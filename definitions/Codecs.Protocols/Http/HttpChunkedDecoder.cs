using System.Buffers;
using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>Takes a body of chunks apart, piece by piece (RFC 9112 section 7.1.3): the data of its chunks, up to the end of the trailer. The default value is at the start of a body.</summary>
/// <remarks>
/// Only CRLF ends a line, and behind the data of a chunk nothing else may stand. Extensions and fields of the trailer are passed over; together they have at most
/// <see cref="MaxOverhead"/> bytes, so that nobody can send for ever without sending anything.
/// </remarks>
public struct HttpChunkedDecoder : IStreamDecoder
{
    /// <summary>The most bytes of extensions and of the trailer.</summary>
    public const int MaxOverhead = 64 * 1024;

    // More digits than a length can have: zeros in front of it do not count, but are not read without end.
    private const int MostDigits = 63;

    private State _state;
    private byte _digits;
    private int _overhead;
    private long _left;

    private enum State : byte
    {
        /// <summary>At the first digit of a size.</summary>
        Start,

        /// <summary>Behind a digit of it.</summary>
        Size,

        /// <summary>Behind white space, where an extension must come.</summary>
        Blank,

        /// <summary>Within an extension.</summary>
        Extension,

        /// <summary>Behind the CR of a size.</summary>
        SizeCr,

        /// <summary>Within the data.</summary>
        Data,

        /// <summary>Behind the data.</summary>
        DataEnd,

        /// <summary>Behind the CR there.</summary>
        DataCr,

        /// <summary>At the start of a line of the trailer.</summary>
        Trailer,

        /// <summary>Within a line of it.</summary>
        TrailerLine,

        /// <summary>Behind the CR of such a line.</summary>
        TrailerCr,

        /// <summary>Behind the CR of the empty line.</summary>
        LastCr,
    }

    /// <inheritdoc/>
    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length)
        {
            if (_state == State.Data)
            {
                int length = (int)Math.Min(_left, Math.Min(source.Length - bytesConsumed, destination.Length - bytesWritten));
                if (length == 0)
                    return OperationStatus.DestinationTooSmall;
                source.Slice(bytesConsumed, length).CopyTo(destination[bytesWritten..]);
                bytesConsumed += length;
                bytesWritten += length;
                _left -= length;
                if (_left == 0)
                    _state = State.DataEnd;
                continue;
            }
            byte value = source[bytesConsumed];
            if (_state == State.LastCr && value == '\n')
            {
                bytesConsumed++;
                this = default;
                return OperationStatus.Done;
            }
            if (!TryStep(value))
                return OperationStatus.InvalidData;
            bytesConsumed++;
        }
        return OperationStatus.NeedMoreData;
    }

    private bool TryStep(byte value)
    {
        State? next = _state switch
        {
            State.Start => TryAdd(value) ? State.Size : null,
            State.Size => value switch
            {
                (byte)'\r' => State.SizeCr,
                (byte)';' => State.Extension,
                (byte)' ' or (byte)'\t' => State.Blank,
                _ => TryAdd(value) ? State.Size : null,
            },
            State.Blank => value == ';' ? State.Extension : value is (byte)' ' or (byte)'\t' ? State.Blank : null,
            State.Extension => value == '\r' ? State.SizeCr : HttpSyntax.Text.Contains(value) ? State.Extension : null,
            State.SizeCr => value == '\n' ? AfterSize() : null,
            State.DataEnd => value == '\r' ? State.DataCr : null,
            State.DataCr => value == '\n' ? State.Start : null,
            State.Trailer => value == '\r' ? State.LastCr : HttpSyntax.Text.Contains(value) ? State.TrailerLine : null,
            State.TrailerLine => value == '\r' ? State.TrailerCr : HttpSyntax.Text.Contains(value) ? State.TrailerLine : null,
            State.TrailerCr => value == '\n' ? State.Trailer : null,
            _ => null,
        };
        if (next is not { } state || (state is State.Blank or State.Extension or State.TrailerLine && ++_overhead > MaxOverhead))
            return false;
        _state = state;
        return true;
    }

    private bool TryAdd(byte digit)
    {
        int number = digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };
        if (number < 0 || _left > long.MaxValue >> 4 || ++_digits > MostDigits)
            return false;
        _left = _left << 4 | (long)number;
        return true;
    }

    private State AfterSize()
    {
        _digits = 0;
        return _left > 0 ? State.Data : State.Trailer;
    }
}
