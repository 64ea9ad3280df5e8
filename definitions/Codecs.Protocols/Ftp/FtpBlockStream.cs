using System.Buffers;
using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>A file in block mode (RFC 959 section 3.4.2), read: its bytes, up to the block that is its last. Restart markers are not part of them.</summary>
public struct FtpBlockDecoder : IStreamDecoder
{
    private const int HeaderSize = 3;

    private int _headerRead;
    private FtpDescriptor _descriptor;
    private int _left;

    /// <summary>Were there restart markers?</summary>
    public bool HasRestartMarkers { get; private set; }

    /// <summary>Was the sender not sure of some of the data?</summary>
    public bool HasSuspectedErrors { get; private set; }

    /// <inheritdoc/>
    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (true)
        {
            if (_headerRead == HeaderSize && _left == 0)
            {
                _headerRead = 0;
                if ((_descriptor & FtpDescriptor.EndOfFile) != 0)
                    return OperationStatus.Done;
            }
            if (bytesConsumed == source.Length)
                return OperationStatus.NeedMoreData;
            if (_headerRead < HeaderSize)
            {
                TakeHeader(source[bytesConsumed++]);
                continue;
            }
            int length = Math.Min(_left, source.Length - bytesConsumed);
            if ((_descriptor & FtpDescriptor.RestartMarker) == 0)
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

    private void TakeHeader(byte value)
    {
        switch (_headerRead++)
        {
            case 0:
                _descriptor = (FtpDescriptor)value;
                HasRestartMarkers |= (_descriptor & FtpDescriptor.RestartMarker) != 0;
                HasSuspectedErrors |= (_descriptor & FtpDescriptor.SuspectedErrors) != 0;
                break;
            case 1:
                _left = value << 8;
                break;
            default:
                _left |= value;
                break;
        }
    }
}

/// <summary>A file in block mode (RFC 959 section 3.4.2), written: each piece is a block, and an empty one ends the file.</summary>
public struct FtpBlockEncoder : IStreamEncoder
{
    private const int MostCount = 0xFFFF;

    // Bytes of the header that are owed, the next one first.
    private uint _header;
    private int _headerLeft;
    private int _left;
    private bool _isFinishing;

    /// <inheritdoc/>
    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length)
        {
            if (_left == 0)
                Begin(FtpDescriptor.None, Math.Min(source.Length - bytesConsumed, MostCount));
            if (!TryPutHeader(destination, ref bytesWritten))
                return OperationStatus.DestinationTooSmall;
            int length = Math.Min(Math.Min(_left, source.Length - bytesConsumed), destination.Length - bytesWritten);
            if (length == 0)
                return OperationStatus.DestinationTooSmall;
            source.Slice(bytesConsumed, length).CopyTo(destination[bytesWritten..]);
            bytesConsumed += length;
            bytesWritten += length;
            _left -= length;
        }
        return OperationStatus.NeedMoreData;
    }

    /// <inheritdoc/>
    public OperationStatus Finish(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (!_isFinishing)
        {
            // A block that was begun for a piece of which not all was given.
            if (_left != 0)
                return OperationStatus.InvalidData;
            Begin(FtpDescriptor.EndOfFile, 0);
            _isFinishing = true;
        }
        if (!TryPutHeader(destination, ref bytesWritten))
            return OperationStatus.DestinationTooSmall;
        this = default;
        return OperationStatus.Done;
    }

    private void Begin(FtpDescriptor descriptor, int count)
    {
        _header = (uint)descriptor << 16 | (uint)count;
        _headerLeft = 3;
        _left = count;
    }

    private bool TryPutHeader(Span<byte> destination, ref int bytesWritten)
    {
        for (; _headerLeft > 0; _headerLeft--)
        {
            if (bytesWritten == destination.Length)
                return false;
            destination[bytesWritten++] = (byte)(_header >> 8 * (_headerLeft - 1));
        }
        return true;
    }
}
