using System.Buffers;
using System.Runtime.CompilerServices;
using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>A file in compressed mode (RFC 959 section 3.4.3), read: its bytes, up to the string that an escape says is the last. Restart markers are not part of them.</summary>
public struct FtpCompressedDecoder : IStreamDecoder
{
    private State _state;
    private FtpDescriptor _descriptor;
    private byte _value;
    private int _left;

    private enum State : byte
    {
        /// <summary>Before a string.</summary>
        Start,

        /// <summary>Behind the first byte of an escape.</summary>
        Escape,

        /// <summary>Before the byte that is repeated.</summary>
        Value,

        /// <summary>Within bytes.</summary>
        Data,

        /// <summary>Within repeated bytes.</summary>
        Repeated,
    }

    /// <summary>The filler byte: a space for text, 0 otherwise.</summary>
    public byte Filler { get; init; }

    /// <summary>Were there restart markers?</summary>
    public bool HasRestartMarkers { get; private set; }

    /// <summary>Was the sender not sure of some of the data?</summary>
    public bool HasSuspectedErrors { get; private set; }

    private readonly bool IsMarker => (_descriptor & FtpDescriptor.RestartMarker) != 0;

    /// <inheritdoc/>
    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (true)
        {
            if (_state >= State.Data && _left == 0)
            {
                _state = State.Start;
                if ((_descriptor & FtpDescriptor.EndOfFile) != 0)
                    return OperationStatus.Done;
                _descriptor = FtpDescriptor.None;
            }
            if (_state == State.Repeated)
            {
                int count = IsMarker ? _left : Math.Min(_left, destination.Length - bytesWritten);
                if (count == 0)
                    return OperationStatus.DestinationTooSmall;
                if (!IsMarker)
                {
                    destination.Slice(bytesWritten, count).Fill(_value);
                    bytesWritten += count;
                }
                _left -= count;
                continue;
            }
            if (bytesConsumed == source.Length)
                return OperationStatus.NeedMoreData;
            if (_state != State.Data)
            {
                Take(source[bytesConsumed++]);
                continue;
            }
            int length = Math.Min(_left, source.Length - bytesConsumed);
            if (!IsMarker)
            {
                length = Math.Min(length, destination.Length - bytesWritten);
                if (length == 0)
                    return OperationStatus.DestinationTooSmall;
                source.Slice(bytesConsumed, length).CopyTo(destination[bytesWritten..]);
                bytesWritten += length;
            }
            bytesConsumed += length;
            _left -= length;
        }
    }

    private void Take(byte next)
    {
        switch (_state)
        {
            case State.Escape:
                _descriptor |= (FtpDescriptor)next;
                HasRestartMarkers |= IsMarker;
                HasSuspectedErrors |= (_descriptor & FtpDescriptor.SuspectedErrors) != 0;
                _state = State.Start;
                break;
            case State.Value:
                _value = next;
                _state = State.Repeated;
                break;
            default:
                _left = next < 0x80 ? next : next & 0x3F;
                _value = Filler;
                _state = next == 0 ? State.Escape : next < 0x80 ? State.Data : next < 0xC0 ? State.Value : State.Repeated;
                break;
        }
    }
}

/// <summary>A file in compressed mode (RFC 959 section 3.4.3), written: three and more of the same byte are counted.</summary>
public struct FtpCompressedEncoder : IStreamEncoder
{
    private const int MostData = 127;
    private const int MostRepeated = 63;
    private const int LeastRepeated = 3;

    // What was given and is in no string yet: bytes, of which the last may be repeated more often than there is room.
    private Buffer _data;
    private int _count;
    private byte _last;
    private int _run;

    // A string on its way out.
    private Buffer _output;
    private int _outputLength;
    private int _outputAt;
    private bool _isFinishing;

    /// <summary>The filler byte: a space for text, 0 otherwise.</summary>
    public byte Filler { get; init; }

    /// <inheritdoc/>
    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length)
        {
            if (!TryDrain(destination, ref bytesWritten))
                return OperationStatus.DestinationTooSmall;
            byte next = source[bytesConsumed];
            if (_run > 0 && next == _last && _run < MostRepeated)
            {
                _run++;
                bytesConsumed++;
            }
            else if (_run > 0 && TrySettle())
            {
                // A string goes out first.
            }
            else
            {
                _last = next;
                _run = 1;
                bytesConsumed++;
            }
        }
        return TryDrain(destination, ref bytesWritten) ? OperationStatus.NeedMoreData : OperationStatus.DestinationTooSmall;
    }

    /// <inheritdoc/>
    public OperationStatus Finish(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        while (true)
        {
            if (!TryDrain(destination, ref bytesWritten))
                return OperationStatus.DestinationTooSmall;
            if (_isFinishing)
            {
                this = new() { Filler = Filler };
                return OperationStatus.Done;
            }
            if (_run > 0 && TrySettle())
                continue;
            // The escape says that the string behind it is the last: what is left, or nothing.
            _isFinishing = true;
            PutEscape();
            if (_count > 0)
                PutData();
            else
                Put(0xC0);
        }
    }

    // Moves the run to the bytes before it, if it is short; otherwise these, or the run, become a string.
    private bool TrySettle()
    {
        if (_run < LeastRepeated && _count + _run <= MostData)
        {
            for (; _run > 0; _run--)
                _data[_count++] = _last;
            return false;
        }
        if (_count > 0)
        {
            PutData();
            return true;
        }
        if (_last == Filler)
        {
            Put((byte)(0xC0 | _run));
        }
        else
        {
            Put((byte)(0x80 | _run));
            Put(_last);
        }
        _run = 0;
        return true;
    }

    private void PutEscape()
    {
        Put(0);
        Put((byte)FtpDescriptor.EndOfFile);
    }

    private void PutData()
    {
        Put((byte)_count);
        ((ReadOnlySpan<byte>)_data)[.._count].CopyTo(((Span<byte>)_output)[_outputLength..]);
        _outputLength += _count;
        _count = 0;
    }

    private void Put(byte value) => _output[_outputLength++] = value;

    private bool TryDrain(Span<byte> destination, ref int bytesWritten)
    {
        int length = Math.Min(_outputLength - _outputAt, destination.Length - bytesWritten);
        ((ReadOnlySpan<byte>)_output).Slice(_outputAt, length).CopyTo(destination[bytesWritten..]);
        bytesWritten += length;
        _outputAt += length;
        if (_outputAt < _outputLength)
            return false;
        _outputAt = _outputLength = 0;
        return true;
    }

    // The longest string with its escape.
    [InlineArray(MostData + 3)]
    private struct Buffer
    {
        private byte _first;
    }
}
