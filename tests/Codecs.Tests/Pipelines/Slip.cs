using System.Buffers;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>Byte stuffing with which bytes are changed, not only left out (RFC 1055): END ends a packet; ESC ESC_END and ESC ESC_ESC stand for the two bytes.</summary>
internal struct SlipDecoder : IStreamDecoder
{
    private bool _isEscaped;

    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        for (; bytesConsumed < source.Length; bytesConsumed++)
        {
            byte next = source[bytesConsumed];
            if (!_isEscaped && next == 0xC0)
            {
                bytesConsumed++;
                return OperationStatus.Done;
            }
            if (!_isEscaped && next == 0xDB)
            {
                _isEscaped = true;
                continue;
            }
            if (_isEscaped && next is not (0xDC or 0xDD))
                return OperationStatus.InvalidData;
            if (bytesWritten == destination.Length)
                return OperationStatus.DestinationTooSmall;
            destination[bytesWritten++] = !_isEscaped ? next : next == 0xDC ? (byte)0xC0 : (byte)0xDB;
            _isEscaped = false;
        }
        return OperationStatus.NeedMoreData;
    }
}

/// <summary>The other direction.</summary>
internal struct SlipEncoder : IStreamEncoder
{
    private byte _owed;

    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length || _owed != 0)
        {
            if (bytesWritten == destination.Length)
                return OperationStatus.DestinationTooSmall;
            byte next = _owed != 0 ? _owed : source[bytesConsumed++];
            destination[bytesWritten++] = _owed == 0 && next is 0xC0 or 0xDB ? (byte)0xDB : next;
            _owed = _owed != 0 ? (byte)0 : next switch { 0xC0 => (byte)0xDC, 0xDB => (byte)0xDD, _ => (byte)0 };
        }
        return OperationStatus.NeedMoreData;
    }

    public readonly OperationStatus Finish(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.IsEmpty ? 0 : 1;
        if (destination.IsEmpty)
            return OperationStatus.DestinationTooSmall;
        destination[0] = 0xC0;
        return OperationStatus.Done;
    }
}
