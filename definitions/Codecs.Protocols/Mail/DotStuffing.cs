using System.Buffers;
using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>
/// Transparency of mail data (RFC 5321 section 4.5.2), read: lines end with CRLF, a line of a single dot ends the data, and any other line that begins with a dot loses it. The same
/// as the multi-line responses of POP3 (RFC 1939 section 3) and the blocks of NNTP (RFC 3977 section 3.1.1).
/// </summary>
/// <remarks>
/// Only CRLF ends a line. A CR or LF without the other is data like any other byte: it is handed on as it is, no dot behind it is dropped, and neither LF.LF, LF.CRLF nor CR.CR ends anything.
/// Who takes one of them for an end would read commands in what is data here (SMTP smuggling), so a server does well to refuse such a mail after its end: <see cref="HasBareCr"/>,
/// <see cref="HasBareLf"/>. NUL and bytes above 127 are data. The CRLF before the last dot belongs to the data, as the end of its last line.
/// </remarks>
public struct DotStuffingDecoder : IStreamDecoder
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    private State _state;

    private enum State : byte
    {
        /// <summary>At the start of a line.</summary>
        Start,

        /// <summary>Within a line.</summary>
        Text,

        /// <summary>Behind a CR that was handed on.</summary>
        Cr,

        /// <summary>Behind a dot at the start of a line, which was not handed on.</summary>
        Dot,

        /// <summary>Behind that and a CR, which was not handed on either.</summary>
        DotCr,
    }

    /// <summary>Was there a CR without LF behind it? (RFC 5321 section 2.3.8: it must not be sent.)</summary>
    public bool HasBareCr { get; private set; }

    /// <summary>Was there an LF without CR before it? (RFC 5321 section 2.3.8: it must not be sent.)</summary>
    public bool HasBareLf { get; private set; }

    /// <inheritdoc/>
    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length)
        {
            switch (_state)
            {
                case State.Start when source[bytesConsumed] == '.':
                    _state = State.Dot;
                    bytesConsumed++;
                    continue;
                case State.Dot when source[bytesConsumed] == Cr:
                    _state = State.DotCr;
                    bytesConsumed++;
                    continue;
                case State.Dot:
                    _state = State.Text;
                    continue;
                case State.DotCr when source[bytesConsumed] == Lf:
                    _state = State.Start;
                    bytesConsumed++;
                    return OperationStatus.Done;
            }
            if (bytesWritten == destination.Length)
                return OperationStatus.DestinationTooSmall;
            if (_state == State.DotCr)
            {
                // Not the end: the line goes on, without its dot.
                destination[bytesWritten++] = Cr;
                _state = State.Cr;
                continue;
            }
            var piece = source.Slice(bytesConsumed, Math.Min(source.Length - bytesConsumed, destination.Length - bytesWritten));
            int passed = Pass(piece);
            piece[..passed].CopyTo(destination[bytesWritten..]);
            bytesConsumed += passed;
            bytesWritten += passed;
        }
        return OperationStatus.NeedMoreData;
    }

    // How many bytes are handed on as they are: all up to a dot at the start of a line.
    private int Pass(ReadOnlySpan<byte> piece)
    {
        var state = _state;
        int at = 0;
        while (at < piece.Length && (state != State.Start || piece[at] != '.'))
        {
            if (state == State.Cr && piece[at] == Lf)
            {
                state = State.Start;
                at++;
                continue;
            }
            HasBareCr |= state == State.Cr;
            state = State.Text;
            int run = piece[at..].IndexOfAny(Cr, Lf);
            if (run < 0)
            {
                at = piece.Length;
                break;
            }
            at += run + 1;
            if (piece[at - 1] == Cr)
                state = State.Cr;
            else
                HasBareLf = true;
        }
        _state = state;
        return at;
    }
}

