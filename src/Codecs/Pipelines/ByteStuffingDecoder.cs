using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>Undoes byte stuffing, up to the delimiter that ends the frame.</summary>
/// <param name="rule">The rule.</param>
public struct ByteStuffingDecoder(ByteStuffing rule) : IStreamDecoder
{
    private bool _isEscaped;

    /// <inheritdoc/>
    public OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (bytesConsumed < source.Length)
        {
            if (_isEscaped)
            {
                int value = rule.ValueOf(source[bytesConsumed]);
                if (value < 0)
                    return OperationStatus.InvalidData;
                if (bytesWritten == destination.Length)
                    return OperationStatus.DestinationTooSmall;
                destination[bytesWritten++] = (byte)value;
                bytesConsumed++;
                _isEscaped = false;
                continue;
            }
            var rest = source[bytesConsumed..];
            int run = rest.IndexOfAny(rule.Marks);
            int plain = Math.Min(run < 0 ? rest.Length : run, destination.Length - bytesWritten);
            rest[..plain].CopyTo(destination[bytesWritten..]);
            bytesConsumed += plain;
            bytesWritten += plain;
            if (plain < rest.Length && plain != run)
                return OperationStatus.DestinationTooSmall;
            if (run < 0)
                break;
            byte mark = source[bytesConsumed++];
            if (mark == rule.Delimiter)
                return OperationStatus.Done;
            // Anything else is ignored.
            _isEscaped = mark == rule.Escape;
        }
        return OperationStatus.NeedMoreData;
    }
}
