using System.Buffers;
using System.IO.Compression;

namespace Codecs.Protocols;

/// <summary>Decompresses messages of permessage-deflate (RFC 7692 section 7.2.2), each up to a length.</summary>
/// <remarks>
/// System.IO.Compression reads any window. Where a block says that it is the last (BFINAL) the stream ends and the next begins with an empty window.
/// What cannot be noticed is a message that ends within a block: it lacks what is missing, and the next one of the same context is likely to be invalid.
/// The switch <c>System.IO.Compression.UseStrictValidation</c> must be off, as it is by default.
/// </remarks>
public sealed class PerMessageDeflateDecompressor : IDisposable
{
    // More ends of streams in one message than this have no purpose but to keep us busy.
    private const int MaxStreams = 64;

    // What comes before the end of a stream is known up to this many bytes and must be looked for.
    private const int ChunkLength = 1024;

    // How much of a compressed message is kept in order to find the end of a stream in it.
    private const int MaxKept = 1024 * 1024;

    // What RFC 7692 leaves away at the end of each message.
    private static readonly byte[] s_tail = [0x00, 0x00, 0xFF, 0xFF];

    // A block without compression that fills the largest window with zeros.
    private static readonly byte[] s_window = [0x00, 0x00, 0x80, 0xFF, 0x7F, .. new byte[0x8000]];

    private readonly MessageBuffer _compressed = new();
    private readonly Source _source = new();
    private readonly long _maxLength;
    private readonly bool _keepsContext;
    private DeflateStream? _inflater;
    private OperationStatus _status;
    private long _length;
    private int _streams;
    // Where in the compressed message the stream began, and whether anything of it has come; is the message kept from its start?
    private int _start;
    private bool _isOpen;
    private bool _isWhole = true;

    /// <summary>A decompressor for the messages of one direction of a connection.</summary>
    /// <param name="keepsContext">May a message refer to the ones before it (context takeover)?</param>
    /// <param name="maxLength">The most bytes of a message, after decompression.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public PerMessageDeflateDecompressor(bool keepsContext, long maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        _keepsContext = keepsContext;
        _maxLength = maxLength;
    }

    /// <summary>Decompresses a message, or the next piece of one.</summary>
    /// <param name="compressed">The payload of a frame, or a piece of it.</param>
    /// <param name="isEnd">Is the message complete with this?</param>
    /// <param name="destination">Receives what the piece gives.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/>; <see cref="OperationStatus.DestinationTooSmall"/> if the message is longer than it may be, of which at most that
    /// much was written; <see cref="OperationStatus.InvalidData"/> if this is no compressed data. After a failure nothing more is decompressed.
    /// </returns>
    public OperationStatus Decompress(ReadOnlySpan<byte> compressed, bool isEnd, IBufferWriter<byte> destination)
    {
        var mask = default(WebSocketMask);
        return Decompress(compressed, ref mask, isEnd, destination);
    }

    /// <summary>The same, unmasking what comes.</summary>
    internal OperationStatus Decompress(ReadOnlySpan<byte> compressed, ref WebSocketMask mask, bool isEnd, IBufferWriter<byte> destination)
    {
        if (_status != OperationStatus.Done)
            return _status;
        try
        {
            _status = Append(compressed, ref mask, destination);
            // Where nothing is open, there is nothing to end: an empty payload, or one that ended with its last block.
            if (_status == OperationStatus.Done && isEnd && _isOpen)
            {
                var none = default(WebSocketMask);
                _status = Append(s_tail, ref none, destination);
            }
        }
        catch (InvalidDataException)
        {
            _status = OperationStatus.InvalidData;
        }
        if (isEnd)
            EndMessage();
        if (_status != OperationStatus.Done)
            EndContext();
        return _status;
    }

    /// <summary>Frees what zlib has allocated.</summary>
    public void Dispose()
    {
        EndContext();
        _compressed.Dispose();
    }

    private OperationStatus Append(ReadOnlySpan<byte> bytes, ref WebSocketMask mask, IBufferWriter<byte> destination)
    {
        if (_compressed.Length > MaxKept)
        {
            _compressed.Clear();
            _isWhole = false;
        }
        int at = _compressed.Length;
        mask.Apply(bytes, _compressed.GetSpan(bytes.Length));
        _compressed.Advance(bytes.Length);
        _isOpen |= !bytes.IsEmpty;
        while (true)
        {
            _source.Set(_compressed.Array, at, _compressed.Length);
            _inflater ??= new DeflateStream(_source, CompressionMode.Decompress, leaveOpen: true);
            if (!TryInflate(destination))
                return OperationStatus.DestinationTooSmall;
            if (_source.IsExhausted)
                return OperationStatus.Done;
            if (!_isWhole || ++_streams > MaxStreams || !TryFindEnd(out at))
                return OperationStatus.InvalidData;
            EndContext();
            _start = at;
            _isOpen = at < _compressed.Length;
            if (!_isOpen)
                return OperationStatus.Done;
        }
    }

    /// <summary>Everything that the input gives; false if it is more than the message may have.</summary>
    private bool TryInflate(IBufferWriter<byte> destination)
    {
        Span<byte> over = stackalloc byte[1];
        while (true)
        {
            long left = _maxLength - _length;
            var free = left == 0 ? over : destination.GetSpan();
            int count = _inflater!.Read(left < free.Length && left > 0 ? free[..(int)left] : free);
            if (count == 0)
                return true;
            if (left == 0)
                return false;
            destination.Advance(count);
            _length += count;
        }
    }

    /// <summary>
    /// Where a stream has ended, of which the platform only tells that it has: decompressed once more, at last byte by byte. For that
    /// the contents of the window do not matter, only that there are some.
    /// </summary>
    private bool TryFindEnd(out int end)
    {
        var source = new Source();
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        bool goesOn = GoesOn(s_window, 0, s_window.Length) && GoesOn(_compressed.Array, _start, _source.ChunkStart);
        for (end = _source.ChunkStart; goesOn && end < _compressed.Length; end++)
            goesOn = GoesOn(_compressed.Array, end, end + 1);
        return !goesOn;

        bool GoesOn(byte[] bytes, int start, int stop)
        {
            Span<byte> scratch = stackalloc byte[512];
            source.Set(bytes, start, stop);
            while (inflater.Read(scratch) > 0)
            {
            }
            return source.IsExhausted;
        }
    }

    private void EndMessage()
    {
        _compressed.Clear();
        _length = 0;
        _streams = 0;
        _start = 0;
        _isOpen = false;
        _isWhole = true;
        if (!_keepsContext)
            EndContext();
    }

    private void EndContext()
    {
        _inflater?.Dispose();
        _inflater = null;
    }

    private sealed class Source : OneWayStream
    {
        private byte[] _bytes = [];
        private int _at;
        private int _end;

        public override bool CanRead => true;

        /// <summary>Was more asked for than there is? Then the stream goes on.</summary>
        public bool IsExhausted { get; private set; }

        /// <summary>Where the last bytes begin that were given.</summary>
        public int ChunkStart { get; private set; }

        public void Set(byte[] bytes, int start, int end)
        {
            _bytes = bytes;
            _at = ChunkStart = start;
            _end = end;
            IsExhausted = false;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int length = Math.Min(Math.Min(count, _end - _at), ChunkLength);
            IsExhausted = length == 0;
            ChunkStart = _at;
            _bytes.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
            _at += length;
            return length;
        }
    }
}