/// <summary>
/// Transparency of mail data (RFC 5321 section 4.5.2), written: a line that begins with a dot gets another, and a line of a single dot ends the data. A last line without CRLF gets one.
/// </summary>
/// <remarks>
/// A CR or LF without the other must not be sent (RFC 5321 section 2.3.8), and would be taken for the end of a line by some: it is invalid, and nothing of it is written, unless
/// <see cref="ConvertsLineEnds"/>. What cannot be changed, or is no text, goes in BDAT chunks (RFC 3030).
/// </remarks>
public struct DotStuffingEncoder : IStreamEncoder
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    private State _state;

    private enum State : byte
    {
        /// <summary>At the start of a line.</summary>
        Start,

        /// <summary>Within a line.</summary>
        Text,

        /// <summary>Behind a CR that was not written yet.</summary>
        Cr,

        /// <summary>Behind the CR of a line's end that was written; its LF is owed.</summary>
        Lf,

        /// <summary>Behind the last dot.</summary>
        EndCr,

        /// <summary>Behind the last dot and CR.</summary>
        EndLf,
    }

    /// <summary>Is a CR or LF without the other the end of a line, and sent as CRLF?</summary>
    public bool ConvertsLineEnds { get; init; }

    /// <inheritdoc/>
    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length)
        {
            byte next = source[bytesConsumed];
            if (_state == State.Text && next == Cr)
            {
                _state = State.Cr;
                bytesConsumed++;
                continue;
            }
            bool isBare = _state == State.Cr ? next != Lf : _state is State.Start or State.Text && next == Lf;
            if (isBare && !ConvertsLineEnds)
                return OperationStatus.InvalidData;
            if (bytesWritten == destination.Length)
                return OperationStatus.DestinationTooSmall;
            switch (_state)
            {
                case State.Start when next == '.':
                    destination[bytesWritten++] = (byte)'.';
                    _state = State.Text;
                    break;
                case State.Start when next is Cr or Lf:
                    _state = State.Text;
                    break;
                case State.Text when next == Lf:
                case State.Cr:
                    destination[bytesWritten++] = Cr;
                    _state = State.Lf;
                    bytesConsumed += next == Lf ? 1 : 0;
                    break;
                case State.Lf:
                    destination[bytesWritten++] = Lf;
                    _state = State.Start;
                    break;
                default:
                    var piece = source.Slice(bytesConsumed, Math.Min(source.Length - bytesConsumed, destination.Length - bytesWritten));
                    int passed = Pass(piece);
                    piece[..passed].CopyTo(destination[bytesWritten..]);
                    bytesConsumed += passed;
                    bytesWritten += passed;
                    break;
            }
        }
        return OperationStatus.NeedMoreData;
    }

    /// <inheritdoc/>
    public OperationStatus Finish(Span<byte> destination, out int bytesWritten)
    {
        if (_state == State.Cr && !ConvertsLineEnds)
        {
            bytesWritten = 0;
            return OperationStatus.InvalidData;
        }
        for (bytesWritten = 0; bytesWritten < destination.Length;)
        {
            bool isLast = _state == State.EndLf;
            (destination[bytesWritten++], _state) = _state switch
            {
                State.Text or State.Cr => (Cr, State.Lf),
                State.Start => ((byte)'.', State.EndCr),
                State.EndCr => (Cr, State.EndLf),
                _ => (Lf, State.Start),
            };
            if (isLast)
                return OperationStatus.Done;
        }
        return OperationStatus.DestinationTooSmall;
    }

    // How many bytes are written as they are: whole lines, and the beginning of one, up to what needs a look.
    private int Pass(ReadOnlySpan<byte> piece)
    {
        int at = 0;
        while (at < piece.Length && (_state != State.Start || piece[at] is not ((byte)'.' or Cr or Lf)))
        {
            _state = State.Text;
            int run = piece[at..].IndexOfAny(Cr, Lf);
            if (run < 0)
                return piece.Length;
            at += run;
            if (at + 1 >= piece.Length || piece[at] != Cr || piece[at + 1] != Lf)
                break;
            at += 2;
            _state = State.Start;
        }
        return at;
    }
}
