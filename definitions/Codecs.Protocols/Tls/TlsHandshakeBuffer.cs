namespace Codecs.Protocols;

/// <summary>Puts the messages of a handshake together from the records of one direction (RFC 8446 section 5.1): a message may take several records, and several be in one.</summary>
/// <example>
/// <code>
/// if (record.Type == TlsContentType.Handshake)
/// {
///     buffer.Append(record.Fragment);
///     while (buffer.TryRead(out var message))
///         ...
/// }
/// </code>
/// </example>
/// <param name="maxMessageSize">Most bytes of a message. More are never kept, whatever the message claims.</param>
public sealed class TlsHandshakeBuffer(int maxMessageSize)
{
    private readonly int _maxMessageSize = maxMessageSize > 0 ? maxMessageSize : throw new ArgumentOutOfRangeException(nameof(maxMessageSize), maxMessageSize, "There must be room for a message.");
    private byte[] _bytes = [];
    private int _start;
    private int _end;

    /// <summary>Bytes that wait for the rest of their message.</summary>
    public int Length => _end - _start;

    /// <summary>Is the next message longer than allowed? It stays so until <see cref="Clear"/>.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Takes the fragment of a record of the handshake that is not encrypted. Messages that were read before are no longer valid.</summary>
    public void Append(ReadOnlySpan<byte> fragment)
    {
        if (IsTooLong)
            return;
        if (_start > 0)
        {
            _bytes.AsSpan(_start, Length).CopyTo(_bytes);
            (_start, _end) = (0, Length);
        }
        if (_bytes.Length - _end < fragment.Length)
            Array.Resize(ref _bytes, Math.Max(_end + fragment.Length, 2 * _bytes.Length));
        fragment.CopyTo(_bytes.AsSpan(_end));
        _end += fragment.Length;
    }

    /// <summary>Reads the next message.</summary>
    /// <param name="message">The message, valid until the next <see cref="Append"/> or <see cref="Clear"/>.</param>
    /// <returns>False if it is not complete yet, or <see cref="IsTooLong"/>.</returns>
    public bool TryRead(out TlsHandshake message)
    {
        var result = TlsHandshake.TryParse(_bytes.AsSpan(_start, Length), out message);
        if (result)
        {
            _start += result.BytesConsumed;
            return true;
        }
        IsTooLong |= result.BytesNeeded > _maxMessageSize;
        return false;
    }

    /// <summary>Forgets what waits.</summary>
    public void Clear()
    {
        _start = _end = 0;
        IsTooLong = false;
    }
}
