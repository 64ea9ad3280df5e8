using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>Byte stuffing: puts escapes where they are needed, and a delimiter at the end of the frame.</summary>
/// <param name="rule">The rule.</param>
public struct ByteStuffingEncoder(ByteStuffing rule) : IStreamEncoder
{
    // The code whose escape was written and for which there was no room; -1 for none.
    private short _owed = -1;

    /// <inheritdoc/>
    public OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten)
    {
        bytesConsumed = bytesWritten = 0;
        while (true)
        {
            if (_owed >= 0)
            {
                if (bytesWritten == destination.Length)
                    return OperationStatus.DestinationTooSmall;
                destination[bytesWritten++] = (byte)_owed;
                _owed = -1;
            }
            var rest = source[bytesConsumed..];
            int run = rest.IndexOfAny(rule.Escaped);
            int plain = Math.Min(run < 0 ? rest.Length : run, destination.Length - bytesWritten);
            rest[..plain].CopyTo(destination[bytesWritten..]);
            bytesConsumed += plain;
            bytesWritten += plain;
            if (plain == rest.Length)
                return OperationStatus.NeedMoreData;
            if (bytesWritten == destination.Length)
                return OperationStatus.DestinationTooSmall;
            destination[bytesWritten++] = rule.Escape;
            _owed = rule.CodeOf(source[bytesConsumed++]);
        }
    }

    /// <inheritdoc/>
    public OperationStatus Finish(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        foreach (int next in (ReadOnlySpan<int>)[_owed, rule.Delimiter])
        {
            if (next < 0)
                continue;
            if (bytesWritten == destination.Length)
                return OperationStatus.DestinationTooSmall;
            destination[bytesWritten++] = (byte)next;
            _owed = -1;
        }
        return OperationStatus.Done;
    }
}
