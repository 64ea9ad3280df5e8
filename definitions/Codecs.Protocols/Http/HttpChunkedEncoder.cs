using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Codecs.Pipelines;

namespace Codecs.Protocols;

/// <summary>Sends a body in chunks (RFC 9112 section 7.1): each piece that is given becomes one. The default value is at the start of a body.</summary>
/// <remarks>It adds no extensions and no trailer: <see cref="HttpChunk"/> can. If a piece does not fit, its rest is to be given next.</remarks>
public struct HttpChunkedEncoder : IStreamEncoder
{
    // What is to be written before the data: the end of the chunk before, a size, the end of its line.
    private Framing _framing;
    private byte _framingLength;
    private byte _framingWritten;
    private bool _isEnding;

    // Bytes of the chunk that were announced and not written.
    private int _left;
    private bool _isOpen;

    /// <inheritdoc/>
    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        if (_isEnding)
            throw new InvalidOperationException("The end of the body is being written.");
        while (bytesConsumed < source.Length)
        {
            if (_left == 0 && _framingLength == 0)
                Begin(source.Length - bytesConsumed);
            if (!TryWriteFraming(destination, ref bytesWritten))
                return OperationStatus.DestinationTooSmall;
            int length = Math.Min(_left, Math.Min(source.Length - bytesConsumed, destination.Length - bytesWritten));
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
        if (_left > 0)
            return OperationStatus.InvalidData;
        if (!_isEnding)
        {
            Append(_isOpen ? "\r\n0\r\n\r\n"u8 : "0\r\n\r\n"u8);
            _isEnding = true;
        }
        if (!TryWriteFraming(destination, ref bytesWritten))
            return OperationStatus.DestinationTooSmall;
        this = default;
        return OperationStatus.Done;
    }

    private void Begin(int size)
    {
        if (_isOpen)
            Append("\r\n"u8);
        Span<byte> digits = stackalloc byte[2 * sizeof(int)];
        Utf8Formatter.TryFormat((uint)size, digits, out int length, 'x');
        Append(digits[..length]);
        Append("\r\n"u8);
        _left = size;
        _isOpen = true;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(((Span<byte>)_framing)[_framingLength..]);
        _framingLength += (byte)bytes.Length;
    }

    private bool TryWriteFraming(Span<byte> destination, ref int bytesWritten)
    {
        int length = Math.Min(_framingLength - _framingWritten, destination.Length - bytesWritten);
        ((Span<byte>)_framing).Slice(_framingWritten, length).CopyTo(destination[bytesWritten..]);
        bytesWritten += length;
        _framingWritten += (byte)length;
        if (_framingWritten < _framingLength)
            return false;
        _framingLength = _framingWritten = 0;
        return true;
    }

    [InlineArray(12)]
    private struct Framing
    {
        private byte _first;
    }
}
