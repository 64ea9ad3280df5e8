using System.IO.Compression;

namespace Codecs.Protocols;

/// <summary>Compresses messages for permessage-deflate (RFC 7692 section 7.2.1).</summary>
/// <remarks>
/// System.IO.Compression always works with a window of 32 KiB and cannot begin anew. So a message without the context of those before it costs a new
/// stream of it (some 200 bytes of managed memory, and what zlib allocates); and what must not refer further back than a smaller window is only
/// compressed if the whole message fits into that window (<see cref="MaxLength"/>). Longer ones are to be sent as they are, which is always allowed.
/// With context nothing is allocated for a message, but zlib keeps its window and tables, some hundred KiB, as long as the connection lasts.
/// </remarks>
public sealed class PerMessageDeflateCompressor : IDisposable
{
    // What a flush ends with: an empty block without compression, of which RFC 7692 leaves all but the first bits away.
    private const int TailLength = 4;

    private readonly MessageBuffer _compressed = new();
    private readonly Sink _sink;
    private readonly CompressionLevel _level;
    private readonly bool _keepsContext;
    private DeflateStream? _deflater;

    /// <summary>A compressor for the messages of one direction of a connection.</summary>
    /// <param name="keepsContext">May a message refer to the ones before it (context takeover)?</param>
    /// <param name="windowBits">The logarithm of how far back a message may refer, 8 to 15. Below 15, no message refers to those before it.</param>
    /// <param name="level">How hard to try.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public PerMessageDeflateCompressor(bool keepsContext, int windowBits = PerMessageDeflate.MaxWindowBits, CompressionLevel level = CompressionLevel.Fastest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windowBits, PerMessageDeflate.MinWindowBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(windowBits, PerMessageDeflate.MaxWindowBits);
        bool isWhole = windowBits == PerMessageDeflate.MaxWindowBits;
        MaxLength = isWhole ? long.MaxValue : 1L << windowBits;
        _keepsContext = keepsContext && isWhole;
        _level = level;
        _sink = new Sink(_compressed);
    }

    /// <summary>The longest message, in bytes before compression, that this compresses without referring further back than it may.</summary>
    public long MaxLength { get; }

    /// <summary>Compresses a message, or the next piece of one.</summary>
    /// <param name="bytes">The message or the piece. The pieces of a message together have at most <see cref="MaxLength"/> bytes.</param>
    /// <param name="isEnd">Is the message complete with this?</param>
    /// <returns>The payload of a frame. It is valid until the next call.</returns>
    public ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> bytes, bool isEnd = true)
    {
        _compressed.Clear();
        if (!bytes.IsEmpty)
        {
            _deflater ??= new DeflateStream(_sink, _level, leaveOpen: true);
            _deflater.Write(bytes);
            _deflater.Flush();
        }
        if (isEnd)
            End();
        return _compressed.Written;
    }

    /// <summary>Frees what zlib has allocated.</summary>
    public void Dispose()
    {
        EndContext();
        _compressed.Dispose();
    }

    private void End()
    {
        if (_compressed.Length == 0)
        {
            // RFC 7692 section 7.2.3.6: the empty block itself.
            _compressed.Append([0x00]);
        }
        else
        {
            _compressed.RemoveLast(TailLength);
        }
        if (!_keepsContext)
            EndContext();
    }

    private void EndContext()
    {
        // The stream writes how it ends, which is no part of any message.
        int length = _compressed.Length;
        _deflater?.Dispose();
        _deflater = null;
        _compressed.RemoveLast(_compressed.Length - length);
    }

    private sealed class Sink(MessageBuffer destination) : OneWayStream
    {
        public override bool CanWrite => true;

        public override void Write(ReadOnlySpan<byte> buffer) => destination.Append(buffer);

        public override void Write(byte[] buffer, int offset, int count) => destination.Append(buffer.AsSpan(offset, count));
    }
}
